import CalendarAPI
import JSON

/// What is known of a save before it is sent.
package struct SaveStart: Sendable {
  package let base: BaseURL
  package let calendarID: String
  /// The login name of the user.
  package let who: String
  /// The calendar as it was loaded.
  package let before: JSONValue
  /// The update body.
  package let sent: JSONValue
  /// What the ids of users stand for, for the sentences about what changed.
  package let names: [String: String]

  /// Whether it is the same save, sent once more; names of users may have come meanwhile.
  package func isSameSave(as other: SaveStart) -> Bool {
    base == other.base && calendarID == other.calendarID && before == other.before
      && sent == other.sent
  }

  package init(
    base: BaseURL, calendarID: String, who: String, before: JSONValue, sent: JSONValue,
    names: [String: String] = [:]
  ) {
    (self.base, self.calendarID, self.who) = (base, calendarID, who)
    (self.before, self.sent, self.names) = (before, sent, names)
  }
}
