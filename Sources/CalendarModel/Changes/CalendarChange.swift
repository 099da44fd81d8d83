import JSON

/// One thing that somebody asks to be changed: a place, and what becomes of it.
struct CalendarChange: Sendable {
  enum Action: Sendable, Hashable {
    /// A value that was typed as the forms take it.
    case value(JSONValue)
    /// A value that was given as JSON.
    case json(JSONValue)
    /// Something that has an id, by its id or its name.
    case named(String)
    /// A number with its unit as it was typed: what it means depends on the unit of the calendar.
    case quantity(String)
    /// The hours of days, of dates, or of one entry; none closes them.
    case hours([HourRange])
    case lookBusy(LookBusyTyping)
    case recurrence(RecurrenceTyping)
    /// A row that is joined to a list, by who or what it is.
    case add(String)
    /// A row that is joined to a list, given as JSON.
    case addRow(JSONValue)
    /// Absent, or the row gone.
    case unset
  }

  let place: ChangePlace
  let action: Action
  /// What stood there before, for whoever reads the file; it changes nothing.
  var remark: String?
  /// The line of the file that it comes from, counted from 1.
  var line: Int?

  init(_ place: ChangePlace, _ action: Action, remark: String? = nil) {
    (self.place, self.action, self.remark) = (place, action, remark)
  }

  /// The same for another place.
  func moved(to place: ChangePlace) -> CalendarChange {
    var change = CalendarChange(place, action, remark: remark)
    change.line = line
    return change
  }

  /// The top-level properties that it may touch, units and switches included.
  var keys: Set<String> {
    var keys: Set<String> = [place.topKey]
    if case .quantity = action, let pair = QuantityField(place.topKey), !pair.isUnitFixed {
      keys.insert(pair.unit.key)
    }
    if case .recurrence = action { keys.insert(CalendarKey.enableRecurring.rawValue) }
    return keys
  }
}

extension CalendarChange: Hashable {
  static func == (a: CalendarChange, b: CalendarChange) -> Bool {
    a.place == b.place && a.action == b.action
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    hasher.combine(action)
  }
}
