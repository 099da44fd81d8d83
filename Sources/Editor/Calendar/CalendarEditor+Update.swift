import TextUI

extension CalendarEditor {
  /// Takes in one message.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect] = []
    let revision = document?.revision
    switch message {
    case .terminal(let event): effects = handle(event)
    case .line(let order): effects = handle(order)
    case .loaded(let id, let result): effects = finish(load: id, result)
    case .lookedUp(let kind, let result): finish(lookUp: kind, result)
    case .freeSlots(let id, let result): effects = finish(freeSlots: id, result)
    case .schedules(let id, let result): effects = finish(schedules: id, result)
    case .clock(let moment): effects = take(clock: moment)
    case .zoneFound(let result): effects = finish(zone: result)
    case .accountNamed(let name): lookUps.accountName = name
    case .historyListed(let saves): finish(history: saves)
    case .historyRead(let save, let result): finish(reading: save, result)
    case .saveSettled(let sentence, let isSaved): note(settled: sentence, isSaved: isSaved)
    case .historyFailed(let failure): note(historyFailure: failure)
    case .saved(let id, let result): effects = finish(save: id, result)
    case .draftFound(let draft, let age): effects = offer(draft, age: age)
    case .draftFailed(let why): note(draftProblem: why)
    case .tokenRead(let id, let failure): effects = finish(token: id, failure)
    case .fileRead(let purpose, let result): effects = finish(reading: purpose, result)
    case .textWritten(let text, let path, let writing): finish(writing: text, path, writing)
    case .written(let result): finish(writing: result)
    case .edited(let request, let result): effects = finish(editing: request, result)
    case .notCopied(let failure): say(failure.message, .problem)
    case .waited(let id): effects = finish(wait: id)
    case .habits(let known): habits = known
    case .secondPassed: request?.seconds += 1
    }
    if document?.revision != revision { refreshDialogs() }
    syncInput()
    effects += takeHeld()
    return effects
  }

  private mutating func handle(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key):
      latest.burst = nil
      status = nil
      latest.click = nil
      return handle(key)
    case .fastKey(let key):
      guard note(fast: key) else { return [] }
      status = nil
      latest.click = nil
      return handle(key)
    case .pasting(let bytes):
      note(pasting: bytes)
      return []
    case .pasteCut(let kept, let lost):
      note(cutAt: kept, lost: lost)
      return []
    case .paste(let text):
      latest.burst = nil
      status = nil
      latest.click = nil
      guard request == nil else {
        hold(.paste(text))
        return []
      }
      let text = withoutControlCharacters(text)
      if dialogs.isEmpty {
        guard let line = focusedItem else {
          say("Go to a text field first; you can paste only there.", .problem)
          return []
        }
        line.take(pasted: text, &self)
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
      return keymap.actions(for: key).contains(.quit) ? perform(.quit) : []
    }
    if request != nil { return keyDuringRequest(key) }
    if !dialogs.isEmpty { return keyInDialog(key) }
    guard document != nil else { return performAction(for: key) ?? sayNothing(doneBy: key) }
    if workspace.isInList {
      if let effects = listKey(key) { return effects }
    } else if let line = focusedItem, let effects = line.take(key, &self) {
      return effects
    } else {
      leaveInput()
      if let effects = formKey(key) { return effects }
    }
    return performAction(for: key) ?? sayNothing(doneBy: key)
  }

  /// Says that a key does nothing here, and where the keys are listed.
  private mutating func sayNothing(doneBy key: Key) -> [Effect] {
    say("\(key) does nothing here; ? shows the keys.")
    return []
  }

  /// While a call is under way it can be cancelled, and the program can be left.
  mutating func keyDuringRequest(_ key: Key) -> [Effect] {
    if keymap.command(for: key, in: CallKeys.table) == .cancel {
      // What waited was meant for what is given up now.
      let effects = cancelRequest()
      discardHeld()
      return effects
    }
    switch keymap.actions(for: key).first {
    case .quit:
      guard request?.kind != .save, request?.kind != .confirm else {
        say(
          "A save is under way; \(keymap.hint(.cancel, in: CallKeys.table)?.key ?? "") cancels it, and "
            + "then \(keymap.word(of: .quit)) quits.", .problem)
        return []
      }
      let effects = cancelRequest() + perform(.quit)
      discardHeld()
      return effects
    case .repaint: return [.repaint]
    // A call does not keep anybody from another calendar.
    case .listCalendars?, .openCalendars?, .previousCalendar?, .nextCalendar?, .calendarBefore?:
      return performAction(for: key) ?? []
    default:
      hold(.key(key))
      return []
    }
  }

  // MARK: Section list

  private mutating func listKey(_ key: Key) -> [Effect]? {
    let last = Workspace.entries.count - 1
    switch keymap.command(for: key, in: SectionKeys.table) {
    case .previous: workspace.choose(entry: max(0, workspace.entry - 1))
    case .next: workspace.choose(entry: min(last, workspace.entry + 1))
    case .first: workspace.choose(entry: 0)
    case .last: workspace.choose(entry: last)
    case .open: enterForm()
    case .leave:
      if banner != nil {
        banner = nil
      } else if surroundings.isListOpen {
        return perform(.listCalendars)
      } else {
        let open = keymap.hint(.open, in: SectionKeys.table)?.key ?? ""
        say("\(keymap.word(of: .quit)) quits, \(open) opens the section.")
      }
    case nil:
      // There is nothing to type into here, so what is typed is looked for.
      guard let typed = key.typed, typed.isLetter || typed.isNumber else { return nil }
      dialogs.append(SearchDialog(self, typed: String(typed)))
    }
    return []
  }

  // MARK: Form

  private mutating func formKey(_ key: Key) -> [Effect]? {
    switch keymap.command(for: key, in: FormKeys.table) {
    case .previous: moveFocus(by: -1)
    case .next: moveFocus(by: 1)
    case .pageUp: moveFocus(by: -max(1, Screen.formRows(self) - 2))
    case .pageDown: moveFocus(by: max(1, Screen.formRows(self) - 2))
    case .first: focus(line: layout.focusable(from: 0, step: 1) ?? 0)
    case .last: focus(line: layout.focusable(from: layout.count - 1, step: -1) ?? 0)
    case .leave where focusedItem?.row != nil || workspace.page.kind == .overview: _ = goBack()
    case .back:
      if banner != nil { banner = nil } else if !goBackFromJump() { _ = goBack() }
    case .leave, nil: return nil
    }
    return []
  }
}
