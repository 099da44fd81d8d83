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
        say(isChanged ? "\(typing.summary)." : "Nothing to change: \(typing.summary).")
      }
      return true
    }
  }

  /// Takes over what is typed before a key does something else.
  ///
  /// What cannot be understood holds nobody up: it is dropped, and said. Only before a save or the
  /// end it is kept, and the key does nothing.
  /// - Returns: whether the key may go on.
  mutating func leaveInput(for key: Key) -> Bool {
    guard input?.isPending == true, !commitInput() else { return true }
    let isLeaving = keymap.actions(for: key).contains { [.review, .quit].contains($0) }
    sayInputProblem()
    guard !isLeaving else { return false }
    if let text = input?.buffer.text {
      say("\"\(text)\" is not understood and was dropped.", .problem)
    }
    input = nil
    return true
  }

  mutating func sayInputProblem() {
    guard let typed = input else { return }
    let text = typed.buffer.text
    do throws(HoursError) {
      switch typed.target {
      case .dates: _ = try dateTyping(text)
      case .day(let day): _ = try WeekTyping(text, day: day)
      case .field: break
      }
    } catch {
      say(error.message, .problem)
    }
  }
}
