import JSON

extension CalendarDocument {
  /// Sets the date-specific hours of days, as one step; no ranges close them.
  ///
  /// An existing entry keeps its id and its place, and loses a mark of deletion. A day without an entry
  /// gets one at the end of the list. If a day has several entries, the first one that is not deleted
  /// gets the hours.
  /// - Returns: false when nothing changes: the days have these hours already, or `availabilities` is
  ///   not a list.
  @discardableResult
  package mutating func setDateHours(
    _ ranges: [HourRange], on dates: some Sequence<CalendarDate>
  ) -> Bool {
    let dates = Set(dates).sorted()
    guard let plan = planSetting(ranges.merged, on: dates) else { return false }
    let title = StepTitle(in: format) {
      HoursWording.title(setting: ranges.merged, on: dates, in: $0)
    }
    return perform(plan.changes, title: title, focus: plan.focus)
  }

  /// Plans in a function of its own: if this one still held the list, each edit would copy it.
  private func planSetting(
    _ ranges: [HourRange], on dates: [CalendarDate]
  ) -> (changes: [Edit], focus: JSONPath)? {
    let list = self[DateIndex.path]
    guard let first = dates.first, list?.array != nil || list?.isNull ?? true else { return nil }
    let plan = DatePlan(self)
    var (changes, new) = plan.setting(ranges, on: dates)
    let row = dateHours.effectiveRow(on: first) ?? dateHours.rows(on: first).first
    changes += inserting(new, behind: plan.rows.count, isList: list?.array != nil)
    return (
      combined(changes),
      DateIndex.path.appending(row ?? plan.rows.count)
    )
  }

  private func inserting(_ new: [JSONValue], behind count: Int, isList: Bool) -> [Edit] {
    if new.isEmpty { return [] }
    guard isList else { return [.set(DateIndex.path, .array(new))] }
    return new.enumerated().map { .insert($1, into: DateIndex.path, at: count + $0) }
  }

  /// Deletes the entries of days, as one step.
  ///
  /// An entry with an id is marked, so that the service deletes it; an entry without one is taken out
  /// of the list. API page, `availabilities[].deleted`.
  /// - Returns: false when there is no entry left to delete.
  @discardableResult
  package mutating func deleteDates(_ dates: some Sequence<CalendarDate>) -> Bool {
    let dates = Set(dates).sorted()
    guard let plan = planDeleting(dates) else { return false }
    let known = dates.filter { !dateHours.rows(on: $0).isEmpty }
    return perform(
      plan.changes, title: StepTitle(HoursWording.title(deleting: known)), focus: plan.focus)
  }

  private func planDeleting(
    _ dates: [CalendarDate]
  ) -> (changes: [Edit], focus: JSONPath)? {
    let plan = DatePlan(self)
    var changes = plan.deleting(dates)
    guard let first = changes.first else { return nil }
    let removed = changes.count { if case .remove = $0 { true } else { false } }
    if removed == plan.rows.count, base[DateIndex.path]?.isNull ?? true {
      changes = [.set(DateIndex.path, base[DateIndex.path])]
    }
    let focus = first.path.row.map { DateIndex.path.appending($0) } ?? DateIndex.path
    return (combined(changes), focus)
  }

  /// Gives days the date-specific hours of another day, as one step.
  ///
  /// - Returns: false when nothing changes, or the other day has no entry that is not deleted.
  @discardableResult
  package mutating func copyDateHours(
    of date: CalendarDate, to dates: some Sequence<CalendarDate>
  ) -> Bool {
    let others = dates.filter { $0 != date }
    switch dateState(of: date) {
    case .none, .deleted: return false
    case .closed: return setDateHours([], on: others)
    case .open(let ranges): return setDateHours(ranges, on: others)
    }
  }

  /// What the date-specific hours say about a day.
  package func dateState(of date: CalendarDate) -> DateState {
    dateHours.state(of: date, in: self[DateIndex.path])
  }

  /// The days that have an entry, or had one when the calendar was loaded; in no order.
  package func markedDates(in days: ClosedRange<CalendarDate>) -> Set<CalendarDate> {
    Set(dateHours.places(in: days).map(\.date))
      .union(loadedDateHours.places(in: days).lazy.map(\.date))
  }

  /// Joins many edits into one of the whole list, because the rules compare each added or removed row
  /// with all others, which costs more than one check of the list.
  func combined(_ changes: [Edit]) -> [Edit] {
    let structural = changes.count { change in
      switch change {
      case .insert, .remove, .move: true
      case .set: false
      }
    }
    guard structural > 8 else { return changes }
    var list: JSONValue = CalendarKey.object([.availabilities: self[DateIndex.path] ?? []])
    for change in changes { _ = list.apply(change) }
    return [.set(DateIndex.path, list[.availabilities])]
  }
}
