import TextUI

/// What leaves the forms: the user's editor, JSON, the clipboard, the mouse.
extension Actions {
  static let outside: [Action] = [
    Action(
      .externalEditor, .outside, "Edit the text in $VISUAL or $EDITOR", short: "Editor",
      keys: [.alt("e")], when: Action.onLongText
    ) { model, _ in model.editTextOutside() }
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
}
