import JSON

/// A calendar as it was loaded.
package struct LoadedCalendar: Sendable, Hashable {
  /// The object under `calendar`, as it was written.
  package let calendar: JSONValue
  /// The places in the calendar whose key stands twice in one object; the last one counts.
  package let duplicateKeys: [JSONPath]
  package let rateLimit: RateLimit?

  package init(
    calendar: JSONValue, duplicateKeys: [JSONPath] = [], rateLimit: RateLimit? = nil
  ) {
    self.calendar = calendar
    self.duplicateKeys = duplicateKeys
    self.rateLimit = rateLimit
  }
}
