/// Days of the week that got other hours, for the review: the days with the same change together.
package struct WeekChange: Sendable, Hashable {
  /// 0 is Sunday; in order, never empty.
  package let days: [Int]
  package let before: [HourRange]
  package let after: [HourRange]

  /// "Mon–Fri: 09:00–17:00 → 09:00–12:00, 13:00–17:00".
  package var text: String {
    "\(Wording.weekdays(days)): \(HoursText.format(before)) → \(HoursText.format(after))"
  }

  /// The changes of a document; empty where the days are open as they were, however their entries
  /// have changed, and where a day holds what its ranges do not show.
  package static func all(of document: CalendarDocument) -> [WeekChange] {
    let old = WeekHours(document.base[WeekHours.path])
    let new = document.weekHours
    let isExact = (old.days + new.days).allSatisfy(\.isExact) && old.isEditable && new.isEditable
    guard isExact, old.oddities == new.oddities else { return [] }
    let changed = (0..<7).filter { old[$0].ranges != new[$0].ranges }
    return WeekHours.grouped(changed) { [old[$0].ranges, new[$0].ranges] }.map {
      WeekChange(days: $0.days, before: $0.value[0], after: $0.value[1])
    }
  }
}
