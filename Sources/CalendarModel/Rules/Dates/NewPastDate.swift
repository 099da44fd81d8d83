import JSON

extension Rule {
  /// A date that was entered here and has passed.
  static let newPastDate = Rule("availability.newPast", .warning) { calendar in
    guard calendar.isPresent(.availabilities) else { return [] }
    let past = calendar.tally(DateFacts.past)
    let loaded = calendar.loadedTally(DateFacts.past).counts
    guard past.counts.elements.contains(where: { !loaded.contains($0) }) else { return [] }
    return past.rows { !loaded.contains($0) }.map { row in
      Finding(
        "This date has passed; choose another one, or delete it.",
        at: DateIndex.path.appending(row).appending(DateEntryKey.date))
    }
  }
}
