import JSON

extension CalendarDocument {
  /// Resets the entries of days to what was loaded, as one step.
  ///
  /// New entries are removed, changed ones get their loaded values, and entries that were deleted or
  /// given another day come back. Entries of other days stay as they are.
  /// - Returns: false when nothing differs from what was loaded.
  @discardableResult
  package mutating func resetDates(_ dates: some Sequence<CalendarDate>) -> Bool {
    let dates = Set(dates).sorted().filter(isDateChanged)
    let changes = planResetting(dates)
    guard let first = changes.first else { return false }
    let focus = first.path.row.map { DateIndex.path.appending($0) } ?? DateIndex.path
    return perform(changes, title: StepTitle(HoursWording.title(resetting: dates)), focus: focus)
  }

  /// Whether the entries of a day differ from those that were loaded.
  package func isDateChanged(_ date: CalendarDate) -> Bool {
    let (now, before) = (dateHours.rows(on: date), loadedDateHours.rows(on: date))
    return now.count != before.count
      || zip(now, before).contains { row, place in
        let path = DateIndex.path.appending(row)
        return loadedPath(path) != DateIndex.path.appending(place)
          || !areEquivalent(self[path], loaded(path))
      }
  }

  /// Plans in a function of its own: if `resetDates` still held the list, each edit would copy it.
  private func planResetting(_ dates: [CalendarDate]) -> [Edit] {
    guard !dates.isEmpty else { return [] }
    let (rows, loaded) = (self[DateIndex.path]?.array ?? [], base[DateIndex.path]?.array ?? [])
    var places = origins.places(
      of: DateIndex.path.keys[0], count: rows.count, of: loaded.count)
    let loadedRows = Set(dates.flatMap(loadedDateHours.rows(on:)))
    let nowRows = Set(dates.flatMap(dateHours.rows(on:)))
    var changes: [Edit] = []
    for (row, place) in places.enumerated() {
      guard let place, loadedRows.contains(place) || nowRows.contains(row),
        !areEquivalent(rows[row], loaded[place])
      else { continue }
      changes.append(.set(DateIndex.path.appending(row), loaded[place]))
    }
    for row in nowRows.sorted(by: >) where places[row] == nil {
      changes.append(.remove(from: DateIndex.path, at: row))
      places.remove(at: row)
    }
    for place in loadedRows.subtracting(places.compactMap { $0 }).sorted() {
      let before = places.lastIndex { $0.map { $0 < place } ?? false }
      let index = before.map { $0 + 1 } ?? 0
      changes.append(.insert(loaded[place], into: DateIndex.path, at: index, origin: place))
      places.insert(place, at: index)
    }
    if places.isEmpty, base[DateIndex.path]?.isNull ?? true {
      return [.set(DateIndex.path, base[DateIndex.path])]
    }
    return combined(changes)
  }
}
