extension WeekHours {
  /// The week in short: "Mon–Fri 09:00–17:00; Sat 10:00–12:00".
  package var text: String { text(in: .standard) }

  /// The week in short, with times and names of days as somebody reads them.
  ///
  /// A sentence begins with the days that people work, wherever weeks begin in a table.
  package func text(in format: LocalFormat) -> String {
    let open = [1, 2, 3, 4, 5, 6, 0].filter { !self[$0].ranges.isEmpty }
    if open.isEmpty { return "closed all week" }
    return Self.grouped(open) { self[$0].ranges }.map { group in
      let days = group.days.count == 7 ? "Every day" : Wording.weekdays(group.days, in: format)
      return "\(days) \(HoursText.format(group.value, in: format))"
    }
    .joined(separator: "; ")
  }
}
