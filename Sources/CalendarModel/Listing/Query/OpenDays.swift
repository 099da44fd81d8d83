import JSON

/// The days on which a calendar is asked to be open.
///
/// It is open on several when it is on at least one of them. What counts are hours: the
/// date-specific ones, the weekly ones, and which of both count; and those of schedules, where they
/// are known to govern. Whether the booking horizon reaches so far, and whether the calendar is a
/// draft, does not count: who closes a day in December asks in November.
enum OpenDays: Sendable, Hashable {
  /// In order, never empty.
  case dates([CalendarDate])
  /// Of every week, by the weekly hours; 0 is Sunday.
  case weekdays([Int])

  func truth(in calendar: ListedCalendar, _ context: QueryContext) -> Truth {
    if let governing = context.governing(calendar) {
      return Truth(isOpen(by: governing, calendar, context))
    }
    let isKnown = [CalendarKey.openHours, .availabilities].contains(where: calendar.isKnown)
    guard isKnown, let type = AvailabilityType(in: calendar.calendar) else { return .unknown }
    let hours = OwnHours(calendar, type)
    switch self {
    case .weekdays(let days): return Truth.any(days.lazy.map { hours.isOpen(weekday: $0) })
    case .dates(let dates): return Truth.any(dates.lazy.map { hours.isOpen(on: $0) })
    }
  }

  private func isOpen(
    by governing: GoverningSchedules, _ calendar: ListedCalendar, _ context: QueryContext
  ) -> Bool {
    let parties = governing.parties
    let own = OwnHours(calendar, AvailabilityType(in: calendar.calendar) ?? .both)
    func isOpen(_ date: CalendarDate, _ hours: DayHours) -> Bool {
      !governing.plan(on: date, of: parties, own: hours).open.ranges.isEmpty
    }
    switch self {
    case .dates(let dates): return dates.contains { isOpen($0, own.hours(on: $0)) }
    case .weekdays(let days):
      return days.contains { day in
        isOpen(governing.usualDate(of: day, from: context.today), own.hours(weekday: day))
      }
    }
  }
}

/// The hours that a calendar has itself.
private struct OwnHours {
  private let type: AvailabilityType
  private let week: WeekHours
  private let isWeekKnown: Bool
  /// Nil where the list is none.
  private let rows: [JSONValue]

  init(_ calendar: ListedCalendar, _ type: AvailabilityType) {
    self.type = type
    week = WeekHours(calendar.calendar[WeekHours.path])
    isWeekKnown = calendar.isKnown(.openHours)
    // An entry that says its week and no dates has none: the service leaves an empty list out.
    rows = calendar.calendar[DateIndex.path]?.array ?? []
  }

  func isOpen(weekday: Int) -> Truth {
    if type == .dates { return .no }
    return isWeekKnown ? Truth(!week[weekday].ranges.isEmpty) : .unknown
  }

  func isOpen(on date: CalendarDate) -> Truth {
    if let hours = entry(on: date) { return Truth(!hours.ranges.isEmpty) }
    return isOpen(weekday: date.weekday)
  }

  func hours(weekday: Int) -> DayHours { type == .dates ? DayHours() : week[weekday].hours }

  func hours(on date: CalendarDate) -> DayHours { entry(on: date) ?? hours(weekday: date.weekday) }

  /// The hours of the first entry of a day that is not deleted.
  private func entry(on date: CalendarDate) -> DayHours? {
    guard type != .weekly else { return nil }
    let row = rows.first { DateEntry.date(of: $0) == date && !DateEntry.isDeleted($0) }
    return row.map { DateEntry($0).hours }
  }
}

extension GoverningSchedules {
  /// A date of a weekday on which, and around which, no schedule has a rule of its own.
  fileprivate func usualDate(of weekday: Int, from today: CalendarDate) -> CalendarDate {
    let first = today.adding(days: (weekday - today.weekday + 7) % 7)
    let dates = (0..<106).lazy.map { first.adding(days: $0 * 7) }
    return dates.first { date in
      schedules.allSatisfy { schedule in
        (-2...2).allSatisfy { schedule.dates[date.adding(days: $0)] == nil }
      }
    } ?? first
  }
}
