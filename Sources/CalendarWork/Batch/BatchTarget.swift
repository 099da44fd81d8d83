import CalendarModel
import JSON

/// A calendar that a run is to change.
package struct BatchTarget: Sendable, Hashable {
  /// The name of the profile that its account is known by.
  package let account: String
  package let calendarID: String
  /// What it is called on screen, as it was listed; not sanitised.
  package let title: String

  package init(account: String, calendarID: String, title: String) {
    (self.account, self.calendarID, self.title) = (account, calendarID, title)
  }

  private enum Key: String, NamedKey { case account, calendar, title }

  package var json: JSONValue {
    Key.object([.account: .text(account), .calendar: .text(calendarID), .title: .text(title)])
  }

  /// Reads a target; nil where a part is missing.
  package init?(_ json: JSONValue) {
    guard let account = json[member: Key.account]?.text,
      let id = json[member: Key.calendar]?.text, !id.isEmpty
    else { return nil }
    self.init(account: account, calendarID: id, title: json[member: Key.title]?.text ?? id)
  }
}
