import JSON

extension Rule {
  /// Several entries for one day, however the date is spelt.
  static let sameDate = Rule("availability.sameDate", .warning) { calendar in
    guard calendar.isPresent(.availabilities) else { return [] }
    return calendar.tally(DateFacts.day).repeatedRows.map { row in
      Finding(
        "There is an entry for this date already; the first one counts. Delete one of them.",
        at: DateIndex.path.appending(row).appending(DateEntryKey.date))
    }
  }
}
