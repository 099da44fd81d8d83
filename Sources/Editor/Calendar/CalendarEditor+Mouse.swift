import CalendarModel
import TextUI

/// The mouse: a click focuses, a second one on the same place does what Enter does, the wheel
/// scrolls.
extension CalendarEditor {
  /// Where the last click was, if no key has been pressed since; the next one there is the second.
  enum Clicked: Sendable, Hashable {
    case line(Int)
    case date(CalendarDate)
    /// Something in the dialog on top, by the dialog's own number.
    case dialog(Int)
  }

  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    // A report can still be under way when the mouse has just been switched off.
    guard usesMouse, Screen.fits(size) else { return [] }
    if mouse.kind == .press, let key = KeyBarView.key(at: mouse.position, self) {
      latest.click = nil
      return press(key)
    }
    guard request == nil else { return [] }
    if !dialogs.isEmpty { return mouseInDialog(mouse) }
    guard document != nil else { return [] }
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let step = mouse.kind == .wheelUp ? -Self.wheelStep : Self.wheelStep
      if let (month, _) = FormView.datesBeside(self) {
        scrollDates(by: step, at: mouse.position, month: month)
        return []
      }
      return scrollForm(by: step)
    case .press: return click(mouse.position)
    }
  }

  /// How many lines a turn of the wheel is.
  static let wheelStep = 3

  private mutating func click(_ position: Position) -> [Effect] {
    if let entry = SectionListView.entry(at: position, self) {
      latest.click = nil
      leaveInput()
      workspace.choose(entry: entry)
      enterForm()
      return []
    }
    guard let line = frame.line(at: position), layout[line]?.isFocusable == true else {
      latest.click = nil
      return []
    }
    if let date = frame.date(at: position, self) { return click(date, line: line) }
    let isSecond =
      latest.click == .line(line) && workspace.page.focus == line && !workspace.isInList
    latest.click = .line(line)
    guard isSecond else {
      if workspace.isInList || workspace.page.focus != line {
        leaveInput()
        workspace.isInList = false
        focus(line: line)
      }
      return []
    }
    if let line = focusedItem, let field = line.field, field.isTyped, let path = line.path {
      // Enter would leave the field; a list of names is what is left of it.
      _ = openLookUp(field, path)
      return []
    }
    if input != nil { return [] }
    latest.click = nil
    return press(.enter)
  }

  private mutating func press(_ key: Key) -> [Effect] {
    update(.terminal(.key(key)))
  }

  /// Moves the view of the form; the focus follows into sight.
  private mutating func scrollForm(by step: Int) -> [Effect] {
    latest.click = nil
    if Screen.parts(self).form.isEmpty {
      return (0..<Self.wheelStep).flatMap { _ in press(step < 0 ? .up : .down) }
    }
    scroll()
    let top = FormView.top(scrolledBy: step, self)
    guard top != workspace.page.top else { return [] }
    workspace.page.top = top
    let shown = FormView.frame(self, from: top).wholeLines
    guard let first = shown.first, let last = shown.last, !shown.contains(workspace.page.focus)
    else { return [] }
    let nearest =
      workspace.page.focus < first
      ? layout.focusable(from: first, step: 1) : layout.focusable(from: last, step: -1)
    guard let nearest else { return [] }
    leaveInput()
    focus(line: nearest)
    workspace.page.top = top
    return []
  }

  // MARK: Dates

  private mutating func click(_ date: CalendarDate, line: Int) -> [Effect] {
    let isSecond = latest.click == .date(date)
    latest.click = isSecond ? nil : .date(date)
    guard !isSecond else { return press(.enter) }
    leaveInput()
    workspace.isInList = false
    focus(line: line)
    dates.cursor.go(to: date)
    return []
  }

  /// Over the month the wheel turns its pages; beside it, it goes through the entries.
  private mutating func scrollDates(by step: Int, at position: Position, month: Int) {
    latest.click = nil
    leaveInput()
    if frame.line(at: position) == month {
      workspace.isInList = false
      focus(line: month)
      dates.cursor.move(months: step.signum())
      return
    }
    let line = workspace.page.focus > month ? workspace.page.focus : lineOfChosenDate ?? month
    let target = min(max(month + 1, line + step), layout.count - 1)
    guard let target = layout.focusable(from: target, step: step.signum()) else { return }
    workspace.isInList = false
    focus(line: target)
  }
}
