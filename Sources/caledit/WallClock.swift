import CalendarModel

/// Tells what time it is by the clock of the calendar, or of this machine while that is not known,
/// and when its day ends.
struct WallClock {
  private(set) var calendarClock = CalendarClock(ofMachine: ZoneData.machine)
  /// The minute since 1970 that was told last.
  private var minute = System.seconds / 60
  /// In seconds since 1970.
  private var end = 0

  init() { end = calendarClock.endOfDay(at: System.seconds) }

  var now: CalendarMoment { calendarClock.moment(at: System.seconds) }

  /// Goes by another clock from now on.
  mutating func go(by clock: CalendarClock) {
    calendarClock = clock
    minute = 0
    end = clock.endOfDay(at: System.seconds)
  }

  /// What time it is, when that is another minute than it was the last time.
  mutating func tick() -> CalendarMoment? {
    let seconds = System.seconds
    guard seconds / 60 != minute else { return nil }
    // The clock of the machine may be set back, too.
    if seconds >= end || seconds / 60 < minute { end = calendarClock.endOfDay(at: seconds) }
    minute = seconds / 60
    return calendarClock.moment(at: seconds)
  }

  /// When the day ends; the process sleeps until then where nothing else happens.
  var endOfDay: ContinuousClock.Instant { .now + .seconds(max(1, end - System.seconds)) }
}
