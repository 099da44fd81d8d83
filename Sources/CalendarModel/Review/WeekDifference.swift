/// Days of the week that got other hours, for the review: the days with the same change together.
package struct WeekDifference: Sendable, Hashable {
  /// 0 is Sunday; in the order of the week, never empty.
  package let days: [Int]
  /// When they were open, and when they are: "09:00–17:00", "closed".
  package let before: String
  package let after: String

  /// "Mon–Fri: 09:00–17:00 → 09:00–12:00, 13:00–17:00".
  package let text: String

  private init(_ days: [Int], before: String, after: String, in format: LocalFormat) {
    (self.days, self.before, self.after) = (days, before, after)
    text = "\(Wording.weekdays(days, in: format)): \(before) → \(after)"
  }

  /// The changes of a document; empty where the days are open as they were, however their entries
  /// have changed.
  ///
  /// A day that holds what no list of ranges can say is said as it is written; the other days are
  /// said as ever.
  /// - Parameter format: how times and weeks are said; as the document says them when nil.
  package static func all(
    of document: CalendarDocument, in format: LocalFormat? = nil
  ) -> [WeekDifference] {
    let format = format ?? document.format
    let old = WeekHours(document.base[WeekHours.path])
    let new = document.weekHours
    guard old.isEditable, new.isEditable else { return [] }
    let changed = format.weekdays.filter { !old[$0].isSame(as: new[$0]) }
    return WeekHours.grouped(changed) { [words(old[$0], format), words(new[$0], format)] }.map {
      WeekDifference($0.days, before: $0.value[0], after: $0.value[1], in: format)
    }
  }

  /// The hours of a day; ranges that open nothing as they are written.
  private static func words(_ day: WeekHours.Day, _ format: LocalFormat) -> String {
    if day.isExact { return HoursText.format(day.ranges, in: format) }
    let unreadable = day.hours.ignored.filter { $0.range == nil }.map { $0.message(in: format) }
    let parts = day.raw.map(format.range) + unreadable
    return parts.joined(separator: ", ")
  }
}
