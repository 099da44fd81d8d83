import CalendarModel
import CalendarWork
import JSON

/// What an open calendar, or a dialog over it, asks of the application.
package enum AppRequest: Sendable, Hashable {
  // MARK: Going from calendar to calendar

  /// Show the list of calendars.
  case showList
  /// Show the calendars that are open.
  case showOpenCalendars
  /// Show the calendar that was on the screen before this one.
  case showPrevious
  /// Show an open calendar.
  case show(CalendarID)
  /// Open a calendar of a sub-account, or show it where it is open.
  case open(AccountID, calendarID: String)
  /// Open the calendar that stands so many places further on in the list.
  case openNeighbour(Int)
  /// Put the calendar away.
  ///
  /// - Parameter keepsDraft: whether its changes stay in a draft.
  case close(keepsDraft: Bool)

  /// Compare with the calendar that was shown before, or no longer.
  case compare

  // MARK: Copying settings

  /// Choose a calendar to copy from.
  case copyFrom
  /// Choose what others get of this calendar.
  case useForOthers
  /// Go on when the settings are chosen.
  case copy(CopyChoices, CopyDirection)
  /// Copy to these calendars, after what would change was shown.
  case copyTo(CopyChoices, [ListedPlace])
  case applyCopy
  case dropCopy

  // MARK: Changing many calendars

  /// Choose the calendars that the changes of this one are for.
  case applyToOthers
  /// Show what would be done to some calendars.
  case plan(BatchWork, [ListedPlace])
  /// Do what was planned.
  case run(BatchPlan)
  /// Show the run, or what became of it.
  case showRun
  /// Begin no other calendar.
  ///
  /// - Parameter quits: whether the program is to end when the run has ended.
  case stopRun(quits: Bool)
  /// Go on with the calendars that are left.
  case goOnWithRun
  /// Open a calendar of a run where it was changed.
  case openChanged(BatchTarget, JSONPath?)

  // MARK: All of them

  /// Review and save the changed calendars one after the other.
  case saveAll
  /// Stop saving them, and say what became of each.
  case stopRound
  /// Go on to the next of the changed calendars without saving this one.
  case skip
  /// End the program, after a question where something is not saved.
  case quit
  /// End the program.
  case quitNow(keepsDrafts: Bool)

  // MARK: The list

  /// Show the sub-accounts to choose from.
  case showAccounts
  /// List the calendars of a sub-account; nil lists those of all.
  case list(AccountID?)
  /// List the first of the sub-accounts: those of the demo, where nothing else is known.
  case beginDemo
  /// Ask the service for the list again.
  case listAgain
}

extension AppRequest {
  /// Whether a calendar takes the place of the list.
  var leavesList: Bool {
    switch self {
    case .open, .show, .showPrevious: true
    default: false
    }
  }
}
