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
    ) { model, _ in
      if let day = model.focusedItem?.day { model.layers.append(CopyHoursLayer(day, model)) }
      return []
    },
    Action(
      .copyHoursToWeekdays, .hours, "Copy the hours of the day to Monday to Friday",
      short: "Mon-Fri", keys: [.alt("w")], when: Action.onDay
    ) { model, _ in
      if let day = model.focusedItem?.day { model.copyHours(of: day, to: 1...5) }
      return []
    },
    Action(
      .closeDay, .hours, "Close the day", short: "Close", keys: [.control("x")],
      when: Action.onDay
    ) { model, _ in
      guard let day = model.focusedItem?.day else { return [] }
      model.change(WeekHours.path) { $0.setWeekHours([], on: [day]) }
      return []
    },
    Action(
      .hoursEarlier, .hours, "Shift the hours of the day 30 minutes earlier",
      keys: [.character("<")], when: Action.onDay
    ) { model, _ in
      model.shiftHours(by: -shift)
      return []
    },
    Action(
      .hoursLater, .hours, "Shift the hours of the day 30 minutes later",
      keys: [.character(">")], when: Action.onDay
    ) { model, _ in
      model.shiftHours(by: shift)
      return []
    },
    Action(
      .unit, .hours, "Choose the unit of a number", keys: [.alt("u")], when: Action.onQuantity
    ) { model, _ in
      guard let unit = model.focusedUnit, case .choice(let choices) = unit.type else { return [] }
      let taken = choices.taken(by: model.version)
      model.layers.append(ChoiceLayer(.init([.key(unit.key)]), unit, taken, in: model))
      return []
    },
  ]
}
