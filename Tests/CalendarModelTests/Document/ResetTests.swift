import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// A reset, an undo and a change that is taken back touch one row and no other.
///
/// Every loaded row carries a mark that no edit touches, so that the test knows which row is which
/// without asking the code that it judges.
@Suite("What a reset touches") struct ResetTests {
  private static let mark = "mark"

  /// A calendar with lists of every kind, some rows with ids and some without.
  private static func calendar(_ random: inout SeededGenerator) -> JSONValue {
    var number = 0
    func marked(_ row: JSONValue) -> JSONValue {
      guard case .object(var object) = row else { return row }
      number += 1
      object[mark] = .integer(number)
      return .object(object)
    }
    func count() -> Range<Int> { 0..<Int.random(in: 0...4, using: &random) }
    func place() -> JSONValue {
      let kind = Bool.random(using: &random) ? "physical" : "custom"
      return marked([
        "kind": .text(kind), "location": .text(["A", "B"].randomElement(using: &random)!),
      ])
    }
    let dates = count().map { _ -> JSONValue in
      let day = Int.random(in: 1...4, using: &random)
      var row: [(String, JSONValue)] = [
        ("date", .text("2030-03-0\(day)T00:00:00.000Z")), ("hours", []),
      ]
      if Bool.random(using: &random) { row.append(("id", .text("x\(number)"))) }
      return marked(.object(JSONObject(row.map { .init(key: $0.0, value: $0.1) })))
    }
    let members = count().map { index in
      marked([
        "userId": .text(Bool.random(using: &random) ? "u\(index)" : "u"), "priority": 0.5,
        "locationConfigurations": .array(count().map { _ in place() }),
      ])
    }
    return Calendars.full([
      "availabilities": .array(dates), "teamMembers": .array(members),
      "locationConfigurations": .array(count().map { _ in place() }),
      "notifications": .array(count().map { _ in marked(ObjectType.notification.template) }),
      "openHours": .array(count().map { marked(Calendars.week([$0], Calendars.hour(9, 12))) }),
    ])
  }

  private static let lists: [JSONPath] = [
    "availabilities", "teamMembers", "locationConfigurations", "notifications", "openHours",
    "teamMembers[0].locationConfigurations", "teamMembers[1].locationConfigurations",
  ]

  /// Edits of rows that leave the marks alone.
  private static func edit(
    _ document: inout CalendarDocument, _ random: inout SeededGenerator
  ) -> String {
    let list = lists.randomElement(using: &random)!
    let rows = document[list]?.array ?? []
    let type = CalendarSchema.field(at: list)!.objectType!
    let index = rows.isEmpty ? 0 : Int.random(in: rows.indices, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      document.insert(type.template, into: list, at: Int.random(in: 0...rows.count, using: &random))
      return "insert into \(list)"
    case 1, 2:
      guard !rows.isEmpty else { return "" }
      document.removeRow(index, of: list)
      return "remove \(list)[\(index)]"
    case 3:
      guard !rows.isEmpty else { return "" }
      let target = Int.random(in: rows.indices, using: &random)
      document.moveRow(index, of: list, to: target)
      return "move \(list)[\(index)] to \(target)"
    case 4, 5:
      guard !rows.isEmpty else { return "" }
      let (key, value): (String, JSONValue) =
        switch type {
        case .availability: ("hours", [Calendars.hour(8, 9)])
        case .teamMember: ("priority", 1)
        case .location: ("location", "C")
        case .openHours: ("hours", [Calendars.hour(10, 11)])
        default: ("selectedUsers", "a@b.c")
        }
      document.set(list.appending(index).appending(key), to: value)
      return "edit \(list)[\(index)]"
    case 6:
      let day = Calendars.date(2030, 3, Int.random(in: 1...5, using: &random))
      document.setDateHours([HourRange(open: 540, close: 600)], on: [day])
      return "set \(day)"
    case 7:
      // Rows taken out, and put in another order, in the JSON of a section.
      guard list.count == 1, let section = list.topKey.flatMap(CalendarSchema.section) else {
        return ""
      }
      let scope = JSONScope.section(section)
      guard let original = document.json(of: scope), case .object(var object) = original else {
        return ""
      }
      var kept = rows.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
      if Bool.random(using: &random) { kept.shuffle(using: &random) }
      object[list.topKey!] = .array(kept)
      document.edit(scope, to: .object(object), from: original)
      return "JSON of \(list): \(kept.count) of \(rows.count)"
    case 8:
      for _ in 0...Int.random(in: 0...3, using: &random) { document.undo() }
      return "undo"
    default:
      document.redo()
      return "redo"
    }
  }

  private static func id(_ row: JSONValue) -> Int? { row[key: mark]?.int }

