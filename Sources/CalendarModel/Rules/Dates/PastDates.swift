import JSON

extension Rule {
  /// Dates that were loaded and have passed: they pass by themselves, so one note is enough.
  static let pastDates = Rule("availability.past", .note) { calendar in
    guard calendar.isPresent(.availabilities) else { return [] }
    let past = calendar.tally(DateFacts.past).counts
    let loaded = calendar.loadedTally(DateFacts.past).counts
    let count = past.elements.reduce(0) { sum, date in
      loaded.contains(date) ? sum + past.count(of: date) : sum
    }
    guard count > 0 else { return [] }
    return [
      Finding(
        count == 1 ? "1 date has passed." : "\(count) dates have passed.", at: DateIndex.path)
    ]
  }
}
