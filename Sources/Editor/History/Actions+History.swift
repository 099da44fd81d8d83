/// The saves that are on record.
extension Actions {
  static let history: [Action] = [
    Action(
      .history, .saving, "History: the saves of this calendar, and what each changed",
      when: Action.whenRecorded
    ) { editor, _ in editor.openHistory() },
    Action(
      .restoreSave, .saving, "Restore what was there before the save that was shown last",
      when: Action.whenSaveWasShown
    ) { editor, _ in
      editor.restoreSave()
      return []
    },
  ]
}

extension Action {
  static let whenRecorded: @Sendable (CalendarEditor) -> Availability = { editor in
    switch editor.source.kind {
    case .service: whenLoaded(editor)
    case .demo: .unavailable("The sandbox forgets its calendars; its saves are not on record.")
    case .file: .unavailable("The calendar is a file; only saves to a service are on record.")
    }
  }

  static let whenSaveWasShown: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.pastSave?.contents == nil
      ? .unavailable("Show a save of the history first.") : whenRecorded(editor)
  }
}
