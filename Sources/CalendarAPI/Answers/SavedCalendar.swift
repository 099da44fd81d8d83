import JSON

/// The answer to a save.
package struct SavedCalendar: Sendable, Hashable {
  /// The calendar as the service has it now; nil when a success did not bring it.
  package let calendar: JSONValue?
  /// The places in the calendar whose key stands twice in one object.
  package let duplicateKeys: [JSONPath]
  /// Why there is no calendar, in words.
  package let whyMissing: String?
  /// The path that the service took the update at.
  package let route: Route
  package let status: Int
  package let rateLimit: RateLimit?

  package init(
    calendar: JSONValue?, duplicateKeys: [JSONPath] = [], whyMissing: String? = nil, route: Route,
    status: Int,
    rateLimit: RateLimit? = nil
  ) {
    self.calendar = calendar
    self.duplicateKeys = duplicateKeys
    self.whyMissing = whyMissing
    self.route = route
    self.status = status
    self.rateLimit = rateLimit
  }
}
