/// Cuts typed hours into words and signs.
struct HoursScanner {
  private var reader: CharacterReader
  /// Whether `and` joins the two ends of a range, as in `between 9 and 12`.
  private var andIsDash = false

  init(_ text: String) { reader = CharacterReader(text) }

  func spelling(_ place: Range<Int>) -> String { reader.text(place) }

  /// All words and signs of the text.
  ///
  /// - Throws: ``HoursError`` for digits that make no time.
  mutating func tokens() throws(HoursError) -> [HoursToken] {
    var tokens: [HoursToken] = []
    while true {
      reader.skipBlanks()
      guard !reader.isAtEnd else { return tokens }
      let start = reader.index
      let kind = try next()
      tokens.append(HoursToken(kind: kind, place: start..<reader.index))
    }
  }

  private mutating func next() throws(HoursError) -> HoursToken.Kind {
    if reader.isDigit() { return .time(try time()) }
    guard let character = reader.peek() else { return .unknown }
    guard character.isLetter else {
      reader.index += 1
      if Self.dashes.contains(character) { return .dash(isSign: character != "~") }
      return Self.separators.contains(character) ? .separator : .unknown
    }
    return named()
  }

  /// What a word means.
  private mutating func named() -> HoursToken.Kind {
    let start = reader.index
    let word = reader.word()
    switch word {
    case "and" where andIsDash:
      andIsDash = false
      return .dash(isSign: false)
    case "between": andIsDash = true
    case "all":
      let end = reader.index
      reader.skip { $0.isWhitespace || Self.dashes.contains($0) }
      if reader.word() == "day" { return .wholeDay }
      reader.index = end
    case "noon", "midday", "midnight":
      return .time(
        ClockTime(
          hour: word == "midnight" ? 0 : 12, isTwentyFourHour: true, spelling: word,
          place: start..<reader.index))
    default: break
    }
    return Self.words[word] ?? .unknown
  }

  private static let words: [String: HoursToken.Kind] = {
    let kinds: [(HoursToken.Kind, String)] = [
      (.dash(isSign: false), "to till til until through thru"), (.separator, "and plus"),
      (.closed, "closed close shut off none unavailable"), (.wholeDay, "allday"),
      (.filler, "from open between"),
    ]
    return Dictionary(
      uniqueKeysWithValues: kinds.flatMap { kind, words in
        words.split(separator: " ").map { (String($0), kind) }
      })
  }()
  static let dashes: Set<Character> = ["-", "–", "—", "‒", "−", "‐", "‑", "~"]
  private static let separators: Set<Character> = [",", ";", "&", "+"]
  private static let hourWords: Set<String> = ["h", "hr", "hrs", "hour", "hours"]

  // MARK: Times

  private mutating func time() throws(HoursError) -> ClockTime {
    let start = reader.index
    let digits = reader.digits()
    guard digits.count <= 4 else {
      let place = start..<reader.index
      throw HoursError(.noSuchTime, at: place, HoursWording.noSuchTime(reader.text(place)))
    }
    var hasMinutes = digits.count > 2
    var time = ClockTime(hour: 0, spelling: "", place: start..<reader.index)
    time.hour = Int(hasMinutes ? String(digits.dropLast(2)) : digits) ?? 0
    time.minute = hasMinutes ? Int(digits.suffix(2)) ?? 0 : 0
    time.isTwentyFourHour = digits.hasPrefix("0")
    if !hasMinutes, let mark = reader.peek(), ":.hH".contains(mark) {
      if reader.isDigit(1) {
        reader.index += 1
        let minutes = reader.digits()
        guard minutes.count == 2 else {
          throw HoursError(.noSuchTime, at: start..<reader.index, HoursWording.minutesMissing)
        }
        time.minute = Int(minutes) ?? 0
        time.isTwentyFourHour = time.isTwentyFourHour || mark == "h" || mark == "H"
        hasMinutes = true
      } else if mark == ":" {
        throw HoursError(.noSuchTime, at: start..<reader.index + 1, HoursWording.minutesMissing)
      }
    }
    readSuffix(of: &time, hasMinutes: hasMinutes)
    time.place = start..<reader.index
    time.spelling = reader.text(time.place)
    return time
  }

  /// Reads what may stand behind the digits: am, pm, h, noon, midnight.
  private mutating func readSuffix(of time: inout ClockTime, hasMinutes: Bool) {
    let end = reader.index
    reader.skipBlanks()
    let isApart = reader.index > end
    let word = reader.word(withDots: true)
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
    default: reader.index = end
    }
  }
}
