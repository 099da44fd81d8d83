import JSON

/// Names what a JSON value seems to be that is not a calendar, mostly other objects of the service.
enum Lookalike {
  private struct Kind {
    let one: String
    let many: String
    /// The key of a list of them.
    let listKey: String
    /// The key of a single one; nil where the service has no such answer.
    let key: String?
    /// An object that has all keys of one of these sets is of this kind.
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

  /// The name of an object that is not a calendar; nil where its kind is unknown.
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

  /// The name of a list without a calendar, judged by its first element.
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
