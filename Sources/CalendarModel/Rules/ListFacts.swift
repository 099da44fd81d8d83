import JSON

/// What the rules about a whole list need to know of one row.
struct RowFacts: Sendable, Equatable {
  /// The user's id, or the date.
  var identity: String?
  var isPrimary = false
  var locationCount = 0
  /// The longest open range in minutes; 0 for none.
  var longestRange = 0
  /// The days and ranges of an entry of the week; empty for other rows.
  var days: [Int] = []
  var ranges: [HourRange] = []
  /// Whether it is for a date that has passed, and is not deleted.
  var isPast = false

  init(_ row: JSONValue, kind: ObjectType.Kind, today: CalendarDate) {
    guard let object = row.object else { return }
    switch kind {
    case .teamMember:
      identity = object["userId"]?.text.flatMap { $0.isEmpty ? nil : $0 }
      isPrimary = object["isPrimary"] == true
      locationCount = object["locationConfigurations"]?.array?.count ?? 0
    case .openHours:
      days = Set((object["daysOfTheWeek"]?.array ?? []).compactMap(\.int)).sorted()
      guard !days.isEmpty else { return }
      ranges = Self.ranges(of: object)
      longestRange = Self.longest(ranges)
    case .availability:
      guard object["deleted"] != true else { return }
      identity = object["date"]?.text.flatMap { $0.isEmpty ? nil : $0 }
      isPast = DateEntry.date(of: row).map { $0 < today } ?? false
      longestRange = Self.longest(Self.ranges(of: object))
    default: break
    }
  }

  private static func ranges(of entry: JSONObject) -> [HourRange] {
    (entry["hours"]?.array ?? []).compactMap { HourRange($0) }
  }

  private static func longest(_ ranges: [HourRange]) -> Int {
    min(1440, max(0, ranges.map(\.length).max() ?? 0))
  }
}

/// The sums of the rows' facts, kept up to date row by row.
struct ListFacts: Sendable {
  private(set) var identities = CountedSet<String>()
  private(set) var primaries = 0
  private(set) var rowsWithSeveralLocations = 0
  private(set) var pastDates = 0
  /// How many rows have a longest range of each length in minutes.
  private var ranges = [Int](repeating: 0, count: 1441)

  /// The longest open range of the list in minutes; nil when there is none.
  var longestRange: Int? { ranges.lastIndex { $0 > 0 }.flatMap { $0 > 0 ? $0 : nil } }

  mutating func add(_ row: RowFacts) { count(row, by: 1) }
  mutating func remove(_ row: RowFacts) { count(row, by: -1) }

  private mutating func count(_ row: RowFacts, by step: Int) {
    if let identity = row.identity {
      if step > 0 { identities.add(identity) } else { identities.remove(identity) }
    }
    if row.isPrimary { primaries += step }
    if row.isPast { pastDates += step }
    if row.locationCount > 1 { rowsWithSeveralLocations += step }
    ranges[row.longestRange] += step
  }
}
