import CalendarModel
import TextUI

/// What can be done with hours besides typing them.
extension Actions {
  /// How far the hours of a day are shifted at once, in minutes.
  private static let shift = 30

  static let hours: [Action] = [
    Action(
      .copyHours, .hours, "Copy the hours of the day to other days", short: "Copy",
      keys: [.control("d")], when: Action.onDay
    ) { editor, _ in
      if let day = editor.focusedItem?.day { editor.dialogs.append(CopyHoursDialog(day, editor)) }
      return []
    },
    Action(
      .copyHoursToWeekdays, .hours, "Copy the hours of the day to Monday to Friday",
      short: "Mon-Fri", keys: [.alt("w")], when: Action.onDay
    ) { editor, _ in
      if let day = editor.focusedItem?.day { editor.copyHours(of: day, to: 1...5) }
      return []
    },
    Action(
      .closeDay, .hours, "Close the day", short: "Close", keys: [.control("x")],
      when: Action.onDay
    ) { editor, _ in
      guard let day = editor.focusedItem?.day else { return [] }
      editor.change(WeekHours.path) { $0.setWeekHours([], on: [day]) }
      return []
    },
    Action(
      .hoursEarlier, .hours, "Shift the hours of the day 30 minutes earlier",
      keys: [.character("<")], when: Action.onDay
    ) { editor, _ in
      editor.shiftHours(by: -shift)
      return []
    },
    Action(
      .hoursLater, .hours, "Shift the hours of the day 30 minutes later",
      keys: [.character(">")], when: Action.onDay
    ) { editor, _ in
      editor.shiftHours(by: shift)
      return []
    },
    Action(
      .unit, .hours, "Choose the unit of a number", keys: [.alt("u")], when: Action.onQuantity
    ) { editor, _ in
      guard let unit = editor.focusedUnit, case .choice(let choices) = unit.type else { return [] }
      let taken = choices.taken(by: editor.terms.version)
      editor.dialogs.append(ChoiceDialog(.init([.key(unit.key)]), unit, taken, in: editor))
      return []
    },
  ]
}
