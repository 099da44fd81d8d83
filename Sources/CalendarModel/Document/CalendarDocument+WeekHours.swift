import JSON

extension CalendarDocument {
  /// The weekly hours as they are now.
  package var weekHours: WeekHours { WeekHours(current[.openHours]) }

  /// Sets days of the week to other hours, as one step, changing the fewest entries.
  ///
  /// - Parameter hours: the ranges by day (0 is Sunday); no range closes the day.
  /// - Returns: false when nothing changes: the days have these hours, or `openHours` is no list.
  @discardableResult
  package mutating func setWeekHours(_ hours: [Int: [HourRange]]) -> Bool {
    setWeekHours(hours, title: nil)
  }

  private mutating func setWeekHours(_ hours: [Int: [HourRange]], title: StepTitle?) -> Bool {
    let week = weekHours
    let changes = week.changes(setting: hours)
    guard !changes.isEmpty else { return false }
    let differing = week.differing(hours)
    let isBaseEmpty = base[WeekHours.path]?.isNull ?? true
    let isEmptied = isBaseEmpty && week.list(setting: hours).isEmpty
    return perform(
      isEmptied ? [.set(WeekHours.path, base[WeekHours.path])] : changes,
      title: title ?? self.title(setting: differing, in: week), focus: WeekHours.path)
  }

  /// Sets days of the week to the same hours, as one step; no ranges close them.
  @discardableResult
  package mutating func setWeekHours(
    _ ranges: [HourRange], on days: some Sequence<Int>
  ) -> Bool {
    setWeekHours(WeekHours.hours(ranges, on: days))
  }

  /// Copies the hours of a day to other days, as one step.
  @discardableResult
  package mutating func copyWeekHours(of day: Int, to days: some Sequence<Int>) -> Bool {
    setWeekHours(weekHours[day].ranges, on: days.filter { $0 != day })
  }

  /// Moves the hours of days, each by the same time, as one step; closed days stay closed.
  ///
  /// - Parameter minutes: negative is earlier.
  /// - Throws: ``HoursShiftError`` when a range would leave its day; nothing is changed then.
  @discardableResult
  package mutating func shiftWeekHours(
    of days: some Sequence<Int>, by minutes: Int
  ) throws(HoursShiftError) -> Bool {
    let hours = try weekHours.shifting(days, by: minutes)
    return setWeekHours(
      hours,
      title: StepTitle(in: format) {
        HoursWording.title(shifting: Array(hours.keys), by: minutes, in: $0)
      })
  }

  private func title(setting hours: [Int: [HourRange]], in week: WeekHours) -> StepTitle {
    StepTitle(in: format) { HoursWording.title(setting: hours, in: week, format: $0) }
  }

  /// Resets days of the week to the hours that were loaded, as one step.
  ///
  /// If all other days have their loaded hours too, the loaded entries come back unchanged.
  /// - Returns: false when nothing changes.
  @discardableResult
  package mutating func resetWeekHours(of days: some Sequence<Int>) -> Bool {
    let days = Set(days)
    let loaded = WeekHours(base[WeekHours.path])
    let now = weekHours
    let hours = Dictionary(uniqueKeysWithValues: days.map { ($0, loaded[$0].ranges) })
    let isAll = loaded.days.allSatisfy {
      days.contains($0.weekday)
        || ($0.ranges == now[$0.weekday].ranges && $0.raw == now[$0.weekday].raw)
    }
    guard isAll else {
      let odd = days.filter { !loaded[$0].isExact }
      return odd.isEmpty ? setWeekHours(hours) : bringBack(odd, from: loaded, setting: hours)
    }
    guard current[WeekHours.path] != base[WeekHours.path] else { return false }
    return perform(
      [.set(WeekHours.path, base[WeekHours.path])],
      title: title(setting: hours, in: now), focus: WeekHours.path)
  }

  /// Sets days, and restores the loaded entries of those whose hours cannot be written as ranges.
  private mutating func bringBack(
    _ odd: Set<Int>, from loaded: WeekHours, setting hours: [Int: [HourRange]]
  ) -> Bool {
    var others = hours
    for day in odd { others[day] = [] }
    var list = weekHours.list(setting: others)
    for entry in loaded.entries {
      let days = entry.days.intersection(odd).sorted()
      guard !days.isEmpty, case .object(var object) = entry.value else { continue }
      if entry.days != Set(days) {
        object[member: WeekEntryKey.daysOfTheWeek] = .array(days.map { .integer($0) })
      }
      list.append(.object(object))
    }
    return perform(
      [.set(WeekHours.path, .array(list))],
      title: title(setting: hours, in: weekHours), focus: WeekHours.path)
  }
}
