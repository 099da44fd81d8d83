/// The saves that are on record.
extension Actions {
  static let history: [Action] = [
    Action(
      .history, .saving, "History: the saves of this calendar, and what each changed",
      when: Action.whenRecorded
    ) { editor, _ in editor.openHistory() },
    Action(
      .restoreSave, .saving, "Restore the values from before the save shown last",
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
    case .demo: .unavailable("caledit keeps no history for the sandbox.")
    case .list: whenLoaded(editor)
    case .file: .unavailable("caledit keeps no history for files.")
    }
  }

  static let whenSaveWasShown: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.records.shown?.contents == nil
      ? .unavailable("Show a save of the history first.") : whenRecorded(editor)
  }
}
