import CalendarAPI
import CalendarWork

/// Asks a person where a save cannot go on by itself.
extension CalendarEditor {
  mutating func show(_ stop: SaveStop, _ job: SaveJob) {
    switch stop {
    case .checkFailed(let failure):
      saves.job = nil
      show(failure, job)
    case .tokenRefused(let error):
      banner = Banner(error)
      if job.body != nil, !job.isInDoubt { banner?.title = "Not saved. \(error.title)" }
      askForToken(Self.tokenCanBeRead, after: error)
    case .unknown(let doubt): show(doubt, job)
    case .oldRead(let old): ask(old)
    }
  }

  /// Asks which of two states counts: what was saved, or what the service shows.
  private mutating func ask(_ old: OldRead) {
    let shown = old.sentences.prefix(3).map { "Saved here, and shown now: \($0)" }
    let more = old.sentences.count - shown.count
    dialogs.append(
      ConfirmDialog(
        "The service shows what was there before your last save",
        lines: shown + (more > 0 ? ["… and \(more) more."] : []) + [
          "It may show an older state for some seconds, or somebody has put it back.",
          "Nothing has been sent yet.",
        ],
        answers: [
          .init(key: "l", text: "Check again", decision: .tryAgain),
          .init(key: "s", text: "Keep what I saved, and save", decision: .trustSaved),
          .init(key: "t", text: "Take what the service shows, and save", decision: .trustRead),
          .init(key: "k", text: "Keep editing", decision: .keepEditing),
        ], leaving: [.decide(.keepEditing)]))
  }

  private mutating func show(_ failure: SaveStop.CheckFailure, _ job: SaveJob) {
    switch failure {
    case .service(let error): ask(error, job)
    case .file(let reason): askToWrite(reason)
    case .otherCalendar where source.isFile: askToWrite("The file holds another calendar now.")
    case .otherCalendar: ask(.unreadable(nil), job)
    }
  }

  /// Asks how to go on where the service did not show the calendar before a save.
  private mutating func ask(_ error: ServiceError, _ job: SaveJob) {
    banner = Banner(error)
    if error.isOtherCalendar {
      askToLookAgain(
        "The service answered with another calendar",
        [
          "\(error.title). If you save now, your edits could end up in that one.",
          "A proxy or a cache may mix up the answers; check the base URL.",
        ])
    } else if !job.document.hasID {
      askToLookAgain(
        "This calendar has no id",
        [
          "caledit could not check whether somebody else changed it: \(error.title).",
          "It came without an id, so caledit does not save without this check.",
        ])
    } else {
      askToSendWithoutLooking(error.title)
    }
  }

  private mutating func askToLookAgain(_ title: String, _ lines: [String]) {
    dialogs.append(
      ConfirmDialog(
        title, lines: lines + ["Nothing has been sent yet."],
        answers: [
          .init(key: "l", text: "Check again", action: .send),
          .init(key: "k", text: "Keep editing", action: nil),
        ]))
  }

  private mutating func askToSendWithoutLooking(_ why: String) {
    askToSkipTheCheck(
      "Save without checking?",
      [
        "caledit could not check whether somebody else changed the calendar: \(why).",
        "Nothing has been sent yet.",
      ], "Save without checking")
  }

  private mutating func askToWrite(_ why: String) {
    banner = Banner(kind: .error, title: "Not written. \(why)")
    askToSkipTheCheck(
      "Write without checking?",
      ["caledit could not check whether somebody else changed the file. \(why)"], "Write anyway")
  }

  private mutating func askToSkipTheCheck(_ title: String, _ lines: [String], _ answer: String) {
    dialogs.append(
      ConfirmDialog(
        title, lines: lines,
        answers: [
          .init(key: "r", text: "Check again", action: .send),
          .init(key: "s", text: answer, action: .saveUnchecked),
          .init(key: "k", text: "Keep editing", action: nil),
        ]))
  }

  private mutating func show(_ doubt: SaveDoubt, _ job: SaveJob) {
    let what =
      doubt.isAnswered
      ? "The service answered that it saved; caledit could not check what it holds."
      : "It is not known whether it was saved."
    guard let cause = doubt.cause else {
      banner = Banner(
        kind: .warning, title: what,
        details: [
          "Your changes are still here: \(keymap.word(of: .review)) checks and saves them again, "
            + "\(keymap.words(of: .reload)) loads what "
            + "the service has."
        ] + job.takenOver)
      return
    }
    banner = Banner(
      kind: .error, title: what,
      details: [
        "The service could not be asked: \(cause.title).", "Your changes are still here.",
      ] + job.takenOver)
    dialogs.append(
      ConfirmDialog(
        "Was it saved?",
        lines: [
          doubt.isAnswered
            ? "\(what) \(cause.title)."
            : "The answer was lost, and the service could not be asked: \(cause.title)."
        ],
        answers: [
          .init(key: "l", text: "Check again", action: .confirmSave),
          .init(key: "k", text: "Keep editing", action: nil),
        ]))
  }
}
