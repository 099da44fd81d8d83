import CalendarModel
import JSON
import TestSupport
import Testing

@testable import Sandbox

/// The preview of calendars that schedules govern and the sandbox's slots for them, which were
/// written apart from one another: over generated schedules and teams each checks the other.
///
/// Days on which one of the clocks changes are left out: the preview counts in what clocks show, as
/// its assumptions say, and the service in moments.
@Suite(.enabled(if: ZoneOffsets(systemZone: "Europe/Berlin") != .utc))
struct GovernedAgreementTests {
  /// The last one is known to no machine: its hours count as they are written.
  private static let zones = [
    "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "Pacific/Auckland",
    "Australia/Lord_Howe", "America/St_Johns", "Nowhere/Land",
  ]
  private static let types = [
    "round_robin", "collective", "class_booking", "service_booking", "event", "personal", "other",
  ]
  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
  private static let dayCount = 20
  /// Before clocks change in autumn, in a month without changes, and before they do in spring.
  private static let firstDays = [20_748, 20_834, 20_885]

  @Test(arguments: 0..<24) func bothOfferTheSame(_ seed: UInt64) throws {
    var generator = Generator(seed: seed)
    var (offered, governed, compared) = (0, 0, 0)
    for number in 0..<20 {
      let first = Self.firstDays[(Int(seed) + number) % Self.firstDays.count]
      let home = try #require(
        Self.zones.dropLast().randomElement(using: &generator.random))
      let offsets = try #require(ZoneOffsets(systemZone: home))
      let calendar = generator.calendar(from: first)
      let listed = generator.schedules(from: first)
      var list = ScheduleList(calendarID: "c1")
      list.add(listed)
      #expect(list.unreadable.isEmpty)
      for zone in list.zoneNames { list.zones[zone] = ZoneOffsets(systemZone: zone) }
      let now = CalendarMoment(CalendarDate(daysSinceEpoch: first - 9), minute: 607)
      let preview = SlotPreview(
        calendar: calendar, now: now,
        governing: GoverningSchedules(
          .listed(list), for: calendar, zone: NamedZone(name: home, offsets: offsets)))
      let governing = listed.filter(Self.governs)
      governed += governing.isEmpty ? 0 : 1
      let plan = SlotPlan(
        calendar: calendar, zone: offsets, home: offsets, now: (first - 9) * 86_400,
        schedules: governing)
      let clocks = [offsets] + list.zones.values
      for day in preview.days(from: CalendarDate(daysSinceEpoch: first), count: Self.dayCount) {
        let number = day.date.daysSinceEpoch
        guard !clocks.contains(where: { Self.changes($0, around: number) }) else { continue }
        let slots = plan.days(
          from: offsets.moment(ofLocal: number * 86_400),
          to: offsets.moment(ofLocal: (number + 1) * 86_400)
        ).flatMap(\.slots)
        let times = slots.map { String($0.dropFirst(11).prefix(5)) }
        offered += times.count
        compared += 1
        guard times != day.times else { continue }
        Issue.record(
          """
          The two disagree about \(day.date) in \(home), seed \(seed):
            the editor: \(day.times)
            the sandbox: \(times)
          \(calendar.printed())
          \(governing.map { $0.printed() }.joined(separator: "\n"))
          """)
        return
      }
    }
    // Agreeing on nothing would prove nothing.
    #expect(offered > 1000 && governed > 10 && compared > 150, "\(offered) \(governed) \(compared)")
  }

  private static func governs(_ schedule: JSONValue) -> Bool {
    schedule[key: "deleted"] != true
      && schedule[key: "calendarIds"]?.array?.contains("c1") == true
  }

  /// Whether clocks change in the days that a day can have hours of.
  private static func changes(_ zone: ZoneOffsets, around day: Int) -> Bool {
    zone.offset(at: (day - 2) * 86_400) != zone.offset(at: (day + 3) * 86_400)
  }

  /// Makes calendars, teams and schedules.
  private struct Generator: RandomMaker {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed &+ 7_000) }

    mutating func calendar(from first: Int) -> JSONValue {
      var object = JSONObject([])
      object["id"] = "c1"
      object["calendarType"] = chance(percent: 95) ? .text(pick(types)) : nil
      let users = ["ana", "ben", "cleo", "dora"]
      // One in a while has nobody in its team, and one has a row for whom nobody was chosen.
      let count = chance(percent: 8) ? 0 : Int.random(in: 1...4, using: &random)
      var team = users.prefix(count).map {
        JSONValue.object(JSONObject([.init(key: "userId", value: .text($0))]))
      }
      if chance(percent: 10), count > 0 { team.append(["priority": 1]) }
      object["teamMembers"] = .array(team)
      object["slotDuration"] = pick([15, 30, 45, 60, 90])
      object["slotInterval"] = pick([10, 15, 30, 60, 45])
      object["availabilityType"] = pick([nil, .null, 0, 1])
      object["openHours"] = .array(
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
          [
            "daysOfTheWeek": .array(
              (0..<7).filter { _ in chance(percent: 60) }.map(JSONValue.integer)),
            "hours": ownHours(),
          ]
        })
      object["availabilities"] = .array(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          [
            "date": .text(date(from: first).wire), "hours": ownHours(),
          ]
        })
      return .object(object)
    }

    private mutating func ownHours() -> JSONValue {
      .array(
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
          let open = Int.random(in: 0..<22, using: &random)
          return [
            "openHour": .integer(open), "openMinute": .integer(pick([0, 15, 30])),
            "closeHour": .integer(min(23, open + Int.random(in: 1...8, using: &random))),
            "closeMinute": .integer(pick([0, 30, 60])),
          ]
        })
    }

    private mutating func date(from first: Int) -> CalendarDate {
      CalendarDate(daysSinceEpoch: first + Int.random(in: -1...dayCount, using: &random))
    }

    mutating func schedules(from first: Int) -> [JSONValue] {
      var schedules: [JSONValue] = []
      for user in ["ana", "ben", "cleo", "stranger"]
      where chance(percent: user == "stranger" ? 20 : 65) {
        let count = chance(percent: 15) ? 2 : 1
        for _ in 0..<count {
          schedules.append(
            schedule(of: user, number: schedules.count, keepsFromMidnight: count > 1, first))
        }
      }
      return schedules
    }

    private mutating func schedule(
      of user: String, number: Int, keepsFromMidnight: Bool, _ first: Int
    ) -> JSONValue {
      var rules: [JSONValue] = []
      for day in weekdays where chance(percent: 65) {
        // Several rules for one day count together.
        for _ in 0..<(chance(percent: 10) ? 2 : 1) {
          rules.append([
            "type": "wday", "day": .text(day), "intervals": intervals(keepsFromMidnight),
          ])
        }
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        rules.append([
          "type": "date", "date": .text(date(from: first).description),
          "intervals": chance(percent: 30) ? [] : intervals(keepsFromMidnight),
        ])
      }
      rules.shuffle(using: &random)
      var object = JSONObject([])
      object[chance(percent: 50) ? "id" : "_id"] = .text("s\(number)")
      object["userId"] = .text(user)
      object["timezone"] = chance(percent: 92) ? .text(pick(zones)) : nil
      object["calendarIds"] = pick([["c1"], ["c1"], ["c1"], ["c2", "c1"], ["c2"], []])
      object["deleted"] = pick([nil, false, false, false, false, true])
      object["rules"] = .array(rules)
      return .object(object)
    }

    private mutating func intervals(_ keepsFromMidnight: Bool) -> JSONValue {
      .array(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          var open = Int.random(in: 0...94, using: &random) * 15
          var close =
            chance(percent: 10) ? 1440 : open + Int.random(in: 1...40, using: &random) * 15
          if keepsFromMidnight { (open, close) = (max(15, open), min(1425, close)) }
          // One that closes before it opens counts for nothing.
          if chance(percent: 4) { (open, close) = (close, open) }
          return ["from": clock(min(open, 1440)), "to": clock(min(close, 1440))]
        })
    }

    private func clock(_ minute: Int) -> JSONValue { .text(HourRange.clock(minute)) }
  }
}
