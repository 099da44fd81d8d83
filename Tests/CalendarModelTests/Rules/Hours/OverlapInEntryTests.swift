import JSON
import TestSupport
import Testing

@testable import CalendarModel

@Suite("hours.overlap")
struct OverlapInEntryTests {
  static let cases: [RuleCase] = [
    .init(
      "openHours[0].hours", at: "openHours[0].hours[1]",
      accepts: [Calendars.hour(9, 12), Calendars.hour(12, 17)],
      rejects: [Calendars.hour(9, 12, 1), Calendars.hour(12, 17)]),
    .init(
      "availabilities[0].hours", at: "availabilities[0].hours[2]",
      accepts: [Calendars.hour(13, 17), Calendars.hour(8, 9), Calendars.hour(9, 10)],
      rejects: [Calendars.hour(13, 17), Calendars.hour(8, 9), Calendars.hour(12, 14)]),
    // What opens nothing overlaps nothing.
    .init(
      "openHours[0].hours", at: "openHours[0].hours[1]",
      accepts: [Calendars.hour(9, 17), Calendars.hour(12, 12)],
      rejects: [Calendars.hour(9, 17), Calendars.hour(12, 13)], besides: ["hour.order"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.overlapInEntry) }

  /// One long range that several others lie in.
  @Test func everyOverlapIsFound() {
    var document = Calendars.document()
    document.set(
      "openHours[0].hours",
      to: [Calendars.hour(9, 17), Calendars.hour(10, 11), Calendars.hour(12, 13)])
    #expect(
      document.problems("hours.overlap").map { "\($0.path): \($0.message)" } == [
        "openHours[0].hours[1]: 10:00–11:00 overlaps 09:00–17:00.",
        "openHours[0].hours[2]: 12:00–13:00 overlaps 09:00–17:00.",
      ])
  }

  /// Over generated ranges: a range is flagged when it shares a minute with an earlier one.
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func aSharedMinuteIsAnOverlap(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ranges = (0..<5).map { _ in
      (Int.random(in: 0...23, using: &random), Int.random(in: 0...23, using: &random))
    }
    let document = Calendars.document(
      Calendars.full([
        "openHours": [
          ["daysOfTheWeek": [1], "hours": .array(ranges.map { Calendars.hour($0.0, $0.1) })]
        ]
      ]))
    let expected = ranges.indices.filter { later in
      ranges[..<later].contains { earlier in
        (0..<24).contains { hour in
          earlier.0 <= hour && hour < earlier.1 && ranges[later].0 <= hour && hour < ranges[later].1
        }
      }
    }
    #expect(
      document.problems("hours.overlap").map(\.path)
        == expected.map { ("openHours[0].hours" as JSONPath).appending($0) })
  }
}
