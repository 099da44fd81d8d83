import CalendarModel
import CommandOutput
import JSON

/// A list of calendars in columns, and as records.
struct ListReport {
  private let parts: [ListedPart]
  private let sort: SortChoice?
  private let group: ListGrouping?
  private let today: CalendarDate

  init(_ parts: [ListedPart], sort: SortChoice?, group: ListGrouping?, today: CalendarDate) {
    (self.parts, self.sort, self.group, self.today) = (parts, sort, group, today)
  }

  var report: CommandReport {
    var report = CommandReport()
    let all = parts.flatMap { part in part.calendars.map { (part, $0) } }
    let calendars = all.map(\.1)
    let order = sort ?? SortChoice(.name)
    let sorted = order.order.sorted(calendars, isDescending: order.isDescending, today: today)
    var table = TextTable(Self.columns(withProfile: parts.count > 1))
    if let group {
      for group in group.groups(of: calendars, in: sorted) {
        table.addHeading(StyledText("\(group.title)  \(group.calendars.count)", .heading))
        for place in group.calendars { table.add(row(all[place])) }
      }
    } else {
      for place in sorted { table.add(row(all[place])) }
    }
    if calendars.isEmpty {
      report.printout.add(StyledText("No calendars.", .dim))
    } else {
      report.printout.add(table)
    }
    report.list(sorted.map { json(all[$0]) }, "calendars", each: "calendar")
    return report
  }

  // MARK: For people

  private static func columns(withProfile: Bool) -> [TextTable.Column] {
    typealias Column = TextTable.Column
    var columns = [
      Column("Calendar", least: 16), Column("Id", least: 20),
      Column("State", rank: 1), Column("Length", least: 8, rank: 2),
      Column("Week", least: WeekGlance.width, rank: 3), Column("Wrong", least: 8, rank: 4),
      Column("Hours", least: 11, rank: 5), Column("Type", rank: 6),
      Column("Team", isNumber: true, rank: 7), Column("Group", least: 10, rank: 8),
    ]
    if withProfile { columns.insert(Column("Profile", least: 8), at: 0) }
    return columns
  }

  private func row(_ entry: (ListedPart, ListedCalendar)) -> [StyledText] {
    let (part, calendar) = entry
    let counts = calendar.problems(today: today)
    var wrong: [StyledText] = []
    if counts.errors > 0 {
      wrong.append(StyledText(Wording.counted(counts.errors, "error"), .bad))
    } else if counts.warnings > 0 {
      wrong.append(StyledText(Wording.counted(counts.warnings, "warning"), .warn))
    }
    let glance = WeekGlance(part.format)
    let cells = [
      StyledText(calendar.title), StyledText(calendar.id ?? "-", .dim),
      StyledText(
        calendar.state.label.lowercased(), calendar.state == .active ? .plain : .dim),
      StyledText(calendar.duration), StyledText(calendar.week(glance)),
      wrong.first ?? StyledText(),
      StyledText(isGoverned(calendar, part) ? "by schedule" : "", .warn),
      StyledText(calendar.typeText), StyledText(calendar.memberCount),
      StyledText(calendar.groupName ?? ""),
    ]
    return parts.count > 1 ? [StyledText(part.account.title, .dim)] + cells : cells
  }

  private func isGoverned(_ calendar: ListedCalendar, _ part: ListedPart) -> Bool {
    calendar.id.flatMap { part.schedules[$0] }?.governs ?? false
  }

  // MARK: For programs

  private func json(_ entry: (ListedPart, ListedCalendar)) -> JSONValue {
    let (part, calendar) = entry
    let counts = calendar.problems(today: today)
    let schedule = calendar.id.flatMap { part.schedules[$0] }
    let members = calendar.memberIDs.map { id in
      JSONValue.object(
        JSONObject(known: [("id", .text(id)), ("name", calendar.names[id].map(JSONValue.text))]))
    }
    let name = part.account.name
    return .object(
      JSONObject(known: [
        ("profile", name.isEmpty ? nil : .text(name)),
        ("location", part.account.location.map(JSONValue.text)),
        ("id", calendar.id.map(JSONValue.text) ?? .null),
        ("name", calendar.name.map(JSONValue.text) ?? .null),
        ("slug", calendar.slug.map(JSONValue.text) ?? .null),
        (
          "type",
          calendar.type.map { .text($0.rawValue) } ?? calendar.calendar[.calendarType] ?? .null
        ),
        ("state", .text(calendar.state.rawName)),
        ("durationMinutes", calendar.durationMinutes.map(Self.number) ?? .null),
        ("week", .text(calendar.week(.forPrograms))),
        ("errors", .integer(counts.errors)), ("warnings", .integer(counts.warnings)),
        ("governedBySchedule", schedule.map { .bool($0.governs) } ?? .null),
        ("members", .array(members)),
        ("groupId", calendar.groupID.map(JSONValue.text) ?? .null),
        ("group", calendar.groupID.flatMap { calendar.names[$0] }.map(JSONValue.text) ?? .null),
        ("updated", calendar.updated.map(JSONValue.text) ?? .null),
      ]))
  }

  private static func number(_ number: Double) -> JSONValue {
    number == number.rounded() && abs(number) < 1e15
      ? .integer(Int(number)) : JSONNumber("\(number)").map(JSONValue.number) ?? .null
  }
}

extension ListedCalendar.State {
  /// As programs read it.
  var rawName: String {
    switch self {
    case .active: "active"
    case .draft: "draft"
    case .unknown: "unknown"
    }
  }
}
