import CalendarAPI
import CalendarModel
import CalendarWork
import Synchronization

/// How the calendars of one sub-account are reached in a run, and what their plans have in common.
final class BatchLink: Sendable {
  let connection: Connection
  /// The address of the service; nil for the sandbox, of which nothing is kept.
  let base: BaseURL?
  /// What is known of the schedules, by the id of the calendar; one that is not in it is not governed.
  let schedules: [String: ScheduleAnswer]
  private let known: Mutex<BatchContext>

  init(
    _ connection: Connection, base: BaseURL?, context: BatchContext,
    schedules: [String: ScheduleAnswer]
  ) {
    (self.connection, self.base, self.schedules) = (connection, base, schedules)
    known = Mutex(context)
  }

  /// What the runs of its calendars go by.
  var context: BatchContext { known.withLock { $0 } }

  /// Takes note that the service refuses nested keys that no document lists: later updates leave them
  /// out at once.
  func noteRefusedUndocumented() { known.withLock { $0.account.undocumented = .leaveOut } }
}
