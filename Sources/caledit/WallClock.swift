import CalendarModel

/// Tells what time it is by the clock of the calendar, or of this machine while that is not known,
/// and when its day ends.
struct WallClock {
  private(set) var calendarClock = CalendarClock(ofMachine: ZoneData.machine)
  /// What was told last, and when, in seconds since 1970.
  private var told: CalendarMoment?
  private var toldAt = System.seconds
  /// In seconds since 1970.
  private var end = 0

  init() {
    end = calendarClock.endOfDay(at: toldAt)
    told = calendarClock.moment(at: toldAt)
  }

  var now: CalendarMoment { calendarClock.moment(at: System.seconds) }

  /// Goes by another clock from now on.
  mutating func go(by clock: CalendarClock) {
    calendarClock = clock
    told = nil
    end = clock.endOfDay(at: System.seconds)
  }

  /// What time it is, when that is another minute than it was the last time.
  mutating func tick() -> CalendarMoment? {
    let seconds = System.seconds
    // By the calendar's own minutes: a zone need not be whole minutes away from UTC.
    let moment = calendarClock.moment(at: seconds)
    guard moment != told else { return nil }
    // The clock of the machine may be set back, too.
    if seconds >= end || seconds < toldAt { end = calendarClock.endOfDay(at: seconds) }
    (told, toldAt) = (moment, seconds)
    return moment
  }

  /// When the day ends; the process sleeps until then where nothing else happens.
  var endOfDay: ContinuousClock.Instant { .now + .seconds(max(1, end - System.seconds)) }
}
