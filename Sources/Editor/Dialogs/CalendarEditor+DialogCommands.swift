import CalendarModel
import JSON

/// Carries out what dialogs ask for.
extension CalendarEditor {
  /// - Parameter id: the dialog that asks; it may be closed by now.
  mutating func carryOut(_ command: DialogCommand, from id: DialogStack.ID) -> [Effect] {
    switch command {
    case .perform(let action, let asked): return perform(action, asked: asked)
    case .decide(let decision): return decide(decision)
    case .say(let text, let kind): say(text, kind)
    case .open(let dialog): dialogs.append(dialog)
    case .app(let request): return [.app(request)]
    case .copy(let text, let name): return copy(text, as: name)
    case .write(let text, let path, let replaces):
      return [.writeText(text, path: path, replaces: replaces)]
    case .go(let path): jump { $0.goToEditor(of: path) }
    case .goToWeekday(let day): jump { $0.goToHours(ofWeekday: day) }
    case .goToSection(let section): jump { $0.open(section) }
    case .goBack(let place):
      notePlace()
      go(toPlace: place)
    case .goToHours(let day): goToHours(of: day)
    case .closeStep: document?.close()
    case .edit(let path, let value, let typing): edit(path, to: value, typing: typing)
    case .give(let quantity, let number, let unit): give(quantity, number, unit: unit)
    case .toggle(let choice, let path, let choices): toggle(choice, in: path, of: choices)
    case .addMember(let user, let list, let index): addMember(user, to: list, at: index)
    case .addLocation(let kind, let list, let index): addLocation(kind, to: list, at: index)
    case .copyHours(let day, let days): copyHours(of: day, to: days)
    case .stateType(let type):
      document?.stateType(type)
      say("caledit checks the rules for this type and never sends it.")
    case .answer(let prompt, let text): answer(prompt, text)
    case .undo(let steps): undo(steps)
    case .takeBack(let line): takeBack(line, from: id)
    case .resolve(let merge, let choices, let purpose): return resolve(merge, choices, purpose)
    case .giveUpMerge(let purpose): giveUpMerge(purpose)
    case .recover(let draft): recover(draft)
    case .discardDraft: return discardDraft()
    case .useToken(let token, let goesOn): return use(token, goesOn: goesOn)
    case .show(let save): return show(save)
    case .askForSlots(let week, let again):
      if again { lookUps.slots.forget(week) }
      return (again ? [.readClock] : []) + askForSlots(of: week)
    }
    return []
  }

  private mutating func undo(_ steps: Int) {
    for _ in 0..<steps { travel(isBack: true) { $0.undo() } }
    if steps > 1 { say("Undid \(Wording.counted(steps, "step")); redo brings them back.") }
  }

  /// Leaves a change out of the update; a review without changes goes away.
  private mutating func takeBack(_ line: ReviewLine, from id: DialogStack.ID) {
    change(line.path) { $0.takeBack(line) }
    if document?.isModified == true {
      say("Left out of the update: \(line.text)")
    } else {
      dialogs.close(id)
      say("There are no changes left.")
    }
  }

  // MARK: Merges

  /// Makes a merge, and asks the user first where both sides changed the same.
  mutating func resolveOrAsk(_ merge: CalendarMerge, for purpose: ConflictDialog.Purpose) {
    guard merge.conflicts.isEmpty else {
      dialogs.append(ConflictDialog(merge, for: purpose))
      return
    }
    _ = resolve(merge, [:], purpose)
  }

  private mutating func resolve(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side],
    _ purpose: ConflictDialog.Purpose
  ) -> [Effect] {
    switch purpose {
    case .save: return withJob { $0.resolve(merge, choices) }
    case .loading: finish(merge, choices)
    case .recovery(let draft): recover(draft, merge, choices)
    case .restoring: restore(merge, choices)
    }
    return []
  }

  private mutating func giveUpMerge(_ purpose: ConflictDialog.Purpose) {
    switch purpose {
    case .save:
      saves.job = nil
      let done = source.isFile ? "written" : "sent"
      say("Nothing was \(done); your changes are still here.")
    case .loading: say("Nothing was loaded; your changes are as they were.")
    case .recovery: break
    case .restoring: say("Nothing was restored; your changes are as they were.")
    }
  }

  // MARK: Places

  /// Opens a section at its first line.
  mutating func open(_ section: Section) {
    guard let entry = Workspace.entries.firstIndex(of: .section(section)) else { return }
    workspace.choose(entry: entry)
    enterForm()
  }

  /// Goes to the hours of a weekday.
  mutating func goToHours(ofWeekday day: Int) {
    goToEditor(of: WeekHours.path)
    if let line = layout.firstLine(where: { $0.day == day }) { focus(line: line) }
  }
}
