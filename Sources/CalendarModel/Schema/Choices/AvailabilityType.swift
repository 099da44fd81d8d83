import JSON

/// Which hours count; API page, `availabilityType`.
package enum AvailabilityType: ChoiceValue {
  /// A date with an entry has the hours of the entry, every other date those of its weekday.
  case both
  /// The date-specific hours are ignored.
  case weekly
  /// The weekly hours are ignored.
  case dates

  package var json: JSONValue {
    switch self {
    case .both: .null
    case .weekly: 0
    case .dates: 1
    }
  }

  package var label: String {
    switch self {
    case .both: "Both"
    case .weekly: "Weekly hours only"
    case .dates: "Date-specific hours only"
    }
  }

  package var meaning: String {
    switch self {
    case .both: "Weekly and date-specific hours both count (null)."
    case .weekly: "Date-specific hours are ignored."
    case .dates: "Weekly hours are ignored."
    }
  }

  /// What a calendar says; both where it says nothing, nil for a value that no document lists.
  package init?(in calendar: JSONValue) {
    self.init(reading: calendar[.availabilityType]?.unlessBlank ?? AvailabilityType.both.json)
  }
}
