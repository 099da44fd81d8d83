import CalendarModel
import TextUI

/// What can be done with dates besides typing their hours.
extension Actions {
  static let dates: [Action] = [
    Action(
      .copyDate, .hours, "Copy the hours of the date to other dates", short: "Copy",
      keys: [.control("d")], when: Action.onDates
    ) { model, _ in
      model.promptForCopies()
      return []
    },
    Action(
      .nextDate, .hours, "Go to the next date that has an entry",
      keys: [Key(.right, .alt), .character("}")], when: Action.onDates
    ) { model, _ in
      model.stepDate(forward: true)
      return []
    },
    Action(
      .previousDate, .hours, "Go to the date before that has an entry",
      keys: [Key(.left, .alt), .character("{")], when: Action.onDates
    ) { model, _ in
      model.stepDate(forward: false)
      return []
    },
  ]
}

extension Action {
  /// While something is typed onto the dates it has to be taken over or dropped first.
  static let onDates: @Sendable (Model) -> Availability = { model in
    guard model.isOnDates else {
      return .unavailable("Go to the month of the date-specific hours first.")
    }
    return model.input?.isPending == true
      ? .unavailable("Enter takes over what is typed, Esc drops it.") : .available
  }

  /// A row, or dates chosen in the month.
  static let onRowOrDates: @Sendable (Model) -> Availability = { model in
    model.isOnDates ? onDates(model) : onRow(model)
  }

  /// A row of a list whose order can be chosen.
  static let onRowInOrder: @Sendable (Model) -> Availability = { model in
    model.isOnDates
      ? .unavailable("Dates stand in the order of the calendar.") : onRow(model)
  }
}
