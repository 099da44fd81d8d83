import CalendarModel
import JSON

/// What the plans and runs of all calendars of one account have in common.
package struct BatchContext: Sendable {
  package var work: BatchWork
  package var policy: BatchPolicy
  package var account: BatchAccount
  /// What the ids of users, groups and forms stand for.
  package var names: [String: String]
  /// The ids that the service lists of each kind; a kind that is not in it was not listed.
  package var listedIDs: [LookUp: Set<String>]
  /// The day that past dates are told by.
  package var today: CalendarDate
  /// How times and weeks are said.
  package var format: LocalFormat
  /// The version of the calls.
  package var version: APIVersion

  package init(
    work: BatchWork, policy: BatchPolicy = BatchPolicy(), account: BatchAccount = BatchAccount(),
    names: [String: String] = [:], listedIDs: [LookUp: Set<String>] = [:], today: CalendarDate,
    format: LocalFormat = .standard, version: APIVersion = .dated
  ) {
    (self.work, self.policy, self.account) = (work, policy, account)
    (self.names, self.listedIDs) = (names, listedIDs)
    (self.today, self.format, self.version) = (today, format, version)
  }

  /// A calendar as a document that the work can be done to.
  func document(_ calendar: JSONValue, _ schedules: ScheduleAnswer) -> CalendarDocument {
    var document = CalendarDocument(calendar: calendar, today: today, format: format)
    document.names = names
    document.listedIDs = listedIDs
    if version != document.version { document.version = version }
    document.schedules = schedules
    return document
  }

  /// How an update is sent.
  ///
  /// - Parameter keepsHoursOut: whether a schedule governs, so that hours stay at home.
  func settings(keepsHoursOut: Bool) -> SaveSettings {
    SaveSettings(
      scope: account.scope, sendsUndocumented: account.undocumented != .leaveOut,
      keysKeptOut: keepsHoursOut ? Set(GoverningSchedules.governedKeys.map(\.rawValue)) : [])
  }

  /// Whether an update without the hours that a schedule governs would lose them.
  func losesHours(by body: UpdateBody) -> Bool {
    account.unnamed == .lost && !body.keptOut.isEmpty
  }

  /// Why a calendar is not one that may be changed; nil where it is.
  ///
  /// - Parameter calendar: as it was listed or loaded.
  func stranger(_ calendar: JSONValue, for target: BatchTarget) -> BatchOutcome? {
    guard calendar.calendarID == target.calendarID else {
      let other = calendar.calendarID.map { "has the id \(Wording.quoted($0))" } ?? "has no id"
      return BatchOutcome(
        .otherCalendar, "The service sent another calendar.",
        details: ["What came \(other). Nothing was sent."])
    }
    if let own = account.locationID, let its = calendar[.locationId]?.text, its != own {
      return BatchOutcome(
        .otherAccount, "The calendar is in another sub-account.",
        details: ["It is in \(Wording.quoted(its)), and not in \(Wording.quoted(own))."])
    }
    return nil
  }
}
