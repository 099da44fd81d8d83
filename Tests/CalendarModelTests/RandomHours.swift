import CalendarModel
import JSON

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
