/// The saves that are on record.
extension Actions {
  static let history: [Action] = [
    Action(
      .history, .saving, "History: the saves of this calendar, and what each changed",
      when: Action.whenRecorded
    ) { model, _ in model.openHistory() },
    Action(
      .restoreSave, .saving, "Restore what was there before the save that was shown last",
      when: Action.whenSaveWasShown
    ) { model, _ in
      model.restoreSave()
      return []
    },
  ]
}

extension Action {
  static let whenRecorded: @Sendable (Model) -> Availability = { model in
    switch model.source.kind {
    case .service: whenLoaded(model)
    case .demo: .unavailable("The sandbox forgets its calendars; its saves are not on record.")
    case .file: .unavailable("The calendar is a file; only saves to a service are on record.")
    }
  }

  static let whenSaveWasShown: @Sendable (Model) -> Availability = { model in
    model.pastSave?.contents == nil
      ? .unavailable("Show a save of the history first.") : whenRecorded(model)
  }
}
