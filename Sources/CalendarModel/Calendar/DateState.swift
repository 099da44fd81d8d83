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

extension DateHours {
  /// What holds on a day.
  ///
  /// Of several entries the first that is not deleted counts; that is the one that is edited too.
  /// - Parameter list: the value of `availabilities` that this index is of.
  package func state(of date: CalendarDate, in list: JSONValue?) -> DateState {
    let rows = rows(on: date)
    guard let row = effectiveRow(on: date, in: list) else { return rows.isEmpty ? .none : .deleted }
    let ranges = DateEntry(list?[.index(row)] ?? .null).ranges
    return ranges.isEmpty ? .closed : .open(ranges)
  }

  /// The row that counts for a day: the first that is not deleted; nil when there is none.
  package func effectiveRow(on date: CalendarDate, in list: JSONValue?) -> Int? {
    rows(on: date).first { row in list?[.index(row)].map { !DateEntry.isDeleted($0) } ?? false }
  }

  /// What is to be said about a day's entries: several of them, hours that cannot be shown.
  package func notes(on date: CalendarDate, in list: JSONValue?) -> [String] {
    let entries = rows(on: date).compactMap { list?[.index($0)].map { DateEntry($0) } }
    let live = entries.filter { !$0.isDeleted }
    return (live.count > 1 ? [HoursWording.severalEntries(live.count)] : [])
      + (live.first?.oddities ?? [])
  }

  /// Whether a day's entries differ from those that were loaded.
  ///
  /// - Parameters:
  ///   - base: the index of the loaded list.
  ///   - baseList: the loaded list.
  package func isChanged(
    _ date: CalendarDate, in list: JSONValue?, from base: DateHours, in baseList: JSONValue?
  ) -> Bool {
    let (now, before) = (rows(on: date), base.rows(on: date))
    return now.count != before.count
      || zip(now, before).contains { !areEquivalent(list?[.index($0)], baseList?[.index($1)]) }
  }
}
