import CalendarModel
import JSON

/// How work stands in the journal of a run.
extension BatchWork {
  /// Why a work cannot be read from a journal.
  package struct Unreadable: Error, Sendable, Hashable {
    /// In a sentence.
    package let message: String
  }

  private enum Key: String, NamedKey {
    case kind, text, from, keys, dates, before, after, withheld, notes, calendars
  }

  /// The names of the kinds.
  private enum Kind: String { case changes, copy, restore, restoreEach }

  package var json: JSONValue {
    switch self {
    case .changes(let changes):
      Key.object([.kind: .text(Kind.changes.rawValue), .text: .text(changes.text)])
    case .copy(let source, let choices):
      Key.object([
        .kind: .text(Kind.copy.rawValue), .from: source,
        .keys: .array(choices.keys.sorted().map(JSONValue.text)),
        .dates: .text(choices.dates == .replace ? "replace" : "add"),
      ])
    case .restore(let restoring):
      Self.json(restoring, kind: .restore)
    case .restoreEach(let all):
      Key.object([
        .kind: .text(Kind.restoreEach.rawValue),
        .calendars: .object(
          JSONObject(
            all.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: Self.json($0.value)) })),
      ])
    }
  }

  /// - Parameter kind: nil inside another work.
  private static func json(_ restoring: Restoring, kind: Kind? = nil) -> JSONValue {
    var members: [(Key, JSONValue)] = [
      (.before, restoring.before), (.after, restoring.after),
      (.withheld, .array(restoring.withheld.sorted().map(JSONValue.text))),
    ]
    if !restoring.notes.isEmpty {
      members.append((.notes, .array(restoring.notes.map(JSONValue.text))))
    }
    if let kind { members.insert((.kind, .text(kind.rawValue)), at: 0) }
    return .object(JSONObject(members.map { .init(key: $0.0.rawValue, value: $0.1) }))
  }

  private static func restoring(_ json: JSONValue) throws(Unreadable) -> Restoring {
    guard let before = json[member: Key.before], let after = json[member: Key.after] else {
      throw lacks(.before)
    }
    let withheld = json[member: Key.withheld]?.array?.compactMap(\.text) ?? []
    return Restoring(
      before: before, after: after, withheld: Set(withheld),
      notes: json[member: Key.notes]?.array?.compactMap(\.text) ?? [])
  }

  /// Reads a work.
  ///
  /// - Parameter today: the day of the run that it was made for, which dates are read by.
  package init(_ json: JSONValue, today: CalendarDate) throws(Unreadable) {
    let kind = json[member: Key.kind]?.text.flatMap(Kind.init(rawValue:))
    func texts(_ key: Key) -> [String]? { json[member: key]?.array?.compactMap(\.text) }
    switch kind {
    case .changes:
      guard let text = json[member: Key.text]?.text else { throw Self.lacks(.text) }
      do throws(CalendarChanges.Mistake) {
        self = .changes(try CalendarChanges(file: text, today: today))
      } catch {
        throw Unreadable(message: error.message)
      }
    case .copy:
      guard let source = json[member: Key.from], source.object != nil else {
        throw Self.lacks(.from)
      }
      guard let keys = texts(.keys) else { throw Self.lacks(.keys) }
      var choices = CopyChoices(keys)
      choices.dates = json[member: Key.dates] == "replace" ? .replace : .add
      self = .copy(from: source, choices)
    case .restore: self = .restore(try Self.restoring(json))
    case .restoreEach:
      guard let members = json[member: Key.calendars]?.object?.members else {
        throw Self.lacks(.calendars)
      }
      var all: [String: Restoring] = [:]
      for member in members { all[member.key] = try Self.restoring(member.value) }
      self = .restoreEach(all)
    case nil: throw Self.lacks(.kind)
    }
  }

  private static func lacks(_ key: Key) -> Unreadable {
    Unreadable(message: "Its \"\(key.rawValue)\" is missing or wrong.")
  }
}
