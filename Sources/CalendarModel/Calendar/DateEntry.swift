import JSON

/// One entry of the date-specific hours and what can be read of it; API page, `availabilities[]`.
package struct DateEntry: Sendable, Hashable {
  /// How the service knows the entry.
  package enum Identity: Sendable, Hashable {
    case id(String)
    /// Spelt `_id`, as some answers do; it is sent as `id`.
    case underscoreID(String)
    case none
  }

  /// Its day; nil when what stands there is none.
  package let date: CalendarDate?
  package let identity: Identity
  /// Whether the service is told to remove it.
  package let isDeleted: Bool
  /// When it is open: usable ranges in order, none overlapping another; empty when it is closed.
  package let ranges: [HourRange]
  /// What ``ranges`` do not show of its hours, and why, in words; setting its hours drops it.
  package let oddities: [String]

  /// Reads an entry.
  package init(_ row: JSONValue) {
    date = Self.date(of: row)
    isDeleted = Self.isDeleted(row)
    let hours = HoursReading(row[key: "hours"])
    ranges = hours.ranges.merged
    oddities =
      row.object == nil ? [HoursWording.entryIsNoObject(row)] : hours.oddities
    if let id = row[key: "id"]?.text, !id.isEmpty {
      identity = .id(id)
    } else if let id = row.serviceID {
      identity = .underscoreID(id)
    } else {
      identity = .none
    }
  }

  /// What its identity means for saving, in words; nil where there is nothing to say.
  ///
  /// - Parameter wasLoaded: whether it came from the service, and is not new.
  package func explanation(wasLoaded: Bool) -> String? {
    switch identity {
    case .id: nil
    case .underscoreID: HoursWording.underscoreID
    case .none: wasLoaded ? HoursWording.loadedWithoutID : HoursWording.newWithoutID
    }
  }

  /// The day of an entry, spelt as the service spells it or as a plain `YYYY-MM-DD`.
  ///
  /// Any other spelling is no date: a time beside it could mean another day.
  static func date(of row: JSONValue) -> CalendarDate? {
    guard let text = row[key: "date"]?.text else { return nil }
    return CalendarDate(wire: text) ?? CalendarDate(text)
  }

  static func isDeleted(_ row: JSONValue) -> Bool { row[key: "deleted"] == true }
}
