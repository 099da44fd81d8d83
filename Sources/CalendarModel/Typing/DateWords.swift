/// The words of dates: months, weekdays, and sets of weekdays.
enum DateWords {
  /// The number of a month, 1 to 12, by at least three letters of its name.
  static func month(_ word: String) -> Int? {
    place(of: word, in: CalendarDate.monthNames).map { $0 + 1 }
  }

  /// The number of a weekday, 0 is Sunday, by at least three letters of its name.
  static func weekday(_ word: String) -> Int? { place(of: word, in: Choices.weekdays) }

  private static func place(of word: String, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(word) }
  }

  /// The days that a word for several of them means: `weekdays`, `weekends`, `mondays`.
  static func weekdays(_ word: String) -> [Int]? {
    switch word {
    case "weekday", "weekdays", "workday", "workdays": return [1, 2, 3, 4, 5]
    case "weekend", "weekends": return [6, 0]
    case "daily", "everyday": return [0, 1, 2, 3, 4, 5, 6]
    default:
      guard word.hasSuffix("s") else { return nil }
      return Choices.weekdays.firstIndex { $0.lowercased() == word.dropLast() }.map { [$0] }
    }
  }

  /// Whether a text asks for a date of all years: `every year`, `24 dec yearly`.
  static func meansEveryYear(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    if words.contains(where: { ["yearly", "annually", "annual"].contains($0) }) { return true }
    return zip(words, words.dropFirst()).contains { first, second in
      ["every", "each", "per", "a"].contains(first) && ["year", "years"].contains(second)
    }
  }

  static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
  static let dashes: Set<String> = ["to", "till", "until", "through"]
}

extension CalendarDate {
  /// The day and the month as people write them: "24 Dec".
  package var dayAndMonth: String { "\(day) \(monthName.prefix(3))" }
}
