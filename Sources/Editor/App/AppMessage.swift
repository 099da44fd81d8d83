import CalendarAPI
import CalendarModel
import CalendarWork
import JSON
import TextUI

/// Names one of the calendars that are open, as long as the program runs.
package struct CalendarID: Sendable, Hashable {
  package let number: Int

  /// The place of the list, which no calendar has.
  package static let home = CalendarID(number: 0)
}

/// What reaches the application from outside.
package enum AppMessage: Sendable {
  case terminal(TerminalEvent)
  /// What line mode asks of what is shown.
  case line(LineOrder)
  /// An answer to something that a calendar asked for, or news of it.
  case calendar(CalendarID, Message)
  /// News of a sub-account.
  case account(AccountID, AccountNews)
  /// What was kept of a calendar outside is put away: it is closed.
  case closed(CalendarID)
  /// News of a run by its number.
  ///
  /// - Parameter time: seconds since it began, by a clock that never goes back.
  case run(Int, BatchNews, at: Double)
  /// Keys had their turn: a plan that is being made goes on.
  case planMore
}

/// What becomes known of a sub-account.
package enum AccountNews: Sendable {
  /// Its calendars came, or did not.
  case listed(Result<CalendarListing, ServiceError>)
  /// What it is called, and its time zone.
  case named(SubAccount)
  /// The names of its users or groups.
  case lookedUp(LookUp, [LookUpResult])
  /// The schedules of its users, for all its calendars.
  case schedules(ScheduleList)
  /// The calendars of which a draft is kept.
  case drafts(Set<String>)
  /// What is remembered of how it takes updates.
  case habits(AccountHabits)
}

/// What the application wants done outside of it.
package enum AppEffect: Sendable, Equatable {
  /// Something for an open calendar.
  case calendar(CalendarID, Effect)
  /// Get ready for a calendar that is being opened: its drafts, its history, its connection.
  case open(CalendarID, AccountID, calendarID: String)
  /// End with a calendar that was closed.
  case close(CalendarID, keepsDraft: Bool)
  /// Ask for the calendars of a sub-account, their names, and the drafts that are kept.
  case list(AccountID, locationID: String)
  /// Change many calendars, with a journal; what becomes of each comes as ``BatchNews``.
  case beginRun(Int, BatchOrder)
  /// Begin no other calendar of a run.
  case stopRun(Int)
  /// Go on with what is left of a run that has ended.
  case goOnWithRun(Int)
  /// End with a run: nothing more will be asked of it.
  case endRun(Int)
  /// Come back with ``AppMessage/planMore`` after what was typed meanwhile.
  case planMore
  /// End the program.
  case quit(status: Int32, keepsDrafts: Bool)
}
