/// A day that is chosen in a calendar, and the run of days that is marked up to it.
///
/// It stays within the years 1 to 9999 and knows no time zone.
package struct DateCursor: Sendable, Hashable {
  /// The chosen day; the month that is shown is its month.
  package private(set) var date: CalendarDate
  /// Where the marked run begins, or ends when the cursor has moved before it; nil when no run is
  /// marked.
  package private(set) var anchor: CalendarDate?
  /// The day of the month that moves by months return to: 31 January, 28 February, 31 March.
  private var wantedDay: Int

  /// The first and the last day there are.
  package static let limits =
    CalendarDate(daysSinceEpoch: -719_162)...CalendarDate(daysSinceEpoch: 2_932_896)

  package init(_ date: CalendarDate) {
    self.date = Self.clamped(date)
    wantedDay = self.date.day
  }

  /// The marked days, or the chosen one alone.
  package var selection: ClosedRange<CalendarDate> {
    guard let anchor else { return date...date }
    return min(anchor, date)...max(anchor, date)
  }

  /// How many days ``selection`` has.
  package var count: Int {
    selection.upperBound.daysSinceEpoch - selection.lowerBound.daysSinceEpoch + 1
  }

  /// The days of ``selection``, in order.
  package var dates: [CalendarDate] {
    (selection.lowerBound.daysSinceEpoch...selection.upperBound.daysSinceEpoch)
      .map(CalendarDate.init(daysSinceEpoch:))
  }

  // MARK: Moving

  package mutating func move(days: Int) {
    let limits = Self.limits
    let target = date.daysSinceEpoch.addingReportingOverflow(days)
    let day =
      target.overflow
      ? (days < 0 ? limits.lowerBound : limits.upperBound).daysSinceEpoch : target.partialValue
    go(to: CalendarDate(daysSinceEpoch: day))
  }

  package mutating func move(weeks: Int) { move(days: weeks * 7) }

  /// Moves to the same day of another month, or the last one it has.
  package mutating func move(months: Int) {
    let first = (date.year * 12 + date.month - 1) + months
    let index = min(max(first, 12), 9999 * 12 + 11)
    let (year, month) = (index / 12, index % 12 + 1)
    let day = min(wantedDay, CalendarDate.days(inMonth: month, of: year))
    guard let target = CalendarDate(year: year, month: month, day: day) else { return }
    date = target
  }

  /// Moves to a day; a run that is being marked reaches up to it then.
  package mutating func go(to date: CalendarDate) {
    self.date = Self.clamped(date)
    wantedDay = self.date.day
  }

  private static func clamped(_ date: CalendarDate) -> CalendarDate {
    min(max(date, limits.lowerBound), limits.upperBound)
  }

  // MARK: Marking

  /// Begins a run at the chosen day; moves extend it from now on.
  package mutating func mark() { anchor = date }

  /// Marks a run as a whole, the cursor at its end.
  package mutating func mark(_ days: ClosedRange<CalendarDate>) {
    go(to: days.upperBound)
    anchor = days.lowerBound == days.upperBound ? nil : Self.clamped(days.lowerBound)
  }

  /// Ends the marking; the chosen day stays.
  package mutating func unmark() { anchor = nil }
}
