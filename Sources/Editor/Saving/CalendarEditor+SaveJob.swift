import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// Runs a save: does what the job wants, hands it the answers, and shows how it ends.
extension CalendarEditor {
  /// Begins a save that everything was agreed to for.
  ///
  /// - Parameter checks: whether the calendar, or its file, is loaded again first.
  mutating func startSave(checks: Bool) -> [Effect] {
    guard let document, !refusesSending() else { return [] }
    dialogs.removeAll()
    banner = nil
    saves.last = nil
    saves.unrecorded = nil
    saves.revision = nil
    let ended = dropSave()
    saves.job = SaveJob(
      document, saveSettings(checks: checks || saves.seesOtherCalendar),
      takenOver: saves.takenOver)
    saves.takenOver = []
    return ended + withJob { $0.begin() }
  }

  /// Lets the job go on, and takes over what it made of the calendar.
  mutating func withJob(_ body: (inout SaveJob) -> SaveJob.Step) -> [Effect] {
    guard var job = saves.job else { return [] }
    let revision = job.document.revision
    let isEdited = saves.revision != nil && saves.revision != document?.revision
    let step = body(&job)
    saves.job = job
    if isEdited {
      // A save in doubt is looked for while its user has gone on: what was edited since stays.
      if case .ended(.seen(let report, _)) = step { adopt(report) }
    } else if job.document.revision != revision {
      take(job.document)
    }
    saves.revision = document?.revision
    return goOn(step, job)
  }

  private mutating func adopt(_ report: SaveReport) {
    change(.root) { document in
      let edited = CalendarSchema.all.map(\.key).filter {
        document.current[key: $0] != report.edited[key: $0]
      }
      document.adopt(saved: report.held, keeping: Set(edited).union(report.unstoredKeys))
    }
  }

  /// Gives up a save that has stopped, and completes its record.
  mutating func dropSave() -> [Effect] {
    guard let job = saves.job else { return [] }
    saves.job = nil
    guard job.body != nil else { return [] }
    let outcome =
      job.isInDoubt
      ? "It is not known whether it was saved." : "Not saved: the service refused the token."
    return [.saveEnded(after: nil, outcome: outcome, mayArrive: job.isInDoubt)]
  }

  private mutating func take(_ saved: CalendarDocument) {
    change(.root) { document in
      var saved = saved
      saved.names = document.names
      saved.schedules = document.schedules
      saved.zone = document.zone
      saved.begin(day: document.validation.today)
      saved.replaces(document)
      document = saved
    }
  }

  private mutating func goOn(_ step: SaveJob.Step, _ job: SaveJob) -> [Effect] {
    switch step {
    case .request(let request): return perform(request)
    case .conflicts(let merge):
      dialogs.append(ConflictDialog(merge))
      return []
    case .stopped(let stop):
      show(stop, job)
      return []
    case .ended(let ending):
      saves.job = nil
      saves.hoursDecision = nil
      if case .seen = ending {
        (saves.sendsWholeOnce, saves.sendsUndocumentedOnce) = (false, false)
        if job.body?.kept.isEmpty == false { saves.refusesUndocumented = false }
      }
      let learnt = learn(ending, job)
      show(ending, job)
      if let unrecorded = saves.unrecorded.take() { banner?.details.append(unrecorded) }
      return learnt + record(ending, job)
    }
  }

  /// Remembers what the save did to what it did not name, as far as it was seen.
  private mutating func learn(_ ending: SaveEnding, _ job: SaveJob) -> [Effect] {
    guard case .seen(let report, let answer) = ending, let scope = job.body?.scope,
      // Nothing of the update is there: somebody else saved.
      !(answer.isLost && report.storedKeys.isEmpty)
    else { return [] }
    return remember { $0.note(report, scope: scope) }
  }

  /// Completes the record of a save that was sent.
  private func record(_ ending: SaveEnding, _ job: SaveJob) -> [Effect] {
    guard job.body != nil, let outcome = banner?.title else { return [] }
    let after: JSONValue? =
      switch ending {
      case .seen(let report, _): report.held
      case .notSaved, .refused, .refusedUndocumented: job.document.base
      default: nil
      }
    let mayArrive =
      if case .notSaved(let answer, _) = ending { answer.mayArriveLate } else { false }
    return [
      .saveEnded(after: after, outcome: outcome, notes: job.scheduleNotes, mayArrive: mayArrive)
    ]
  }

  private mutating func perform(_ request: SaveRequest) -> [Effect] {
    switch request {
    case .check: return [source.isFile ? .readFile(.check) : .load(request: start(.check))]
    case .look: return [.load(request: start(.confirm))]
    case .put(let body): return [.save(request: start(.save), body: body)]
    case .write(let calendar): return [.writeCalendar(calendar)]
    case .schedules:
      let effects = askForSchedules()
      guard !effects.isEmpty else { return withJob { $0.cancel() } }
      _ = start(.schedules)
      return effects
    case .wait(let seconds): return wait(seconds)
    case .pause(let seconds):
      return [.wait(request: start(.pause(seconds: seconds)), seconds: seconds)]
    }
  }

  /// Waits as long as the service asked, counted from now.
  mutating func wait(_ seconds: Int) -> [Effect] {
    let id = start(.wait(seconds: seconds))
    return [.wait(request: id, seconds: seconds)]
  }

  mutating func finish(save id: Int, _ result: Result<SavedCalendar, ServiceError>) -> [Effect] {
    guard let request, request.id == id else { return [] }
    saves.seconds = request.seconds
    self.request = nil
    return withJob { $0.saved(result) }
  }

  /// Takes the calendar that was loaded for the save.
  mutating func finish(look result: Result<LoadedCalendar, ServiceError>) -> [Effect] {
    let recent = records.recent
    return withJob {
      $0.recent = recent
      return $0.loaded(result)
    }
  }

  /// Forgets what earlier saves of another calendar have left.
  mutating func forgetSaves() {
    saves.intent = nil
    saves.last = nil
    (saves.sendsWholeOnce, saves.sendsUndocumentedOnce) = (false, false)
    (saves.refusesUndocumented, saves.takenOver) = (false, [])
    saves.hoursDecision = nil
  }
}
