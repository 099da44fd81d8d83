import CalendarAPI
import CalendarModel
import CalendarWork
import JSON
import Synchronization

/// How the calendars of one sub-account are reached in a run, and what their plans have in common.
final class BatchLink: Sendable {
  let connection: Connection
  /// The address of the service; nil for the sandbox, of which nothing is kept.
  let base: BaseURL?
  /// What is known of the schedules, by the id of the calendar; one that is not in it is not governed.
  let schedules: [String: ScheduleAnswer]
  /// The calendars that were loaded to ask for their schedules, by id, as they came.
  let loaded: [String: JSONValue]
  private let facts: Facts
  private let known: Mutex<Known>

  private struct Known {
    var context: BatchContext
    /// The id of the sub-account that habits are filed under; nil while nobody said it.
    var location: String?
  }

  /// What is known of a sub-account besides the way there.
  struct Facts: Sendable {
    var locationID: String?
    var isReadOnly = false
    var updates = UpdateSetting.auto
    /// Whether updates that name less than the whole calendar are sent also where one lost what it did
    /// not name.
    var risksLoss = false
    /// What the ids of users, groups and forms stand for.
    var names: [String: String] = [:]
    /// The ids that the service lists of each kind; a kind that is not in it was not listed.
    var listedIDs: [LookUp: Set<String>] = [:]
    /// What is known of the schedules, by the id of the calendar.
    var schedules: [String: ScheduleAnswer] = [:]
    /// The calendars that were loaded to ask for them, by id.
    var loaded: [String: JSONValue] = [:]
    /// The day that past dates are told by.
    var today: CalendarDate
  }

  /// The way to a sub-account, with what is remembered of its habits.
  init(
    _ connection: Connection, base: BaseURL?, _ facts: Facts, for work: BatchWork,
    _ policy: BatchPolicy, format: LocalFormat
  ) {
    (self.connection, self.base, schedules) = (connection, base, facts.schedules)
    loaded = facts.loaded
    self.facts = facts
    var policy = policy
    policy.isReadOnly = facts.isReadOnly
    let habits = facts.locationID.map { connection.habits(of: $0) } ?? AccountHabits()
    known = Mutex(
      Known(
        context: BatchContext(
          work: work, policy: policy, account: Self.account(facts, habits),
          names: facts.names, listedIDs: facts.listedIDs, today: facts.today, format: format,
          version: connection.apiVersion),
        location: facts.locationID))
  }

  private static func account(_ facts: Facts, _ habits: AccountHabits) -> BatchAccount {
    BatchAccount(
      locationID: facts.locationID, setting: facts.updates, habits: habits, risks: facts.risksLoss)
  }

  /// What the runs of its calendars go by.
  var context: BatchContext { known.withLock { $0.context } }

  // MARK: What is learnt

  /// Takes note that the service refuses nested keys that no document lists: later updates leave them
  /// out at once.
  func noteRefusedUndocumented() { known.withLock { $0.context.account.undocumented = .leaveOut } }

  /// Takes note of which sub-account a calendar is in, where nobody had said it, with what is remembered
  /// of it.
  func note(_ calendar: JSONValue) {
    guard let location = calendar[.locationId]?.text else { return }
    known.withLock { known in
      guard known.location == nil else { return }
      known.location = location
      known.context.account = Self.account(facts, connection.habits(of: location))
    }
  }

  /// Remembers what an update was seen to do to what it did not name.
  func noteUpdate(lost: Bool) {
    guard let location = known.withLock({ $0.location }) else { return }
    let before = connection.habits(of: location)
    var habits = before
    habits.note(lost: lost, scope: context.account.scope)
    if habits != before { connection.remember(habits, of: location) }
  }
}
