import JSON

/// What is asked of the value of a field.
enum ValueTest: Sendable, Hashable {
  /// A switch.
  case isOn(Bool)
  case isSet(Bool)
  case number(Comparison)
  /// In minutes.
  case quantity(Comparison)
  /// How many rows a list has.
  case count(Comparison)
  case contains(FoldedText)
  case equals(FoldedText)
  /// One of the documented values that the typed text could mean.
  case choice([JSONValue])
  /// One of the days of a list of days.
  case day([Int])
  case date(ClosedRange<CalendarDate>, Relation)

  /// Whether a calendar passes at any of some places.
  func truth(at places: [FieldPlace], in calendar: ListedCalendar) -> Truth {
    Truth.any(places.lazy.map { truth(at: $0, in: calendar) })
  }

  private func truth(at place: FieldPlace, in calendar: ListedCalendar) -> Truth {
    guard let values = place.values(in: calendar) else { return .unknown }
    if case .quantity(let comparison) = self {
      return Self.minutes(at: place, in: calendar).map { Truth(comparison.holds($0)) } ?? .unknown
    }
    if case .isSet(let isSet) = self {
      // Nothing is set where there are no rows.
      return Truth(values.contains { Self.isSet($0, place.field) } == isSet)
    }
    return Truth.any(values.lazy.map { truth(of: $0, place.field, calendar) })
  }

  private static func isSet(_ value: JSONValue?, _ field: Field) -> Bool {
    switch value {
    case nil: false
    case .null?: field.hasNullChoice
    case .array(let rows)?: !rows.isEmpty
    case .object(let object)?: !object.isEmpty
    case let value?: !value.isBlank
    }
  }

  private func truth(of value: JSONValue?, _ field: Field, _ calendar: ListedCalendar) -> Truth {
    switch self {
    case .isOn(let isOn):
      let given = value?.unlessBlank ?? field.defaultValue ?? false
      return given.looseBool.map { Truth($0 == isOn) } ?? .unknown
    case .number(let comparison):
      guard let given = value?.unlessBlank else {
        return field.numberWhereUnset.map { Truth(comparison.holds($0)) } ?? .no
      }
      return given.looseNumber.map { Truth(comparison.holds($0)) } ?? .unknown
    case .count(let comparison):
      guard let rows = value?.array else {
        return value?.unlessBlank == nil ? Truth(comparison.holds(0)) : .unknown
      }
      return Truth(comparison.holds(Double(rows.count)))
    case .contains(let part):
      return Truth(
        Self.texts(of: value, field, calendar).contains { FoldedText($0).contains(part) })
    case .equals(let text):
      return Truth(Self.texts(of: value, field, calendar).contains { FoldedText($0) == text })
    case .choice(let wanted): return Self.isChoice(value, field, wanted)
    case .day(let days):
      guard let given = value?.array else { return value?.unlessBlank == nil ? .no : .unknown }
      return Truth(given.contains { $0.looseInt.map(days.contains) ?? false })
    case .date(let days, let relation):
      guard let given = value?.unlessBlank else { return .no }
      guard let date = given.text.flatMap({ CalendarDate(beginning: $0) }) else { return .unknown }
      return Truth(Self.holds(date, relation, days))
    case .isSet, .quantity: return .unknown
    }
  }

  private static func holds(
    _ date: CalendarDate, _ relation: Relation, _ days: ClosedRange<CalendarDate>
  ) -> Bool {
    switch relation {
    case .less: date < days.lowerBound
    case .atMost: date <= days.upperBound
    case .more: date > days.upperBound
    case .atLeast: date >= days.lowerBound
    case .equal, .contains, .between: days.contains(date)
    }
  }

  private static func isChoice(
    _ value: JSONValue?, _ field: Field, _ wanted: [JSONValue]
  ) -> Truth {
    guard case .choice(let choices) = field.type else { return .unknown }
    let blank = field.hasNullChoice ? JSONValue.null : field.defaultValue
    guard let given = value?.unlessBlank ?? blank else { return .no }
    guard let choice = choices.match(given) ?? choices.first(where: { $0.isMeant(by: given) })
    else { return .no }
    return Truth(wanted.contains { $0.isEquivalent(to: choice.value) })
  }

  /// What a value says in words, where a text is looked for in it.
  private static func texts(
    of value: JSONValue?, _ field: Field, _ calendar: ListedCalendar
  ) -> [String] {
    guard let value = value?.unlessBlank else { return [] }
    switch field.type {
    case .list(let type):
      return (value.array ?? []).map { RowSummary.text(of: $0, type, names: calendar.names) }
    case .object(let type): return [RowSummary.text(of: value, type, names: calendar.names)]
    case .text(.id):
      guard let id = value.text else { return [value.printed()] }
      return [id] + (calendar.names[id].map { [$0] } ?? [])
    default: return [value.text ?? value.printed()]
    }
  }

  /// A number with its unit, in minutes; what the service assumes where it is not set.
  private static func minutes(at place: FieldPlace, in calendar: ListedCalendar) -> Double? {
    guard let quantity = place.quantity else { return nil }
    switch quantity.reading(in: calendar.calendar) {
    case .amount(let number, let unit): return number * unit.roughMinutes
    case .unreadable: return nil
    case .notSet:
      return place.field.numberWhereUnset.map { $0 * quantity.usualUnit.roughMinutes }
    }
  }
}

extension TimeUnit {
  /// Its minutes; those of a month of mean length, 30.4375 days.
  var roughMinutes: Double { minutes.map(Double.init) ?? Self.monthMinutes }

  static let monthMinutes = 43_830.0
}

extension Field {
  /// What the number counts as where it is not set: no buffer and no notice are 0, no limit is more
  /// than every number, anything else has its default; nil where nobody knows.
  var numberWhereUnset: Double? {
    switch CalendarKey(rawValue: key) {
    case .preBuffer, .slotBuffer, .allowBookingAfter: 0
    case .allowBookingFor, .appoinmentPerDay: .infinity
    default: defaultValue?.looseNumber
    }
  }
}
