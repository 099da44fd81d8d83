import JSON

extension Rule {
  /// Ranges that overlap though they stand in different entries for the same day.
  static let overlapOfEntries = Rule("openHours.overlap", .warning) { calendar in
    let entries = WeekHours(calendar.value(.openHours)).entries
    return entries.indices.flatMap { later in
      entries[..<later].enumerated().flatMap { earlier, other in
        overlaps(of: entries[later], with: other, named: earlier + 1, calendar.format).map {
          Finding($0, at: WeekHours.path.appending(later).appending(WeekEntryKey.hours))
        }
      }
    }
  }

  private static func overlaps(
    of entry: WeekEntry, with other: WeekEntry, named number: Int, _ format: LocalFormat
  ) -> [String] {
    let days = entry.days.intersection(other.days)
    guard !days.isEmpty else { return [] }
    let theirs = other.hours.stored.filter(\.isUsable)
    return entry.hours.stored.filter(\.isUsable).compactMap { range in
      let others = theirs.filter(range.overlaps)
      guard !others.isEmpty else { return nil }
      return "On \(Wording.weekdays(days, in: format)) \(format.range(range)) overlaps "
        + "\(Wording.listed(others, in: format)) of entry \(number)."
    }
  }
}
