import JSON

/// Something to choose by name where the calendar holds an id.
package struct LookUpResult: Sendable, Hashable, Identifiable {
  package let id: String
  /// What people call it; the id where the service gives no name.
  package let name: String
  /// What tells it from others of the same name: a user's e-mail address, a calendar's type, a
  /// group's slug.
  package let detail: String?
  /// Whether it is in use; nil where the service does not say.
  package let isActive: Bool?

  package init(id: String, name: String, detail: String? = nil, isActive: Bool? = nil) {
    self.id = id
    self.name = name
    self.detail = detail
    self.isActive = isActive
  }

  /// Reads one entry of a list; nil when it has no id.
  ///
  /// Some answers spell the id `_id` (section 4). A user's name may come in two parts.
  init?(_ entry: JSONValue, detail key: String?) {
    guard let id = entry[key: "id"]?.text ?? entry[key: "_id"]?.text, !id.isEmpty else {
      return nil
    }
    let parts = ["firstName", "lastName"].compactMap { entry[key: $0]?.text }
    let names: [String?] = [entry[key: "name"]?.text, parts.joined(separator: " ")]
    let name = names.compactMap { $0 }.first { !$0.isEmpty }
    let detail = key.flatMap { entry[key: $0]?.text }.flatMap { $0.isEmpty ? nil : $0 }
    self.init(id: id, name: name ?? id, detail: detail, isActive: entry[key: "isActive"]?.bool)
  }
}

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

/// The start times that bookers are offered now.
package struct FreeSlots: Sendable, Hashable {
  package struct Day: Sendable, Hashable {
    /// The date as the service writes it: `2024-10-28`.
    package let date: String
    /// Start times with their offset from UTC: `2024-10-28T10:00:00-05:00`.
    package let slots: [String]

    package init(date: String, slots: [String]) {
      self.date = date
      self.slots = slots
    }
  }

  /// In the order of their dates.
  package let days: [Day]

  package init(days: [Day]) { self.days = days }
}
