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

  /// The first day after today that offers something; nil when none of the next two months does.
  ///
  /// Reads all of `availabilities`.
  package init?(_ calendar: JSONValue, today: CalendarDate) {
    let preview = SlotPreview(calendar: calendar, now: CalendarMoment(today, minute: 0))
    let days = (1...SlotPreview.longestSpan).lazy.map { preview.day(today.adding(days: $0)) }
    guard let day = days.first(where: { !$0.starts.isEmpty }) else { return nil }
    self.init(date: day.date, count: day.starts.count)
  }

  /// The date in short: "Mon 30 Nov".
  package var name: String {
    "\(date.shortWeekdayName) \(date.day) \(date.monthName.prefix(3))"
  }
}

extension LookBusyEffect {
  /// How many start times a day is taken to have where none is open.
  static let usualCount = 16

  /// What the setting does to a day.
  ///
  /// "Mon 30 Nov: 6 of 16 start times hidden, 10 offered."
  package func sentence(on sample: SampleDay?) -> String {
    let count = sample?.count ?? Self.usualCount
    let day = sample?.name ?? "On a day of \(count) start times"
    let all = count == 1 ? "the start time is" : "all \(count) start times are"
    if !isOn { return "\(day): off: nothing is hidden, \(all) offered." }
    guard percentage != nil else {
      return "\(day): no percentage is set, so nothing is hidden and \(all) offered."
    }
    let hidden = hidden(of: count)
    return "\(day): \(hidden) of \(Wording.counted(count, "start time")) hidden, "
      + "\(count - hidden) offered."
  }
}
