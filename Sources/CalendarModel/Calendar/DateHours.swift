import JSON

/// The date-specific hours by date: which entries there are for a day, found without a walk through
/// the list; API page, `availabilities`.
///
/// Only places are kept here, no values: the list is handed to the questions that need it.
package struct DateHours: Sendable, Equatable {
  /// An entry's day and its place in the list.
  package struct Place: Sendable, Hashable, Comparable {
    package let date: CalendarDate
    /// Counted from 0.
    package let row: Int

    package static func < (a: Place, b: Place) -> Bool {
      a.date == b.date ? a.row < b.row : a.date < b.date
    }
  }

  /// Where the date-specific hours stand in a calendar.
  package static let path: JSONPath = "availabilities"

  /// All entries that have a date, by date and then by their order in the list.
  package private(set) var places: [Place] = []
  /// The rows that have no date that can be read, in order.
  package private(set) var rowsWithoutDate: [Int] = []
  /// The date of each row.
  private var dates: [CalendarDate?]

  /// Reads the list; costs n log n of its length.
  ///
  /// - Parameter value: the value of `availabilities`; nil where it is absent.
  package init(_ value: JSONValue?) {
    dates = (value?.array ?? []).map { DateEntry.date(of: $0) }
    places = dates.enumerated().compactMap { row, date in date.map { Place(date: $0, row: row) } }
    places.sort()
    rowsWithoutDate = dates.indices.filter { dates[$0] == nil }
  }

  /// How many rows the list has.
  package var count: Int { dates.count }

  /// The date of a row; nil where it has none that can be read, or there is no such row.
  package func date(ofRow row: Int) -> CalendarDate? {
    dates.indices.contains(row) ? dates[row] : nil
  }

  // MARK: Asking

  /// The entries of some days, found by halving.
  package func places(in days: ClosedRange<CalendarDate>) -> ArraySlice<Place> {
    let start = firstPlace { $0.date >= days.lowerBound }
    let end = firstPlace { $0.date > days.upperBound }
    return places[start..<max(start, end)]
  }

  /// The rows for a day in their order; more than one is odd.
  package func rows(on date: CalendarDate) -> [Int] { places(in: date...date).map(\.row) }

  /// How many entries lie before a day, which is where the days from it on begin in ``places``.
  package func count(before date: CalendarDate) -> Int { firstPlace { $0.date >= date } }

  /// Where a row stands in ``places``; nil for one without a date.
  package func position(ofRow row: Int) -> Int? {
    guard let date = date(ofRow: row) else { return nil }
    return firstPlace { $0 >= Place(date: date, row: row) }
  }

  /// The next day that has an entry behind another day, or before it (`forward` false).
  package func day(from date: CalendarDate, forward: Bool) -> CalendarDate? {
    let position = forward ? firstPlace { $0.date > date } : count(before: date) - 1
    return places.indices.contains(position) ? places[position].date : nil
  }

  private func firstPlace(where isReached: (Place) -> Bool) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Keeping up

  /// Takes note of a change within a row; costs nothing that grows with the list while the date
  /// stays.
  package mutating func update(row: Int, to value: JSONValue) {
    guard dates.indices.contains(row) else { return }
    let date = DateEntry.date(of: value)
    guard date != dates[row] else { return }
    unlist(row)
    dates[row] = date
    list(row)
  }

  /// Takes note of a row that was put into the list; the places behind it move up.
  package mutating func insert(_ value: JSONValue, at row: Int) {
    guard (0...dates.count).contains(row) else { return }
    if row < dates.count { shift(from: row, by: 1) }
    dates.insert(DateEntry.date(of: value), at: row)
    list(row)
  }

  /// Takes note of a row that was taken out of the list; the places behind it move down.
  package mutating func remove(at row: Int) {
    guard dates.indices.contains(row) else { return }
    unlist(row)
    dates.remove(at: row)
    if row < dates.count { shift(from: row + 1, by: -1) }
  }

  private mutating func list(_ row: Int) {
    guard let date = dates[row] else {
      rowsWithoutDate.insert(
        row, at: rowsWithoutDate.firstIndex { $0 > row } ?? rowsWithoutDate.count)
      return
    }
    let place = Place(date: date, row: row)
    places.insert(place, at: firstPlace { $0 >= place })
  }

  private mutating func unlist(_ row: Int) {
    guard let date = dates[row] else {
      rowsWithoutDate.removeAll { $0 == row }
      return
    }
    places.remove(at: firstPlace { $0 >= Place(date: date, row: row) })
  }

  private mutating func shift(from row: Int, by step: Int) {
    for index in places.indices where places[index].row >= row {
      places[index] = Place(date: places[index].date, row: places[index].row + step)
    }
    rowsWithoutDate = rowsWithoutDate.map { $0 < row ? $0 : $0 + step }
  }

  /// Takes note of a change that was made; a change of the whole list reads it anew.
  ///
  /// - Parameter value: the value of `availabilities` after it.
  package mutating func update(after change: Change, to value: JSONValue?) {
    guard change.path.isRoot || change.path.topKey == "availabilities" else { return }
    let rows = value?.array ?? []
    switch change {
    case _ where change.path.row != nil:
      guard let row = change.path.row, rows.indices.contains(row) else { return }
      update(row: row, to: rows[row])
    case .insert(let row, _, let index): insert(row, at: index)
    case .remove(_, let index): remove(at: index)
    case .move(_, let from, let to):
      remove(at: from)
      if rows.indices.contains(to) { insert(rows[to], at: to) }
    case .set: self = DateHours(value)
    }
  }
}
