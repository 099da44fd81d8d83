/// How a person reads times and weeks: the clock, and the day that weeks begin with.
///
/// It is for what people read and edit. What goes to the service, into drafts, records and logs
/// does not depend on it, and what people type is understood by both clocks.
package struct LocalFormat: Sendable, Hashable {
  package enum Clock: Sendable, Hashable, CaseIterable {
    /// `9am`, `1:30pm`.
    case twelve
    /// `09:00`, `13:30`.
    case twentyFour
  }

  /// The day that weeks begin with.
  package enum WeekStart: Sendable, Hashable, CaseIterable { case sunday, monday }

  package var clock: Clock
  package var weekStart: WeekStart

  package init(clock: Clock = .twentyFour, weekStart: WeekStart = .sunday) {
    self.clock = clock
    self.weekStart = weekStart
  }

  /// What holds where nobody chose: a clock of 24 hours, and weeks that begin with Sunday, as the
  /// service numbers the days.
  package static let standard = LocalFormat()

  // MARK: Weeks

  /// The days of a week in order; 0 is Sunday.
  package var weekdays: [Int] {
    switch weekStart {
    case .sunday: [0, 1, 2, 3, 4, 5, 6]
    case .monday: [1, 2, 3, 4, 5, 6, 0]
    }
  }

  /// The place of a weekday in the week, counted from 0; 0 is Sunday.
  package func column(of weekday: Int) -> Int {
    (weekday + (weekStart == .monday ? 6 : 0)) % 7
  }

  /// Days of the week in its order; 0 is Sunday.
  package func sorted(_ weekdays: some Sequence<Int>) -> [Int] {
    weekdays.sorted { column(of: $0) < column(of: $1) }
  }

  // MARK: Times

  /// A time of day in minutes after midnight: `09:00`, `9am`; midnight at the end of the day is
  /// `24:00` or `12am`.
  package func time(_ minutes: Int) -> String {
    switch clock {
    case .twentyFour: HourRange.clock(minutes)
    case .twelve: shortTime(minutes)
    }
  }

  /// A time of day with its minutes: `09:00`, `9:00am`.
  package func fullTime(_ minutes: Int) -> String {
    switch clock {
    case .twentyFour: HourRange.clock(minutes)
    case .twelve: "\(twelve(minutes)):\((minutes % 60).padded(to: 2))\(half(minutes))"
    }
  }

  /// A time of day as people type it: `9`, `13:30`; `9am`, `1:30pm`.
  package func shortTime(_ minutes: Int) -> String {
    switch clock {
    case .twentyFour: HoursText.shortClock(minutes)
    case .twelve: minutes % 60 == 0 ? "\(twelve(minutes))\(half(minutes))" : fullTime(minutes)
    }
  }

  /// An hour over a scale, 0 to 24: `6`, `6a`.
  package func hourLabel(_ hour: Int) -> String {
    switch clock {
    case .twentyFour: "\(hour)"
    case .twelve: "\(twelve(hour * 60))\(half(hour * 60).prefix(1))"
    }
  }

  /// A range: `09:00–17:30`, `9am–5:30pm`.
  package func range(_ range: HourRange) -> String {
    "\(time(range.open))–\(time(range.close))"
  }

  /// A range as people type it: `9-17:30`, `9am-5:30pm`.
  package func shortRange(_ range: HourRange) -> String {
    "\(shortTime(range.open))-\(shortTime(range.close))"
  }

  /// A moment: `2026-12-24 09:00`, `2026-12-24 9:00am`.
  package func moment(_ moment: CalendarMoment) -> String {
    "\(moment.date) \(fullTime(moment.minute))"
  }

  /// The hour of a clock of twelve, 1 to 12.
  private func twelve(_ minutes: Int) -> Int { (minutes / 60 + 11) % 12 + 1 }

  private func half(_ minutes: Int) -> String { minutes / 60 % 24 < 12 ? "am" : "pm" }
}
