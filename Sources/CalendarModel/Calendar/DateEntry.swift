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

  /// Its day; nil where no date can be read.
  package let date: CalendarDate?
  package let identity: Identity
  /// Whether it is marked for the service to delete.
  package let isDeleted: Bool
  package let hours: DayHours
  /// Why nothing of the entry can be read, in words.
  private let flaw: String?

  /// What is odd about the entry, in words; setting its hours drops it.
  package var oddities: [String] { oddities(in: .standard) }
  package func oddities(in format: LocalFormat) -> [String] {
    flaw.map { [$0] } ?? hours.ignored.map { $0.message(in: format) }
  }

  /// Whether its ranges say all there is about it.
  package var isExact: Bool { flaw == nil && hours.isExact }

  /// When it is open: usable ranges in order, none overlapping another; empty when it is closed.
  package var ranges: [HourRange] { hours.ranges }

  /// Reads an entry.
  package init(_ row: JSONValue) {
    date = Self.date(of: row)
    isDeleted = Self.isDeleted(row)
    hours = Self.hours(of: row)
    flaw = row.object == nil ? HoursWording.entryIsNoObject(row) : nil
    if let id = row[member: DateEntryKey.id]?.text, !id.isEmpty {
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

  /// The day of an entry; nil where what stands there begins with no date.
  static func date(of row: JSONValue) -> CalendarDate? {
    row[member: DateEntryKey.date]?.text.flatMap { CalendarDate(beginning: $0) }
  }

  /// When an entry is open.
  static func hours(of row: JSONValue) -> DayHours {
    row.object == nil ? DayHours() : DayHours(row[member: DateEntryKey.hours])
  }

  static func isDeleted(_ row: JSONValue) -> Bool { ObjectType.availability.isDeleted(row) }
}
