import JSON

/// Works out which edits of the list give days other hours, or delete their entries.
struct DatePlan {
  let index: DateIndex
  let rows: [JSONValue]
  /// The value of a mark of deletion that means "not deleted".
  private let unmarked: (JSONPath) -> JSONValue?

  /// Drop the plan before making the edits: if it still held the list, each edit would copy it.
  init(_ document: CalendarDocument) {
    index = document.dateHours
    rows = document[DateIndex.path]?.array ?? []
    unmarked = document.unmarked
  }

  private static func path(_ row: Int) -> JSONPath { DateIndex.path.appending(row) }

  /// The edits that set the hours of days that have an entry, and new rows for the others.
  func setting(
    _ ranges: [HourRange], on dates: [CalendarDate]
  ) -> (changes: [Edit], new: [JSONValue]) {
    var changes: [Edit] = []
    var new: [JSONValue] = []
    for date in dates {
      let found = index.rows(on: date)
      if let row = found.first(where: { !DateEntry.isDeleted(rows[$0]) }) {
        changes += setting(ranges, on: date, row: row)
      } else if let row = found.first {
        let mark = Self.path(row).appending(DateEntryKey.deleted)
        changes.append(.set(mark, unmarked(mark)))
        changes += setting(ranges, on: date, row: row)
      } else {
        new.append(
          DateEntryKey.object([.date: .text(date.wire), .hours: .array(ranges.map(\.json))]))
      }
    }
    return (changes, new)
  }

  private func setting(_ ranges: [HourRange], on date: CalendarDate, row: Int) -> [Edit] {
    let entry = DateEntry(rows[row])
    guard entry.ranges != ranges || !entry.isExact else { return [] }
    let old = rows[row][member: DateEntryKey.hours]?.array ?? []
    var changes: [Edit] = [
      .set(Self.path(row).appending(DateEntryKey.hours), .array(HourRange.hours(ranges, over: old)))
    ]
    if rows[row][member: DateEntryKey.date]?.text != date.wire {
      changes.append(.set(Self.path(row).appending(DateEntryKey.date), .text(date.wire)))
    }
    return changes
  }

  /// The edits that delete all entries of days; an entry with an id is marked and stays.
  func deleting(_ dates: [CalendarDate]) -> [Edit] {
    var changes: [Edit] = []
    var gone: [Int] = []
    for row in dates.flatMap(index.rows(on:)) where !DateEntry.isDeleted(rows[row]) {
      if rows[row].serviceID == nil {
        gone.append(row)
      } else {
        changes.append(.set(Self.path(row).appending(DateEntryKey.deleted), true))
      }
    }
    return changes
      + gone.sorted(by: >).map { .remove(from: DateIndex.path, at: $0) }
  }
}
