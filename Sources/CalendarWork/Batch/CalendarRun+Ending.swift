import CalendarAPI
import CalendarModel
import JSON

/// Decides what a save leaves to a person, and says how it ended.
extension CalendarRun {
  mutating func decide(_ merge: CalendarMerge) -> Step {
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

  mutating func stopped(_ stop: SaveStop) -> Step {
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
    case .oldRead(let old): return end(BatchOutcome(old))
    }
  }

  mutating func ended(_ ending: SaveEnding) -> Step {
    switch ending {
    case .nothingLeft: return end(nothingLeft)
    case .seen(let report, let answer):
      if context.policy.verifies, !isSeen {
        answered = (report, answer)
        return .request(.look)
      }
      return end(report, answer)
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
    case .cancelled, .written, .notWritten: return end(.notDone(whyStopped))
    }
  }

  /// Takes what was loaded after the answer had shown everything.
  mutating func verified(
    _ report: SaveReport, _ answer: SaveAnswer, _ result: Result<LoadedCalendar, ServiceError>
  ) -> Step {
    switch result {
    case .success(let loaded):
      guard let body = job?.body, loaded.calendar.calendarID == planned.target.calendarID else {
        return end(report, answer, notes: ["The second look showed another calendar."])
      }
      let outcome = SaveOutcome(before: report.before, sent: body.json, after: loaded.calendar)
      if outcome == .notSaved, !pausesBehind.isEmpty, !isCancelled {
        return .request(.pause(seconds: pausesBehind.removeFirst()))
      }
      let seen = SaveReport(
        before: report.before, edited: report.edited, body: body, held: loaded.calendar,
        names: context.names, format: context.format)
      return end(seen, answer)
    case .failure(let error):
      if let seconds = patience.wait(after: error, isCancelled: isCancelled) {
        return .request(.wait(seconds: seconds))
      }
      return end(report, answer, notes: ["It could not be loaded once more: \(error.title)."])
    }
  }

  mutating func end(
    _ report: SaveReport, _ answer: SaveAnswer, notes: [String] = []
  ) -> Step {
    end(
      BatchOutcome(
        report, answer, takenOver: takenOver + notes, schedules: job?.shownScheduleNotes ?? [],
        leftOut: leftOut, isWhole: context.account.scope == .whole),
      after: report.held)
  }

  /// Sends the update once more without the keys that the service refused.
  ///
  /// - Returns: nil where they have to go along.
  mutating func sendDocumented() -> Step? {
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
      details: takenOver + (job?.takenOver ?? []), leftOut: leftOut)
  }
}
