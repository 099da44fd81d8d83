import CalendarAPI
import CalendarModel
import CalendarWork
import JSON
import State

/// Takes one calendar of a run through: does what its ``CalendarRun`` asks for, and keeps what a later
/// run and the history need to know.
struct CalendarCourse: Sendable {
  private let item: BatchRunner.Item
  private let journal: RunJournal
  private let link: BatchLink
  private let history: StateFolder?
  private let isStopped: @Sendable () -> Bool

  init(
    _ item: BatchRunner.Item, _ journal: RunJournal, _ link: BatchLink, _ history: StateFolder?,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    (self.item, self.journal, self.link) = (item, journal, link)
    (self.history, self.isStopped) = (history, isStopped)
  }

  /// - Throws: where the journal can be neither read nor written; nothing is sent then.
  func run() async throws(Failure) -> BatchOutcome {
    var run = try begun()
    let planned = run.planned
    let keeper = history.flatMap { folder in
      link.base.map { HistoryKeeper($0, calendarID: planned.target.calendarID, in: folder) }
    }
    defer { keeper?.close() }
    var step = run.begin()
    while true {
      switch step {
      case .ended(let outcome):
        if run.refusesUndocumented { link.noteRefusedUndocumented() }
        if let record = run.record {
          _ = keeper?.complete(
            after: record.after, outcome: record.outcome, notes: record.notes,
            mayArrive: record.mayArrive)
        }
        return outcome
      case .request(let request):
        if isStopped(), let end = run.cancel() {
          step = end
        } else {
          step = try await perform(request, &run, keeper)
        }
      }
    }
  }

  /// The run of the calendar as the journal plans it, with what an earlier run sent.
  private func begun() throws(Failure) -> CalendarRun {
    do throws(UnusableRun) {
      let planned = try journal.planned(at: item.index)
      let schedules = link.schedules[planned.target.calendarID] ?? .notAsked
      guard let sentAt = item.sentAt, let update = try journal.sent(of: item.index) else {
        return CalendarRun(planned, in: link.context, schedules: schedules)
      }
      return CalendarRun(
        planned, in: link.context, schedules: schedules, resuming: update,
        sentSecondsAgo: System.seconds - sentAt.seconds)
    } catch {
      throw Failure(error.message)
    }
  }

  private func perform(
    _ request: SaveRequest, _ run: inout CalendarRun, _ keeper: HistoryKeeper?
  ) async throws(Failure) -> CalendarRun.Step {
    let id = run.planned.target.calendarID
    switch request {
    case .check, .look:
      let loaded = await result { () throws(ServiceError) in
        try await link.connection.paced().loadCalendar(id: id)
      }
      // The record of a save of which nobody saw the end is completed by what is seen now.
      if item.sentAt != nil, run.sending == nil, case .success(let loaded) = loaded {
        _ = keeper?.settle(
          seeing: loaded.calendar, names: link.context.names, without: link.connection.secret)
      }
      return run.loaded(loaded)
    case .put(let body):
      if let sending = run.sending {
        let secret = link.connection.secret
        if let former = sending.former {
          _ = keeper?.complete(after: nil, outcome: former, notes: [], mayArrive: false)
        }
        _ = keeper?.begin(
          before: sending.before, sent: body, names: link.context.names, without: secret)
        do throws(FileError) {
          try journal.sending(sending.update, of: item.index)
        } catch {
          throw Failure(error.message)
        }
      }
      return run.saved(
        await result { () throws(ServiceError) in
          try await link.connection.paced().saveCalendar(id: id, body: body)
        })
    case .schedules:
      return run.schedules(
        await result { () throws(ServiceError) in
          guard let location = link.context.account.locationID else {
            throw .notReached(CommandAccount.noLocation)
          }
          return try await link.connection.paced().schedules(
            locationID: location, calendarID: id,
            userIDs: GoverningSchedules.users(of: run.sending?.before ?? [:]))
        })
    case .wait(let seconds):
      await wait(seconds)
      return run.again()
    case .write: return run.again()
    }
  }

  /// Waits, no longer than the run goes on.
  private func wait(_ seconds: Int) async {
    for _ in 0..<(seconds * 4) where !isStopped() { try? await Task.sleep(for: .milliseconds(250)) }
  }
}
