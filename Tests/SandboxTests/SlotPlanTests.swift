import JSON
import Testing

@testable import Sandbox

@Suite struct SlotPlanTests {
  // 2026-03-27 12:00 UTC, two days before summer time begins in Berlin.
  static let now = CivilDate(year: 2026, month: 3, day: 27).day * 86400 + 43200

  static let calendar: JSONValue = [
    "slotDuration": 1, "slotDurationUnit": "hours", "slotInterval": 30, "slotIntervalUnit": "mins",
    "openHours": [
      [
        "daysOfTheWeek": [0, 6],
        "hours": [["openHour": 9, "openMinute": 0, "closeHour": 10, "closeMinute": 30]],
      ]
    ],
    "availabilities": [
      [
        "date": "2026-03-30T00:00:00.000Z",
        "hours": [["openHour": 23, "openMinute": 0, "closeHour": 23, "closeMinute": 60]],
      ],
      ["date": "2026-04-04T00:00:00.000Z", "hours": []],
    ],
  ]

  private func slots(
    _ change: (inout JSONObject) -> Void = { _ in }, zone: TimeZoneFile = .utc
  ) throws -> [String] {
    var object = try #require(Self.calendar.object)
    change(&object)
    let plan = SlotPlan(calendar: .object(object), zone: zone, now: Self.now)
    return plan.days(from: Self.now, to: Self.now + 8 * 86400).flatMap(\.slots)
  }

  @Test func hoursOfTheWeekAndDatesAreCounted() throws {
    #expect(
      try slots() == [
        "2026-03-28T09:00:00+00:00", "2026-03-28T09:30:00+00:00", "2026-03-29T09:00:00+00:00",
        "2026-03-29T09:30:00+00:00", "2026-03-30T23:00:00+00:00",
      ])
  }

  @Test func availabilityTypeChooses() throws {
    #expect(try slots { $0["availabilityType"] = 1 } == ["2026-03-30T23:00:00+00:00"])
    #expect(try slots { $0["availabilityType"] = 0 }.count == 6)
  }

  @Test func draftsOfferNothing() throws {
    #expect(try slots { $0["isActive"] = false } == [])
  }

  @Test func noticeAndHorizonAreKept() throws {
    let notice = try slots {
      $0["allowBookingAfter"] = 2
      $0["allowBookingAfterUnit"] = "days"
    }
    #expect(notice.first == "2026-03-30T23:00:00+00:00")
    let horizon = try slots {
      $0["allowBookingFor"] = 1
      $0["allowBookingForUnit"] = "days"
    }
    #expect(horizon.last == "2026-03-28T09:30:00+00:00")
  }

  @Test func offsetsFollowSummerTime() throws {
    let berlin = try #require(TimeZoneFile(named: "Europe/Berlin"))
    let slots = try slots(zone: berlin)
    #expect(slots.first == "2026-03-28T09:00:00+01:00")
    #expect(slots[2] == "2026-03-29T09:00:00+02:00")
    #expect(TimeZoneFile(named: "../../etc/passwd")?.offset(at: 0) == nil)
    #expect(TimeZoneFile(named: "Nowhere/At_All")?.offset(at: 0) == nil)
  }

  @Test func datesAndDaysAgree() {
    for day in stride(from: -200_000, through: 200_000, by: 37) {
      let date = CivilDate(day: day)
      let (year, month, dayOfMonth) = date.yearMonthDay
      #expect(CivilDate(year: year, month: month, day: dayOfMonth).day == day)
    }
    #expect(CivilDate("2024-02-29")?.weekday == 4)
    #expect(CivilDate("2023-02-29") == nil)
    #expect(CivilDate("2024-13-01") == nil)
    #expect(CivilDate("1970-01-01")?.day == 0)
  }
}
