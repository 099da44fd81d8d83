import JSON

/// The answer to a save.
package struct SavedCalendar: Sendable, Hashable {
  /// The calendar as the service has it now; nil when a success did not bring it.
  package let calendar: JSONValue?
  /// Why there is no calendar, in words.
  package let whyMissing: String?
  /// The path that the service took the update at.
  package let route: Route
  package let status: Int
  package let rateLimit: RateLimit?

  package init(
    calendar: JSONValue?, whyMissing: String? = nil, route: Route, status: Int,
    rateLimit: RateLimit? = nil
  ) {
    self.calendar = calendar
    self.whyMissing = whyMissing
    self.route = route
    self.status = status
    self.rateLimit = rateLimit
  }
}
