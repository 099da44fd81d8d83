import JSON

/// The start times that a booker would be offered by the settings as they stand.
///
/// What it takes for granted stands in ``assumptions``. Making one reads a few properties and the
/// weekly hours; the index of the dates can be made once and handed on while `availabilities` stays
/// the same. A day then costs its own ranges and starts.
package struct SlotPreview: Sendable {
  package let settings: Settings
  package let week: WeekHours
  package let dates: DateIndex
  /// Whose schedules decide on the hours.
  package let governing: GoverningSchedules
  private let parties: [GoverningSchedules.Party]
  private let entries: JSONValue?
  /// The most days that ``days(from:count:)`` answers.
  package static let longestSpan = 62

  /// Reads a calendar.
  ///
  /// - Parameters:
  ///   - now: by the calendar's own clock.
  ///   - dates: the index of the calendar's `availabilities`; nil makes it.
  ///   - governing: whose schedules decide on the hours of this calendar; nil where nobody asked.
  package init(
    calendar: JSONValue, now: CalendarMoment, dates: DateIndex? = nil,
    governing: GoverningSchedules? = nil
  ) {
    self.governing = governing ?? GoverningSchedules(.notAsked, for: calendar)
    parties = self.governing.parties
    settings = Settings(calendar: calendar, now: now)
    week = WeekHours(calendar[WeekHours.path])
    entries = calendar[DateIndex.path]
    self.dates = dates ?? DateIndex(entries)
  }

  /// What is worth knowing about the whole preview, besides the assumptions.
  package var remarks: [Remark] {
    settings.remarks
      + (dates.unreadable > 0 && settings.availability != .weekly
        ? [.unreadableDates(dates.unreadable)] : [])
  }

  /// The starts of consecutive days, 62 at most.
  package func days(from first: CalendarDate, count: Int) -> [Day] {
    let start = first.daysSinceEpoch
    return (0..<min(max(count, 0), Self.longestSpan)).map {
      day(CalendarDate(daysSinceEpoch: start + $0))
    }
  }

  /// The starts of one day, or why there are none.
  package func day(_ date: CalendarDate) -> Day {
    var (source, open) = hours(of: date)
    var spans = [open.spans]
    if parties != [.calendar] {
      let plan = governing.plan(on: date, of: parties, own: open)
      source = .schedules(governing.sourceText, isOnlyTogetherClosed: plan.isOnlyTogetherClosed)
      (open, spans) = (plan.open, plan.spans)
    }
    var day = Day(date: date, source: source, open: open)
    switch starts(in: spans) {
    case .failure(let reason):
      day.reason = date < settings.now.date ? .past : closure(of: day) ?? reason
    case .success(let starts):
      if starts.isEmpty {
        day.reason = date < settings.now.date ? .past : closure(of: day) ?? .noStartOnDay
        break
      }
      for start in starts {
        let moment = CalendarMoment(date, minute: start)
        if moment < settings.earliest {
          day.tooSoon += 1
        } else if let latest = settings.latest, moment >= latest {
          day.tooLate += 1
        } else {
          day.starts.append(start)
        }
      }
      if day.starts.isEmpty { day.reason = cut(of: day, first: starts.first, last: starts.last) }
    }
    day.hidden = settings.lookBusy.hidden(of: day.starts.count)
    return day
  }

  /// The hours of a date, by the kind of availability.
  private func hours(of date: CalendarDate) -> (Source, DayHours) {
    if settings.availability != .weekly, let hours = dates.hours(of: date, in: entries) {
      return (.dateEntry(rows: dates.liveRows(on: date)), hours)
    }
    if settings.availability == .dates { return (.nothing, DayHours()) }
    return (.weekly, week[date.weekday].hours)
  }

  /// Start times in minutes after midnight, ascending.
  ///
  /// - Parameter spans: the stretches of everybody who can take a booking.
  private func starts(in spans: [[Range<Int>]]) -> Result<[Int], Reason> {
    guard let duration = settings.duration else {
      return .failure(.invalidDuration(settings.durationText))
    }
    guard let interval = settings.interval else {
      return .failure(.invalidInterval(settings.intervalText))
    }
    let starts = spans.map { spans in
      spans.flatMap { span in
        stride(from: span.lowerBound, through: span.upperBound - duration, by: interval)
          .filter { (0..<1440).contains($0) }
      }
    }
    if starts.allSatisfy(\.isEmpty), let longest = spans.joined().map(\.count).max(),
      longest < duration
    {
      return .failure(.slotTooLong(duration: duration, longest: longest))
    }
    return .success(starts.count == 1 ? starts[0] : Set(starts.joined()).sorted())
  }

  /// Why a day has no hours; nil where it has some.
  private func closure(of day: Day) -> Reason? {
    guard day.open.ranges.isEmpty else { return nil }
    if let ignored = day.open.ignored.first { return .noUsableRange(ignored) }
    switch day.source {
    case .dateEntry: return .closedByDateEntry
    case .nothing: return .noDateEntry
    case .schedules(let words, let isOnlyTogetherClosed):
      return isOnlyTogetherClosed ? .noCommonHours : .closedBySchedules(words)
    case .weekly: return week.isClosed ? .noWeeklyHours : .closedThatWeekday(day.date.weekday)
    }
  }

  /// Why all starts of a day are cut away.
  private func cut(of day: Day, first: Int?, last: Int?) -> Reason {
    if day.date < settings.now.date { return .past }
    if day.tooSoon > 0, day.tooLate > 0 { return .betweenNoticeAndHorizon }
    if day.tooLate > 0, let latest = settings.latest { return .beyondHorizon(latest) }
    let isOver = last.map { CalendarMoment(day.date, minute: $0) < settings.now } ?? false
    return isOver ? .past : .beforeNotice(settings.earliest)
  }
}
