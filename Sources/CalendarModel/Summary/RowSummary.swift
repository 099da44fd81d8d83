import JSON

/// Says in a few words which row of a list something is.
package enum RowSummary {
  /// The row by what a person knows it by: a user, a date, days and hours; empty when it is empty.
  ///
  /// - Parameter names: the names of users by id, where they are known.
  package static func text(
    of row: JSONValue, _ type: ObjectType, names: [String: String] = [:],
    in format: LocalFormat = .standard
  ) -> String {
    guard row.object != nil else { return row.printed() }
    return type.summary(row, names, format)
  }

  /// The row as ``text(of:_:names:in:)`` has it, or what it lacks: "no user chosen".
  package static func name(
    of row: JSONValue, _ type: ObjectType, names: [String: String] = [:],
    in format: LocalFormat = .standard
  ) -> String {
    let text = text(of: row, type, names: names, in: format)
    return text.isEmpty ? type.nameOfEmpty : text
  }

  // MARK: Objects of each type

  static func member(_ row: JSONValue, _ names: [String: String], _: LocalFormat) -> String {
    guard let id = row[member: MemberKey.userId]?.unlessBlank else { return "" }
    return Wording.meaning(
      id, of: ObjectType.teamMember.field(MemberKey.userId.rawValue), names: names)
  }

  static func location(_ row: JSONValue, _: [String: String], _: LocalFormat) -> String {
    let kind = row[member: LocationKey.kind]?.unlessBlank.map {
      Wording.meaning($0, of: ObjectType.location.field(LocationKey.kind.rawValue))
    }
    return [kind, row[member: LocationKey.location]?.unlessBlank.map { $0.text ?? $0.printed() }]
      .compactMap { $0 }.joined(separator: ": ")
  }

  static func range(_ row: JSONValue, _: [String: String], _ format: LocalFormat) -> String {
    HourRange.written(row, in: format) ?? row.printed()
  }

  static func weekEntry(_ row: JSONValue, _: [String: String], _ format: LocalFormat) -> String {
    let days = row[member: WeekEntryKey.daysOfTheWeek]?.array
    return (days.flatMap { Wording.days($0, Choices.days, in: format) } ?? "no day") + " "
      + hours(row[member: WeekEntryKey.hours], in: format)
  }

  static func dateEntry(_ row: JSONValue, _: [String: String], _ format: LocalFormat) -> String {
    date(row) + " " + hours(row[member: DateEntryKey.hours], in: format)
  }

  static func lookBusy(_ row: JSONValue, _: [String: String], _: LocalFormat) -> String {
    LookBusyEffect(config: row).text
  }

  private static func date(_ row: JSONValue) -> String {
    if let date = DateEntry.date(of: row) { return date.description }
    guard let odd = row[member: DateEntryKey.date]?.unlessBlank else { return "no date" }
    return Wording.quoted(odd.text ?? odd.printed())
  }

  static func rule(_ row: JSONValue, _: [String: String], _: LocalFormat) -> String {
    [RecurringKey.freq, .count].compactMap { key in
      row[member: key]?.unlessBlank.map {
        Wording.meaning($0, of: ObjectType.recurring.field(key.rawValue))
      }
    }
    .joined(separator: " × ")
  }

  static func notification(_ row: JSONValue, _: [String: String], _: LocalFormat) -> String {
    let receivers: [(key: NotificationKey, name: String)] = [
      (.shouldSendToContact, "contact"), (.shouldSendToGuest, "guests"),
      (.shouldSendToUser, "user"), (.shouldSendToSelectedUsers, "selected users"),
    ]
    let named = receivers.filter { row[member: $0.key]?.looseBool == true }.map(\.name)
    return "to " + (named.isEmpty ? "nobody" : named.joined(separator: ", "))
  }

  /// The hours of a day or an entry: "09:00–12:00, 13:00–17:00", "closed"; what opens nothing is
  /// said to be ignored.
  static func hours(_ value: JSONValue?, in format: LocalFormat) -> String {
    guard value?.array != nil else { return "no hours" }
    let hours = DayHours(value)
    let open = hours.stored.filter(\.isUsable)
    let text = HoursText.format(open, in: format)
    let ignored = hours.ignored.map {
      "\($0.range.map(format.range) ?? "unreadable range") (ignored)"
    }
    if ignored.isEmpty { return text }
    return (open.isEmpty ? ignored : [text] + ignored).joined(separator: ", ")
  }
}
