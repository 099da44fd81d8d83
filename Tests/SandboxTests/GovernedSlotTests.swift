import CalendarModel
import JSON
import TestSupport
import Testing

@testable import Sandbox

/// The starts of calendars that schedules govern, against a count of every minute.
@Suite(.enabled(if: ZoneOffsets(systemZone: "Europe/Berlin") != .utc)) struct GovernedSlotTests {
  private static let zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"]
  private static let days = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
  /// From the Monday before summer time ends in Berlin to the Monday after it ends in New York.
  private static let first = 20_745
  private static let count = 15

  /// A member: rules of the week and of dates in minutes after midnight, and where they are.
  private struct Member {
    let zone: String
    let offsets: ZoneOffsets
    var week: [Int: [Range<Int>]] = [:]
    var dates: [Int: [Range<Int>]] = [:]

    /// Whether they are free in a minute counted from 1970.
    func isFree(_ minute: Int) -> Bool {
      let local = minute + offsets.offset(at: minute * 60) / 60
      let day = local / 1440
      let ranges = dates[day] ?? week[CalendarDate(daysSinceEpoch: day).weekday] ?? []
      return ranges.contains { $0.contains(local - day * 1440) }
    }

    func schedule(_ user: String) -> JSONValue {
      func intervals(_ ranges: [Range<Int>]) -> JSONValue {
        .array(
          ranges.map {
            [
              "from": .text(HourRange.clock($0.lowerBound)),
              "to": .text(HourRange.clock($0.upperBound)),
            ]
          })
      }
      let rules: [JSONValue] =
        week.map {
          ["type": "wday", "day": .text(days[$0.key]), "intervals": intervals($0.value)]
        }
        + dates.map {
          [
            "type": "date", "date": .text(CalendarDate(daysSinceEpoch: $0.key).description),
            "intervals": intervals($0.value),
          ]
        }
      return ["userId": .text(user), "timezone": .text(zone), "rules": .array(rules)]
    }
  }

  /// Hours that keep away from midnight and from the changes of the clocks.
  private static func ranges(_ random: inout SeededGenerator) -> [Range<Int>] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      let open = Int.random(in: 20...70, using: &random) * 15
      return open..<open + Int.random(in: 1...24, using: &random) * 15
    }
  }

  private static func member(_ random: inout SeededGenerator) -> Member {
    let zone = zones[Int.random(in: zones.indices, using: &random)]
    var member = Member(zone: zone, offsets: ZoneOffsets(systemZone: zone) ?? .utc)
    for day in 0..<7 where Int.random(in: 0..<4, using: &random) > 0 {
      member.week[day] = ranges(&random)
    }
    for _ in 0..<3 {
      member.dates[first + Int.random(in: 0..<count, using: &random)] = ranges(&random)
    }
    return member
  }

  /// The starts by counting: from the beginning of each run of free minutes, at the interval, as
  /// long as the run lasts.
  private static func starts(_ duration: Int, _ interval: Int, _ isFree: (Int) -> Bool) -> Set<Int>
  {
    var found: Set<Int> = []
    var begin: Int?
    for minute in (first - 2) * 1440...(first + count + 2) * 1440 {
      if isFree(minute) {
        begin = begin ?? minute
      } else if let run = begin {
        found.formUnion(stride(from: run, through: minute - duration, by: interval))
        begin = nil
      }
    }
    return found
  }

  @Test(arguments: 0..<12) func areThoseOfACount(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let members = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.member(&random) }
    let duration = [15, 30, 45, 60].randomElement(using: &random) ?? 30
    let interval = [15, 20, 30].randomElement(using: &random) ?? 30
    let isCollective = seed % 2 == 0
    let calendar: JSONValue = [
      "calendarType": isCollective ? "collective" : "round_robin",
      "slotDuration": .integer(duration), "slotInterval": .integer(interval),
      "teamMembers": .array(members.indices.map { ["userId": .text("u\($0)")] }),
      // They count for nobody.
      "openHours": [
        [
          "daysOfTheWeek": [0, 1, 2, 3, 4, 5, 6],
          "hours": [["openHour": 0, "openMinute": 0, "closeHour": 23, "closeMinute": 60]],
        ]
      ],
    ]
    let plan = SlotPlan(
      calendar: calendar, zone: .utc, now: (Self.first - 9) * 86_400,
      schedules: members.indices.map { members[$0].schedule("u\($0)") })
    let (start, end) = (Self.first * 86_400, (Self.first + Self.count) * 86_400)
    let found = plan.days(from: start, to: end).flatMap(\.slots)
    let counted =
      isCollective
      ? Self.starts(duration, interval) { minute in members.allSatisfy { $0.isFree(minute) } }
      : members.map { Self.starts(duration, interval, $0.isFree) }.reduce(into: []) {
        $0.formUnion($1)
      }
    let expected = counted.sorted().filter { (start..<end).contains($0 * 60) }.map { minute in
      let day = CalendarDate(daysSinceEpoch: minute / 1440)
      return "\(day)T\(HourRange.clock(minute % 1440)):00+00:00"
    }
    #expect(found == expected)
    if !isCollective { #expect(found.count > 20) }
  }
}
