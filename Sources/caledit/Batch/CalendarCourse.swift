import CalendarAPI
import CalendarModel
import CalendarWork
import Editor
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
    // From the look to the end, so that two runs do not both look before either has saved.
    let turn = await ownTurn(planned.target.calendarID)
    defer { turn.release() }
    if case .taken = turn {
      return .notDone("Another caledit was saving this calendar all the time.")
    }
    var unrecorded: FileFailure?
    run.recent = keeper?.recent ?? RecentSaves()
    var step = run.begin()
    while true {
      switch step {
      case .ended(let outcome):
        if run.refusesUndocumented { link.noteRefusedUndocumented() }
        if let record = run.record {
          let failure = keeper?.complete(
            after: record.after, outcome: record.outcome, notes: record.notes,
            mayArrive: record.mayArrive)
          unrecorded = unrecorded ?? failure
        }
        return unrecorded.map { outcome.adding(Self.sentence(of: $0)) } ?? outcome
      case .request(let request):
        if isStopped(), let end = run.cancel() {
          step = end
        } else {
          step = try await perform(request, &run, keeper, &unrecorded)
        }
      }
    }
  }

  private func ownTurn(_ calendarID: String) async -> CalendarTurn {
    guard let history, let base = link.base else { return .own(nil) }
    return await CalendarTurn.wait(
      base, calendarID: calendarID, in: history, isStopped: isStopped)
  }

  private static func sentence(of failure: FileFailure) -> String {
    "The history has no full record of this save: \(failure.reason) (\(failure.path))."
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
    _ request: SaveRequest, _ run: inout CalendarRun, _ keeper: HistoryKeeper?,
    _ unrecorded: inout FileFailure?
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
      if case .success(let loaded) = loaded { link.note(loaded.calendar) }
      return run.loaded(loaded)
    case .put(let body):
      if let sending = run.sending {
        let failure = try record(sending, body, keeper)
        unrecorded = unrecorded ?? failure
      }
      return run.saved(
        await result { () throws(ServiceError) in
          try await link.connection.paced().saveCalendar(id: id, body: body)
        })
    case .schedules:
      return run.schedules(
        await result { () throws(ServiceError) in
          let before = run.sending?.before ?? [:]
          let location = link.context.account.locationID ?? before[.locationId]?.text
          guard let location else { throw .notReached(CommandAccount.noLocation) }
          return try await link.connection.paced().schedules(
            locationID: location, calendarID: id, userIDs: GoverningSchedules.users(of: before))
        })
    case .wait(let seconds), .pause(let seconds):
      await wait(seconds)
      return run.again()
    case .write: return run.again()
    }
  }

  /// Puts an update on record before it is sent.
  ///
  /// - Returns: why the history has no record of it.
  /// - Throws: where the journal cannot be written.
  private func record(
    _ sending: CalendarRun.Sending, _ body: JSONValue, _ keeper: HistoryKeeper?
  ) throws(Failure) -> FileFailure? {
    let secret = link.connection.secret
    // It may be another one than when the run began.
    if let secret { journal.keepOut(secret) }
    if let former = sending.former {
      _ = keeper?.complete(after: nil, outcome: former, notes: [], mayArrive: false)
    }
    let failure = keeper?.begin(
      before: sending.before, sent: body, names: link.context.names, without: secret)
    do throws(FileError) {
      try journal.sending(sending.update, of: item.index)
    } catch {
      throw Failure(error.message)
    }
    return failure
  }

  /// Waits, no longer than the run goes on.
  private func wait(_ seconds: Int) async {
    for _ in 0..<(seconds * 4) where !isStopped() { try? await Task.sleep(for: .milliseconds(250)) }
  }
}
