import JSON

/// A day on which the effect of a setting is shown: the next one that offers start times.
package struct SampleDay: Sendable, Hashable {
  package let date: CalendarDate
  /// How many start times it offers, those that "look busy" hides included.
  package let count: Int

  package init(date: CalendarDate, count: Int) {
    self.date = date
    self.count = count
  }

  /// The first day after today that offers something, counted as the preview counts it; nil when none
  /// of the next two months does.
  ///
  /// Reads all of `availabilities`.
  /// - Parameters:
  ///   - now: what notice is counted from.
  ///   - governing: whose schedules decide on the hours; nil where nobody asked.
  package init?(
    _ calendar: JSONValue, now: CalendarMoment, governing: GoverningSchedules? = nil
  ) {
    let preview = SlotPreview(calendar: calendar, now: now, governing: governing)
    let days = (1...SlotPreview.longestSpan).lazy.map { preview.day(now.date.adding(days: $0)) }
    guard let day = days.first(where: { !$0.starts.isEmpty }) else { return nil }
    self.init(date: day.date, count: day.starts.count)
  }

  /// The date in short: "Mon 30 Nov".
  package var name: String {
    "\(date.shortWeekdayName) \(date.day) \(date.monthName.prefix(3))"
  }
}
