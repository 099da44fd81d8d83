/// Reads one typed date as it is written.
struct DateScanner {
  var reader: CharacterReader
  /// Whether hours can stand behind the date.
  let hoursMayFollow: Bool

  init(_ reader: CharacterReader, hoursMayFollow: Bool) {
    self.reader = reader
    self.hoursMayFollow = hoursMayFollow
  }

  /// The date that starts here; nil where none does.
  ///
  /// - Throws: for numbers that could be two dates, and for a date that does not exist.
  mutating func date() throws(HoursError) -> TypedDate? { try date(pairs: true) }

  /// The date that starts here, if it cannot be hours: not `9-12`, and not `11.12`.
  mutating func clearDate() throws(HoursError) -> TypedDate? { try date(pairs: false) }

  private mutating func date(pairs: Bool) throws(HoursError) -> TypedDate? {
    let start = reader.index
    if let value = try written(pairs: pairs) {
      return typed(value, from: start)
    }
    reader.index = start
    return try weekday()
  }

  /// What is no weekday: a named date, or one in numbers.
  private mutating func written(pairs: Bool) throws(HoursError) -> TypedDate.Value? {
    if let value = try named() { return value }
    return try numbers(pairs: pairs)
  }

  private func typed(_ value: TypedDate.Value, from start: Int) -> TypedDate {
    TypedDate(value: value, spelling: reader.text(from: start), place: start..<reader.index)
  }

  // MARK: Words

  /// `today`, `Dec 24`, `24 December 2026`; nothing is read where none of them stands here.
  private mutating func named() throws(HoursError) -> TypedDate.Value? {
    let start = reader.index
    let word = reader.word()
    if let month = DateWords.month(word) {
      skipGap()
      if let day = dayNumber() { return try value(month: month, day: day, from: start) }
    } else if word.isEmpty, let day = dayNumber() {
      // 24-Dec-2026
      let isDashed = reader.peek() == "-" && reader.peek(1)?.isLetter == true
      if isDashed { reader.index += 1 } else { skipGap() }
      if reader.skip(words: ["of"]) { reader.skipBlanks() }
      if let month = DateWords.month(reader.word()) {
        return try value(month: month, day: day, isDashed: isDashed, from: start)
      }
    }
    reader.index = start
    return nil
  }

  /// Steps over the dot of a shortened word and over blanks, but not over the dots of a run.
  private mutating func skipGap() {
    if reader.peek(1) != "." { reader.skip(".") }
    reader.skipBlanks()
  }

  private mutating func value(
    month: Int, day: Int, isDashed: Bool = false, from start: Int
  ) throws(HoursError) -> TypedDate.Value {
    guard let year = year(isDashed: isDashed) else { return .monthDay(month: month, day: day) }
    return try written(year, month, day, from: start)
  }

  func written(
    _ year: Int, _ month: Int, _ day: Int, from start: Int
  ) throws(HoursError) -> TypedDate.Value {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw noSuchDay(from: start)
    }
    return .date(date)
  }

  func noSuchDay(from start: Int) -> HoursError {
    HoursError(
      .noSuchDate, at: start..<reader.index, HoursWording.noSuchDay(reader.text(from: start)))
  }

  /// `24`, `24th`; not the beginning of `24:00` or `24h`.
  private mutating func dayNumber() -> Int? {
    let start = reader.index
    let digits = reader.digits()
    guard (1...2).contains(digits.count), let day = Int(digits) else {
      reader.index = start
      return nil
    }
    let end = reader.index
    if !reader.skip(words: DateWords.ordinals), reader.peek()?.isLetter == true {
      // 24dec
      guard DateWords.month(reader.word()) != nil else {
        reader.index = start
        return nil
      }
      reader.index = end
    }
    if reader.peek() == ":", !reader.isColonAtEnd {
      reader.index = start
      return nil
    }
    return day
  }

  /// The year behind a date, unless it is the beginning of hours: `24 Dec 2000-2200`.
  ///
  /// - Parameter isDashed: whether it stands behind a dash, as in `24-Dec-2026`.
  mutating func year(isDashed: Bool = false) -> Int? {
    let start = reader.index
    if isDashed { reader.skip("-") }
    reader.skipBlanks()
    if reader.skip(",") { reader.skipBlanks() }
    let digits = reader.digits()
    guard digits.count == 4, let year = Int(digits), (1970...2199).contains(year),
      reader.peek().map({ $0.isWhitespace || ".…,;:&".contains($0) || isDash($0) }) ?? true
    else {
      reader.index = start
      return nil
    }
    var ahead = self
    ahead.reader.skipBlanks()
    if ahead.reader.skipDash() {
      ahead.reader.skipBlanks()
      guard let date = (try? ahead.clearDate()) ?? nil, !date.isDayAlone else {
        reader.index = start
        return nil
      }
    }
    return year
  }

  private func isDash(_ character: Character) -> Bool { HoursScanner.dashes.contains(character) }

  /// `today`, `friday`, `next friday`, `sat 19 dec`.
  private mutating func weekday() throws(HoursError) -> TypedDate? {
    let start = reader.index
    var word = reader.word()
    if let days = ["today": 0, "tomorrow": 1][word] {
      return typed(.fromToday(days), from: start)
    }
    let isNext = word == "next"
    if isNext || word == "this" {
      reader.skipBlanks()
      word = reader.word()
    }
    guard let number = DateWords.weekday(word) else {
      reader.index = start
      return nil
    }
    let end = reader.index
    skipGap()
    if reader.skip(",") { reader.skipBlanks() }
    let dateStart = reader.index
    if reader.index > end, let value = try written(pairs: !hoursMayFollow) {
      var date = typed(value, from: dateStart)
      date.weekday = (number, start..<end)
      return date
    }
    reader.index = end
    return typed(.weekday(number, isNext: isNext), from: start)
  }
}
