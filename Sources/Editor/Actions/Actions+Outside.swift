import TextUI

/// What leaves the forms: the user's editor, JSON, the clipboard, the mouse.
extension Actions {
  static let outside: [Action] = [
    Action(
      .externalEditor, .outside, "Edit the text in $VISUAL or $EDITOR", short: "Editor",
      keys: [.alt("e")], when: Action.onLongText
    ) { editor, _ in editor.editTextOutside() },
    Action(
      .viewJSON, .outside, "Show the JSON of the section", keys: [.alt("j")],
      when: Action.inSection
    ) { editor, _ in
      if let section = editor.openSection { editor.viewJSON(.section(section), edit: .editJSON) }
      return []
    },
    Action(.viewRowJSON, .outside, "Show the JSON of the row", when: Action.inRow) { editor, _ in
      if let row = editor.openRow { editor.viewJSON(.row(row), edit: .editRowJSON) }
      return []
    },
    Action(
      .viewAllJSON, .outside, "Show the JSON of the whole calendar", when: Action.whenLoaded
    ) { editor, _ in
      editor.viewJSON(.body, edit: .editAllJSON)
      return []
    },
    Action(
      .editJSON, .outside, "Edit the JSON of the section in $EDITOR", when: Action.inSection
    ) { editor, _ in editor.openSection.map { editor.editJSON(.section($0)) } ?? [] },
    Action(.editRowJSON, .outside, "Edit the JSON of the row in $EDITOR", when: Action.inRow) {
      editor, _ in editor.openRow.map { editor.editJSON(.row($0)) } ?? []
    },
    Action(
      .editAllJSON, .outside, "Edit the JSON of the whole calendar in $EDITOR",
      when: Action.whenLoaded
    ) { editor, _ in editor.editJSON(.body) },
    Action(
      .editRefusedJSON, .outside, "Edit the refused JSON again", when: Action.whenRefused
    ) { editor, _ in editor.editRefusedJSON() },
    Action(.giveUpRefusedJSON, .outside, "Discard the refused JSON", when: Action.whenRefused) {
      editor, _ in
      editor.giveUpRefusedJSON()
      return []
    },
    Action(
      .copyValue, .outside, "Copy the value to the clipboard (OSC 52)", keys: [.alt("c")],
      when: Action.onValue
    ) { editor, _ in editor.copyValue() },
    Action(
      .copyJSON, .outside, "Copy the JSON of the section to the clipboard (OSC 52)",
      when: Action.inSection
    ) { editor, _ in editor.copyJSON() },
    Action(
      .mouse, .program, "Mouse: on or off (Shift selects text in most terminals)",
      when: Action.onScreen
    ) { _, _ in [.switchMouse] },
  ]
}

/// When they can be done.
extension Action {
  static let onLongText: @Sendable (CalendarEditor) -> Availability = { editor in
    guard let field = editor.focusedItem?.field, case .longText = field.type else {
      return .unavailable("Go to a long text first: a description, notes, a message.")
    }
    return onField(editor)
  }

  static let inSection: @Sendable (CalendarEditor) -> Availability = { editor in
    if editor.document == nil { return whenLoaded(editor) }
    return editor.openSection == nil ? .unavailable("Choose a section first.") : .available
  }

  static let inRow: @Sendable (CalendarEditor) -> Availability = { editor in
    if editor.document == nil { return whenLoaded(editor) }
    return editor.openRow == nil ? .unavailable("Go to a row of a list first.") : .available
  }

  static let whenRefused: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.refusedEdit == nil ? .unavailable("There is no refused JSON.") : .available
  }

  static let onValue: @Sendable (CalendarEditor) -> Availability = { editor in
    if editor.focusedItem == nil { return .unavailable("Go to a field first.") }
    return editor.valueToCopy == nil
      ? .unavailable("There is no value here to copy; the field is unset.") : .available
  }
}
