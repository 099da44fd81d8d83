import JSON

/// Says in a few words which row of a list something is.
package enum RowSummary {
  /// The row by what a person knows it by: a user, a date, days and hours; empty when it is empty.
  ///
  /// - Parameter names: the names of users by id, where they are known.
  package static func text(
    of row: JSONValue, kind: ObjectType.Kind, names: [String: String] = [:]
  ) -> String {
    guard let object = row.object else { return row.printed() }
    switch kind {
    case .teamMember:
      let id = object["userId"]?.text ?? ""
      return names[id] ?? id
    case .location:
      let kind = object["kind"].map { Wording.value($0, of: ObjectTypes.location.field("kind")) }
      return [kind, object["location"]?.text].compactMap { $0 }.filter { !$0.isEmpty }
        .joined(separator: ": ")
    case .hour:
      return HourRange.written(row) ?? row.printed()
    case .openHours:
      let days = object["daysOfTheWeek"]?.array.flatMap { Wording.days($0, Choices.days) }
      return (days ?? "no day") + " " + hours(object["hours"])
    case .availability:
      let date = object["date"].map {
        Wording.value($0, of: ObjectTypes.availability.field("date"))
      }
      return (date.flatMap { $0 == "\"\"" ? nil : $0 } ?? "no date") + " " + hours(object["hours"])
    case .recurring:
      return ["freq", "count"].compactMap { key in
        object[key].map { Wording.value($0, of: ObjectTypes.recurring.field(key)) }
      }
      .joined(separator: " × ")
    case .lookBusy:
      let share = object["LookBusyPercentage"].map { ", \(Wording.value($0)) %" } ?? ""
      return object["enabled"] == true ? "on" + share : "off"
    case .notification:
      let targets = [
        ("shouldSendToContact", "contact"), ("shouldSendToGuest", "guests"),
        ("shouldSendToUser", "user"), ("shouldSendToSelectedUsers", "selected users"),
      ]
      let named = targets.filter { object[$0.0] == true }.map(\.1)
      return "to " + (named.isEmpty ? "nobody" : named.joined(separator: ", "))
    }
  }

  /// The ranges of a day: "09:00–12:00, 13:00–17:00", or "closed".
  static func hours(_ value: JSONValue?) -> String {
    guard let hours = value?.array else { return "no hours" }
    if hours.isEmpty { return "closed" }
    return hours.map { HourRange.written($0) ?? "?" }.joined(separator: ", ")
  }
}
