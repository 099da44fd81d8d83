import CalendarModel
import TextUI

/// The one table of actions: keymap, key bar, help and palette are derived from it.
enum Actions {
  static let all: [Action] =
    saving + history + editing + hours + dates + lookBusy + team + rows + moving + goingBack
    + calendars + outside + program

  static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  private static let saving: [Action] = [
    Action(
      .review, .saving, "Review the changes and save", short: "Save", keys: [.control("s")],
      when: Action.whenLoaded
    ) { editor, _ in
      editor.openReview()
      return []
    },
    Action(.send, .saving, "Save without a review", when: Action.whenChanged) {
      editor, _ in editor.send(checks: editor.terms.checksBeforeSaving)
    },
    Action(
      .saveUnchecked, .saving, "Save without checking for other people's changes",
      when: Action.whenChanged
    ) { editor, _ in editor.send(checks: false) },
    Action(
      .confirmSave, .saving, "Check whether the last save arrived",
      when: {
        $0.saves.job?.isInDoubt == true
          ? .available : .unavailable("The last save is not in doubt.")
      }
    ) { editor, _ in editor.withJob { $0.again() } },
    Action(
      .sendBack, .saving, "Restore what the last save lost", keys: [.alt("b")],
      when: {
        $0.saves.last?.canSendBack == true
          ? .available : .unavailable("No save of this session lost anything.")
      }
    ) { editor, _ in editor.sendBack() },
    Action(.readToken, .saving, "Read the token again", when: Action.canReadToken) {
      editor, asked in
      editor.readToken(goesOn: asked)
    },
    Action(
      .typeToken, .saving, "Type a new token, for this run only", when: Action.inService
    ) { editor, asked in editor.typeToken(goesOn: asked) },
    Action(.showBody, .saving, "Show the JSON that will be sent", when: Action.whenChanged) {
      editor, _ in
      editor.showBody()
      return []
    },
    Action(
      .undocumented, .saving, "Send nested undocumented keys: on, off",
      when: Action.whenSent
    ) { editor, _ in
      let isOn = editor.sendsUndocumented
      editor.saves.sendsUndocumentedOnce = false
      let effects = editor.remember { $0.sendsUndocumented = !isOn }
      editor.say(
        "Nested undocumented keys will \(editor.sendsUndocumented ? "" : "not ")be sent.")
      return effects
    },
    Action(
      .showReport, .saving, "Show the whole last report, with the service's answer",
      keys: [.function(4), .alt("v")],
      when: { $0.lastReport == nil ? .unavailable("There is no report yet.") : .available }
    ) { editor, _ in
      if let report = editor.lastReport {
        editor.dialogs.append(TextDialog("Report", report.lines))
      }
      return []
    },
    Action(
      .reload, .saving, "Load the calendar again", keys: [.function(5), .alt("r")]
    ) { editor, asked in editor.reload(asked: asked) },
    Action(
      .loadAndMerge, .saving, "Load the calendar again and keep the changes"
    ) { editor, _ in editor.loadAndMerge() },
  ]

  private static let editing: [Action] = [
    Action(
      .undo, .editing, "Undo", short: "Undo", keys: [.control("z")], when: Action.whenLoaded
    ) { editor, _ in
      if !editor.undoDrop() { editor.travel(isBack: true) { $0.undo() } }
      return []
    },
    Action(.redo, .editing, "Redo", keys: [.control("y")], when: Action.whenLoaded) { editor, _ in
      editor.travel(isBack: false) { $0.redo() }
      return []
    },
    Action(
      .reset, .editing, "Reset the field to its loaded value", short: "Reset",
      keys: [.control("r")], when: Action.onChangedField
    ) { editor, _ in
      editor.resetFocused()
      return []
    },
    Action(
      .unset, .editing, "Unset the field", keys: [.control("x")], when: Action.onField
    ) { editor, _ in
      editor.unsetFocused()
      return []
    },
    Action(
      .fieldMenu, .editing, "Values of the field: default, null, unset, loaded", short: "Values",
      keys: [.control("o")], when: Action.onField
    ) { editor, _ in
      if let field = editor.focusedItem?.field, let path = editor.focusedItem?.path {
        editor.dialogs.append(FieldMenuDialog(path, field, in: editor))
      }
      return []
    },
    Action(
      .resetSection, .editing, "Reset the section to its loaded values", when: Action.whenChanged
    ) { editor, _ in
      guard case .section(let section)? = editor.workspace.pages.first?.kind else {
        editor.say("Choose a section first.", .problem)
        return []
      }
      editor.change(.root) { $0.reset(section) }
      return []
    },
    Action(
      .resetAll, .editing, "Reset everything to the loaded values", when: Action.whenChanged
    ) { editor, _ in
      editor.change(.root) { $0.resetAll() }
      return []
    },
  ]

