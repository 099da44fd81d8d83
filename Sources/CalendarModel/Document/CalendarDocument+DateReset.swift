import JSON

extension CalendarDocument {
  /// Puts the entries of days back to what was loaded, as one step.
  ///
  /// New entries go, changed ones get their values again, and those that left the list come back.
  /// - Returns: false when they are as they were loaded.
  @discardableResult
  package mutating func resetDates(_ dates: some Sequence<CalendarDate>) -> Bool {
    let dates = Set(dates).sorted().filter(isDateChanged)
    let changes = dates.flatMap(restoring) + removing(dates) + returning(dates)
    guard let first = changes.first else { return false }
    let focus = first.path.row.map { DateHours.path.appending($0) } ?? DateHours.path
    return perform(changes, title: HoursWording.title(resetting: dates), focus: focus)
  }

  /// The changes that give the loaded entries of a day their values again.
  private func restoring(_ date: CalendarDate) -> [Change] {
    dateHours.rows(on: date).compactMap { row in
      let path = DateHours.path.appending(row)
      guard let value = loaded(path), !areEquivalent(self[path], value) else { return nil }
      return .set(path, value)
    }
  }

  /// The changes that take new entries away, the last first.
  private func removing(_ dates: [CalendarDate]) -> [Change] {
    let rows = dates.flatMap(dateHours.rows(on:)).filter(isNewDate)
    if rows.count == self[DateHours.path]?.array?.count, base[DateHours.path]?.isNull ?? true {
      return [.set(DateHours.path, base[DateHours.path])]
    }
    return rows.sorted(by: >).map { .remove(from: DateHours.path, at: $0) }
  }

  /// The changes that bring back entries without an id that were deleted.
  private func returning(_ dates: [CalendarDate]) -> [Change] {
    let rows = base[DateHours.path]?.array ?? []
    let new = dates.flatMap(dateHours.rows(on:)).count(where: isNewDate)
    var count = (self[DateHours.path]?.array?.count ?? 0) - new
    var changes: [Change] = []
    for date in dates where dateHours.rows(on: date).isEmpty {
      for row in loadedDateHours.rows(on: date) where rows[row].serviceID == nil {
        changes.append(.insert(rows[row], into: DateHours.path, at: min(row, count)))
        count += 1
      }
    }
    return changes
  }
}
