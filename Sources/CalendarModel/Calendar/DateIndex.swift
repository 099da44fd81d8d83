import Algorithms
import JSON

/// The date-specific hours by date: which entries there are for a day, found without a walk through
/// the list; API page, `availabilities`.
///
/// Only places are kept here, no values: the list is handed to the questions that need it.
package struct DateIndex: Sendable, Equatable {
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
  package static let path: JSONPath = CalendarKey.availabilities.path

  /// All entries that have a date, by date and then by their order in the list.
  package private(set) var places: [Place] = []
  /// The rows that have no date that can be read, in order.
  package private(set) var rowsWithoutDate: [Int] = []
  private var rows: [Row]

  /// What is kept of a row.
  private struct Row: Sendable, Equatable {
    /// Nil where it has no date that can be read.
    let date: CalendarDate?
    /// Whether it is marked for the service to delete.
    let isDeleted: Bool

    init(_ value: JSONValue) {
      date = DateEntry.date(of: value)
      isDeleted = DateEntry.isDeleted(value)
    }
  }

  /// Reads the list; costs n log n of its length.
  ///
  /// - Parameter value: the value of `availabilities`; nil where it is absent.
  package init(_ value: JSONValue?) {
    rows = (value?.array ?? []).map(Row.init)
    places = rows.enumerated().compactMap { row, kept in
      kept.date.map { Place(date: $0, row: row) }
    }
    places.sort()
    rowsWithoutDate = rows.indices.filter { rows[$0].date == nil }
  }

  /// How many rows the list has.
  package var count: Int { rows.count }

  /// How many rows that stay have no date that can be read.
  package var unreadable: Int { rowsWithoutDate.count { !rows[$0].isDeleted } }

  /// The date of a row; nil where it has none that can be read, or there is no such row.
  package func date(ofRow row: Int) -> CalendarDate? {
    rows.indices.contains(row) ? rows[row].date : nil
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

  /// The rows for a day that are not deleted, in their order; the first one counts.
  package func liveRows(on date: CalendarDate) -> [Int] {
    rows(on: date).filter { !rows[$0].isDeleted }
  }

  /// The row that counts for a day: the first that is not deleted; nil when there is none.
  package func effectiveRow(on date: CalendarDate) -> Int? {
    places(in: date...date).first { !rows[$0.row].isDeleted }?.row
  }

  /// The days from a day on that have an entry that is not deleted, in order, each once.
  package func days(from date: CalendarDate) -> [CalendarDate] {
    var days: [CalendarDate] = []
    for place in places[count(before: date)...] where days.last != place.date {
      if !rows[place.row].isDeleted { days.append(place.date) }
    }
    return days
  }

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
    places.partitioningIndex(where: isReached)
  }

  // MARK: Keeping up

  /// Takes note of a change within a row; costs nothing that grows with the list while the date
  /// stays.
  package mutating func update(row: Int, to value: JSONValue) {
    guard rows.indices.contains(row) else { return }
    let new = Row(value)
    guard new.date != rows[row].date else {
      rows[row] = new
      return
    }
    unlist(row)
    rows[row] = new
    list(row)
  }

  /// Takes note of a row that was put into the list; the places behind it move up.
  package mutating func insert(_ value: JSONValue, at row: Int) {
    guard (0...rows.count).contains(row) else { return }
    if row < rows.count { shift(from: row, by: 1) }
    rows.insert(Row(value), at: row)
    list(row)
  }

  /// Takes note of a row that was taken out of the list; the places behind it move down.
  package mutating func remove(at row: Int) {
    guard rows.indices.contains(row) else { return }
    unlist(row)
    rows.remove(at: row)
    if row < rows.count { shift(from: row + 1, by: -1) }
  }

  private mutating func list(_ row: Int) {
    guard let date = rows[row].date else {
      rowsWithoutDate.insert(
        row, at: rowsWithoutDate.firstIndex { $0 > row } ?? rowsWithoutDate.count)
      return
    }
    let place = Place(date: date, row: row)
    places.insert(place, at: firstPlace { $0 >= place })
  }

  private mutating func unlist(_ row: Int) {
    guard let date = rows[row].date else {
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
  /// - Parameter calendar: the calendar after it.
  package mutating func update(after change: Edit, of calendar: JSONValue) {
    guard change.path.isRoot || change.path.topKey == CalendarKey.availabilities.rawValue else {
      return
    }
    let value = calendar[.availabilities]
    let rows = value?.array ?? []
    switch change {
    case _ where change.path.row != nil:
      guard let row = change.path.row, rows.indices.contains(row) else { return }
      update(row: row, to: rows[row])
    case .insert(let row, _, let index, _): insert(row, at: index)
    case .remove(_, let index): remove(at: index)
    case .move(_, let from, let to):
      remove(at: from)
      if rows.indices.contains(to) { insert(rows[to], at: to) }
    case .set: self = DateIndex(value)
    }
  }
}
