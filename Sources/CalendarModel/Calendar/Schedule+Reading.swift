import JSON

extension Schedule {
  /// Why an entry of an answer is no schedule.
  package struct Unreadable: Error, Sendable, Hashable {
    /// The reason as the end of a sentence: "it names no calendars".
    package let reason: String
  }

  /// Reads a schedule as the service writes it.
  ///
  /// A rule that cannot be read is kept as an oddity, and a range as a part of its day that counts
  /// for nothing.
  /// - Throws: ``Unreadable`` where it cannot be told which calendars it governs, or when.
  package init(_ value: JSONValue) throws(Unreadable) {
    guard value.object != nil else {
      throw Unreadable(reason: "it is \(value.kindInWords), not an object")
    }
    guard let calendars = value[schedule: .calendarIds]?.array else {
      throw Unreadable(reason: "it does not list the calendars that it governs")
    }
    let rules = value[schedule: .rules]
    guard rules == nil || rules?.isNull == true || rules?.array != nil else {
      throw Unreadable(reason: "its rules are not a list")
    }
    id = Self.text(value[schedule: .id]) ?? Self.text(value[schedule: .underscoreID])
    name = Self.text(value[schedule: .name])
    userID = Self.text(value[schedule: .userId])
    locationID = Self.text(value[schedule: .locationId])
    zone = Self.text(value[schedule: .timezone])
    calendarIDs = calendars.compactMap(Self.text)
    isDeleted = value[schedule: .deleted]?.looseBool ?? false
    var reader = ScheduleRules()
    for rule in rules?.array ?? [] { reader.read(rule) }
    (weekdays, dates, oddities) = (reader.weekdays, reader.dates, reader.oddities)
  }

  /// A text that says something, without blanks around it.
  private static func text(_ value: JSONValue?) -> String? {
    value?.text.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A member of a schedule, or of one of its rules.
enum ScheduleKey: String {
  case id, name, locationId, userId, timezone, calendarIds, deleted, rules
  case underscoreID = "_id"
  case type, day, date, intervals, from, to
}

extension JSONValue {
  /// The value of a schedule's member; nil where it is absent.
  fileprivate subscript(schedule key: ScheduleKey) -> JSONValue? { self[key: key.rawValue] }
}

/// Collects the rules of a schedule.
private struct ScheduleRules {
  var weekdays = [DayHours](repeating: DayHours(), count: 7)
  var dates: [CalendarDate: DayHours] = [:]
  var oddities: [String] = []

  /// The days of a rule by name: a type that is missing shows in the member that is there.
  mutating func read(_ rule: JSONValue) {
    let type = rule[schedule: .type]?.text?.trimmed.lowercased()
    switch type {
    case "wday",
      nil where rule[schedule: .date] == nil:
      readWeekday(rule)
    case "date", nil: readDate(rule)
    default: oddities.append(ScheduleWording.unknownRule(rule))
    }
  }

  private mutating func readWeekday(_ rule: JSONValue) {
    guard let day = rule[schedule: .day]?.text.flatMap(Self.weekday) else {
      oddities.append(ScheduleWording.unknownRule(rule))
      return
    }
    weekdays[day].add(Self.hours(rule[schedule: .intervals]))
  }

  private mutating func readDate(_ rule: JSONValue) {
    guard let date = rule[schedule: .date]?.text.flatMap({ CalendarDate(beginning: $0.trimmed) })
    else {
      oddities.append(ScheduleWording.unknownRule(rule))
      return
    }
    dates[date, default: DayHours()].add(Self.hours(rule[schedule: .intervals]))
  }

  /// A weekday by its English name, in full or by its first three letters; 0 is Sunday.
  private static func weekday(_ text: String) -> Int? {
    let name = text.trimmed.lowercased()
    return (0...6).first { day in
      let full = Wording.weekday(day).lowercased()
      return name == full || name == full.prefix(3)
    }
  }

  /// No intervals are none that open: the day is closed.
  private static func hours(_ value: JSONValue?) -> DayHours {
    guard let value, !value.isNull else { return DayHours() }
    guard let intervals = value.array else { return DayHours(value) }
    var ranges: [HourRange] = []
    var unreadable: [DayHours.Ignored] = []
    for interval in intervals {
      if let open = interval[schedule: .from]?.text.flatMap(minutes),
        let close = interval[schedule: .to]?.text.flatMap(minutes)
      {
        ranges.append(HourRange(open: open, close: close))
      } else {
        unreadable.append(
          .init(
            reason: .unreadable, range: nil, LocalText(HoursWording.unreadableRange(interval))))
      }
    }
    return DayHours(ranges, unreadable: unreadable)
  }

  /// Minutes after midnight of `09:00`, `9:00`, `09:00:00` or `24:00`; nil for anything else.
  private static func minutes(_ text: String) -> Int? {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour <= 24, minute <= 60,
      parts.count == 2 || parts[2] == "00", hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
