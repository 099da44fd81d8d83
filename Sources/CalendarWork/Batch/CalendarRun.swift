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
  var earlier: (update: SentUpdate, age: Int)?
  /// What this machine saved of the calendar a moment ago.
  package var recent = RecentSaves()
  /// The save, once the calendar was looked at.
  var job: SaveJob?
  /// The update that goes out, or went out last; nil while nothing was sent.
  package private(set) var sending: Sending?
  /// What the record of the save gets when the run has ended; nil where nothing was sent.
  package private(set) var record: Record?
  /// Whether the service refused nested keys that no document lists, so that those who come later in
  /// the same account leave them out at once.
  package internal(set) var refusesUndocumented = false
  var takenOver: [String] = []
  /// What was wanted and stays out of the update, in sentences.
  var leftOut: [String]
  var patience = RunPatience()
  var isCancelled = false
  /// Whether the calendar was loaded since the update was sent.
  var isSeen = false
  /// How long to wait before each new look, where the calendar shows nothing of what the answer showed.
  var pausesBehind = RecentSaves.pausesBehind
  /// What the answer to the update showed, while the calendar is loaded to see whether it is so.
  var answered: (report: SaveReport, answer: SaveAnswer)?

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
    leftOut = planned.leftOut
  }

  /// So many seconds after it was sent, an update does not arrive any more as a rule.
  package static let longestWay = 30

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
    if answered != nil { return .request(.look) }
    return withJob { $0.timeIsOver() }
  }

  /// Ends the run where nothing is under way.
  ///
  /// - Returns: nil where something was sent: it goes on until it is known what became of it.
  package mutating func cancel() -> Step? {
    isCancelled = true
    guard job?.body != nil else { return end(.notDone(whyStopped)) }
    return nil
  }

  /// Where the run was when it was stopped, in a sentence.
  var whyStopped: String {
    if earlier != nil {
      return "The run was stopped before it was seen what became of what was sent earlier."
    }
    return sending == nil
      ? "The run was stopped before anything was sent."
      : "The service refused it so far, and the run was stopped."
  }

  // MARK: Answers

  /// Takes what was loaded for ``SaveRequest/check`` or ``SaveRequest/look``.
  package mutating func loaded(_ result: Result<LoadedCalendar, ServiceError>) -> Step {
    if let answered { return verified(answered.report, answered.answer, result) }
    if job != nil {
      isSeen = sending != nil
      return withJob { $0.loaded(result) }
    }
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

  // MARK: The save

  /// Puts the plan together with the calendar as it is now, and hands it to a save.
  mutating func start(_ loaded: LoadedCalendar) -> Step {
    let base = loaded.calendar.replacing(planned.keys, with: planned.before)
    var document = context.document(base, schedules)
    let notes: [String]
    do throws(BatchWork.Obstacle) {
      notes = try context.work.apply(to: &document, conflicts: context.policy.conflicts)
    } catch {
      return end(BatchOutcome(error))
    }
    // Nothing changes that the plan did not show.
    let unplanned = document.validation.modifiedKeys.subtracting(planned.keys)
    for key in unplanned.sorted() { document.reset(JSONPath([.key(key)])) }
    // A schedule may govern since the plan, and the plan of an update of changes alone asked for none.
    let kept = HoursKeptOut(of: &document, context.policy)
    let news = missing(in: document, notes, except: kept.keys)
    leftOut = planned.leftOut + kept.sentences.filter { !planned.leftOut.contains($0) } + news
    if !document.isModified {
      if news.isEmpty, !kept.keys.isEmpty { return end(.governed(leftOut)) }
      return end(
        BatchOutcome(
          .conflict, "The calendar has changed since the plan, so that it cannot be done.",
          details: leftOut))
    }
    let settings = context.settings(keepsHoursOut: planned.keepsHoursOut || kept.isForAll)
    if context.losesHours(by: UpdateBody(document, settings)) { return end(.losesHours) }
    var job = SaveJob(document, settings)
    job.recent = recent
    // It asks for the look that was just made.
    _ = job.begin()
    let step = job.loaded(.success(loaded))
    self.job = job
    return take(step)
  }

  /// What the plan promised and what cannot be done any more, in sentences.
  ///
  /// - Parameters:
  ///   - notes: what the work says of it.
  ///   - kept: what a schedule keeps out, which is said elsewhere.
  private func missing(
    in document: CalendarDocument, _ notes: [String], except kept: [String]
  ) -> [String] {
    let modified = document.validation.modifiedKeys.union(kept)
    let missing = planned.changes.map(\.key).filter { !modified.contains($0) }
    if missing.isEmpty { return [] }
    let news = notes.filter { !planned.warnings.contains($0) }
    return news.isEmpty
      ? missing.map { "\(CalendarSchema.field($0)?.label ?? $0) cannot be changed any more." }
      : news
  }

  mutating func withJob(_ body: (inout SaveJob) -> SaveJob.Step) -> Step {
    guard var job else { return .request(.check) }
    let step = body(&job)
    self.job = job
    return take(step)
  }

  /// Decides what a save leaves to a person, and says how it ended.
  mutating func take(_ step: SaveJob.Step) -> Step {
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
    if isCancelled { return end(.notDone(whyStopped)) }
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

  mutating func end(
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
