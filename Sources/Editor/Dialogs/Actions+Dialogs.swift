import TextUI

/// Lists to go back with.
extension Actions {
  static let goingBack: [Action] = [
    Action(
      .undoList, .editing, "Undo several steps: choose how far back", keys: [.alt("z")],
      when: Action.whenUndoable
    ) { editor, _ in
      editor.document?.close()
      editor.dialogs.append(UndoDialog(editor))
      return []
    },
    Action(
      .recentPlaces, .moving, "Go to a recent place", keys: [.alt("g")],
      when: Action.whenSomewhereElse
    ) { editor, _ in
      editor.dialogs.append(RecentPlacesDialog(editor))
      return []
    },
  ]
}

extension Action {
  static let whenUndoable: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.document?.undoSteps.isEmpty == false
      ? .available : .unavailable("There is nothing to undo.")
  }

  static let whenSomewhereElse: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.placesToGoBackTo.isEmpty
      ? .unavailable("There are no recent places yet.")
      : .available
  }
}
