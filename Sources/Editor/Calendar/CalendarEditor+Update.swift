import TextUI

extension CalendarEditor {
  /// Takes in one message.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    let effects: [Effect]
    let revision = document?.revision
    switch message {
    case .terminal(let event): effects = handle(event)
    case .loaded(let id, let result): effects = finish(load: id, result)
    case .lookedUp(let kind, let result):
      finish(lookUp: kind, result)
      effects = []
    case .freeSlots(let id, let result): effects = finish(freeSlots: id, result)
    case .schedules(let id, let result):
      effects = finish(schedules: id, result)
    case .clock(let moment): effects = take(clock: moment)
    case .zoneFound(let result): effects = finish(zone: result)
    case .historyListed(let saves):
      finish(history: saves)
      effects = []
    case .historyRead(let save, let result):
      finish(reading: save, result)
      effects = []
    case .historyFailed(let failure):
      note(historyFailure: failure)
      effects = []
    case .saved(let id, let result): effects = finish(save: id, result)
    case .draftFound(let draft, let age): effects = offer(draft, age: age)
    case .draftFailed(let why):
      note(draftProblem: why)
      effects = []
    case .tokenRead(let id, let failure): effects = finish(token: id, failure)
    case .fileRead(let purpose, let result): effects = finish(reading: purpose, result)
    case .written(let result):
      finish(writing: result)
      effects = []
    case .edited(let request, let result): effects = finish(editing: request, result)
    case .notCopied(let failure):
      say(failure.message, .problem)
      effects = []
    case .waited(let id): effects = finish(wait: id)
    case .habits(let known):
      habits = known
      effects = []
    case .secondPassed:
      request?.seconds += 1
      effects = []
    }
    if document?.revision != revision { refreshDialogs() }
    syncInput()
    return effects
  }

  private mutating func handle(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key):
      status = nil
      lastClick = nil
      return handle(key)
    case .paste(let text):
      status = nil
      lastClick = nil
      guard request == nil else { return [] }
      let text = withoutControlCharacters(text)
      if dialogs.isEmpty {
        pasteIntoField(text)
        return []
      }
      return pasteIntoDialog(text)
    case .resize: return []
    case .resumed: return [.repaint]
    case .mouse(let mouse):
      if usesMouse { status = nil }
      return handle(mouse)
    case .hangUp: return [.quit(status: 129, keepsDraft: true)]
    case .terminate(let signal): return [.quit(status: 128 + signal, keepsDraft: true)]
    }
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    guard Screen.fits(size) else {
      return key == .control("q") || key == .control("c") ? perform(.quit) : []
    }
    if request != nil { return keyDuringRequest(key) }
    if !dialogs.isEmpty { return keyInDialog(key) }
    guard document != nil else { return performAction(for: key) ?? [] }
    if workspace.isInList {
      if let effects = listKey(key) { return effects }
    } else if let effects = fieldKey(key) {
      return effects
    } else if !leaveInput(for: key) {
      return []
    } else if let effects = formKey(key) {
      return effects
    }
    if let effects = performAction(for: key) { return effects }
    if key.typed != nil, !workspace.isInList {
      say("\(key) does nothing here; ? shows the keys.")
    }
    return []
  }

  /// While a call is under way it can be cancelled, and the program can be left.
  private mutating func keyDuringRequest(_ key: Key) -> [Effect] {
    switch key {
    case .escape: return cancelRequest()
    case .control("q"), .control("c"):
      guard request?.kind != .save, request?.kind != .confirm else {
        say("A save is under way; Esc cancels it, and then Ctrl-Q quits.", .problem)
        return []
      }
      let effects = cancelRequest()
      return effects + perform(.quit)
    case .control("l"): return [.repaint]
    default: return []
    }
  }

  // MARK: Section list

  private mutating func listKey(_ key: Key) -> [Effect]? {
    let count = Workspace.entries.count
    switch key {
    case .up, .backTab: workspace.choose(entry: max(0, workspace.entry - 1))
    case .down, .tab: workspace.choose(entry: min(count - 1, workspace.entry + 1))
    case .home, .pageUp: workspace.choose(entry: 0)
    case .end, .pageDown: workspace.choose(entry: count - 1)
    case .enter, .right, .space: enterForm()
    case .escape:
      if banner != nil { banner = nil } else { say("Ctrl-Q quits, Enter opens the section.") }
    default: return nil
    }
    return []
  }

  // MARK: Form

  private mutating func formKey(_ key: Key) -> [Effect]? {
    switch key {
    case .up, .backTab: moveFocus(by: -1)
    case .down, .tab: moveFocus(by: 1)
    case .pageUp: moveFocus(by: -max(1, Screen.formRows(self) - 2))
    case .pageDown: moveFocus(by: max(1, Screen.formRows(self) - 2))
    case .home: focus(line: layout.focusable(from: 0, step: 1) ?? 0)
    case .end: focus(line: layout.focusable(from: layout.count - 1, step: -1) ?? 0)
    case .left where focusedItem?.row != nil: _ = goBack()
    case .left where workspace.page.kind == .overview: _ = goBack()
    case .escape: if banner != nil { banner = nil } else { _ = goBack() }
    default: return nil
    }
    return []
  }
}
