import JSON

extension WeekHours {
  /// The path of the weekly hours in a calendar.
  package static let path: JSONPath = CalendarKey.openHours.path

  /// The days whose hours would change, with their new ranges in order and merged.
  ///
  /// A day with something that its ranges do not show (``Day/oddities``) always differs, because setting
  /// it drops that.
  package func differing(_ hours: [Int: [HourRange]]) -> [Int: [HourRange]] {
    hours.filter { (0...6).contains($0.key) }.mapValues(\.merged).filter { day, ranges in
      !days[day].isExact || days[day].ranges != ranges
    }
  }

  /// The list of entries after some days are set to other hours; entries that need not change stay as
  /// they came.
  ///
  /// - Parameter hours: the ranges by day; a day without ranges is closed.
  package func list(setting hours: [Int: [HourRange]]) -> [JSONValue] {
    let hours = differing(hours)
    return hours.isEmpty ? entries.map(\.value) : WeekPlan.best(for: hours, in: entries).list
  }

  /// The fewest edits that set some days to other hours; none if they have these hours already.
  package func changes(setting hours: [Int: [HourRange]]) -> [Edit] {
    let hours = differing(hours)
    guard isEditable, !hours.isEmpty else { return [] }
    let plan = WeekPlan.best(for: hours, in: entries)
    guard isList else { return plan.list.isEmpty ? [] : [.set(Self.path, .array(plan.list))] }
    return plan.changes(at: Self.path)
  }

  /// The same hours for some days.
  package static func hours(_ ranges: [HourRange], on days: some Sequence<Int>) -> [Int:
    [HourRange]]
  {
    Dictionary(days.map { ($0, ranges) }, uniquingKeysWith: { first, _ in first })
  }

  /// The hours of some days, moved by minutes.
  ///
  /// - Throws: ``HoursShiftError`` for the first range that would leave its day.
  package func shifting(
    _ days: some Sequence<Int>, by minutes: Int
  ) throws(HoursShiftError) -> [Int: [HourRange]] {
    var hours: [Int: [HourRange]] = [:]
    for day in days where !self[day].ranges.isEmpty {
      hours[day] = try self[day].ranges.shifted(by: minutes)
    }
    return hours
  }
}

/// A range that would leave its day completely.
package struct HoursShiftError: Error, Sendable, Hashable {
  /// The range before it is moved.
  package let range: HourRange
  /// How far it was to be moved; negative is earlier.
  package let minutes: Int

  /// What is wrong, in a sentence.
  package var message: String { message(in: .standard) }
  package func message(in format: LocalFormat) -> String {
    HoursWording.leavesTheDay(range, minutes).words(in: format)
  }
}

extension [HourRange] {
  /// The ranges moved by minutes, cut at the ends of the day.
  ///
  /// - Throws: ``HoursShiftError`` when nothing would be left of a range.
  package func shifted(by minutes: Int) throws(HoursShiftError) -> [HourRange] {
    var shifted: [HourRange] = []
    for range in self {
      let moved = HourRange(
        open: Swift.max(0, range.open + minutes), close: Swift.min(1440, range.close + minutes))
      guard moved.isUsable else { throw HoursShiftError(range: range, minutes: minutes) }
      shifted.append(moved)
    }
    return shifted
  }
}
