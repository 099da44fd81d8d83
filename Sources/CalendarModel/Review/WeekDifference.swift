/// Days of the week that got other hours, for the review: the days with the same change together.
package struct WeekDifference: Sendable, Hashable {
  /// 0 is Sunday; in order, never empty.
  package let days: [Int]
  /// When they were open, and when they are: "09:00–17:00", "closed".
  package let before: String
  package let after: String

  /// "Mon–Fri: 09:00–17:00 → 09:00–12:00, 13:00–17:00".
  package var text: String { "\(Wording.weekdays(days)): \(before) → \(after)" }

  /// The changes of a document; empty where the days are open as they were, however their entries
  /// have changed.
  ///
  /// A day that holds what no list of ranges can say is said as it is written; the other days are
  /// said as ever.
  package static func all(of document: CalendarDocument) -> [WeekDifference] {
    let old = WeekHours(document.base[WeekHours.path])
    let new = document.weekHours
    guard old.isEditable, new.isEditable else { return [] }
    let changed = (0..<7).filter { !old[$0].isSame(as: new[$0]) }
    return WeekHours.grouped(changed) { [words(old[$0]), words(new[$0])] }.map {
      WeekDifference(days: $0.days, before: $0.value[0], after: $0.value[1])
    }
  }

  /// The hours of a day; ranges that open nothing as they are written.
  private static func words(_ day: WeekHours.Day) -> String {
    if day.isExact { return HoursText.format(day.ranges) }
    let unreadable = day.hours.ignored.filter { $0.range == nil }.map(\.message)
    let parts = day.raw.map(\.description) + unreadable
    return parts.joined(separator: ", ")
  }
}
