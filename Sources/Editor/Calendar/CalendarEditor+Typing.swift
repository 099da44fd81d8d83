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

  /// Says what is wrong with what is typed.
  mutating func sayInputProblem() {
    guard let typed = input, let place = placeOfInput,
      let problem = problem(of: typed.buffer.text, at: place)
    else { return }
    say(problem.message(in: format), .problem)
  }
}
