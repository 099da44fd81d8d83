import JSON

/// What somebody types for recurring bookings: `weekly, 8 times`, `every day; skip`, `on`, `off`.
///
/// It reads what ``RecurrenceSentence`` says of a rule as well.
package struct RecurrenceTyping: Sendable, Hashable {
  /// Whether bookings repeat afterwards.
  package private(set) var isOn = true
  /// What is not said stays as it is.
  package private(set) var frequency: Frequency?
  package private(set) var count: Int?
  package private(set) var option: BookingOption?
  package private(set) var overlap: OverlapStatus?

  /// Why a text cannot be read, in a sentence.
  package typealias Mistake = LookBusyTyping.Mistake

  package init(_ text: String) throws(Mistake) {
    let letters = FoldedText(text).letters.text
    if QueryValues.offWords.contains(letters) {
      isOn = false
      return
    }
    if letters != "1", QueryValues.onWords.contains(letters) { return }
    for part in text.split(whereSeparator: { ",;".contains($0) || $0.isNewline }) {
      try take(String(part).trimmed)
    }
    if self == Self.nothing { throw Mistake(message: Self.howTo) }
  }

  private init() {}
  private static let nothing = RecurrenceTyping()

  private static let howTo =
    "Write how often and how many times, as in weekly, 8 times; or on, or off."

  /// How it is typed.
  package var text: String {
    guard isOn else { return "off" }
    var parts: [String] = []
    if let frequency { parts.append(frequency.label.lowercased()) }
    if let count { parts.append(count == 1 ? "once" : "\(count) times") }
    if let option { parts.append(option.label.lowercased()) }
    if let overlap { parts.append("overlaps are \(overlap.label.lowercased())") }
    return parts.isEmpty ? "on" : parts.joined(separator: ", ")
  }

  // MARK: Reading

  private mutating func take(_ part: String) throws(Mistake) {
    if part.isEmpty || FoldedText(part).letters.text == Self.condition { return }
    if let words = try Self.frequency(part) {
      guard frequency == nil else { throw Mistake(message: "How often is said twice.") }
      frequency = words.frequency
      if !words.rest.isEmpty { try take(words.rest) }
    } else if let times = Self.count(part) {
      guard count == nil else { throw Mistake(message: "The number of times is said twice.") }
      count = times
    } else if let found = Self.option(part) {
      guard option == nil else {
        throw Mistake(message: "What follows a taken slot is said twice.")
      }
      option = found
    } else if let found = Self.overlap(part) {
      guard overlap == nil else { throw Mistake(message: "The status of overlaps is said twice.") }
      overlap = found
    } else {
      throw Mistake(message: "\(ChangeWording.quoted(part)) is not understood here. \(Self.howTo)")
    }
  }

  /// `weekly`, `every week`; what stands behind it is the rest.
  private static func frequency(
    _ part: String
  ) throws(Mistake) -> (frequency: Frequency, rest: String)? {
    var words = part.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return nil }
    var found = Frequency.allCases.first { $0.label.lowercased() == first }
    if found != nil {
      words.removeFirst()
    } else if first == "every" || first == "each" {
      words.removeFirst()
      let number = words.first.flatMap { Int($0) }
      if number != nil { words.removeFirst() }
      let unit = words.isEmpty ? "" : words.removeFirst()
      found =
        zip(["day", "week", "month"], Frequency.allCases).first {
          unit == $0.0 || unit == $0.0 + "s"
        }?.1
      guard found != nil else { throw Mistake(message: Self.howTo) }
      if let number, number != 1 {
        throw Mistake(
          message: "An update cannot say every \(number) \(unit); write daily, weekly or monthly.")
      }
    }
    return found.map { ($0, words.joined(separator: " ")) }
  }

  /// `8 times`, `8x`, `8`, `once`.
  private static func count(_ part: String) -> Int? {
    var typed = part.lowercased()
    if typed == "once" { return 1 }
    if typed == "twice" { return 2 }
    for end in ["times", "time", "recurrences", "x"] where typed.hasSuffix(end) {
      typed = String(typed.dropLast(end.count)).trimmed
      break
    }
    guard !typed.isEmpty, typed.allSatisfy(CharacterReader.isDigit) else { return nil }
    return Int(typed)
  }

  /// What a sentence says before the comma: "if a slot is taken, skip it".
  private static let condition = "ifaslotistaken"

  private static func option(_ part: String) -> BookingOption? {
    var letters = FoldedText(part).letters.text
    if letters.hasPrefix(condition) { letters = String(letters.dropFirst(condition.count)) }
    return BookingOption.allCases.first { option in
      let names =
        switch option {
        case .skip: ["skipit", "leaveitout"]
        case .continue: ["bookitanyway", "bookanyway"]
        case .bookNext: ["booknext", "bookthenextfreeslot"]
        }
      return (names + [option.label, option.rawValue]).contains {
        FoldedText($0).letters.text == letters
      }
    }
  }

  private static func overlap(_ part: String) -> OverlapStatus? {
    var letters = FoldedText(part).letters.text
    for start in ["overlapsare", "overlapsstay", "overlaps"] where letters.hasPrefix(start) {
      letters = String(letters.dropFirst(start.count))
      break
    }
    for end in ["untilsomebodyconfirmsthem"] where letters.hasSuffix(end) {
      letters = String(letters.dropLast(end.count))
    }
    return OverlapStatus.allCases.first { FoldedText($0.label).letters.text == letters }
  }
}
