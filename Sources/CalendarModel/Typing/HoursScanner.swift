/// Cuts typed hours into words.
struct HoursScanner {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  func spelling(_ place: Range<Int>) -> String { String(characters[place]) }

  /// All words of the text.
  ///
  /// - Throws: ``HoursError`` for digits that make no time.
  mutating func tokens() throws(HoursError) -> [HoursToken] {
    var tokens: [HoursToken] = []
    while true {
      skipBlanks()
      guard index < characters.count else { return tokens }
      if let token = try next() { tokens.append(token) }
    }
  }

  /// The word that starts here; nil for one that only fills (`from 9 to 12`).
  private mutating func next() throws(HoursError) -> HoursToken? {
    let start = index
    let character = characters[index]
    if Self.digit(character) != nil { return .init(kind: .time(try time()), place: start..<index) }
    if Self.dashes.contains(character) {
      index += 1
      return HoursToken(kind: .dash, place: start..<index)
    }
    if Self.separators.contains(character) {
      index += 1
      return HoursToken(kind: .separator, place: start..<index)
    }
    guard character.isLetter else {
      index += 1
      return HoursToken(kind: .unknown, place: start..<index)
    }
    let word = word()
    switch word {
    case "from", "open", "between": return nil
    case "all":
      let end = index
      skip { $0.isWhitespace || Self.dashes.contains($0) }
      if self.word() == "day" { return HoursToken(kind: .wholeDay, place: start..<index) }
      index = end
    case "noon", "midday", "midnight":
      let hour = word == "midnight" ? 0 : 12
      let time = ClockTime(
        hour: hour, isTwentyFourHour: true, spelling: word, place: start..<index)
      return HoursToken(kind: .time(time), place: start..<index)
    default: break
    }
    return HoursToken(kind: Self.words[word] ?? .unknown, place: start..<index)
  }

  private static let words: [String: HoursToken.Kind] = [
    "to": .dash, "till": .dash, "til": .dash, "until": .dash, "through": .dash, "thru": .dash,
    "and": .separator, "plus": .separator, "closed": .closed, "close": .closed, "shut": .closed,
    "off": .closed, "none": .closed, "allday": .wholeDay,
  ]
  static let dashes: Set<Character> = ["-", "–", "—", "‒", "−", "‐", "‑", "~"]
  private static let separators: Set<Character> = [",", ";", "&", "+"]
  private static let hourWords: Set<String> = ["h", "hr", "hrs", "hour", "hours"]

  // MARK: Times

  private mutating func time() throws(HoursError) -> ClockTime {
    let start = index
    let digits = digits()
    var time = ClockTime(hour: 0, spelling: "", place: start..<index)
    var hasMinutes = digits.count > 2
    switch digits.count {
    case 1, 2: time.hour = Self.number(digits)
    case 3, 4:
      time.hour = Self.number(digits.dropLast(2))
      time.minute = Self.number(digits.suffix(2))
    default:
      throw HoursError(
        .noSuchTime, at: start..<index, HoursWording.noSuchTime(spelling(start..<index)))
    }
    time.isTwentyFourHour = digits.first == 0 || time.hour == 0
    if !hasMinutes, let mark = peek(), ":.hH".contains(mark) {
      if peek(1).flatMap(Self.digit) != nil {
        index += 1
        let minutes = self.digits()
        guard minutes.count == 2 else {
          throw HoursError(.noSuchTime, at: start..<index, HoursWording.minutesMissing)
        }
        time.minute = Self.number(minutes)
        time.isTwentyFourHour = time.isTwentyFourHour || mark == "h" || mark == "H"
        hasMinutes = true
      } else if mark == ":" {
        throw HoursError(.noSuchTime, at: start..<index + 1, HoursWording.minutesMissing)
      }
    }
    readSuffix(of: &time, hasMinutes: hasMinutes)
    time.place = start..<index
    time.spelling = spelling(time.place)
    return time
  }

  /// Reads what may stand behind the digits: am, pm, h, noon, midnight.
  private mutating func readSuffix(of time: inout ClockTime, hasMinutes: Bool) {
    let end = index
    skipBlanks()
    let isApart = index > end
    let word = word(withDots: true)
    switch word {
    case "am", "a.m.", "a.m": time.half = .am
    case "pm", "p.m.", "p.m": time.half = .pm
    case "a" where !isApart: time.half = .am
    case "p" where !isApart: time.half = .pm
    case "noon" where time.hour == 12 && time.minute == 0: time.half = .pm
    case "midnight" where time.hour == 12 && time.minute == 0: time.half = .am
    case _ where Self.hourWords.contains(word):
      time.isTwentyFourHour = true
      time.couldBeWholeDay = time.hour == 24 && !hasMinutes
    default: index = end
    }
  }

  // MARK: Characters

  private func peek(_ ahead: Int = 0) -> Character? {
    index + ahead < characters.count ? characters[index + ahead] : nil
  }

  private mutating func skip(while isSkipped: (Character) -> Bool) {
    while let character = peek(), isSkipped(character) { index += 1 }
  }

  private mutating func skipBlanks() { skip(while: \.isWhitespace) }

  /// The letters that start here, in lower case.
  private mutating func word(withDots: Bool = false) -> String {
    let start = index
    skip { $0.isLetter || withDots && $0 == "." }
    return spelling(start..<index).lowercased()
  }

  private mutating func digits() -> [Int] {
    var digits: [Int] = []
    while let digit = peek().flatMap(Self.digit) {
      digits.append(digit)
      index += 1
    }
    return digits
  }

  static func digit(_ character: Character) -> Int? {
    character.isASCII ? character.wholeNumberValue : nil
  }

  private static func number(_ digits: some Sequence<Int>) -> Int {
    digits.reduce(0) { $0 * 10 + $1 }
  }
}
