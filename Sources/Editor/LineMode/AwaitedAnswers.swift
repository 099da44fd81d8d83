import CalendarModel

/// What was asked for outside and has not been answered: a script of line mode goes on only then, so
/// that it means the same however long an answer takes.
package struct AwaitedAnswers: Sendable {
  private enum Question: Hashable {
    case list(AccountID)
    case lookUp(CalendarID, LookUp)
    case zone(CalendarID)
    case slots(CalendarID)
    case schedules(CalendarID)
    case history(CalendarID)
    case record(CalendarID)
    /// The rest of a plan.
    case plan
    /// A run over many calendars.
    case run(Int)
  }

  private var questions: Set<Question> = []

  package init() {}

  package var isEmpty: Bool { questions.isEmpty }

  /// Takes note of what is asked.
  package mutating func note(_ effect: AppEffect) {
    switch effect {
    case .list(let account, _): questions.insert(.list(account))
    case .close(let id, _): forget(id)
    case .calendar(let id, let effect):
      switch effect {
      case .lookUp(let kind, _): questions.insert(.lookUp(id, kind))
      case .lookUpZone: questions.insert(.zone(id))
      case .freeSlots: questions.insert(.slots(id))
      case .schedules: questions.insert(.schedules(id))
      case .listHistory: questions.insert(.history(id))
      case .readHistory: questions.insert(.record(id))
      // For a load, a save or a token the editor waits by itself; the others have no answer.
      case .load, .save, .saveEnded, .readClock, .wait, .cancel, .recallHabits, .rememberHabits,
        .discardDraft, .readToken, .useToken, .readFile, .writeCalendar, .writeBody, .writeText,
        .editText, .copy, .switchMouse, .switchTheme, .mouse, .suspend, .repaint, .app, .quit:
        break
      }
    case .beginRun(let number, _), .goOnWithRun(let number): questions.insert(.run(number))
    case .endRun(let number): questions.remove(.run(number))
    case .planMore: questions.insert(.plan)
    case .open, .stopRun, .quit: break
    }
  }

  /// Takes note of what is answered.
  package mutating func note(_ message: AppMessage) {
    switch message {
    case .account(let account, .listed): questions.remove(.list(account))
    case .closed(let id): forget(id)
    case .calendar(let id, let message):
      switch message {
      case .lookedUp(let kind, _): questions.remove(.lookUp(id, kind))
      case .zoneFound: questions.remove(.zone(id))
      case .freeSlots: questions.remove(.slots(id))
      case .schedules: questions.remove(.schedules(id))
      case .historyListed: questions.remove(.history(id))
      case .historyRead: questions.remove(.record(id))
      default: break
      }
    case .run(let number, .finished, _), .run(let number, .failed, _):
      questions.remove(.run(number))
    case .planMore: questions.remove(.plan)
    case .account, .terminal, .line, .run: break
    }
  }

  private mutating func forget(_ id: CalendarID) {
    questions = questions.filter { question in
      switch question {
      case .list, .run, .plan: true
      case .lookUp(let other, _), .zone(let other), .slots(let other), .schedules(let other),
        .history(let other), .record(let other):
        other != id
      }
    }
  }
}