  /// The loaded rows of a list by their marks.
  private static func loaded(_ document: CalendarDocument, _ type: ObjectType) -> [Int: JSONValue] {
    var rows: [Int: JSONValue] = [:]
    for list in lists where CalendarSchema.field(at: list)?.objectType == type {
      for row in document.base[list]?.array ?? [] { if let id = id(row) { rows[id] = row } }
    }
    for member in document.base["teamMembers"]?.array ?? [] where type == .location {
      for row in member[key: "locationConfigurations"]?.array ?? [] {
        if let id = id(row) { rows[id] = row }
      }
    }
    return rows
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func aRowGetsItsOwnValuesBack(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var document = Calendars.document(Self.calendar(&random))
    var log: [String] = []
    for _ in 0..<40 {
      log.append(Self.edit(&document, &random))
      for list in Self.lists {
        let type = CalendarSchema.field(at: list)!.objectType!
        let rows = document[list]?.array ?? []
        let loaded = Self.loaded(document, type)
        for index in rows.indices {
          let path = list.appending(index)
          var after = document
          after.reset(path)
          var expected = rows
          let isInNew =
            list.count > 1 && document.isInNewRow(JSONPath(Array(list.components[..<2])))
          if isInNew { continue }
          if let id = Self.id(rows[index]) {
            expected[index] = loaded[id] ?? rows[index]
          } else if let own = Self.returned(rows[index], of: list, type, rows, document) {
            // What was deleted and is typed again is what it was.
            expected[index] = own
          } else {
            expected.remove(at: index)
          }
          let found = after[list]?.array ?? []
          guard found == expected else {
            Issue.record(
              """
              seed \(seed): reset of \(path) makes \(JSONValue.array(found).printed()) \
              instead of \(JSONValue.array(expected).printed()) after \(log.suffix(8))
              """)
            return
          }
          #expect(Self.othersStay(document, after, except: list))
        }
      }
    }
  }

  /// The loaded row that is gone and has the key of a row that came.
  private static func returned(
    _ row: JSONValue, of list: JSONPath, _ type: ObjectType, _ rows: [JSONValue],
    _ document: CalendarDocument
  ) -> JSONValue? {
    guard type.rows == .keyed, list.count == 1, let key = type.key(of: row), !key.isEmpty else {
      return nil
    }
    let there = Set(rows.compactMap(id))
    return document.base[list]?.array?.first {
      type.key(of: $0) == key && !there.contains(id($0) ?? 0)
    }
  }

  /// Whether everything but one top-level property is as it was.
  private static func othersStay(
    _ before: CalendarDocument, _ after: CalendarDocument, except list: JSONPath
  ) -> Bool {
    before.current.object?.keys == after.current.object?.keys
      && CalendarSchema.all.allSatisfy {
        $0.key == list.topKey || before.current[key: $0.key] == after.current[key: $0.key]
      }
  }

  /// The dates that broke: one without an id deleted, another typed, and that one reset.
  @Test func theResetOfANewDateRemovesIt() {
    var document = Calendars.document(
      Calendars.full([
        "availabilities": [
          ["date": "2027-01-01T00:00:00.000Z", "hours": []],
          ["date": "2027-02-02T00:00:00.000Z", "hours": [], "id": "X"],
        ]
      ]))
    document.removeRow(0, of: "availabilities")
    let after = document
    let new = Calendars.date(2030, 3, 3)
    document.setDateHours([HourRange(open: 540, close: 720)], on: [new])
    document.resetDates([new])
    #expect(document.current == after.current)
    document.resetDates([Calendars.date(2027, 1, 1)])
    #expect(document.current == document.base)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func aDateGetsItsOwnEntriesBack(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed &+ 900)
    var document = Calendars.document(Self.calendar(&random))
    for _ in 0..<12 { _ = Self.edit(&document, &random) }
    for day in 1...5 {
      let date = Calendars.date(2030, 3, day)
      var after = document
      let isChanged = after.resetDates([date])
      let now = document[DateIndex.path]?.array ?? []
      let found = after[DateIndex.path]?.array ?? []
      let loaded = document.base[DateIndex.path]?.array ?? []
      func isOfDay(_ row: JSONValue) -> Bool { DateEntry.date(of: row) == date }
      // The day is what it was when it was loaded.
      let (foundIDs, loadedIDs) = (
        found.filter(isOfDay).compactMap(Self.id), loaded.filter(isOfDay).compactMap(Self.id)
      )
      #expect(foundIDs.sorted() == loadedIDs.sorted())
      #expect(found.filter(isOfDay).allSatisfy { loaded.contains($0) })
      // Every other entry is what it was before the reset.
      let others = now.filter { row in
        !isOfDay(row) && !loaded.contains { isOfDay($0) && Self.id($0) == Self.id(row) }
      }
      #expect(found.filter { !isOfDay($0) } == others, "seed \(seed), \(date)")
      #expect(Self.othersStay(document, after, except: DateIndex.path))
      if isChanged {
        after.undo()
        #expect(after.current == document.current)
      }
    }
  }

  /// Whatever is unset and set again, by whatever way, keeps its place in the file.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func keysKeepTheirPlaces(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 7000)
    let calendar =
      seed % 3 == 0 ? Calendars.field : seed % 3 == 1 ? Calendars.full : edits.calendar()
    var document = Calendars.document(calendar)
    let order = document.base.object?.keys ?? []
    for _ in 0..<60 {
      let log = edits.chance(4) ? Self.special(&document, &edits) : edits.edit(&document)
      let kept = (document.current.object?.keys ?? []).filter(order.contains)
      #expect(kept == order.filter(kept.contains), "seed \(seed): \(log)")
    }
  }

  /// Edits that set properties by ways of their own.
  private static func special(
    _ document: inout CalendarDocument, _ edits: inout EditGenerator
  ) -> String {
    let keys = QuantityField.all.map(\.number.key) + ["openHours", "availabilities", "recurring"]
    let key = edits.pick(keys)
    document.set(JSONPath([.key(key)]), to: nil)
    if let field = QuantityField(key), let quantity = try? field.parse("1 week", present: nil) {
      document.set(field, to: quantity)
    } else if let field = QuantityField(key) {
      document.set(field, to: Quantity(45, .mins))
    } else if key == "openHours" {
      document.setWeekHours([HourRange(open: 540, close: 600)], on: [1, 2])
    } else if key == "availabilities" {
      document.setDateHours([], on: [Calendars.date(2030, 1, 1)])
    } else if let section = CalendarSchema.section(of: key) {
      document.reset(section)
    }
    return "unset and set \(key)"
  }
}
