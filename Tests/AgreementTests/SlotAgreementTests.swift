import CalendarModel
import JSON
import TestSupport
import Testing

@testable import Sandbox

/// The editor's preview and the sandbox's slots were written apart from one another from the same
/// decisions; over generated settings each checks the other.
@Suite struct SlotAgreementTests {
  private static let now = CalendarMoment(CalendarDate(daysSinceEpoch: 20_783), minute: 10 * 60 + 7)

  @Test(arguments: 0..<40) func bothOfferTheSame(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var offered = 0
    for _ in 0..<50 {
      let calendar = Self.calendar(&random)
      let preview = SlotPreview(calendar: calendar, now: Self.now)
      let plan = SlotPlan(
        calendar: calendar, zone: .utc,
        now: Self.now.date.daysSinceEpoch * 86_400 + Self.now.minute * 60)
      for day in preview.days(from: Self.now.date, count: 45) {
        let start = day.date.daysSinceEpoch * 86_400
        let slots = plan.days(from: start, to: start + 86_400).flatMap(\.slots)
        let times = slots.map { String($0.dropFirst(11).prefix(5)) }
        offered += times.count
        guard times != day.starts.map(HourRange.clock) else { continue }
        Issue.record(
          """
          The two disagree about \(day.date) of \(calendar.printed()):
            the editor: \(day.starts.map(HourRange.clock))
            the sandbox: \(times)
          """)
        return
      }
    }
    #expect(offered > 1000, "\(offered)")
  }

  private static func calendar(_ random: inout SeededGenerator) -> JSONValue {
    var members: [JSONObject.Member] = []
    func add(_ key: String, _ values: [JSONValue?]) {
      if let value = values[Int.random(in: values.indices, using: &random)] {
        members.append(.init(key: key, value: value))
      }
    }
    add("availabilityType", [nil, nil, .null, 0, 1, "0", "1", 2])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: break
    case 1:
      add("slotDuration", [1, 1.5, "2", 0.25, 0])
      members.append(.init(key: "slotDurationUnit", value: "hours"))
    default:
      add("slotDuration", [15, 45, 90, "60", 240, .null])
      add("slotDurationUnit", [nil, "mins", .null])
    }
    add("slotInterval", [nil, 10, 20, 45, "30", 60, 7])
    add("slotIntervalUnit", [nil, "mins"])
    add("allowBookingAfter", [nil, nil, 0, 3, "2", .null, -1])
    add("allowBookingAfterUnit", [nil, "hours", "days", "weeks", "months"])
    add("allowBookingFor", [nil, nil, 5, 1, "4", .null, 0])
    add("allowBookingForUnit", [nil, "days", "weeks", "months"])
    let week = (0..<Int.random(in: 0...4, using: &random)).map { _ -> JSONValue in
      let days = (0...6).filter { _ in Bool.random(using: &random) }
      return ["daysOfTheWeek": .array(days.map(JSONValue.integer)), "hours": hours(&random)]
    }
    members.append(.init(key: "openHours", value: .array(week)))
    let dates = (0..<Int.random(in: 0...6, using: &random)).map { _ -> JSONValue in
      let date = now.date.adding(days: Int.random(in: 0...20, using: &random))
      let text = [date.wire, date.description, "\(date)T05:00:00.000Z", "\(date) x", "2026-02-30"]
      return [
        "date": .text(text[Int.random(in: text.indices, using: &random)]),
        "hours": hours(&random), "deleted": .bool(Int.random(in: 0..<5, using: &random) == 0),
      ]
    }
    members.append(.init(key: "availabilities", value: .array(dates)))
    return .object(JSONObject(members))
  }

  /// Ranges that touch, overlap, are empty, go backwards or are none.
  private static func hours(_ random: inout SeededGenerator) -> JSONValue {
    .array(
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        [
          "openHour": .integer(Int.random(in: 7...13, using: &random)),
          "openMinute": .integer([0, 0, 15, 30, 60].randomElement(using: &random) ?? 0),
          "closeHour": .integer(
            [0, 9, 10, 11, 12, 13, 17, 23, 24].randomElement(using: &random) ?? 0),
          "closeMinute": .integer([0, 0, 15, 30, 60].randomElement(using: &random) ?? 0),
        ]
      })
  }
}
