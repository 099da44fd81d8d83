import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// Says how a save ended.
extension CalendarEditor {
  mutating func show(_ ending: SaveEnding, _ job: SaveJob) {
    switch ending {
    case .nothingLeft:
      banner = Banner(
        kind: .success,
        title: "There is nothing left to save: the \(source.isFile ? "file" : "service") has it "
          + "already.", details: job.takenOver)
    case .seen(let report, let answer): show(report, answer, job)
    case .notSaved(let answer, _): show(notSaved: answer, job)
    case .refused(let error, let body):
      show(error, about: body)
      banner?.details += job.takenOver
    case .refusedUndocumented(let error, let body):
      show(error, about: body)
      banner?.details += job.takenOver
      // The report of the save without them says it again: this one is covered by the question.
      saves.takenOver = job.takenOver
      saves.refusesUndocumented = true
      askToLeaveUndocumentedOut()
    case .written, .notWritten: break
    case .cancelled:
      banner = Banner(
        kind: .warning,
        title: job.body == nil
          ? "Nothing was saved: the save was cancelled before anything was sent."
          : "Nothing was saved: the service refused so far, and the save was cancelled.",
        details: ["Your changes are still here; \(keymap.word(of: .review)) saves them."]
          + job.takenOver)
    }
  }

  private mutating func show(_ report: SaveReport, _ answer: SaveAnswer, _ job: SaveJob) {
    serverProblems.clearAll()
    saves.last = report
    let words = SaveWords(
      report, answer, seconds: saves.seconds, takenOver: job.takenOver,
      schedules: job.shownScheduleNotes)
    banner = Banner(
      kind: words.isGood ? .success : .warning, title: words.title, details: words.details,
      raw: answer.lost.flatMap { $0.raw.isEmpty ? nil : $0.raw })
    // Nothing of the update is there, and the calendar is another: somebody else saved.
    let isOfOthers = answer.isLost && report.storedKeys.isEmpty
    if !isOfOthers, report.canSendBack || !report.unstoredKeys.isEmpty {
      askWhatNow(report, isChecked: job.settings.checks)
    } else if isOfOthers, document?.isModified == true {
      askToSendAgain(words.title, mayOverwrite: !job.settings.checks)
    }
  }

  /// Offers what can be done about a save that lost something, or did not store everything.
  private mutating func askWhatNow(_ report: SaveReport, isChecked: Bool) {
    var answers: [ConfirmDialog.Answer] = []
    var lines: [String] = []
    // What the service refused a moment ago it would refuse again.
    let members = saves.refusesUndocumented ? [] : report.lostMembers
    let canSendBack =
      (report.unsent.contains(where: \.canBeSentBack) || members.contains(where: \.canBeSentBack))
      && (isChecked || report.losesUnnamed || !members.isEmpty)
    if canSendBack {
      let losses = report.unsent.map(\.text) + members.map(\.text)
      lines += losses.prefix(3)
      if losses.count > 3 {
        lines.append(
          "… and \(losses.count - 3) more; \(keymap.word(of: .showReport)) shows all of them.")
      }
      if report.losesUnnamed, terms.updates == .changed {
        lines.append(
          "This account loses what an update does not name. Without --update changed, caledit can "
            + "send every property of the calendar each time.")
      }
      if report.losesUnnamed, terms.updates == .auto, habits.sendsWhole != true {
        lines.append(
          "This account loses what an update does not name. caledit can send every property of "
            + "the calendar each time.")
        answers.append(
          .init(
            key: "b", text: "Restore it, whole calendars from now on",
            decision: .sendBackAlways))
        answers.append(.init(key: "o", text: "Restore it, whole this once", decision: .sendBack))
      } else {
        answers.append(.init(key: "b", text: "Restore it", decision: .sendBack))
      }
    }
    if !report.unstoredKeys.isEmpty {
      lines += report.readBack.differences.prefix(3).map(\.text)
      answers.append(.init(key: "s", text: "Send yours again", action: .send))
      answers.append(.init(key: "r", text: "Review first", action: .review))
      answers.append(.init(key: "t", text: "Use the values of the service", decision: .takeHeld))
    }
    guard !answers.isEmpty else { return }
    answers.append(.init(key: "k", text: "Keep editing", action: nil))
    dialogs.append(
      ConfirmDialog(
        canSendBack ? "The save lost something" : "Not everything was stored",
        lines: lines, answers: answers))
  }

