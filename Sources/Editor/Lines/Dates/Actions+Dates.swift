import CalendarModel
import TextUI

/// What can be done with dates besides typing their hours.
extension Actions {
  static let dates: [Action] = [
    Action(
      .copyDate, .hours, "Copy the hours of the date to other dates", short: "Copy",
      keys: [.control("d")], when: Action.onDates
    ) { editor, _ in
      editor.promptForCopies()
      return []
    },
    Action(
      .nextDate, .hours, "Go to the next date that has an entry",
      keys: [Key(.right, .alt), .character("}")], when: Action.onDates
    ) { editor, _ in
      editor.stepDate(forward: true)
      return []
    },
    Action(
      .previousDate, .hours, "Go to the previous date that has an entry",
      keys: [Key(.left, .alt), .character("{")], when: Action.onDates
    ) { editor, _ in
      editor.stepDate(forward: false)
      return []
    },
  ]
}

extension Action {
  /// While something is typed onto the dates it has to be taken over or dropped first.
  static let onDates: @Sendable (CalendarEditor) -> Availability = { editor in
    guard editor.isOnDates else {
      return .unavailable("Go to the month of the date-specific hours first.")
    }
    return editor.input?.isPending == true
      ? .unavailable("Enter takes over what is typed, Esc drops it.") : .available
  }

  /// A row, or dates chosen in the month.
  static let onRowOrDates: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.isOnDates ? onDates(editor) : onRow(editor)
  }

  /// A row of a list whose order can be chosen.
  static let onRowInOrder: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.isOnDates
      ? .unavailable("Date entries cannot move; they are in order of date.") : onRow(editor)
  }
}
