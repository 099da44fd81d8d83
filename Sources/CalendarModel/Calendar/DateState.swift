import JSON

/// What the date-specific hours say about a day.
package enum DateState: Sendable, Hashable {
  /// Nothing: the weekly hours are not overruled.
  case none
  case closed
  /// The ranges are usable and in order; none overlaps another.
  case open([HourRange])
  /// There was an entry, and it is removed when the calendar is saved.
  case deleted
}

extension DateIndex {
  /// What holds on a day.
  ///
  /// Of several entries the first that is not deleted counts; that is the one that is edited too.
  /// - Parameter list: the value of `availabilities` that this index is of.
  package func state(of date: CalendarDate, in list: JSONValue?) -> DateState {
    let rows = rows(on: date)
    guard let row = effectiveRow(on: date) else { return rows.isEmpty ? .none : .deleted }
    let ranges = DateEntry(list?[.index(row)] ?? .null).ranges
    return ranges.isEmpty ? .closed : .open(ranges)
  }

  /// The hours that hold on a day by its entries; nil where it has none that stays.
  ///
  /// - Parameter list: the value of `availabilities` that this index is of.
  package func hours(of date: CalendarDate, in list: JSONValue?) -> DayHours? {
    effectiveRow(on: date).map { DateEntry(list?[.index($0)] ?? .null).hours }
  }

  /// What is to be said about a day's entries: several of them, hours that cannot be shown.
  package func notes(
    on date: CalendarDate, in list: JSONValue?, format: LocalFormat = .standard
  ) -> [String] {
    let live = liveRows(on: date).compactMap { list?[.index($0)].map { DateEntry($0) } }
    return (live.count > 1 ? [HoursWording.severalEntries(live.count)] : [])
      + (live.first?.oddities(in: format) ?? [])
  }
}
