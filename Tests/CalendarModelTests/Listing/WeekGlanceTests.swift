import JSON
import TestSupport
import Testing

@testable import CalendarModel

@Suite("A week at a glance") struct WeekGlanceTests {
  private static func week(_ entries: JSONValue...) -> JSONValue { ["openHours": .array(entries)] }
  private static let nineToFive = Calendars.hour(9, 17)

  static let cases: [(JSONValue, String)] = [
    (week(Calendars.week([1, 2, 3, 4, 5], nineToFive)), "Mo-Fr 9-17"),
    (week(Calendars.week([5, 4, 3, 2, 1], nineToFive)), "Mo-Fr 9-17"),
    (
      week(Calendars.week([1, 2], nineToFive), Calendars.week([3, 4, 5], nineToFive)), "Mo-Fr 9-17"
    ),
    (week(Calendars.week([0, 1, 2, 3, 4, 5, 6], nineToFive)), "daily 9-17"),
    (week(Calendars.week([0, 1, 2, 3, 4, 5, 6], Calendars.hour(0, 23, 60))), "24/7"),
    (week(Calendars.week([1], Calendars.hour(0, 23, 60))), "Mo 24h"),
    (week(Calendars.week([6, 0], Calendars.hour(10, 14))), "Sa,Su 10-14"),
    (week(Calendars.week([1, 3, 5], nineToFive)), "M-W-F-- 9-17"),
    (week(Calendars.week([1, 3, 5], Calendars.hour(10, 18))), "M-W-F-- 24h"),
    (
      week(Calendars.week([1, 2, 3, 4, 5], Calendars.hour(9, 12), Calendars.hour(13, 17))),
      "MTWTF-- 35h"
    ),
    (week(Calendars.week([1], Calendars.hour(9, 12), Calendars.hour(13, 17))), "M------ 7h"),
    // Ranges that touch are one.
    (week(Calendars.week([1], Calendars.hour(9, 12), Calendars.hour(12, 17))), "Mo 9-17"),
    (
      week(Calendars.week([1, 2], nineToFive), Calendars.week([3], Calendars.hour(9, 12))),
      "MTW---- 19h"
    ),
    (week(Calendars.week([1], Calendars.hour(9, 17, 30))), "Mo 9-17:30"),
    (week(Calendars.week([1, 2, 3], Calendars.hour(9, 17, 30))), "MTW---- 26h"),
    (week(), "closed"), (week(Calendars.week([1, 2])), "closed"),
    (week(Calendars.week([1], Calendars.hour(0, 0))), "closed"),
    (week(Calendars.week([1], Calendars.hour(17, 9))), "closed"),
    (week(7, .null, ["daysOfTheWeek": [9], "hours": [nineToFive]]), "closed"),
    (["openHours": .null], "closed"), (["openHours": "9-5"], "unreadable"), ([:], "?"),
    (["openHours": [], "availabilityType": 1], "dates only"),
    (["availabilityType": "1"], "dates only"),
  ]

  @Test(arguments: cases.indices)
  func text(_ index: Int) {
    let (calendar, text) = Self.cases[index]
    #expect(WeekGlance.forPrograms.text(of: calendar) == text)
  }

  @Test func otherHabits() {
    let american = WeekGlance(LocalFormat(clock: .twelve, weekStart: .sunday))
    func text(_ days: [Int], _ hours: JSONValue) -> String {
      american.text(of: Self.week(Calendars.week(days, hours)))
    }
    #expect(text([1, 2, 3, 4, 5], Self.nineToFive) == "Mo-Fr 9a-5p")
    #expect(text([6, 0], Self.nineToFive) == "Su,Sa 9a-5p")
    #expect(text([1], Calendars.hour(0, 12)) == "Mo 12a-12p")
    #expect(text([1], Calendars.hour(12, 23, 60)) == "Mo 12p-12a")
    #expect(text([1, 3, 5], Calendars.hour(10, 18)) == "-M-W-F- 24h")
  }

  /// Whatever stands there, it has room, and it says when nothing is open.
  @Test(arguments: 0..<400 as Range<UInt64>)
  func hasRoom(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let list = RandomHours.week(&random)
    let week = WeekHours(list)
    for glance in [
      WeekGlance.forPrograms, WeekGlance(LocalFormat(clock: .twelve, weekStart: .sunday)),
    ] {
      let text = glance.text(of: ["openHours": list])
      #expect((1...WeekGlance.width).contains(text.count), "\(text)")
      #expect(text.utf8.count == text.count, "\(text)")
      let isClosed = week.days.allSatisfy { $0.ranges.isEmpty }
      #expect((text == "closed") == isClosed, "\(text)")
    }
  }

  /// The letters stand in the order of the week of whoever reads them; programs read one order.
  @Test func theOrderIsThatOfTheFormat() {
    let week = Self.week(Calendars.week([1, 3, 5], Calendars.hour(10, 18)))
    for (start, text) in [
      (LocalFormat.WeekStart.sunday, "-M-W-F- 24h"), (.monday, "M-W-F-- 24h"),
    ] {
      #expect(WeekGlance(LocalFormat(weekStart: start)).text(of: week) == text)
    }
    #expect(WeekGlance.forPrograms.text(of: week) == "M-W-F-- 24h")
  }
}
