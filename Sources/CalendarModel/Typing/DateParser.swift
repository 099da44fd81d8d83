/// Reads typed dates and stops where they end.
struct DateParser {
  private var reader: CharacterReader
  private let resolver: DateResolver
  /// Whether hours can stand behind the dates, so that numbers which could be hours are left alone.
  private let hoursMayFollow: Bool

  init(
    _ text: some Sequence<Character>, _ resolver: DateResolver, hoursMayFollow: Bool = true
  ) {
    reader = CharacterReader(text)
    self.resolver = resolver
    self.hoursMayFollow = hoursMayFollow
  }

  /// How many characters have been read.
  var place: Int { reader.index }

  /// What stands behind the dates, without the blanks before it, and where it starts.
  var rest: (text: String, start: Int) {
    var reader = reader
    reader.skipBlanks()
    return (reader.text(reader.index..<reader.characters.count), reader.index)
  }

  /// All dates that stand at the start, in order, each once.
  mutating func dates() throws(HoursError) -> [CalendarDate] {
    var runs: [TypedRun] = []
    repeat { runs.append(try run()) } while anotherFollows()
    reader.skip(":")
    return try resolver.dates(runs)
  }

  /// Whether another date follows, behind a comma or the like; steps to it then.
  ///
  /// Where hours may follow, only what cannot be hours is a date: in `24 Dec, 9-12` nothing is.
  private mutating func anotherFollows() -> Bool {
    let end = reader.index
    reader.skipBlanks()
    let isSeparated = reader.skipSeparator()
    reader.skipBlanks()
    if isSeparated || !hoursMayFollow {
      let start = reader.index
      var scanner = scanner
      if hoursMayFollow ? (try? scanner.clearDate()) ?? nil != nil : isDateAhead() {
        reader.index = start
        return true
      }
    }
    reader.index = end
    return false
  }

  /// Whether a date stands here, also one that is refused for what it is.
  private func isDateAhead() -> Bool {
    var scanner = scanner
    do throws(HoursError) {
      return try scanner.date() != nil
    } catch {
      return true
    }
  }

  private var scanner: DateScanner { DateScanner(reader, hoursMayFollow: hoursMayFollow) }

  private mutating func date() throws(HoursError) -> TypedDate? {
    var scanner = scanner
    let date = try scanner.date()
    if date != nil { reader = scanner.reader }
    return date
  }

  // MARK: Runs

  /// One date, or the first and the last of a run.
  private mutating func run() throws(HoursError) -> TypedRun {
    reader.skipBlanks()
    let start = reader.index
    guard let first = try date() else { throw noDate(at: start) }
    let end = reader.index
    reader.skipBlanks()
    if reader.skipDots() {
      reader.skipBlanks()
      let lastStart = reader.index
      guard let last = try date() ?? dayAlone() else {
        throw HoursError(
          .noSuchDate, at: start..<max(reader.index, lastStart), HoursWording.missingLastDate)
      }
      return TypedRun(first: first, last: last)
    }
    if reader.skipDash() {
      reader.skipBlanks()
      if let last = try dateBehindDash(of: first) { return try withYear(first, last) }
    }
    reader.index = end
    return TypedRun(first: first)
  }

  private mutating func noDate(at start: Int) -> HoursError {
    let rest = reader.text(start..<reader.characters.count)
    reader.skip { !$0.isWhitespace }
    if start == reader.index {
      return HoursError(
        .notADate, at: 0..<reader.characters.count, HoursWording.missingDate)
    }
    return HoursError(
      .notADate, at: start..<reader.index, HoursWording.noDate(reader.text(from: start), amid: rest)
    )
  }

  /// A dash may as well stand before hours, or mean closed; then no date is read.
  private mutating func dateBehindDash(of first: TypedDate) throws(HoursError) -> TypedDate? {
    let start = reader.index
    var scanner = scanner
    if let last = try hoursMayFollow && !first.isDayAlone ? scanner.clearDate() : scanner.date() {
      reader = scanner.reader
      return last
    }
    if let last = dayAlone() { return last }
    reader.index = start
    // 12-24 - 12-31 closed
    scanner = self.scanner
    guard let last = (try? scanner.date()) ?? nil, !scanner.reader.restIsBlank else { return nil }
    reader = scanner.reader
    return last
  }

  /// A day behind the dots or the dash of a run, its month being that of the first.
  private mutating func dayAlone() -> TypedDate? {
    let start = reader.index
    let digits = reader.digits()
    guard (1...2).contains(digits.count), let day = Int(digits) else {
      reader.index = start
      return nil
    }
    if !reader.skip(words: DateWords.ordinals), reader.peek()?.isLetter == true {
      reader.index = start
      return nil
    }
    if let mark = reader.peek(),
      "-/:".contains(mark) && !reader.isColonAtEnd
        || mark == "." && reader.isDigit(1)
    {
      reader.index = start
      return nil
    }
    return TypedDate(
      value: .day(day), spelling: reader.text(from: start), place: start..<reader.index)
  }

  /// `Dec 24-26 2026`: the year behind a run that names its month first is that of both ends.
  private mutating func withYear(
    _ first: TypedDate, _ last: TypedDate
  ) throws(HoursError) -> TypedRun {
    guard last.isDayAlone, case .monthDay(let month, let day) = first.value,
      first.spelling.first?.isLetter == true
    else { return TypedRun(first: first, last: last) }
    var scanner = scanner
    guard let year = scanner.year() else { return TypedRun(first: first, last: last) }
    reader = scanner.reader
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw HoursError(.noSuchDate, at: first.place, HoursWording.noSuchDay(first.spelling))
    }
    var first = first
    first.value = .date(date)
    return TypedRun(first: first, last: last)
  }
}

extension CharacterReader {
  /// Whether the colon that stands here ends the dates: `2026-12-24: 9-12`.
  var isColonAtEnd: Bool { peek() == ":" && peek(1).map(\.isWhitespace) ?? true }

  var restIsBlank: Bool { characters[index...].allSatisfy(\.isWhitespace) }

  /// Reads what stands between the dates of a list: a comma or the like, or `and`.
  mutating func skipSeparator() -> Bool {
    guard let sign = peek(), ",;&+".contains(sign) else { return skip(words: ["and"]) }
    return skip(sign)
  }

  /// Reads the two dots of a run, `..` or `…`.
  mutating func skipDots() -> Bool {
    let start = index
    skip { $0 == "." || $0 == "…" }
    if index - start >= 2 || index > start && characters[start] == "…" { return true }
    index = start
    return false
  }

  /// Reads a dash, or a word that stands for one.
  mutating func skipDash() -> Bool {
    if let character = peek(), HoursScanner.dashes.contains(character) {
      index += 1
      return true
    }
    return skip(words: DateWords.dashes)
  }
}
