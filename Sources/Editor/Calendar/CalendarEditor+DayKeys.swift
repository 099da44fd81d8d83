import CalendarModel
import JSON
import TextUI

/// Hours that are typed onto a weekday, or onto days that the text names: they are taken over when
/// the line is left.
extension CalendarEditor {
  mutating func syncInput(day: Int) {
    if let input, input.target == .day(day), !input.isFresh { return }
    let ranges = layout.week?.now[day].ranges ?? []
    input = Input(.day(day), HoursText.short(ranges), isFresh: true)
  }

  /// The keys of a weekday.
  mutating func dayKey(_ key: Key, _ day: Int) -> [Effect]? {
    guard var typed = input, typed.target == .day(day) else { return nil }
    guard layout.week?.now.isEditable == true else {
      guard key.typed != nil else { return nil }
      say("The weekly hours are no list; look at the entries below.", .problem)
      return []
    }
    switch key {
    case .enter:
      if commitInput() { moveFocus(by: 1) } else { sayInputProblem() }
      return []
    case .escape where !typed.isFresh:
      input = nil
      if typed.isPending { say("\"\(typed.buffer.text)\" is dropped; the hours are as they were.") }
      return []
    case .control("z") where typed.isPending:
      input = nil
      say("What was typed is dropped.")
      return []
    case .control("d"), .character("<"), .character(">"), .character("/"), .character("?"):
      // These are commands: none of them is part of hours.
      return nil
    default: break
    }
    if key.typed != nil, typed.isFresh { typed.buffer = TextBuffer() }
    switch typed.buffer.handle(key) {
    case .ignored: return nil
    case .edited: typed.isPending = true
    case .moved: break
    }
    typed.isFresh = false
    input = typed
    return []
  }

  /// Puts a pasted text onto a weekday.
  mutating func pasteHours(_ text: String) {
    guard var typed = input else { return }
    if typed.isFresh { typed.buffer = TextBuffer() }
    typed.buffer.insert(text)
    typed.isFresh = false
    typed.isPending = true
    input = typed
  }

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

  /// The keys of a line of the overview.
  mutating func linkKey(_ key: Key, _ link: FormItem.Link) -> [Effect]? {
    switch key {
    case .enter, .right, .space:
      goToEditor(of: link.target)
      return []
    default:
      // There is nothing to type into here, so what is typed is looked for.
      guard let typed = key.typed, typed.isLetter || typed.isNumber else { return nil }
      dialogs.append(SearchDialog(self, typed: String(typed)))
      return []
    }
  }
}
