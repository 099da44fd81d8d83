import CalendarAPI
import CalendarModel
import JSON

/// A save on its way: look for changes of others, put them together with what is edited, send the
/// update, and find out what became of it.
///
/// It is a value without input or output. It says what it wants done (``Step/request(_:)``), takes
/// the answer, and goes on until it ends. The editor runs it, and so can a command. While it runs the
/// calendar must not be edited elsewhere: ``document`` is the one that goes on.
package struct SaveJob: Sendable {
  /// What comes next.
  package enum Step: Sendable {
    /// Something is to be done outside.
    case request(SaveRequest)
    /// Both sides changed something; ``SaveJob/resolve(_:_:)`` goes on.
    case conflicts(CalendarMerge)
    /// It cannot go on by itself.
    case stopped(SaveStop)
    case ended(SaveEnding)
  }

  /// What an answer is waited for.
  private enum Phase: Sendable, Hashable {
    case check, put, write, look, schedules
  }

  package let settings: SaveSettings
  /// The calendar, with what was taken over on the way.
  package private(set) var document: CalendarDocument
  /// What others changed and was taken over, in sentences.
  package private(set) var takenOver: [String]
  /// The update that was sent last; nil while nothing was sent.
  package private(set) var body: UpdateBody?
  /// What became of the schedules that governed sent hours, in sentences, as records keep them.
  package private(set) var scheduleNotes: [String] = []
  /// The same as the user reads it.
  package private(set) var shownScheduleNotes: [String] = []
  /// What governs the calendar, as it was known when the save began.
  private let governing: GoverningSchedules
  private var phase = Phase.check
  private var report: SaveReport?
  private var answer = SaveAnswer(route: nil, lost: nil)
  private var patience = PatientCalls()
  private var isWaiting = false
  /// What this machine saved a moment ago; what is read before the update may be older.
  package var recent = RecentSaves()
  /// How long to wait before each new look, where what is read is older than what was saved.
  private var pauses = RecentSaves.pauses
  /// How long to wait before each new look, where nothing is shown of what the service said it saved.
  private var pausesBehind = RecentSaves.pausesBehind
  /// What was read and is older, while somebody decides.
  private var oldRead: OldRead?
  /// Whether an update was sent of which it is not known yet what became of it.
  package private(set) var isInDoubt = false

  /// - Parameter takenOver: what a save before it took over from others and still has to report, in
  ///   sentences.
  package init(
    _ document: CalendarDocument, _ settings: SaveSettings, takenOver: [String] = []
  ) {
    self.document = document
    self.settings = settings
    self.takenOver = takenOver
    governing = document.governing
  }

  // MARK: Going on

  /// Begins.
  package mutating func begin() -> Step { looksFirst ? request(.check) : send() }

  /// Whether the calendar is looked at before anything is sent: always, where it came without an id.
  private var looksFirst: Bool {
    settings.checks || settings.holder == .service && !document.hasID
  }

  /// Does the same call once more: the token was renewed, or somebody wants another look.
  package mutating func again() -> Step {
    switch phase {
    case .check: request(.check)
    case .put, .write: send()
    case .look: request(.look)
    case .schedules: request(.schedules)
    }
  }

  /// Goes on when the time is over that the service asked to wait.
  package mutating func timeIsOver() -> Step {
    isWaiting = false
    return again()
  }

  /// Goes on with the user's choices where both sides changed something.
  package mutating func resolve(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side]
  ) -> Step {
    document.rebase(merge, choices)
    takenOver += merge.takenOver.map { "Changed by somebody else meanwhile: \($0.text)" }
    return send()
  }

  /// Goes on where the service shows what was there before a save of this machine.
  package mutating func goOn(by choice: OldReadChoice) -> Step {
    guard let old = oldRead.take() else { return again() }
    return merge(choice == .saved ? old.saved : old.read)
  }

  /// Stops what is under way; an update that is on its way is looked for.
  package mutating func cancel() -> Step {
    defer { isWaiting = false }
    switch phase {
    case .check, .write: return .ended(.cancelled)
    case .put where isWaiting: return .ended(.cancelled)
    case .put:
      answer = SaveAnswer(route: nil, lost: nil)
      return request(.look)
    case .look: return .stopped(.unknown(doubt(nil)))
    case .schedules:
      return finish(note: "caledit did not check whether the schedule is still there.")
    }
  }

  // MARK: Answers

  /// Takes what was loaded for ``SaveRequest/check`` or ``SaveRequest/look``.
  package mutating func loaded(_ result: Result<LoadedCalendar, ServiceError>) -> Step {
    switch (phase, result) {
    case (.check, .success(let loaded)): return check(loaded.calendar)
    case (.check, .failure(let error)):
      return putOff(error) ?? .stopped(.checkFailed(.service(error)))
    case (.look, .success(let loaded)): return look(loaded.calendar)
    case (.look, .failure(let error)): return putOff(error) ?? .stopped(.unknown(doubt(error)))
    default: return again()
    }
  }

  /// Takes what the file holds, for ``SaveRequest/check``; or why it could not be read.
  package mutating func read(_ result: Result<JSONValue, SaveStop.CheckFailure>) -> Step {
    switch result {
    case .success(let calendar): check(calendar)
    case .failure(let failure): .stopped(.checkFailed(failure))
    }
  }

  /// Takes the answer to ``SaveRequest/put(_:)``.
  package mutating func saved(_ result: Result<SavedCalendar, ServiceError>) -> Step {
    guard let body else { return again() }
    switch result {
    case .success(let saved):
      guard let calendar = saved.calendar, document.isSameCalendar(as: calendar) else {
        // Taken, says the status, which may be that of a proxy; only the service knows.
        answer = SaveAnswer(route: nil, lost: .unreadable(saved.whyMissing))
        return request(.look)
      }
      answer = SaveAnswer(route: saved.route, lost: nil)
      // Only an answer that shows everything as it is expected saves the look at what is held.
      if isWhole(calendar), saved.duplicateKeys.isEmpty {
        let report = report(body, calendar)
        if report.isExact { return end(report) }
      }
      return request(.look)
    case .failure(let error):
      if error.mayHaveBeenSaved {
        answer = SaveAnswer(route: nil, lost: error)
        return request(.look)
      }
      isInDoubt = false
      if let step = putOff(error) { return step }
      return .ended(
        refusesUndocumented(error, body)
          ? .refusedUndocumented(error, body: body) : .refused(error, body: body))
    }
  }

  /// Takes the schedules for ``SaveRequest/schedules``.
  package mutating func schedules(_ result: Result<ScheduleList, ServiceError>) -> Step {
    switch result {
    case .success(let list):
      let lost = governing.lost(after: list)
      scheduleNotes += governing.sentences(lost: lost)
      shownScheduleNotes += governing.sentences(lost: lost, in: document.format)
      return finish(note: nil)
    case .failure(let error):
      // The save is done: a refused token is no reason to stop here.
      return patience.wait(after: error).map { request(.wait(seconds: $0)) }
        ?? finish(note: "caledit could not ask about the schedule: \(error.title).")
    }
  }

  private mutating func finish(note: String?) -> Step {
    if let note { add(note: note) }
    guard let report else { return again() }
    return .ended(.seen(report, answer))
  }

  private mutating func add(note: String) {
    scheduleNotes.append(note)
    shownScheduleNotes.append(note)
  }

  /// Takes whether the file was written, for ``SaveRequest/write(_:)``; or why not, in words.
  package mutating func written(_ result: Result<JSONValue, WriteFailure>) -> Step {
    switch result {
    case .success(let calendar):
      document.adopt(saved: calendar, canUnset: true)
      return .ended(.written)
    case .failure(let failure): return .ended(.notWritten(failure.reason))
    }
  }

  /// Why a file was not written, in words.
  package struct WriteFailure: Error, Sendable, Hashable {
    package let reason: String
    package init(_ reason: String) { self.reason = reason }
  }

  // MARK: Steps

  private mutating func request(_ request: SaveRequest) -> Step {
    switch request {
    case .check: phase = .check
    case .put:
      phase = .put
      isInDoubt = true
    case .write: phase = .write
    case .look: phase = .look
    case .schedules: phase = .schedules
    case .wait, .pause: isWaiting = true
    }
    return .request(request)
  }

  private mutating func check(_ theirs: JSONValue) -> Step {
    guard document.isSameCalendar(as: theirs) else { return .stopped(.checkFailed(.otherCalendar)) }
    oldRead = recent.oldRead(in: theirs, names: document.names, format: document.format)
    if let oldRead {
      return pauses.isEmpty
        ? .stopped(.oldRead(oldRead)) : request(.pause(seconds: pauses.removeFirst()))
    }
    return merge(theirs)
  }

  /// Puts what others changed together with what is edited.
  private mutating func merge(_ theirs: JSONValue) -> Step {
    let merge = CalendarMerge(
      base: document.base, theirs: theirs, mine: document.current, names: document.names,
      format: document.format)
    guard merge.conflicts.isEmpty else { return .conflicts(merge) }
    return resolve(merge, [:])
  }

  private mutating func send() -> Step {
    if settings.holder == .file {
      phase = .write
      return document.isModified ? request(.write(document.stored)) : .ended(.nothingLeft)
    }
    let body = UpdateBody(document, settings)
    guard !body.isEmpty else { return .ended(.nothingLeft) }
    self.body = body
    return request(.put(body.json))
  }

  /// Puts a call off that was answered by a refusal of the token or by a request to wait.
  private mutating func putOff(_ error: ServiceError) -> Step? {
    if error.isTokenRefused { return .stopped(.tokenRefused(error)) }
    return patience.wait(after: error).map { request(.wait(seconds: $0)) }
  }

  private mutating func look(_ calendar: JSONValue) -> Step {
    guard let body else { return again() }
    guard document.isSameCalendar(as: calendar) else {
      return .stopped(.unknown(doubt(.unreadable(nil))))
    }
    let held = LoadedSpellings.normalised(calendar)
    let outcome = SaveOutcome(
      before: document.base, sent: body.json, after: held, names: document.names,
      format: document.format)
    if outcome == .notSaved {
      if answer.isLost { return .ended(.notSaved(answer, body: body)) }
      if !pausesBehind.isEmpty { return request(.pause(seconds: pausesBehind.removeFirst())) }
    }
    return end(report(body, calendar))
  }

  private mutating func end(_ report: SaveReport) -> Step {
    self.report = report
    isInDoubt = false
    // What was kept out of the update stays an edit.
    let keptOut = Set((body?.keptOut ?? []) + (body?.heldBack ?? [])).intersection(
      document.validation.modifiedKeys)
    document.adopt(saved: report.held, keeping: keptOut.union(report.unstoredKeys))
    let sent = report.sent.object?.keys ?? []
    if !governing.keysNeedingAgreement(among: report.openKeys).isEmpty {
      add(
        note: "A schedule governs this calendar; that may be why the hours are not stored.")
    }
    return governing.hoursNeedAgreement(changedKeys: sent)
      ? request(.schedules) : .ended(.seen(report, answer))
  }

  // MARK: Judging answers

  private func report(_ body: UpdateBody, _ held: JSONValue) -> SaveReport {
    SaveReport(
      before: document.base, edited: document.current, body: body, held: held,
      names: document.names, format: document.format)
  }

  private func doubt(_ cause: ServiceError?) -> SaveDoubt {
    SaveDoubt(lost: answer.lost, isAnswered: !answer.isLost, cause: cause)
  }

  /// Whether an answer has every key that was loaded; one that lacks some may be only what was sent,
  /// and says nothing of what it leaves out.
  private func isWhole(_ calendar: JSONValue) -> Bool {
    let calendar = LoadedSpellings.normalised(calendar)
    guard let answered = calendar.object, let loaded = document.base.object else { return false }
    return loaded.keys.allSatisfy { answered[$0] != nil }
  }

  /// Whether the service names nested keys that no document lists among what it refuses.
  private func refusesUndocumented(_ error: ServiceError, _ body: UpdateBody) -> Bool {
    let names = Set(body.kept.compactMap(\.keys.last))
    return error.refusedKeys.contains { $0.keys.last.map(names.contains) ?? false }
  }
}
