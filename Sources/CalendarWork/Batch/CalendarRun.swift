import CalendarAPI
import CalendarModel
import JSON

/// One planned calendar on its way: look at it, put the plan together with what others changed since,
/// judge it, send it by a ``SaveJob``, and say what became of it.
///
/// It is a value without input or output, as the job is: it says what it wants done, takes the answer,
/// and ends with an outcome. A calendar costs two requests where the answer to the update is whole:
/// one look and one update.
package struct CalendarRun: Sendable {
  /// What comes next.
  package enum Step: Sendable {
    /// Something is to be done outside; ``SaveRequest/check`` and ``SaveRequest/look`` load the
    /// calendar.
    case request(SaveRequest)
    case ended(BatchOutcome)
  }

  package let planned: PlannedCalendar
  let context: BatchContext
  private let schedules: ScheduleAnswer
  /// What an earlier run sent of which nobody saw the end, until it is looked for.
  private var earlier: (update: SentUpdate, age: Int)?
  /// The save, once the calendar was looked at.
  private(set) var job: SaveJob?
  /// The update that goes out, or went out last; nil while nothing was sent.
  package private(set) var sending: Sending?
  /// What the record of the save gets when the run has ended; nil where nothing was sent.
  package private(set) var record: Record?
  /// Whether the service refused nested keys that no document lists, so that those who come later in
  /// the same account leave them out at once.
  package private(set) var refusesUndocumented = false
  private var takenOver: [String] = []
  private var patience = RunPatience()
  private var isCancelled = false

  /// What the history keeps of an update before it is sent.
  package struct Sending: Sendable {
    /// The calendar as it was loaded, whole.
    package let before: JSONValue
    package let body: JSONValue
    /// What the journal keeps of it.
    package let update: SentUpdate
    /// What became of the update before this one, in a sentence; nil where this is the first.
    package let former: String?
  }

  /// What the history keeps of an update that has ended.
  package struct Record: Sendable {
    /// The calendar as it was seen; nil when nobody saw it.
    package let after: JSONValue?
    /// What became of it, in a sentence.
    package let outcome: String
    package let notes: [String]
    /// Whether a later look can show that it was carried out after all.
    package let mayArrive: Bool
  }

  /// - Parameters:
  ///   - schedules: what is known of the schedules for the calendar; what governed is looked for again
  ///     after hours were sent.
  ///   - sent: what an earlier run sent of which nobody saw the end; it is looked for first.
  ///   - age: how many seconds ago that was sent.
  package init(
    _ planned: PlannedCalendar, in context: BatchContext, schedules: ScheduleAnswer = .notAsked,
    resuming sent: SentUpdate? = nil, sentSecondsAgo age: Int = 0
  ) {
    (self.planned, self.context, self.schedules) = (planned, context, schedules)
    earlier = sent.map { ($0, max(0, age)) }
  }

  /// So many seconds after it was sent, an update does not arrive any more as a rule.
  static let longestWay = 30

  // MARK: Going on

  /// Begins.
  package mutating func begin() -> Step {
    if earlier == nil, let settled = planned.settled { return end(settled) }
    return .request(.check)
  }

  /// Goes on when the time of ``SaveRequest/wait(seconds:)`` is over; and does the same call once more
  /// after it has ended, as with a renewed token.
  package mutating func again() -> Step {
    guard job != nil else { return .request(.check) }
    return withJob { $0.timeIsOver() }
  }

  /// Ends the run where nothing is under way.
  ///
  /// - Returns: nil where something was sent: it goes on until it is known what became of it.
  package mutating func cancel() -> Step? {
    isCancelled = true
    guard job?.body != nil else { return end(.notDone(Self.stopped)) }
    return nil
  }

  private static let stopped = "The run was stopped before anything was sent."

  // MARK: Answers

  /// Takes what was loaded for ``SaveRequest/check`` or ``SaveRequest/look``.
  package mutating func loaded(_ result: Result<LoadedCalendar, ServiceError>) -> Step {
    if job != nil { return withJob { $0.loaded(result) } }
    switch result {
    case .success(let loaded):
      if let stranger = context.stranger(loaded.calendar, for: planned.target) {
        return end(stranger)
      }
      return lookForEarlier(in: loaded) ?? start(loaded)
    case .failure(let error):
      if let seconds = patience.wait(after: error, isCancelled: isCancelled) {
        return .request(.wait(seconds: seconds))
      }
      return end(
        earlier == nil
          ? BatchOutcome(notLoaded: error)
          : BatchOutcome(
            .unknown, "It is not known whether what was sent earlier was saved.",
            details: [error.title + "."], halt: BatchOutcome.halt(error)))
    }
  }

  /// Takes the answer to ``SaveRequest/put(_:)``.
  package mutating func saved(_ result: Result<SavedCalendar, ServiceError>) -> Step {
    withJob { $0.saved(result) }
  }

  /// Takes the schedules for ``SaveRequest/schedules``.
  package mutating func schedules(_ result: Result<ScheduleList, ServiceError>) -> Step {
    withJob { $0.schedules(result) }
  }

  // MARK: What an earlier run sent

  /// - Returns: nil where it is not there, so that the plan is to be done.
  private mutating func lookForEarlier(in loaded: LoadedCalendar) -> Step? {
    guard let (update, age) = earlier else { return nil }
    let found = update.outcome(
      in: loaded.calendar, keys: planned.keys, names: context.names, format: context.format)
    switch found {
    case .saved:
      return end(
        BatchOutcome(
          .found, "Saved: an earlier run had sent it, and the service has all changes.",
          leftOut: planned.leftOut))
    case .partly(let readBack):
      return end(
        BatchOutcome(
          .savedOtherwise, "An earlier run had sent it; it is stored in part.",
          details: readBack.differences.map(\.text), leftOut: planned.leftOut))
    case .notSaved, .changedOtherwise:
      guard age < Self.longestWay else {
        earlier = nil
        if let settled = planned.settled { return end(settled) }
        return nil
      }
      earlier = (update, Self.longestWay)
      return .request(.wait(seconds: Self.longestWay - age))
    }
  }

  // MARK: The save

  /// Puts the plan together with the calendar as it is now, and hands it to a save.
  private mutating func start(_ loaded: LoadedCalendar) -> Step {
    let base = loaded.calendar.replacing(planned.keys, with: planned.before)
    var document = context.document(base, schedules)
    do throws(BatchWork.Obstacle) {
      _ = try context.work.apply(to: &document, conflicts: context.policy.conflicts)
    } catch {
      return end(BatchOutcome(error))
    }
    // Nothing changes that the plan did not show.
    let unplanned = document.validation.modifiedKeys.subtracting(planned.keys)
    for key in unplanned.sorted() { document.reset(JSONPath([.key(key)])) }
    var job = SaveJob(document, context.settings(keepsHoursOut: planned.keepsHoursOut))
    // It asks for the look that was just made.
    _ = job.begin()
    let step = job.loaded(.success(loaded))
    self.job = job
    return take(step)
  }

  private mutating func withJob(_ body: (inout SaveJob) -> SaveJob.Step) -> Step {
    guard var job else { return .request(.check) }
    let step = body(&job)
    self.job = job
    return take(step)
  }

  /// Decides what a save leaves to a person, and says how it ended.
  private mutating func take(_ step: SaveJob.Step) -> Step {
    switch step {
    case .request(.put(let body)): return put(body)
    case .request(let request): return .request(request)
    case .conflicts(let merge): return decide(merge)
    case .stopped(let stop): return stopped(stop)
    case .ended(let ending): return ended(ending)
    }
  }

  private mutating func put(_ body: JSONValue) -> Step {
    guard let job else { return .request(.check) }
    if isCancelled { return end(.notDone(Self.stopped)) }
    if sending == nil, !context.policy.force {
      let loaded = context.document(job.document.base, schedules)
      let problems = NewProblems(in: job.document, since: loaded)
      if !problems.errors.isEmpty { return end(BatchOutcome(rules: problems.errors)) }
    }
    if takenOver.isEmpty { takenOver = job.takenOver }
    sending = Sending(
      before: job.document.base, body: body,
      update: SentUpdate(body: body, to: job.document.base),
      former: sending.map { _ in "Refused by the service; it was sent once more." })
    return .request(.put(body))
  }

  private mutating func decide(_ merge: CalendarMerge) -> Step {
    switch context.policy.conflicts {
    case .stop:
      return end(
        BatchOutcome(
          .conflict, "Others changed the same since the plan.",
          details: merge.conflicts.map(\.sentence)))
    case .mine:
      takenOver = merge.conflicts.map { "Replaced what others saved: \($0.sentence)." }
      return withJob { $0.resolve(merge, [:]) }
    case .theirs:
      takenOver = merge.conflicts.map { "Kept what others saved: \($0.sentence)." }
      let choices = merge.conflicts.map { ($0.id, CalendarMerge.Side.theirs) }
      return withJob { $0.resolve(merge, Dictionary(choices) { first, _ in first }) }
    }
  }

  private mutating func stopped(_ stop: SaveStop) -> Step {
    switch stop {
    case .checkFailed:
      return end(BatchOutcome(.otherCalendar, "The service sent another calendar."))
    case .tokenRefused(let error):
      return end(
        job?.isInDoubt == true ? BatchOutcome(doubt: error) : BatchOutcome(notCarriedOut: error))
    case .unknown(let doubt):
      if let seconds = patience.waitForLook(isCancelled: isCancelled) {
        return .request(.wait(seconds: seconds))
      }
      return end(BatchOutcome(doubt: doubt.cause, isAnswered: doubt.isAnswered))
    }
  }

  private mutating func ended(_ ending: SaveEnding) -> Step {
    switch ending {
    case .nothingLeft: return end(nothingLeft)
    case .seen(let report, let answer):
      return end(
        BatchOutcome(
          report, answer, takenOver: takenOver, schedules: job?.shownScheduleNotes ?? [],
          leftOut: planned.leftOut, isWhole: context.account.scope == .whole),
        after: report.held)
    case .notSaved(let answer, _):
      if answer.mayArriveLate, let seconds = patience.waitForArrival(isCancelled: isCancelled) {
        return .request(.wait(seconds: seconds))
      }
      return end(
        BatchOutcome(notSaved: answer), after: job?.document.base,
        mayArrive: answer.mayArriveLate)
    case .refused(let error, _):
      if let seconds = patience.wait(after: error, isCancelled: isCancelled) {
        return .request(.wait(seconds: seconds))
      }
      return end(BatchOutcome(notCarriedOut: error), after: job?.document.base)
    case .refusedUndocumented(let error, _):
      return sendDocumented()
        ?? end(BatchOutcome(notCarriedOut: error), after: job?.document.base)
    case .cancelled, .written, .notWritten: return end(.notDone(Self.stopped))
    }
  }

  /// Sends the update once more without the keys that the service refused.
  ///
  /// - Returns: nil where they have to go along.
  private mutating func sendDocumented() -> Step? {
    guard context.account.undocumented == .sendOrLeaveOut, !isCancelled, let former = job,
      former.settings.sendsUndocumented
    else { return nil }
    refusesUndocumented = true
    var settings = former.settings
    (settings.checks, settings.sendsUndocumented) = (false, false)
    var job = SaveJob(former.document, settings)
    let step = job.begin()
    self.job = job
    return take(step)
  }

  private var nothingLeft: BatchOutcome {
    let body = job.map { UpdateBody($0.document, $0.settings) }
    if let unset = body?.cannotUnset, !unset.isEmpty {
      return BatchOutcome(
        .cannotUnset, "An update cannot unset properties.",
        details: unset.map { "\(CalendarSchema.field($0)?.label ?? $0): the service keeps it." })
    }
    return BatchOutcome(
      .unchanged, "Unchanged: the service has it already.",
      details: takenOver + (job?.takenOver ?? []), leftOut: planned.leftOut)
  }

  private mutating func end(
    _ outcome: BatchOutcome, after: JSONValue? = nil, mayArrive: Bool = false
  ) -> Step {
    if sending != nil {
      record = Record(
        after: after, outcome: outcome.title, notes: job?.scheduleNotes ?? [],
        mayArrive: mayArrive || outcome.kind == .unknown)
    }
    return .ended(outcome)
  }
}
