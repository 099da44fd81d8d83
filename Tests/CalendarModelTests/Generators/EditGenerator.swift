import CalendarModel
import JSON
import TestSupport

/// Edits as people make them and as nobody would, the same for the same seed.
struct EditGenerator: RandomMaker {
  var random: SeededGenerator
  private var lastTyped: JSONPath?

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A calendar to start from: some of the documented properties, sound or broken.
  mutating func calendar() -> JSONValue {
    var object = JSONObject()
    for field in CalendarSchema.all.shuffled(using: &random) where !chance(3) {
      object[field.key] = value(for: field)
    }
    if !chance(4) { object["calendarType"] = .text(pick(CalendarType.allCases).rawValue) }
    object["version"] = 3
    return .object(object)
  }

  // MARK: Values

  mutating func value(for field: Field) -> JSONValue? {
    if chance(12) { return nil }
    return present(for: field)
  }

  private mutating func present(for field: Field) -> JSONValue {
    if chance(12) { return .null }
    if chance(15) {
      let odd: [JSONValue] = [true, 7, "x", "", [], [:], ["x"], [.null], 30.0, "30"]
      return pick(odd)
    }
    switch field.type {
    case .text(.date):
      return pick([
        "2027-01-04T00:00:00.000Z", "2027-01-05T00:00:00.000Z", "2025-01-01T00:00:00.000Z", "",
      ])
    case .text(.id): return pick(["u1", "u2", "u3", ""])
    case .text: return pick(["", "a@b.c", "https://a", "#fff", "x", "é", "e\u{301}"])
    case .longText: return pick(["", "one\ntwo"])
    case .number:
      return pick([0, 1, 9, 12, 17, 23, 24, 25, 30, 60, 1.5, -1, 400, 30.0])
    case .choice(let choices): return pick(choices.map(\.value) + ["x"])
    case .toggle: return pick([true, false])
    case .choices: return pick([[1], [1, 2], [0, 6], [], [7], [5, 5]])
    case .object(let type): return object(of: type)
    case .list(let type):
      let count = Int.random(in: 0...4, using: &random)
      var rows: [JSONValue] = []
      for _ in 0..<count { rows.append(row(of: type)) }
      return .array(rows)
    }
  }

  mutating func row(of type: ObjectType) -> JSONValue {
    if chance(15) { return pick([.null, "x", 3, [], [:]]) }
    return chance(3) ? type.template : object(of: type)
  }

  private mutating func object(of type: ObjectType) -> JSONValue {
    var object = JSONObject()
    for field in type.fields.shuffled(using: &random) where !chance(5) {
      object[field.key] = value(for: field)
    }
    if chance(4) { object["undocumented"] = 1 }
    if chance(4) { object["_id"] = "x1" }
    return .object(object)
  }

  // MARK: Places

  /// A field somewhere in the calendar, with a row number that is there more often than not.
  mutating func place(in document: CalendarDocument) -> (path: JSONPath, field: Field) {
    var field = pick(CalendarSchema.all)
    if chance(2) {
      field = CalendarSchema.field(pick(["teamMembers", "openHours", "availabilities"])) ?? field
    }
    var path = JSONPath([.key(field.key)])
    while let type = field.objectType, !chance(4) {
      if case .list = field.type { path = path.appending(row(in: path, of: document)) }
      field = pick(type.fields)
      path = path.appending(field.key)
    }
    return (path, field)
  }

  private mutating func row(in list: JSONPath, of document: CalendarDocument) -> Int {
    Int.random(in: 0...max(0, document[list]?.array?.count ?? 0), using: &random)
  }

  private mutating func list(in document: CalendarDocument) -> (path: JSONPath, type: ObjectType) {
    while true {
      let (path, field) = place(in: document)
      if case .list(let type) = field.type { return (path, type) }
    }
  }

  // MARK: Edits

  /// Makes one edit and says which, for the message of a failure.
  mutating func edit(_ document: inout CalendarDocument) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<6:
      let (path, field) = place(in: document)
      let value = value(for: field)
      document.set(path, to: value)
      return "set \(path) to \(value?.printed() ?? "nothing")"
    case 6..<9:
      var path = place(in: document).path
      if let lastTyped, !chance(3) { path = lastTyped }
      lastTyped = path
      let value: JSONValue? = pick([nil, .null, 3, 30, 30.0, "3", "30", "", "30."])
      document.set(path, to: value, typing: true)
      return "type \(value?.printed() ?? "nothing") into \(path)"
    case 9..<11:
      let (path, type) = list(in: document)
      let (row, index) = (row(of: type), row(in: path, of: document))
      document.insert(row, into: path, at: index)
      return "insert \(row.printed()) into \(path) at \(index)"
    case 11, 12:
      let path = list(in: document).path
      let index = row(in: path, of: document)
      document.removeRow(index, of: path)
      return "remove row \(index) of \(path)"
    case 13:
      let path = list(in: document).path
      let (from, to) = (row(in: path, of: document), row(in: path, of: document))
      document.moveRow(from, of: path, to: to)
      return "move row \(from) of \(path) to \(to)"
    case 14:
      let path = list(in: document).path
      let index = row(in: path, of: document)
      document.duplicateRow(index, of: path)
      return "duplicate row \(index) of \(path)"
    case 15:
      let path = place(in: document).path
      document.reset(path)
      return "reset \(path)"
    case 16:
      if chance(6) {
        document.resetAll()
        return "reset all"
      }
      let section = pick(Section.allCases)
      document.reset(section)
      return "reset \(section)"
    case 17:
      if chance(4) {
        let type: JSONValue? = pick([nil, "x"] + CalendarType.allCases.map { .text($0.rawValue) })
        document.set("calendarType", to: type)
        return "set calendarType to \(type?.printed() ?? "nothing")"
      }
      document.close()
      return "close"
    case 18:
      for _ in 0...Int.random(in: 0...3, using: &random) { document.undo() }
      return "undo"
    default:
      for _ in 0...Int.random(in: 0...3, using: &random) { document.redo() }
      return "redo"
    }
  }
}
