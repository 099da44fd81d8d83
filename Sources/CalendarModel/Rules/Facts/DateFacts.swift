import JSON

/// What rules about the whole calendar need to know of each date-specific entry.
enum DateFacts {
  private static let list = CalendarKey.availabilities

  /// The day of an entry that stays.
  static let day = RowFact(list, "day") { row in
    row.type.isDeleted(row.value) ? nil : DateEntry.date(of: row.value)
  }

  /// The day of an entry that stays, where it has passed.
  static let past = RowFact(list, "past") { row in
    day.read(row).flatMap { $0 < row.context.today ? $0 : nil }
  }

  /// The longest open stretch in minutes, of an entry that stays and has not passed.
  static let longestStretch = RowFact(list, "longestStretch") { row -> Int? in
    guard let date = day.read(row), date >= row.context.today else { return nil }
    return DateEntry.hours(of: row.value).stretches.map(\.length).max()
  }

  /// The id by which the service knows the entry.
  static let serviceID = RowFact(list, "serviceID") { row in row.type.serviceID(of: row.value) }

  /// An entry whose deletion would carry something wrong.
  struct OddDeletion: Sendable, Hashable {
    let id: String
    /// Whether the documented rules refuse it.
    let isRefused: Bool
  }

  /// What a deletion sends of an entry: its date and its hours, where it has some.
  static let oddDeletion = RowFact(list, "oddDeletion") { row -> OddDeletion? in
    guard let id = serviceID.read(row) else { return nil }
    let problems = row.problems.filter { problem in
      switch problem.path.topKey.flatMap(DateEntryKey.init(rawValue:)) {
      case .date: true
      case .hours: row.value[member: DateEntryKey.hours] != nil
      default: false
      }
    }
    let isRefused = problems.contains { $0.severity == .error }
    let isOdd = isRefused || problems.contains { $0.rule == Rule.dateSpelling.id }
    return isOdd ? OddDeletion(id: id, isRefused: isRefused) : nil
  }
}
