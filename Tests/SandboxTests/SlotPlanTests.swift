import CalendarModel
import JSON
import Testing

@testable import Sandbox

@Suite struct SlotPlanTests {
  // 2026-03-27 12:00 UTC, two days before summer time begins in Berlin.
  static let now = 20_539 * 86_400 + 43_200

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
    _ change: (inout JSONObject) -> Void = { _ in }, zone: ZoneOffsets = .utc
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

  @Test(.enabled(if: ZoneOffsets(systemZone: "Europe/Berlin") != .utc))
  func offsetsFollowSummerTime() throws {
    let berlin = try #require(ZoneOffsets(systemZone: "Europe/Berlin"))
    let slots = try slots(zone: berlin)
    #expect(slots.first == "2026-03-28T09:00:00+01:00")
    #expect(slots[2] == "2026-03-29T09:00:00+02:00")
    for name in ["../../etc/passwd", "Nowhere/At_All", "", "/etc/localtime", "tzdata.zi"] {
      #expect(ZoneOffsets(systemZone: name) == nil, "\(name)")
    }
  }

  // MARK: Stretches

  private static func week(_ ranges: [(Int, Int, Int, Int)]...) -> JSONValue {
    .array(
      ranges.map { ranges in
        [
          "daysOfTheWeek": [1],
          "hours": .array(
            ranges.map {
              [
                "openHour": .integer($0.0), "openMinute": .integer($0.1),
                "closeHour": .integer($0.2), "closeMinute": .integer($0.3),
              ]
            }),
        ]
      })
  }

  /// The starts on a Monday.
  private func monday(_ changes: [String: JSONValue]) throws -> [String] {
    let plan = SlotPlan(
      calendar: .object(JSONObject(changes.map { .init(key: $0.key, value: $0.value) })),
      zone: .utc, now: Self.now)
    return plan.starts(on: try #require(CalendarDate("2026-03-30"))).map(HourRange.clock)
  }

  private static let every90: [String: JSONValue] = ["slotDuration": 90, "slotInterval": 30]
  private static let halfHours = ["09:00", "09:30", "10:00", "10:30"]

  @Test func rangesThatTouchOrOverlapAreOneStretch() throws {
    for week in [
      Self.week([(9, 0, 10, 0), (10, 0, 11, 0)]), Self.week([(10, 0, 11, 0), (9, 0, 10, 30)]),
      Self.week([(9, 0, 10, 0)], [(10, 0, 11, 0)]), Self.week([(9, 0, 11, 0), (9, 30, 10, 0)]),
      Self.week([(9, 0, 9, 60), (10, 0, 11, 0), (12, 0, 13, 0)]),
    ] {
      #expect(
        try monday(Self.every90.merging(["openHours": week]) { $1 }) == ["09:00", "09:30"],
        "\(week.printed())")
    }
    let noon = try monday(["openHours": Self.week([(9, 0, 12, 15), (12, 15, 17, 0)])])
    #expect(noon == (18...33).map { HourRange.clock($0 * 30) })
    let apart = try monday(["openHours": Self.week([(9, 0, 12, 15), (12, 20, 14, 0)])])
    #expect(apart.suffix(4) == ["11:30", "12:20", "12:50", "13:20"])
  }

  @Test func rangesThatAreEmptyOrBackwardsCountForNothing() throws {
    let week = Self.week([
      (0, 0, 0, 0), (22, 0, 6, 0), (9, 0, 11, 0), (12, 0, 12, 0), (15, 0, 0, 0),
    ])
    #expect(try monday(["openHours": week]) == Self.halfHours)
    #expect(try monday(["openHours": Self.week([(0, 0, 0, 0)])]) == [])
    #expect(try monday(["openHours": Self.week([(24, 0, 25, 0), (9, 61, 10, 0)])]) == [])
  }

  /// Without a number it is half an hour, whatever the unit says; a text that is a number is one.
  @Test func lengthsAreReadAsTheServiceSendsThem() throws {
    let week = Self.week([(9, 0, 11, 0)])
    let same: [[String: JSONValue]] = [
      [:], ["slotDurationUnit": "hours"], ["slotIntervalUnit": "hours"],
      ["slotDuration": .null, "slotDurationUnit": "hours", "slotInterval": .null],
      ["slotDuration": "30", "slotInterval": "3e1", "slotIntervalUnit": .null],
      ["slotDuration": 0.5, "slotDurationUnit": "hours"],
    ]
    for settings in same {
      #expect(
        try monday(settings.merging(["openHours": week]) { $1 }) == Self.halfHours, "\(settings)")
    }
    let none: [[String: JSONValue]] = [
      ["slotDuration": 0], ["slotDuration": -5], ["slotInterval": "soon"], ["slotInterval": 0.3],
      ["slotDuration": 1, "slotDurationUnit": "days"], ["slotDuration": true],
      ["slotInterval": JSONNumber("1e400").map(JSONValue.number) ?? .null],
    ]
    for settings in none {
      #expect(try monday(settings.merging(["openHours": week]) { $1 }) == [], "\(settings)")
    }
  }

  @Test func anyTextThatBeginsWithADateIsThatDate() throws {
    let open = Self.week([(9, 0, 11, 0)])
    for (date, counts) in [
      ("2026-03-30T00:00:00.000Z", true), ("2026-03-30", true), ("2026-03-30T05:00:00.000Z", true),
      ("2026-03-30 (Monday)", true), ("2026-03-3", false), ("30.03.2026", false),
      (" 2026-03-30", false), ("2026-02-30T00:00:00.000Z", false),
    ] {
      let closed: JSONValue = [["date": .text(date), "hours": []]]
      #expect(
        try monday(["openHours": open, "availabilities": closed]).isEmpty == counts, "\(date)")
    }
    let deleted: JSONValue = [["date": "2026-03-30", "hours": [], "deleted": true]]
    #expect(try monday(["openHours": open, "availabilities": deleted]) == Self.halfHours)
    #expect(try monday(["openHours": open, "availabilityType": "1"]) == [])
  }
}
