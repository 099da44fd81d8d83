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
    case kind, text, from, keys, dates, before, after, withheld
  }

  /// The names of the kinds.
  private enum Kind: String { case changes, copy, restore }

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
      Key.object([
        .kind: .text(Kind.restore.rawValue), .before: restoring.before, .after: restoring.after,
        .withheld: .array(restoring.withheld.sorted().map(JSONValue.text)),
      ])
    }
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
    case .restore:
      guard let before = json[member: Key.before], let after = json[member: Key.after] else {
        throw Self.lacks(.before)
      }
      self = .restore(
        Restoring(before: before, after: after, withheld: Set(texts(.withheld) ?? [])))
    case nil: throw Self.lacks(.kind)
    }
  }

  private static func lacks(_ key: Key) -> Unreadable {
    Unreadable(message: "Its \"\(key.rawValue)\" is missing or wrong.")
  }
}
