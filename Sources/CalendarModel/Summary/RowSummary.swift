import JSON

/// Says in a few words which row of a list something is.
package enum RowSummary {
  /// The row by what a person knows it by: a user, a date, days and hours; empty when it is empty.
  ///
  /// - Parameter names: the names of users by id, where they are known.
  package static func text(
    of row: JSONValue, kind: ObjectType.Kind, names: [String: String] = [:]
  ) -> String {
    guard row.object != nil else { return row.printed() }
    switch kind {
    case .teamMember: return member(row, names)
    case .location: return location(row)
    case .hour: return HourRange.written(row) ?? row.printed()
    case .openHours:
      let days = row[key: "daysOfTheWeek"]?.array.flatMap { Wording.days($0, Choices.days) }
      return (days ?? "no day") + " " + hours(row[key: "hours"])
    case .availability: return date(row) + " " + hours(row[key: "hours"])
    case .recurring: return rule(row)
    case .lookBusy: return LookBusyEffect(config: row).text
    case .notification: return notification(row)
    }
  }

  /// The row as ``text(of:kind:names:)`` has it, or what it lacks: "no user chosen".
  package static func name(
    of row: JSONValue, kind: ObjectType.Kind, names: [String: String] = [:]
  ) -> String {
    let text = text(of: row, kind: kind, names: names)
    if !text.isEmpty { return text }
    return switch kind {
    case .teamMember: "no user chosen"
    case .location: "no kind"
    default: "empty"
    }
  }

  private static func member(_ row: JSONValue, _ names: [String: String]) -> String {
    guard let id = row[member: MemberKey.userId]?.unlessBlank else { return "" }
    return Wording.meaning(
      id, of: ObjectTypes.teamMember.field(MemberKey.userId.rawValue), names: names)
  }

  private static func location(_ row: JSONValue) -> String {
    let kind = row[member: LocationKey.kind]?.unlessBlank.map {
      Wording.meaning($0, of: ObjectTypes.location.field(LocationKey.kind.rawValue))
    }
    return [kind, row[member: LocationKey.location]?.unlessBlank.map { $0.text ?? $0.printed() }]
      .compactMap { $0 }.joined(separator: ": ")
  }

  private static func date(_ row: JSONValue) -> String {
    if let date = DateEntry.date(of: row) { return date.description }
    guard let odd = row[key: "date"]?.unlessBlank else { return "no date" }
    return Wording.quoted(odd.text ?? odd.printed())
  }

  private static func rule(_ row: JSONValue) -> String {
    [RecurringKey.freq, .count].compactMap { key in
      row[member: key]?.unlessBlank.map {
        Wording.meaning($0, of: ObjectTypes.recurring.field(key.rawValue))
      }
    }
    .joined(separator: " × ")
  }

  private static func notification(_ row: JSONValue) -> String {
    let receivers: [(key: NotificationKey, name: String)] = [
      (.shouldSendToContact, "contact"), (.shouldSendToGuest, "guests"),
      (.shouldSendToUser, "user"), (.shouldSendToSelectedUsers, "selected users"),
    ]
    let named = receivers.filter { row[member: $0.key]?.looseBool == true }.map(\.name)
    return "to " + (named.isEmpty ? "nobody" : named.joined(separator: ", "))
  }

  /// The hours of a day or an entry: "09:00–12:00, 13:00–17:00", "closed"; what opens nothing is
  /// said to be ignored.
  static func hours(_ value: JSONValue?) -> String {
    guard value?.array != nil else { return "no hours" }
    let hours = DayHours(value)
    let open = hours.stored.filter(\.isUsable)
    let ignored = hours.ignored.map { "\($0.range?.description ?? "unreadable range") (ignored)" }
    if ignored.isEmpty { return HoursText.format(open) }
    return (open.isEmpty ? ignored : [HoursText.format(open)] + ignored).joined(separator: ", ")
  }
}
