import CalendarModel
import JSON
import TestSupport

/// Hours and lists of hours made up at random.
enum RandomHours {
  /// Up to four ranges in order that do not overlap; some touch.
  static func day(_ random: inout SeededGenerator) -> [HourRange] {
    let step = [1, 15, 60, 120].randomElement(using: &random) ?? 1
    let count = Int.random(in: 0...4, using: &random)
    var ends = Set<Int>()
    while ends.count < count * 2 { ends.insert(Int.random(in: 0...(1440 / step), using: &random)) }
    let sorted = ends.sorted().map { $0 * step }
    return (0..<count).map { index in
      let isTouching = index > 0 && Int.random(in: 0...5, using: &random) == 0
      return HourRange(
        open: isTouching ? sorted[index * 2 - 1] : sorted[index * 2], close: sorted[index * 2 + 1])
    }
  }
}

extension RandomHours {
  /// A list of weekly entries: several for a day, unsorted and overlapping ranges, empty entries,
  /// undocumented members; with `odd` also what nobody should write.
  static func week(_ random: inout SeededGenerator, odd: Bool = true) -> JSONValue {
    let pool = (0..<3).map { _ in day(&random) }
    let entries = (0..<Int.random(in: 0...6, using: &random)).map { number -> JSONValue in
      if odd, Int.random(in: 0...14, using: &random) == 0 {
        return [.null, 7, "x"].randomElement(using: &random) ?? .null
      }
      var days = (0...6).filter { _ in Int.random(in: 0...2, using: &random) == 0 }
      if Int.random(in: 0...3, using: &random) == 0 { days.shuffle(using: &random) }
      if Int.random(in: 0...8, using: &random) == 0 { days += days.prefix(1) }
      var elements = days.map { JSONValue.integer($0) }
      if odd, Int.random(in: 0...9, using: &random) == 0 {
        elements.append(["1", 9, .null][number % 3])
      }
      var ranges = pool.randomElement(using: &random) ?? []
      if Int.random(in: 0...3, using: &random) == 0 {
        ranges += day(&random).shuffled(using: &random)
      }
      var hours = ranges.map(\.json)
      if odd, Int.random(in: 0...9, using: &random) == 0 {
        hours.append([Calendars.hour(9, 0), ["openHour": 9], 5][number % 3])
      }
      var entry = JSONObject([
        .init(key: "daysOfTheWeek", value: .array(elements)),
        .init(key: "hours", value: .array(hours)),
      ])
      if Int.random(in: 0...3, using: &random) == 0 { entry["_id"] = .text("e\(number)") }
      if odd, Int.random(in: 0...14, using: &random) == 0 { entry["hours"] = nil }
      if odd, Int.random(in: 0...14, using: &random) == 0 { entry["daysOfTheWeek"] = 1 }
      return .object(entry)
    }
    return .array(entries)
  }
}
