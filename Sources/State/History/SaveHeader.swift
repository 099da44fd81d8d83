import CalendarAPI
import CalendarModel
import JSON

/// What a record of a save says about itself, for the list of saves.
///
/// It is the first line of the record, so that a list reads no whole calendars.
package struct SaveHeader: Sendable, Hashable {
  package let base: BaseURL
  package let calendarID: String
  /// The name of the calendar before the save; nil when it had none.
  package let calendarName: String?
  /// The id of the sub-account; nil when the calendar did not say it.
  package let location: String?
  /// The login name of who saved.
  package let who: String
  package let begun: DraftTime
  /// The version of the program that wrote it.
  package let program: String
  /// The first of the sentences about what changed; what was asked for, while it is not known what
  /// became of it.
  package internal(set) var changes: [String]
  /// How many sentences there were.
  package internal(set) var changeCount: Int
  /// The top-level properties of which a part is left out of the record, as it held the token.
  package internal(set) var withheld: [String]
  /// What became of the save, in words; nil while nobody knows.
  package internal(set) var outcome: String?

  /// What else there is to know of it, in sentences: a schedule that is gone, with all that it held.
  package internal(set) var notes: [String] = []
  /// Whether what was sent may still arrive, or have arrived unseen: a later look can tell.
  package internal(set) var mayArrive = false

  /// The number of this format; a record with a higher one is left to the program that wrote it.
  static let version = 1
  private static let mostChanges = 4
  private static let longestText = 400
  private static let mostNotes = 64
  private static let longestNote = 4000

  init(
    base: BaseURL, calendarID: String, calendarName: String?, location: String?, who: String,
    begun: DraftTime, program: String
  ) {
    (self.base, self.calendarID, self.calendarName) = (base, calendarID, calendarName)
    (self.location, self.who, self.begun, self.program) = (location, who, begun, program)
    (changes, changeCount, withheld) = ([], 0, [])
  }

  mutating func note(changes all: [String]) {
    changes = all.prefix(Self.mostChanges).map(Self.shortened)
    changeCount = all.count
  }

  mutating func note(outcome: String) { self.outcome = Self.shortened(outcome) }

  mutating func note(notes all: [String]) {
    notes = all.prefix(Self.mostNotes).map { Self.shortened($0, to: Self.longestNote) }
  }

  /// Keeps the line short whatever a calendar holds.
  private static func shortened(_ text: String) -> String { shortened(text, to: longestText) }

  private static func shortened(_ text: String, to count: Int) -> String {
    text.unicodeScalars.count <= count
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(count - 1))) + "…"
  }

  // MARK: Coding

  var json: JSONValue {
    var members: [JSONObject.Member] = [
      .init(key: "caledit", value: "save"),
      .init(key: "version", value: .integer(Self.version)),
      .init(key: "begun", value: .text(begun.text)),
      .init(key: "who", value: .text(who)),
      .init(key: "program", value: .text(program)),
      .init(key: "baseURL", value: .text(base.description)),
      .init(key: "calendarID", value: .text(calendarID)),
    ]
    if let calendarName { members.append(.init(key: "calendarName", value: .text(calendarName))) }
    if let location { members.append(.init(key: "locationID", value: .text(location))) }
    members += [
      .init(key: "changes", value: .array(changes.map(JSONValue.text))),
      .init(key: "changeCount", value: .integer(changeCount)),
    ]
    if !withheld.isEmpty {
      members.append(.init(key: "withheld", value: .array(withheld.map(JSONValue.text))))
    }
    if !notes.isEmpty {
      members.append(.init(key: "notes", value: .array(notes.map(JSONValue.text))))
    }
    if mayArrive { members.append(.init(key: "mayArrive", value: true)) }
    if let outcome { members.append(.init(key: "outcome", value: .text(outcome))) }
    return .object(JSONObject(members))
  }

  init(line: [UInt8]) throws(UnusableRecord) {
    let json: JSONValue
    do {
      json = try JSONDocument(parsing: line).value
    } catch {
      throw .syntax(error)
    }
    guard json[key: "caledit"]?.text == "save", let version = json[key: "version"]?.int else {
      throw .noRecord
    }
    guard version <= Self.version else { throw .newerVersion(version) }
    guard let begun = json[key: "begun"]?.text.flatMap(DraftTime.init(text:)) else {
      throw .part("begun")
    }
    guard let who = json[key: "who"]?.text else { throw .part("who") }
    guard let address = json[key: "baseURL"]?.text, let base = try? BaseURL(address) else {
      throw .part("baseURL")
    }
    guard let id = json[key: "calendarID"]?.text else { throw .part("calendarID") }
    self.init(
      base: base, calendarID: id, calendarName: json[key: "calendarName"]?.text,
      location: json[key: "locationID"]?.text, who: who, begun: begun,
      program: json[key: "program"]?.text ?? "")
    changes = json[key: "changes"]?.array?.compactMap(\.text) ?? []
    changeCount = max(changes.count, json[key: "changeCount"]?.int ?? 0)
    withheld = json[key: "withheld"]?.array?.compactMap(\.text) ?? []
    notes = json[key: "notes"]?.array?.compactMap(\.text) ?? []
    mayArrive = json[key: "mayArrive"] == true
    outcome = json[key: "outcome"]?.text
  }
}
