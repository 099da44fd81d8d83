import JSON

/// Names what a JSON value looks like that is not a calendar: other things of the service, mostly.
enum Lookalike {
  private struct Kind {
    let one: String
    let many: String
    /// The key that a list of them stands under.
    let listKey: String
    /// The key that one of them stands under; nil where there is no such answer.
    let key: String?
    /// One of these sets of keys tells it.
    let signs: [Set<String>]
  }

  private static let kinds = [
    Kind(
      one: "a schedule", many: "schedules", listKey: "schedules", key: "schedule",
      signs: [["rules", "timezone"], ["rules", "calendarIds"], ["calendarIds", "userId"]]),
    Kind(
      one: "a user", many: "users", listKey: "users", key: "user",
      signs: [
        ["email", "firstName"], ["email", "lastName"], ["roles", "email"], ["permissions"],
      ]),
    Kind(
      one: "an appointment", many: "appointments", listKey: "events", key: "event",
      signs: [["appointmentStatus"], ["calendarId", "startTime"]]),
    Kind(
      one: "a contact", many: "contacts", listKey: "contacts", key: "contact",
      signs: [["contactName"], ["firstName", "phone"], ["firstName", "tags"]]),
    Kind(
      one: "a sub-account", many: "sub-accounts", listKey: "locations", key: "location",
      signs: [["timezone", "name"], ["companyId", "name"]]),
    Kind(
      one: "a calendar group", many: "calendar groups", listKey: "groups", key: "group", signs: []),
    Kind(one: "a form", many: "forms", listKey: "forms", key: "form", signs: []),
  ]

  /// What an object is that has none of the keys that only a calendar has; nil where that is
  /// unknown.
  static func name(ofObjectWith keys: Set<String>, _ value: JSONValue) -> String? {
    if value[key: "caledit"]?.text == "draft" {
      return "a draft of caledit; caledit drafts lists those that can be recovered"
    }
    for kind in kinds {
      if value[key: kind.listKey]?.array != nil { return "a list of \(kind.many)" }
      if let key = kind.key, value[key: key]?.object != nil { return kind.one }
      if kind.signs.contains(where: keys.isSuperset(of:)) { return kind.one }
    }
    return isFreeSlots(value) ? "an answer with free slots" : nil
  }

  /// What a list is that holds no calendar, by its first element.
  static func name(ofListOf element: JSONValue) -> String {
    guard let object = element.object else {
      return "a list, and its first element is \(element.kindInWords)"
    }
    let keys = Set(object.keys)
    let kind = kinds.first { $0.signs.contains(where: keys.isSuperset(of:)) }
    return kind.map { "a list of \($0.many)" } ?? "a list of objects without a key of a calendar"
  }

  static func name(ofUnknown object: JSONObject) -> String {
    if object.isEmpty { return "an empty object" }
    let named = object.keys.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    let rest = object.count > 3 ? " and \(object.count - 3) more" : ""
    return "an object without a key of a calendar: it has \(named)\(rest)"
  }

  /// Slots under dates, under `_dates_`, or under `slots`.
  private static func isFreeSlots(_ value: JSONValue) -> Bool {
    if value[key: "_dates_"]?.object != nil || value[key: "slots"]?.object != nil { return true }
    guard let first = value.object?.members.first else { return false }
    return first.value[key: "slots"]?.array != nil && CalendarDate(first.key) != nil
  }
}
