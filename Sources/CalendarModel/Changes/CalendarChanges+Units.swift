import JSON

/// Numbers without a unit, whose meaning depends on the calendar.
extension CalendarChanges {
  /// The units that a calendar gives to numbers that were typed without one, by the key of the number.
  package func presentUnits(in calendar: JSONValue) -> [String: TimeUnit] {
    var units: [String: TimeUnit] = [:]
    for change in changes {
      guard case .quantity(let text) = change.action, (try? TypedNumber(text.trimmed)) != nil,
        let field = QuantityField(change.place.topKey)
      else { continue }
      let present = field.unitText(in: calendar).flatMap { TimeUnit(reading: .text($0)) }
      units[field.number.key] = present ?? field.usualUnit
    }
    return units
  }

  /// Why a number without a unit cannot be meant for all of several calendars, in sentences; empty
  /// where each means the same in all of them.
  ///
  /// - Parameter calendars: what ``presentUnits(in:)`` says of each.
  package static func ambiguities(_ calendars: [[String: TimeUnit]]) -> [String] {
    QuantityField.all.compactMap { field in
      let found = calendars.compactMap { $0[field.number.key] }
      let units = Set(found).sorted()
      guard units.count > 1 else { return nil }
      let counts = units.map { unit in
        "\(found.count { $0 == unit }) in \(unit.plural)"
      }
      return "\(field.number.label): the calendars have it in different units: "
        + "\(counts.joined(separator: ", ")). Write the unit, as in "
        + "\(field.number.key)='45 \(units[0].symbol(isOne: false))'."
    }
  }
}
