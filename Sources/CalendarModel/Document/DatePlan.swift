import JSON

/// Works out which changes of the list give days other hours, or take their entries away.
struct DatePlan {
  let index: DateHours
  let rows: [JSONValue]
  let base: JSONValue?
  /// The loaded rows by id, made when it is needed.
  private var loadedByID: [String: JSONValue]?

  /// - Parameter index: of the list.
  init(_ list: JSONValue?, base: JSONValue?, index: DateHours) {
    self.index = index
    rows = list?.array ?? []
    self.base = base
  }

  private static func path(_ row: Int) -> JSONPath { DateHours.path.appending(row) }

  /// The changes within rows, and the rows that are new.
  mutating func setting(
    _ ranges: [HourRange], on dates: [CalendarDate]
  ) -> (changes: [Change], new: [JSONValue]) {
    var changes: [Change] = []
    var new: [JSONValue] = []
    for date in dates {
      let found = index.rows(on: date)
      if let row = found.first(where: { !DateEntry.isDeleted(rows[$0]) }) {
        changes += setting(ranges, on: date, row: row)
      } else if let row = found.first {
        changes.append(.set(Self.path(row).appending("deleted"), keptMark(of: row)))
        changes += setting(ranges, on: date, row: row)
      } else {
        new.append(["date": .text(date.wire), "hours": .array(ranges.map(\.json))])
      }
    }
    return (changes, new)
  }

  private func setting(_ ranges: [HourRange], on date: CalendarDate, row: Int) -> [Change] {
    let entry = DateEntry(rows[row])
    guard entry.ranges != ranges || !entry.oddities.isEmpty else { return [] }
    let old = rows[row][key: "hours"]?.array ?? []
    var changes: [Change] = [
      .set(Self.path(row).appending("hours"), .array(HourRange.hours(ranges, over: old)))
    ]
    if rows[row][key: "date"]?.text != date.wire {
      changes.append(.set(Self.path(row).appending("date"), .text(date.wire)))
    }
    return changes
  }

  /// What stands for "not deleted" in a row: as it was loaded, or false.
  private mutating func keptMark(of row: Int) -> JSONValue? {
    guard let id = rows[row].serviceID else { return nil }
    if loadedByID == nil {
      let loaded = (base?.array ?? []).compactMap { row in row.serviceID.map { ($0, row) } }
      loadedByID = Dictionary(loaded, uniquingKeysWith: { first, _ in first })
    }
    guard let loaded = loadedByID?[id] else { return nil }
    let mark = loaded[key: "deleted"]
    return mark == true ? false : mark
  }

  /// The changes that take all entries of days away; those that the service knows are marked.
  func deleting(_ dates: [CalendarDate]) -> [Change] {
    var changes: [Change] = []
    var gone: [Int] = []
    for row in dates.flatMap(index.rows(on:)) where !DateEntry.isDeleted(rows[row]) {
      if rows[row].serviceID == nil {
        gone.append(row)
      } else {
        changes.append(.set(Self.path(row).appending("deleted"), true))
      }
    }
    return changes
      + gone.sorted(by: >).map { .remove(from: DateHours.path, at: $0) }
  }
}