  /// Puts back what the last save lost, and shows what would be sent.
  mutating func sendBack() -> [Effect] {
    guard let report = saves.last, report.canSendBack else { return [] }
    var isBack = false
    change(.root) { isBack = $0.putBack(report) }
    guard isBack else {
      say("The lost values are back.")
      return []
    }
    saves.sendsWholeOnce = report.losesUnnamed
    saves.sendsUndocumentedOnce =
      !saves.refusesUndocumented && report.lostMembers.contains(where: \.canBeSentBack)
    openReview()
    return []
  }

  private mutating func show(notSaved answer: SaveAnswer, _ job: SaveJob) {
    let isLate = answer.mayArriveLate
    banner = Banner(
      kind: .error,
      title: "Not saved\(isLate ? " so far" : ""): nothing has changed at the service.",
      details: (answer.lost.map(SaveWords.words) ?? [])
        + ["Your changes are still here; \(keymap.word(of: .review)) saves them again."]
        + job.takenOver,
      raw: answer.lost.flatMap { $0.raw.isEmpty ? nil : $0.raw })
    askToSendAgain(
      isLate
        ? "The service stored nothing so far. What was sent could still arrive."
        : "The service stored nothing.")
  }

  /// - Parameter mayOverwrite: whether sending again could lose what somebody else has saved.
  private mutating func askToSendAgain(_ why: String, mayOverwrite: Bool = false) {
    dialogs.append(
      ConfirmDialog(
        "Send again?", lines: [why],
        answers: [
          .init(key: "s", text: "Send again", action: .send),
          .init(key: "r", text: "Review first", action: .review),
          .init(key: "k", text: "Keep editing", action: nil),
        ], selected: mayOverwrite ? 1 : 0))
  }

  /// Shows why a save was refused, each message at its field.
  private mutating func show(_ error: ServiceError, about body: UpdateBody) {
    guard let document else { return }
    var unmapped: [String] = []
    serverProblems = ServerProblems(
      error.messages, about: body, in: document.current, unmapped: &unmapped)
    banner = Banner(error, messages: unmapped)
    banner?.title = "Not saved. \(error.title)"
    let isAboutFields = unmapped.isEmpty && !serverProblems.isEmpty
    banner?.isAboutFields = isAboutFields
    // A list is sent whole, so that a message can be about a row that nobody touched.
    let paths = serverProblems.paths
    let changed = paths.first(where: document.isChanged)
    if let first = changed ?? paths.first {
      go(to: first)
      let count = serverProblems.count
      let others = unmapped.isEmpty ? "" : "; \(Wording.counted(unmapped.count, "message")) below"
      banner?.details.insert(
        (count == 1 ? "1 message at its field" : "\(count) messages at their fields") + others
          + ".",
        at: 0)
    }
  }

  private mutating func askToLeaveUndocumentedOut() {
    dialogs.append(
      ConfirmDialog(
        "Save without the undocumented keys?",
        lines: [
          "The service refused them and saved nothing. If you leave them out, it may lose them in "
            + "every row of the list.",
          "The answer is remembered for this sub-account.",
        ],
        answers: [
          .init(key: "l", text: "Leave them out and save", decision: .leaveUndocumented),
          .init(key: "k", text: "Keep editing", action: nil),
        ], selected: 1))
  }
}

extension Banner {
  /// Says what a call ran into, and what to do.
  init(_ error: ServiceError, messages: [String]? = nil) {
    let messages = messages ?? error.messages.map(\.text)
    self.init(
      kind: .error, title: error.title, details: messages, advice: error.advice,
      raw: error.raw.isEmpty ? nil : error.raw)
  }
}
