import CalendarModel
import Editor

/// The clocks of the open calendars: each goes by the time zone of its sub-account.
struct CalendarClocks {
  private var clocks: [CalendarID: WallClock] = [:]
  /// What goes where no zone is known yet.
  private var machine = WallClock()

  subscript(_ id: CalendarID) -> WallClock { clocks[id] ?? machine }

  /// Goes by another clock for a calendar from now on.
  mutating func go(_ id: CalendarID, by clock: CalendarClock) {
    clocks[id, default: machine].go(by: clock)
  }

  /// What time it is for a calendar, when that is another minute than it was the last time.
  mutating func tick(_ id: CalendarID) -> CalendarMoment? {
    clocks[id] == nil ? machine.tick() : clocks[id]?.tick()
  }

  mutating func forget(_ id: CalendarID) { clocks[id] = nil }
}
