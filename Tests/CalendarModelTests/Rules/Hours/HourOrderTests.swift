import JSON
import Testing

@testable import CalendarModel

@Suite("hour.order")
struct HourOrderTests {
  static let cases: [RuleCase] = [
    .init(
      "openHours[0].hours[0]", at: "openHours[0].hours[0].closeHour",
      accepts: Calendars.hour(9, 10), rejects: Calendars.hour(9, 9)),
    .init(
      "openHours[0].hours[0]", at: "openHours[0].hours[0].closeHour",
      accepts: Calendars.hour(9, 23, 60), rejects: Calendars.hour(9, 0)),
    .init(
      "openHours[0].hours[0]", at: "openHours[0].hours[0].closeHour",
      accepts: Calendars.hour(0, 0), rejects: Calendars.hour(22, 6)),
    .init(
      "availabilities[0].hours[0]", at: "availabilities[0].hours[0].closeHour",
      accepts: Calendars.hour(9, 10), rejects: Calendars.hour(9, 8)),
    // 0:00–0:00 is a closed day only where it stands alone.
    .init(
      "availabilities[0].hours", at: "availabilities[0].hours[1].closeHour",
      accepts: [Calendars.hour(0, 0)], rejects: [Calendars.hour(9, 12), Calendars.hour(0, 0)]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.hourOrder) }

  /// Rule, form and preview agree on which ranges open nothing.
  @Test func itSaysTheSameAsTheHoursOfTheDay() {
    let times = [(0, 0), (9, 9), (9, 0), (22, 6), (9, 17), (0, 23)].map { Calendars.hour($0, $1) }
    for first in times {
      for second in times + [nil] {
        let hours = [first] + (second.map { [$0] } ?? [])
        let document = Calendars.document(
          Calendars.full(["openHours": [["daysOfTheWeek": [1], "hours": .array(hours)]]]))
        let ignored = DayHours(.array(hours)).ignored
        #expect(document.problems("hour.order").count == ignored.count, "\(hours)")
      }
    }
  }
}
