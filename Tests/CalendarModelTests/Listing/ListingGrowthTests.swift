import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// A list ten times as long costs about ten times as much: nothing walks through the whole list for
/// each calendar.
@Suite("Growth of a list") struct ListingGrowthTests {
  private static func answer(_ count: Int) -> JSONValue {
    .array((0..<count).map { calendar($0, dates: 12) })
  }

  private static func calendar(_ number: Int, dates: Int) -> JSONValue {
    Calendars.full([
      "id": .text("id\(number)"), "name": .text("Calendar \(number) of Studio \(number % 17)"),
      "groupId": .text("g\(number % 9)"), "slotDuration": .integer(15 + number % 60),
      "dateUpdated": .text("2026-11-\(10 + number % 20)T10:00:00.000Z"),
      "teamMembers": .array((0..<3).map { ["userId": .text("u\((number + $0) % 40)")] }),
      "lookBusyConfig": ["enabled": .bool(number % 3 == 0), "LookBusyPercentage": 30],
      "availabilities": .array(
        (0..<dates).map {
          ["date": .text(Calendars.today.adding(days: $0 * 3).wire), "hours": [], "id": "x"]
        }), "version": 3, "widgetConfig": [:], "createdBy": "x", "stripe": ["a": 1],
    ])
  }

  private static let names = Dictionary(
    uniqueKeysWithValues: (0..<40).map { ("u\($0)", "Member Number \($0)") }
      + (0..<9).map { ("g\($0)", "Group \($0)") })

  private static func entries(_ count: Int) -> [ListedCalendar] {
    CalendarListing(answer(count))?.entries ?? []
  }

  private func growth(_ work: (Int) -> () -> Void) -> Double {
    Effort.growth(from: 100, to: 1000, of: work)
  }

  @Test func readingAndNaming() throws {
    let reading = growth { count in
      let answer = Self.answer(count)
      return { _ = CalendarListing(answer) }
    }
    #expect(reading < 30)
    let naming = growth { count in
      let listing = CalendarListing(Self.answer(count))
      return {
        var listing = listing
        listing?.join(Self.names)
      }
    }
    #expect(naming < 30)
  }

  @Test(arguments: [
    "stu", "studio calendar 7", "zzz", "look busy on", "slot duration > 30 min", "open on 24 dec",
    "open on monday", "name calendar", "member number, draft", "members > 2", "location room",
  ])
  func looking(for text: String) {
    let growth = growth { count in
      let calendars = Self.entries(count)
      return { _ = Query(text).query.result(in: calendars, Query.context) }
    }
    #expect(growth < 30)
  }

  /// The rules are asked once for each calendar.
  @Test func errorsAreKept() {
    let calendars = Self.entries(300)
    func look() { _ = Query("has errors").query.result(in: calendars, Query.context) }
    let first = Effort.once(look)
    #expect(Effort.seconds(look) < first / 4)
  }

  @Test(arguments: ListOrder.allCases) func sorting(_ order: ListOrder) {
    let growth = growth { count in
      let calendars = Self.entries(count)
      func sort() { _ = order.sorted(calendars, today: Calendars.today) }
      // What a calendar keeps of itself, such as its problems, is there afterwards.
      sort()
      return sort
    }
    #expect(growth < 40)
  }

  /// The week of a calendar is in its weekly hours, however many dates it has.
  @Test func weeks() {
    let growth = Effort.growth(from: 12, to: 1200) { dates in
      let listed = CalendarListing(.array([Self.calendar(1, dates: dates)]))?.entries.first
      return { _ = listed?.week(.forPrograms) }
    }
    #expect(growth < 5)
  }
}
