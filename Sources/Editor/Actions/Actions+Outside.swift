import TextUI

/// What leaves the forms: the user's editor, JSON, the clipboard, the mouse.
extension Actions {
  static let outside: [Action] = [
    Action(
      .externalEditor, .outside, "Edit the text in $VISUAL or $EDITOR", short: "Editor",
      keys: [.alt("e")], when: Action.onLongText
    ) { model, _ in model.editTextOutside() },
    Action(
      .viewJSON, .outside, "Show the JSON of the section", keys: [.alt("j")],
      when: Action.inSection
    ) { model, _ in
      if let section = model.openSection { model.viewJSON(.section(section), edit: .editJSON) }
      return []
    },
    Action(.viewRowJSON, .outside, "Show the JSON of the row", when: Action.inRow) { model, _ in
      if let row = model.openRow { model.viewJSON(.row(row), edit: .editRowJSON) }
      return []
    },
    Action(
      .viewAllJSON, .outside, "Show the JSON of the whole calendar", when: Action.whenLoaded
    ) { model, _ in
      model.viewJSON(.body, edit: .editAllJSON)
      return []
    },
    Action(
      .editJSON, .outside, "Edit the JSON of the section in $EDITOR", when: Action.inSection
    ) { model, _ in model.openSection.map { model.editJSON(.section($0)) } ?? [] },
    Action(.editRowJSON, .outside, "Edit the JSON of the row in $EDITOR", when: Action.inRow) {
      model, _ in model.openRow.map { model.editJSON(.row($0)) } ?? []
    },
    Action(
      .editAllJSON, .outside, "Edit the JSON of the whole calendar in $EDITOR",
      when: Action.whenLoaded
    ) { model, _ in model.editJSON(.body) },
    Action(
      .editRefusedJSON, .outside, "Edit the refused JSON again", when: Action.whenRefused
    ) { model, _ in model.editRefusedJSON() },
    Action(.giveUpRefusedJSON, .outside, "Give the refused JSON up", when: Action.whenRefused) {
      model, _ in
      model.giveUpRefusedJSON()
      return []
    },
    Action(
      .copyValue, .outside, "Copy the value to the clipboard (OSC 52)", keys: [.alt("c")],
      when: Action.onValue
    ) { model, _ in model.copyValue() },
    Action(
      .copyJSON, .outside, "Copy the JSON of the section to the clipboard (OSC 52)",
      when: Action.inSection
    ) { model, _ in model.copyJSON() },
    Action(.mouse, .program, "Mouse: on or off (Shift selects text in most terminals)") {
      model, _ in model.switchMouse()
    },
  ]
}

/// When they can be done.
extension Action {
  static let onLongText: @Sendable (Model) -> Availability = { model in
    guard let field = model.focusedItem?.field, case .longText = field.type else {
      return .unavailable("Go to a long text first: a description, notes, a message.")
    }
    return onField(model)
  }

  static let inSection: @Sendable (Model) -> Availability = { model in
    if model.document == nil { return whenLoaded(model) }
    return model.openSection == nil ? .unavailable("Choose a section first.") : .available
  }

  static let inRow: @Sendable (Model) -> Availability = { model in
    if model.document == nil { return whenLoaded(model) }
    return model.openRow == nil ? .unavailable("Go to a row of a list first.") : .available
  }

  static let whenRefused: @Sendable (Model) -> Availability = { model in
    model.refusedEdit == nil ? .unavailable("No edited JSON was refused.") : .available
  }

  static let onValue: @Sendable (Model) -> Availability = { model in
    if model.focusedItem == nil { return .unavailable("Go to a field first.") }
    return model.valueToCopy == nil
      ? .unavailable("There is no value here to copy; the field is unset.") : .available
  }
}
