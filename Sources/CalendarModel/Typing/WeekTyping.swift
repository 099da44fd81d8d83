/// What a text means that is typed onto a day of the week.
package struct WeekTyping: Sendable, Hashable {
  /// The hours that days get, by day, 0 is Sunday; never empty.
  ///
  /// A day without a range is closed.
  package let hours: [Int: [HourRange]]
  /// Whether the text names the days itself.
  package let namesDays: Bool

  /// Reads hours for the day (`9-12, 13-17`, `closed`), or for days that the text names:
  /// `mon-fri 9-12, 13-17`, `weekends closed`, `mon, wed 9-17; fri 9-12`.
  ///
  /// - Parameter day: the one that is typed onto, 0 is Sunday.
  /// - Throws: ``HoursError`` with the place of the first mistake.
  package init(_ text: String, day: Int) throws(HoursError) {
    var reader = CharacterReader(text)
    var hours: [Int: [HourRange]] = [:]
    while let set = try WeekdaySet(&reader) {
      if let twice = set.days.first(where: { hours[$0] != nil }) {
        throw HoursError(.ambiguous, at: set.place, HoursWording.dayTwice(twice))
      }
      let ranges = try HoursText.parse(behind: set, &reader)
      for day in set.days { hours[day] = ranges }
    }
    namesDays = !hours.isEmpty
    self.hours = try hours.isEmpty ? [day: HoursText.parse(text)] : hours
  }

  /// What it does, in words: "09:00–17:00", "Mon–Fri: 09:00–17:00; Sat: closed".
  package var summary: String { summary(in: .standard) }

  /// What it does, in words, with times and days as somebody reads them.
  package func summary(in format: LocalFormat) -> String {
    WeekHours.grouped(format.sorted(hours.keys)) { hours[$0] ?? [] }.map { group in
      let text = HoursText.format(group.value, in: format)
      return namesDays ? "\(Wording.weekdays(group.days, in: format)): \(text)" : text
    }
    .joined(separator: "; ")
  }
}
