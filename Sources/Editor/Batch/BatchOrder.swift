import CalendarModel
import CalendarWork

/// What a run is to do, for whoever does it.
package struct BatchOrder: Sendable, Hashable {
  /// What is known of a sub-account whose calendars are changed.
  package struct Account: Sendable, Hashable {
    package let id: AccountID
    /// What it is called on screen; not sanitised.
    package let title: String
    package let locationID: String?
    package let terms: AccountTerms
    /// What is remembered of how it takes updates.
    package let habits: AccountHabits
    /// What the ids of users, groups and forms stand for.
    package var names: [String: String]
    /// The ids that the service lists of each kind; a kind that is not in it was not listed.
    package var listedIDs: [LookUp: Set<String>]
    /// What is known of the schedules, by the id of the calendar.
    package var schedules: [String: ScheduleAnswer]
    /// The day that past dates are told by.
    package let today: CalendarDate
  }

  package let work: BatchWork
  package var policy: BatchPolicy
  package let format: LocalFormat
  package var accounts: [Account]
  /// What is done to each calendar, those included that nothing is sent for.
  package var plans: [PlannedCalendar]

  /// What the plans and the runs of the calendars of an account go by.
  func context(of account: Account) -> BatchContext {
    var policy = policy
    policy.isReadOnly = account.terms.isReadOnly
    return BatchContext(
      work: work, policy: policy,
      account: BatchAccount(
        locationID: account.locationID, setting: account.terms.updates, habits: account.habits),
      names: account.names, listedIDs: account.listedIDs, today: account.today, format: format,
      version: account.terms.version)
  }

  /// What the account of a calendar is called on screen.
  func title(of target: BatchTarget) -> String {
    accounts.first { $0.id.name == target.account }?.title ?? target.account
  }

  /// Where a calendar is listed.
  static func place(of target: BatchTarget) -> ListedPlace {
    ListedPlace(account: AccountID(target.account), calendarID: target.calendarID)
  }
}