  private static let rows: [Action] = [
    Action(
      .addRow, .rows, "Add a row", short: "Add", keys: [.control("n"), .insert, .character("+")],
      when: Action.inList
    ) { editor, _ in
      guard let list = editor.currentList else { return [] }
      if editor.layout.monthLine != nil {
        editor.promptForDates()
        return []
      }
      editor.addRow(list.type, to: list.path, at: (editor.focusedItem?.row?.index).map { $0 + 1 })
      return []
    },
    Action(
      .duplicateRow, .rows, "Duplicate the row", short: "Copy", keys: [.control("d")],
      when: Action.onRowInOrder
    ) { editor, _ in
      editor.changeRow { document, row in
        document.duplicateRow(row.index, of: row.list)
        return row.index + 1
      }
      return []
    },
    Action(
      .deleteRow, .rows, "Delete the row, or the entries of the chosen dates", short: "Delete",
      keys: [.control("x"), .delete, .character("-")], when: Action.onRowOrDates
    ) { editor, _ in
      if editor.isOnDates {
        if let row = editor.focusedItem?.row {
          editor.deleteDate(inRow: row.index)
        } else {
          editor.deleteChosenDates()
        }
        return []
      }
      editor.changeRow { document, row in
        document.removeRow(row.index, of: row.list)
        return row.index
      }
      return []
    },
    Action(
      .moveRowUp, .rows, "Move the row up", keys: [Key(.up, .alt), .character("[")],
      when: Action.onRowInOrder
    ) { editor, _ in
      editor.moveRow(by: -1)
      return []
    },
    Action(
      .moveRowDown, .rows, "Move the row down", keys: [Key(.down, .alt), .character("]")],
      when: Action.onRowInOrder
    ) { editor, _ in
      editor.moveRow(by: 1)
      return []
    },
  ]

  private static let moving: [Action] = [
    Action(
      .search, .moving, "Search fields by label, JSON key or help", short: "Search",
      keys: [.control("f"), .character("/")], when: Action.whenLoaded
    ) { editor, _ in
      editor.dialogs.append(SearchDialog(editor))
      return []
    },
    Action(
      .nextProblem, .moving, "Go to the next problem: errors first, then warnings",
      short: "Problem",
      keys: [.function(8), .alt("n")], when: Action.whenLoaded
    ) { editor, asked in
      if asked, let error = editor.errorsInChanges.first {
        editor.dialogs.removeAll()
        editor.go(to: error.path)
      } else {
        editor.goToProblem(step: 1)
      }
      return []
    },
    Action(
      .previousProblem, .moving, "Go to the previous problem", keys: [.function(7), .alt("m")],
      when: Action.whenLoaded
    ) { editor, _ in
      editor.goToProblem(step: -1)
      return []
    },
    Action(
      .nextSection, .moving, "Go to the next section", keys: [Key(.pageDown, .control), .alt(".")],
      when: Action.whenLoaded
    ) { editor, _ in
      editor.stepSection(by: 1)
      return []
    },
    Action(
      .previousSection, .moving, "Go to the previous section",
      keys: [Key(.pageUp, .control), .alt(",")], when: Action.whenLoaded
    ) { editor, _ in
      editor.stepSection(by: -1)
      return []
    },
    Action(
      .preview, .moving, "Preview the slots that bookers are offered", short: "Preview",
      keys: [.function(6), .alt("p")], when: Action.whenLoaded
    ) { editor, _ in editor.openPreview() },
    Action(.allFields, .moving, "Show all fields in one list", when: Action.whenLoaded) {
      editor, _ in
      editor.workspace.choose(entry: Workspace.entries.count - 1)
      editor.enterForm()
      return []
    },
  ]

  private static let program: [Action] = [
    Action(.palette, .program, "Show all actions", short: "Actions", keys: [.control("p")]) {
      editor, _ in
      editor.dialogs.append(PaletteDialog(editor))
      return []
    },
    Action(
      .help, .program, "Help on the field and all keys", short: "Help",
      keys: [.function(1), .character("?"), .alt("h")]
    ) { editor, _ in
      editor.dialogs.append(TextDialog(HelpText.title, HelpText.lines(editor)))
      return []
    },
    Action(
      .theme, .program, "Change the colours: default, high contrast, mono", when: Action.onScreen
    ) { _, _ in [.switchTheme] },
    Action(
      .repaint, .program, "Draw the screen again", keys: [.control("l")], when: Action.onScreen
    ) { _, _ in [.repaint] },
    Action(
      .suspend, .program, "Suspend to the shell; fg comes back", when: Action.atTerminal
    ) { _, _ in [.suspend] },
    Action(
      .quit, .program, "Quit", short: "Quit", keys: [.control("q"), .control("c")]
    ) { editor, asked in editor.quit(asked: asked) },
    Action(.quitKeepingDraft, .program, "Quit and keep the draft", when: Action.whenDraftIsKept) {
      editor, _ in editor.quitKeepingDraft()
    },
  ]
}
