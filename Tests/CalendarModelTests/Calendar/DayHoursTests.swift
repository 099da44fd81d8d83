import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// Every reader of hours asks `DayHours`; these are its answers.
@Suite("The hours of a day") struct DayHoursTests {
  private static func range(_ open: (Int, Int), _ close: (Int, Int)) -> JSONValue {
    [
      "openHour": .integer(open.0), "openMinute": .integer(open.1),
      "closeHour": .integer(close.0), "closeMinute": .integer(close.1),
    ]
  }

  private static func words(_ ranges: [HourRange]) -> String {
    ranges.map(\.description).joined(separator: " ")
  }

  @Test func rangesThatTouchAreOneStretchAndTwoRanges() {
    let hours = DayHours([Self.range((12, 15), (17, 0)), Self.range((9, 0), (12, 15))])
    #expect(Self.words(hours.ranges) == "09:00–12:15 12:15–17:00")
    #expect(Self.words(hours.stretches) == "09:00–17:00")
    #expect(hours.isExact)
  }

  @Test func rangesThatOverlapAreOne() {
    let hours = DayHours([Self.range((9, 0), (17, 0)), Self.range((10, 0), (11, 0))])
    #expect(Self.words(hours.ranges) == "09:00–17:00" && hours.stretches == hours.ranges)
    #expect(Self.words(hours.stored) == "09:00–17:00 10:00–11:00")
  }

  /// The service stores a closed day so; API notes, section 8.
  @Test func theMarkOfAClosedDayIsNothingOdd() {
    let marked = DayHours([Self.range((0, 0), (0, 0))])
    #expect(marked.ranges.isEmpty && marked.isExact && marked.text == "closed")
    #expect(marked.isSame(as: DayHours([])))
    // Beside other ranges it is a range like any other, and an empty one.
    let beside = DayHours([Self.range((0, 0), (0, 0)), Self.range((9, 0), (12, 0))])
    #expect(beside.ignored.map(\.reason) == [.closesAtZero])
    #expect(!beside.isSame(as: DayHours([Self.range((9, 0), (12, 0))])))
  }

  @Test(
    arguments: [
      (nil, .noList), (.null, .noList), ("9-12", .noList), ([:], .noList),
      ([range((22, 0), (6, 0))], .closesBeforeOpening), ([range((9, 0), (0, 0))], .closesAtZero),
      ([range((9, 0), (9, 0))], .empty), ([["openHour": 9]], .unreadable),
      ([range((9, 0), (24, 0))], .unreadable),
    ] as [(JSONValue?, DayHours.Ignored.Reason)])
  func whatOpensNothingIsNamed(_ value: JSONValue?, _ reason: DayHours.Ignored.Reason) {
    let hours = DayHours(value)
    #expect(hours.ignored.map(\.reason) == [reason] && hours.ranges.isEmpty && !hours.isExact)
    #expect(hours.ignored.allSatisfy { $0.message.hasSuffix(".") && !$0.text.isEmpty })
  }

  /// Entries for the same day are added up, and what each of them says is not lost.
  @Test func entriesAreAddedUp() {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<500 {
      let lists = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          HourRange(
            open: Int.random(in: 0...23, using: &generator) * 60,
            close: Int.random(in: 0...23, using: &generator) * 60)
        }
      }
      var sum = DayHours()
      for list in lists { sum.add(DayHours(.array(list.map(\.json)))) }
      #expect(sum.stored == lists.joined().sorted(by: HourRange.isEarlier))
      #expect(sum.ranges == Array(lists.joined()).merged)
      let open = Set(
        lists.joined().filter(\.isUsable).flatMap { Array($0.open..<$0.close) })
      #expect(open == Set(sum.stretches.flatMap { Array($0.open..<$0.close) }))
      #expect(zip(sum.stretches, sum.stretches.dropFirst()).allSatisfy { $0.close < $1.open })
    }
  }
}
