import TextUI

/// Names one of the calendars that are open, as long as the program runs.
package struct CalendarID: Sendable, Hashable {
  package let number: Int
}

/// What reaches the application from outside.
package enum AppMessage: Sendable {
  case terminal(TerminalEvent)
  /// An answer to something that a calendar asked for, or news of it.
  case calendar(CalendarID, Message)
}

/// What the application wants done outside of it, and the calendar that it is done for.
package struct AppEffect: Sendable, Equatable {
  package let calendar: CalendarID
  package let effect: Effect

  init(_ effect: Effect, of calendar: CalendarID) {
    self.calendar = calendar
    self.effect = effect
  }
}
