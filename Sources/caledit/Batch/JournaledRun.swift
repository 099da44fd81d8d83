import CalendarAPI
import CalendarModel
import CalendarWork
import State

/// A run that is on disk: its journal, and what of it is to be done.
struct JournaledRun: Sendable {
  let journal: RunJournal
  private let runs: RunFiles

  /// Writes the plans down; what is settled by them is settled in the journal too.
  ///
  /// - Throws: where it cannot be written; nothing may be sent then.
  init(
    _ plans: [PlannedCalendar], _ work: BatchWork, _ policy: BatchPolicy,
    _ links: [String: BatchLink], in runs: RunFiles, today: CalendarDate,
    command: RunHeader.Command
  ) throws(Failure) {
    self.runs = runs
    journal = try runs.begin(work, policy, links, today: today, command: command)
    do throws(FileError) {
      for plan in plans {
        let index = try journal.add(plan)
        if let outcome = plan.settled { try journal.ended(outcome, of: index) }
      }
      try journal.sync()
    } catch {
      runs.end(journal)
      throw RunFiles.noJournal(error)
    }
  }

  /// Opens a run to go on with it.
  ///
  /// - Parameter tokens: what the journal may not hold.
  init(
    opening id: String, without tokens: [Token], in runs: RunFiles
  ) throws(Failure) {
    self.runs = runs
    journal = try runs.open(id, without: tokens)
  }

  /// What is left to do, in the order of the plans.
  var items: [BatchRunner.Item] {
    journal.left().compactMap { left in
      guard let plan = try? journal.planned(at: left.index) else { return nil }
      return BatchRunner.Item(
        index: left.index, account: plan.target.account, sentAt: left.sentAt)
    }
  }

  /// The plans of what is left, in their order.
  ///
  /// - Throws: for a plan that cannot be read.
  func plansLeft() throws(Failure) -> [PlannedCalendar] {
    var plans: [PlannedCalendar] = []
    do throws(UnusableRun) {
      for left in journal.left() { plans.append(try journal.planned(at: left.index)) }
    } catch {
      throw Failure("run \(journal.id): \(error.message)")
    }
    return plans
  }

  /// Ends with it; what is left of it stays on disk.
  func end() { runs.end(journal) }
}
