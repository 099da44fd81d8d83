import CalendarModel
import JSON
import TestSupport

/// Schedules that tests start from, and some made by chance.
enum Schedules {
  static let calendarID = "c1"

  /// What the service lists of some schedules.
  static func listed(_ entries: JSONValue..., asked: Set<String>? = nil) -> ScheduleAnswer {
    var list = ScheduleList(calendarID: calendarID, askedUserIDs: asked)
    list.add(entries)
    return .listed(list)
  }

  /// A schedule of one user for ``calendarID``, open on weekdays unless it is said otherwise.
  static func entry(
    _ id: String = "s1", user: JSONValue = "u1", zone: JSONValue = "Europe/Berlin",
    calendars: JSONValue = ["c1"], rules: JSONValue? = nil, _ more: [String: JSONValue] = [:]
  ) -> JSONValue {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday"]
    let week = JSONValue.array(days.map { weekday($0, ("09:00", "17:00")) })
    var object = JSONObject([
      .init(key: "id", value: .text(id)), .init(key: "name", value: "Working hours"),
      .init(key: "userId", value: user), .init(key: "timezone", value: zone),
      .init(key: "calendarIds", value: calendars), .init(key: "rules", value: rules ?? week),
    ])
    for (key, value) in more { object[key] = value }
    return .object(object)
  }

  static func weekday(_ day: String, _ hours: (String, String)...) -> JSONValue {
    ["type": "wday", "day": .text(day), "intervals": intervals(hours)]
  }

  static func date(_ date: String, _ hours: (String, String)...) -> JSONValue {
    ["type": "date", "date": .text(date), "intervals": intervals(hours)]
  }

  private static func intervals(_ hours: [(String, String)]) -> JSONValue {
    .array(hours.map { ["from": .text($0.0), "to": .text($0.1)] })
  }

  /// One schedule of the only member governs the full calendar.
  static let answer = listed(entry())

  // MARK: By chance

  /// A schedule as it is meant and as a service could write it, with odd spellings.
  static func random(
    _ id: String, user: String, zone: String = "Europe/Berlin", near today: CalendarDate,
    _ random: inout SeededGenerator
  ) -> (entry: JSONValue, week: [[HourRange]], dates: [CalendarDate: [HourRange]]) {
    let week = (0..<7).map { _ in RandomHours.day(&random) }
    var dates: [CalendarDate: [HourRange]] = [:]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      dates[today.adding(days: .random(in: -3...12, using: &random))] = RandomHours.day(&random)
    }
    var rules: [JSONValue] = []
    for (day, ranges) in week.enumerated() where !ranges.isEmpty || Bool.random(using: &random) {
      rules += split(ranges, &random).map { part in
        [
          "type": .text(spelt("wday", &random)),
          "day": .text(spelt(Wording.weekday(day), &random)), "intervals": part,
        ]
      }
    }
    for (date, ranges) in dates.sorted(by: { $0.key < $1.key }) {
      let text = Bool.random(using: &random) ? date.wire : date.description
      rules += split(ranges, &random).map { part in
        ["type": .text(spelt("date", &random)), "date": .text(text), "intervals": part]
      }
    }
    rules.shuffle(using: &random)
    return (entry(id, user: .text(user), zone: .text(zone), rules: .array(rules)), week, dates)
  }

  /// The ranges as the intervals of one rule or of two.
  private static func split(
    _ ranges: [HourRange], _ random: inout SeededGenerator
  ) -> [JSONValue] {
    let shuffled = ranges.shuffled(using: &random)
    let place = Int.random(in: 0...shuffled.count, using: &random)
    let parts = [shuffled[..<place], shuffled[place...]].filter { !$0.isEmpty }
    return (parts.isEmpty ? [[]] : parts).map { part in
      .array(
        part.map { range in
          [
            "from": .text(clock(range.open, &random)), "to": .text(clock(range.close, &random)),
          ]
        })
    }
  }

  private static func clock(_ minutes: Int, _ random: inout SeededGenerator) -> String {
    let text = HourRange.clock(minutes)
    return switch Int.random(in: 0...3, using: &random) {
    case 0 where text.hasPrefix("0"): String(text.dropFirst())
    case 1: text + ":00"
    default: text
    }
  }

  private static func spelt(_ word: String, _ random: inout SeededGenerator) -> String {
    [word.lowercased(), word.uppercased(), word].randomElement(using: &random) ?? word
  }
}
