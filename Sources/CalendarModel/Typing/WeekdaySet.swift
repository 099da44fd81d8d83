/// Days of the week as somebody typed them: `mon-fri`, `mon, wed and fri`, `weekends`.
struct WeekdaySet {
  /// 0 is Sunday; in the order in which they are written, each once.
  private(set) var days: [Int] = []
  let place: Range<Int>
  /// Whether it means these days of every week.
  ///
  /// A run does, and a word like `weekdays` and `mondays`; a single `friday` does not, nor does a
  /// list of such.
  private(set) var isSeveral = false

  /// Reads the days that stand here; nil, and nothing is read, where none do.
  ///
  /// - Throws: for a day that is named twice.
  init?(_ reader: inout CharacterReader) throws(HoursError) {
    reader.skipBlanks()
    let start = reader.index
    var end = start
    repeat {
      reader.skipBlanks()
      let part = reader.index
      guard let run = Self.run(&reader) else { break }
      if let twice = run.days.first(where: days.contains) {
        throw HoursError(
          .ambiguous, at: part..<reader.index, HoursWording.dayTwice(twice))
      }
      days += run.days
      isSeveral = isSeveral || run.isSeveral
      end = reader.index
      reader.skipBlanks()
    } while reader.skipSeparator() || reader.skip("/")
    place = start..<end
    reader.index = days.isEmpty ? start : end
    if days.isEmpty { return nil }
  }

  /// Whether days of the week begin here, at the start of a word.
  static func begins(at reader: CharacterReader) -> Bool {
    guard reader.peek()?.isLetter == true, reader.peek(-1)?.isLetter != true else { return false }
    var ahead = reader
    return run(&ahead) != nil
  }

  /// One day, a run of days, or a word for several.
  private static func run(
    _ reader: inout CharacterReader
  ) -> (days: [Int], isSeveral: Bool)? {
    let start = reader.index
    let word = reader.word()
    if word == "every" || word == "each" {
      reader.skipBlanks()
      let word = reader.word()
      if word == "day" { return ([0, 1, 2, 3, 4, 5, 6], true) }
      if let days = DateWords.weekdays(word) ?? DateWords.weekday(word).map({ [$0] }) {
        return (days, true)
      }
    } else if let days = DateWords.weekdays(word) {
      return (days, true)
    } else if let first = DateWords.weekday(word) {
      if reader.peek(1) != "." { reader.skip(".") }
      let end = reader.index
      reader.skipBlanks()
      if reader.skipDots() || reader.skipDash() {
        reader.skipBlanks()
        if let last = DateWords.weekday(reader.word()) {
          reader.skip(".")
          let count = (last - first + 7) % 7 + 1
          return ((0..<count).map { (first + $0) % 7 }, true)
        }
      }
      reader.index = end
      return ([first], false)
    }
    reader.index = start
    return nil
  }
}

extension HoursText {
  /// Reads the hours behind days of the week, up to the end of the text or up to other days.
  ///
  /// - Throws: ``HoursError`` with its place in the whole text.
  static func parse(
    behind set: WeekdaySet, _ reader: inout CharacterReader
  ) throws(HoursError) -> [HourRange] {
    reader.skip(":")
    let start = reader.index
    while !reader.isAtEnd, !WeekdaySet.begins(at: reader) { reader.index += 1 }
    var text = reader.text(from: start)
    // The comma before the next days.
    if !reader.isAtEnd {
      while let last = text.last, last.isWhitespace || ",;&+".contains(last) { text.removeLast() }
    }
    if text.trimmed.isEmpty {
      throw HoursError(.missingHours, at: set.place, HoursWording.missingHoursOfDays)
    }
    if let word = wordBehindDash(text) {
      let place = start + word.lowerBound..<start + word.upperBound
      throw HoursError(
        .unknownWord, at: place, HoursWording.noWeekday(reader.text(place)))
    }
    do throws(HoursError) {
      return try parse(text)
    } catch {
      throw error.moved(by: start)
    }
  }

  /// The `fro` of `mon-fro`.
  private static func wordBehindDash(_ text: String) -> Range<Int>? {
    var scanner = HoursScanner(text)
    guard let tokens = try? scanner.tokens(), tokens.count > 1, case .dash = tokens[0].kind,
      case .unknown = tokens[1].kind
    else { return nil }
    return tokens[1].place
  }
}
