import CalendarModel
import JSON
import TextUI

/// What is typed onto days and dates, and not yet in the calendar.
extension CalendarEditor {
  /// Takes over what is typed and not yet in the calendar.
  ///
  /// - Returns: false when it cannot be understood; it is kept then.
  mutating func commitInput() -> Bool {
    guard let typed = input, typed.isPending else { return true }
    switch typed.target {
    case .field: return true
    case .dates: return takeDates(typed.buffer.text)
    case .day(let day):
      guard let typing = try? WeekTyping(typed.buffer.text, day: day) else { return false }
      input = nil
      var isChanged = false
      change(WeekHours.path) { isChanged = $0.setWeekHours(typing.hours) }
      if typing.namesDays {
        let summary = typing.summary(in: format)
        say(isChanged ? "\(summary)." : "Nothing to change: \(summary).")
      }
      return true
    }
  }

  /// Takes over what is typed before something else is done.
  ///
  /// What cannot be understood holds nobody up: it stays on its line, with its error.
  mutating func leaveInput() {
    guard input?.isPending == true, !commitInput() else { return }
    keepUnfinished()
  }

  /// Takes a text as if it had been typed and its line left: what cannot be read stays there with its
  /// error, which is said.
  mutating func take(typed text: String, as target: Input.Target) {
    document?.close()
    input = Input(target, text)
    input?.isPending = true
    guard !commitInput() else { return }
    sayInputProblem()
    keepUnfinished()
  }

  /// What is wrong with a text that stands on a line and cannot be read; empty where none does.
  ///
  /// - Parameter isTyped: whether what is typed now is that text.
  func remarks(onTextAt place: UnfinishedTexts.Place, isTyped: Bool) -> [String] {
    let typed = isTyped && input?.isPending == true ? input?.buffer.text : nil
    guard let text = typed ?? unfinished[place], let problem = problem(of: text, at: place) else {
      return []
    }
    return [
      "typed \(text.inQuotes)",
      FieldState.Note(severity: .error, text: problem.message(in: format)).inWords,
    ]
  }

  /// Says what is wrong with what is typed.
  ///
  /// - Parameter lead: what is said before it.
  mutating func sayInputProblem(after lead: String = "") {
    guard let typed = input, let place = placeOfInput,
      let problem = problem(of: typed.buffer.text, at: place)
    else { return }
    say(lead + problem.message(in: format), .problem)
  }
}
