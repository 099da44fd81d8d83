import JSON
import Testing

@testable import CalendarModel

@Suite("openHours.overlap")
struct OverlapOfEntriesTests {
  static let cases: [RuleCase] = [
    .init(
      "openHours", at: "openHours[1].hours",
      accepts: [
        Calendars.week([1], Calendars.hour(9, 12)), Calendars.week([1], Calendars.hour(12, 17)),
      ],
      rejects: [
        Calendars.week([1, 2], Calendars.hour(9, 13)), Calendars.week([2], Calendars.hour(12, 17)),
      ]),
    .init(
      "openHours", at: "openHours[1].hours",
      accepts: [
        Calendars.week([1], Calendars.hour(9, 12)), Calendars.week([2], Calendars.hour(9, 12)),
      ],
      rejects: [
        Calendars.week([1], Calendars.hour(9, 12)), Calendars.week([0, 1], Calendars.hour(9, 12)),
      ]),
    .init(
      "openHours", at: "openHours[1].hours",
      accepts: [
        Calendars.week([1], Calendars.hour(9, 17)), Calendars.week([1], Calendars.hour(0, 0)),
      ],
      rejects: [
        Calendars.week([1], Calendars.hour(9, 17)), Calendars.week([1], Calendars.hour(16, 18)),
      ]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.overlapOfEntries) }

  /// Not only with the entry before, and once for all days that two entries share.
  @Test func everyOverlapIsFound() {
    var document = Calendars.document()
    document.set(
      "openHours",
      to: [
        Calendars.week([1, 2, 3], Calendars.hour(9, 17)),
        Calendars.week([1], Calendars.hour(10, 11)),
        Calendars.week([1, 2, 3], Calendars.hour(12, 13)),
      ])
    #expect(
      document.problems("openHours.overlap").map { "\($0.path): \($0.message)" } == [
        "openHours[1].hours: On Mon 10:00–11:00 overlaps 09:00–17:00 of entry 1.",
        "openHours[2].hours: On Mon–Wed 12:00–13:00 overlaps 09:00–17:00 of entry 1.",
      ])
  }
}
