import Foundation
import JSON
import Testing

@testable import CalendarModel

/// What a list of 2,000 calendars costs; the limits are those of a debug build on a busy machine.
///
/// `LISTING_SPEED=1` prints the times.
@Suite("Speed of a list", .serialized) struct ListingSpeedTests {
  private static let isSaid = ProcessInfo.processInfo.environment["LISTING_SPEED"] != nil

  private static let answer: JSONValue = .array(
    (0..<2000).map { number in
      Calendars.full([
        "id": .text("id\(number)"), "name": .text("Calendar \(number) of Studio \(number % 17)"),
        "groupId": .text("g\(number % 9)"), "slotDuration": .integer(15 + number % 60),
        "dateUpdated": .text("2026-11-\(10 + number % 20)T10:00:00.000Z"),
        "teamMembers": .array((0..<3).map { ["userId": .text("u\((number + $0) % 40)")] }),
        "lookBusyConfig": ["enabled": .bool(number % 3 == 0), "LookBusyPercentage": 30],
        "availabilities": .array(
          (0..<12).map {
            ["date": .text(Calendars.today.adding(days: $0 * 3).wire), "hours": [], "id": "x"]
          }), "version": 3, "widgetConfig": [:], "createdBy": "x", "stripe": ["a": 1],
      ])
    })

  private static let names = Dictionary(
    uniqueKeysWithValues: (0..<40).map { ("u\($0)", "Member Number \($0)") }
      + (0..<9).map { ("g\($0)", "Group \($0)") })

  private func measure(_ what: String, _ limit: Duration, _ body: () -> Void) {
    let clock = ContinuousClock()
    let time = (0..<3).map { _ in clock.measure(body) }.min() ?? .zero
    if Self.isSaid { print("LISTING", what, time) }
    #expect(time < limit, "\(what)")
  }

  @Test func twoThousandCalendars() throws {
    measure("read", .seconds(10)) { _ = CalendarListing(Self.answer) }
    var listing = try #require(CalendarListing(Self.answer))
    measure("join names", .seconds(5)) { listing.join(Self.names) }
    let calendars = listing.entries
    for text in [
      "stu", "studio calendar 7", "zzz", "look busy on", "slot duration > 30 min",
      "open on 24 dec", "open on monday", "name calendar", "member number, draft", "members > 2",
      "location room",
    ] {
      measure(text, .seconds(8)) {
        _ = Query(text).query.result(in: calendars, Query.context)
      }
    }
    measure("parse", .seconds(1)) { _ = Query("look busy on, slot duration > 30 min") }
    let clock = ContinuousClock()
    let first = clock.measure { _ = Query("has errors").query.result(in: calendars, Query.context) }
    if Self.isSaid { print("LISTING has errors, first", first) }
    measure("has errors, again", .seconds(1)) {
      _ = Query("has errors").query.result(in: calendars, Query.context)
    }
    for order in ListOrder.allCases {
      measure("sort \(order)", .seconds(5)) {
        _ = order.sorted(calendars, today: Calendars.today)
      }
    }
    measure("40 weeks", .seconds(1)) {
      for calendar in calendars.prefix(40) { _ = calendar.week() }
    }
  }
}
