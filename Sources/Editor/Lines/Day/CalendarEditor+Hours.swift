import CalendarModel
import JSON

/// Changes of weekdays that are actions of their own.
extension CalendarEditor {
  mutating func copyHours(of day: Int, to days: some Sequence<Int>) {
    let days = days.filter { $0 != day }
    var isChanged = false
    change(WeekHours.path) { isChanged = $0.copyWeekHours(of: day, to: days) }
    let hours = HoursText.format(layout.week?.now[day].ranges ?? [], in: format)
    let named = Wording.weekdays(days, in: format)
    say(
      isChanged
        ? "Copied \(hours) to \(named)."
        : "\(named) \(days.count == 1 ? "has" : "have") these hours already.")
  }

  /// Shifts the hours of the day with the focus.
  mutating func shiftHours(by minutes: Int) {
    guard let day = focusedItem?.day else { return }
    var problem: HoursShiftError?
    var isChanged = false
    change(WeekHours.path) { document in
      do throws(HoursShiftError) {
        isChanged = try document.shiftWeekHours(of: [day], by: minutes)
      } catch {
        problem = error
      }
    }
    if let problem {
      say(problem.message(in: format), .problem)
    } else if !isChanged {
      say("\(Wording.weekday(day)) is closed: there is nothing to shift.")
    }
  }

  /// The unit of the number with the focus.
  var focusedUnit: Field? {
    guard let field = focusedItem?.field, focusedItem?.path?.count == 1 else { return nil }
    return field.unitKey.flatMap(CalendarSchema.field)
  }

  /// The number with its unit that a line is about; nil where the unit has a line of its own.
  func quantityOfLine(_ path: JSONPath) -> QuantityField? {
    layout.hiddenUnit(of: path).isEmpty ? nil : path.topKey.flatMap { QuantityField($0) }
  }

  /// Gives a number and its unit other values as one step.
  mutating func give(_ quantity: QuantityField, _ number: JSONValue?, unit: JSONValue?) {
    let path = JSONPath([.key(quantity.number.key)])
    input = nil
    change(path) { $0.set(quantity, to: number, unit: unit) }
    serverProblems.clear(JSONPath([.key(quantity.unit.key)]))
  }

  /// Unsets the field with the focus; the unit of a number goes back to what was loaded, which the
  /// service keeps with it.
  mutating func unsetFocused() {
    guard let path = focusedItem?.path else { return }
    if let quantity = quantityOfLine(path) {
      give(quantity, nil, unit: document?.loaded(JSONPath([.key(quantity.unit.key)])))
    } else {
      change(path) { $0.set(path, to: nil) }
    }
  }

  /// Puts the line with the focus back to what was loaded: a day, a number with its unit, a field.
  mutating func resetFocused() {
    if let day = focusedItem?.day {
      dropInput()
      change(WeekHours.path) { $0.resetWeekHours(of: [day]) }
      return
    }
    if isOnDates {
      resetChosenDates()
      return
    }
    guard let path = focusedItem?.path else { return }
    let unit = layout.hiddenUnit(of: path)
    change(path) { $0.reset([path] + unit) }
    for path in unit { serverProblems.clear(path) }
  }
}
