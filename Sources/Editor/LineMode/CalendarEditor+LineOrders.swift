import CalendarModel
import TextUI

/// Carries out what line mode asks for, by the ways that keys and clicks take.
extension CalendarEditor {
  mutating func handle(_ order: LineOrder) -> [Effect] {
    latest.burst = nil
    status = nil
    latest.click = nil
    switch order.work {
    case .sections:
      leaveInput()
      workspace.isInList = true
    case .open(let entry):
      guard Workspace.entries.indices.contains(entry) else { break }
      leaveInput()
      workspace.choose(entry: entry)
      enterForm()
    case .focus(let line):
      guard layout[line]?.isFocusable == true else { break }
      leaveInput()
      workspace.isInList = false
      focus(line: line)
    case .go(let target):
      guard request == nil, dialogs.isEmpty else { break }
      leaveInput()
      switch target {
      case .path(let path): jump { $0.goToEditor(of: path) }
      case .weekday(let day): jump { $0.goToHours(ofWeekday: day) }
      case .section(let section): jump { $0.open(section) }
      }
    case .type(let text): return type(text)
    case .act(let action): return act(action)
    case .choose(let spot, let takes):
      let id = dialogs.top?.id
      let effects = inTopDialog { $0.choose(spot: spot, $1) }
      guard takes, dialogs.top?.id == id else { return effects }
      return effects + inTopDialog { $0.clickAgain($1) ?? .stay() }
    case .answer(let text):
      let text = withoutControlCharacters(text)
      return inTopDialog { $0.take(text: text, $1) }
    case .end: break  // The application does this itself.
    }
    return []
  }

  /// Does an action, where what is under way and what lies on top let it.
  private mutating func act(_ action: ActionID) -> [Effect] {
    let key = Actions.byID[action].flatMap { keymap.keys(of: $0).first }
    if request != nil {
      guard let key else {
        say("Wait until this is done.", .problem)
        return []
      }
      return keyDuringRequest(key)
    }
    guard let dialog = dialogs.last else {
      leaveInput()
      return perform(action)
    }
    if dialog.actions.contains(action), let key { return keyInDialog(key) }
    if [.quit, .showReport].contains(action) || dialog.actions.contains(action) {
      return perform(action)
    }
    say("This works in the form; \("back".inQuotes) goes back to it.", .problem)
    return []
  }

  /// Types a text over the value of the line with the focus, and leaves the line.
  private mutating func type(_ text: String) -> [Effect] {
    let text = withoutControlCharacters(text)
    guard request == nil, dialogs.isEmpty, let line = focusedItem else {
      say("Go to a line first.", .problem)
      return []
    }
    return line.take(typed: text, &self)
  }

  /// Opens what Enter opens on a line, and answers it with a text.
  mutating func open<Command>(
    _ command: Command, in table: KeyTable<Command>, answering text: String
  ) -> [Effect] {
    guard let line = focusedItem, let key = keymap.keys(of: command, in: table).first else {
      return []
    }
    let effects = line.take(key, &self) ?? []
    guard !dialogs.isEmpty, !text.isEmpty else { return effects }
    return effects + inTopDialog { $0.take(text: text, $1) }
  }
}
