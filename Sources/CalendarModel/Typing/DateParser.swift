/// Reads typed dates and stops where they end.
struct DateParser {
  private let characters: [Character]
  private let today: CalendarDate
  /// Whether numbers without a year behind a comma are hours, and not another date.
  private let hoursMayFollow: Bool
  private var index = 0

  init(_ text: String, today: CalendarDate, hoursMayFollow: Bool = true) {
    characters = Array(text)
    self.today = today
    self.hoursMayFollow = hoursMayFollow
  }

  /// How many characters have been read.
  var place: Int { index }

  /// What stands behind the dates, without the blanks, and where it starts.
  var rest: (text: String, start: Int) {
    let start = characters[index...].firstIndex { !$0.isWhitespace } ?? characters.count
    return (String(characters[start...]), start)
  }

  /// All dates that stand at the start, in order, each once.
  mutating func dates() throws(HoursError) -> [CalendarDate] {
    var dates: Set<CalendarDate> = []
    repeat {
      for date in try run() { dates.insert(date) }
      if dates.count > DateCommand.dateLimit {
        throw HoursError(
          .tooManyDays, at: 0..<index,
          HoursWording.tooManyDays(dates.count, DateCommand.dateLimit))
      }
    } while anotherFollows()
    skip(":")
    return dates.sorted()
  }

  /// Whether a comma and another date follow; steps to it then.
  ///
  /// Numbers without a year are hours there, where hours may follow: `12-24, 9-12`.
  private mutating func anotherFollows() -> Bool {
    let end = index
    skipBlanks()
    let hasSeparator = peek() == "," || peek() == ";" || peek() == "&"
    if hasSeparator {
      index += 1
      skipBlanks()
    }
    if hasSeparator || !hoursMayFollow {
      let start = index
      if numbers().map({ $0.year != nil || !hoursMayFollow }) ?? (named() != nil) {
        index = start
        return true
      }
    }
    index = end
    return false
  }

  /// Whether what was read as a date without a year is hours, as nothing stands behind it.
  private func looksLikeHours(from start: Int) -> Bool {
    let word = characters[start..<index]
    guard word.count <= 5, word.allSatisfy({ HoursScanner.digit($0) != nil || $0 == "-" }) else {
      return false
    }
    return !characters[index...].contains { !$0.isWhitespace }
  }

  /// One date, or all from one to another.
  private mutating func run() throws(HoursError) -> [CalendarDate] {
    skipBlanks()
    let start = index
    let first = try requiredDate(after: today)
    let firstEnd = index
    skipBlanks()
    let isDots = skipDots()
    guard isDots || skipDash() else {
      index = firstEnd
      return [first]
    }
    skipBlanks()
    let lastStart = index
    var last = try isDots ? lastDate(after: first) : (try? date(after: first)).flatMap { $0 }
    if !isDots, looksLikeHours(from: lastStart) { last = nil }
    guard let last else {
      if isDots {
        throw HoursError(
          .noSuchDate, at: start..<max(index, lastStart), HoursWording.missingLastDate)
      }
      index = firstEnd
      return [first]
    }
    let days = first.daysSinceEpoch...max(first.daysSinceEpoch, last.daysSinceEpoch)
    guard last >= first else {
      throw HoursError(
        .endsBeforeItStarts, at: lastStart..<index, HoursWording.endsBefore(last, first))
    }
    guard days.count <= DateCommand.dateLimit else {
      throw HoursError(
        .tooManyDays, at: start..<index,
        HoursWording.tooManyDays(days.count, DateCommand.dateLimit))
    }
    return days.map(CalendarDate.init(daysSinceEpoch:))
  }

  /// The date behind two dots; a day alone (`2026-12-24..31`) is one of the same month.
  private mutating func lastDate(after first: CalendarDate) throws(HoursError) -> CalendarDate? {
    let start = index
    if let date = try date(after: first) { return date }
    let digits = digits()
    guard (1...2).contains(digits.count), let day = Int(digits) else {
      index = start
      return nil
    }
    guard let date = CalendarDate(year: first.year, month: first.month, day: day) else {
      throw HoursError(
        .noSuchDate, at: start..<index, HoursWording.noSuchDay(spelling(from: start)))
    }
    return date
  }

  // MARK: One date

  private mutating func requiredDate(after earliest: CalendarDate) throws(HoursError)
    -> CalendarDate
  {
    let start = index
    if let date = try date(after: earliest) { return date }
    index = start
    skip { !$0.isWhitespace }
    if start == index {
      throw HoursError(.notADate, at: 0..<characters.count, HoursWording.missingDate)
    }
    throw HoursError(.notADate, at: start..<index, HoursWording.noDate(spelling(from: start)))
  }

  /// The date that starts here; nil when none does.
  ///
  /// - Throws: for a date that is well written and does not exist.
  private mutating func date(after earliest: CalendarDate) throws(HoursError) -> CalendarDate? {
    let start = index
    guard let parts = numbers() ?? named() else {
      index = start
      return nil
    }
    let date =
      parts.year.map { CalendarDate(year: $0, month: parts.month, day: parts.day) }
      ?? Self.next(parts.month, parts.day, from: earliest)
    guard let date else {
      throw HoursError(
        .noSuchDate, at: start..<index, HoursWording.noSuchDay(spelling(from: start)))
    }
    return date
  }

  /// The first such day that does not lie before another.
  private static func next(_ month: Int, _ day: Int, from earliest: CalendarDate) -> CalendarDate? {
    (0...8).lazy.compactMap {
      CalendarDate(year: earliest.year + $0, month: month, day: day)
    }
    .first { $0 >= earliest }
  }

  private typealias Parts = (year: Int?, month: Int, day: Int)

  /// `2026-12-24` or `12-24`.
  private mutating func numbers() -> Parts? {
    let start = index
    var parts: [String] = [digits()]
    while parts.count < 3, peek() == "-", peek(1).flatMap(HoursScanner.digit) != nil {
      index += 1
      parts.append(digits())
    }
    let numbers = parts.compactMap(Int.init)
    let lengths = parts.map(\.count)
    let isEnded = peek().map { !$0.isLetter && !"/:-".contains($0) || isColonAtEnd } ?? true
    if isEnded, !isLoneDot, lengths == [4, 2, 2] { return (numbers[0], numbers[1], numbers[2]) }
    if isEnded, !isLoneDot, lengths.count == 2, lengths.allSatisfy((1...2).contains) {
      return (nil, numbers[0], numbers[1])
    }
    index = start
    return nil
  }

  /// Whether the colon that stands here ends the dates: `2026-12-24: 9-12`.
  private var isColonAtEnd: Bool {
    peek() == ":" && peek(1).map(\.isWhitespace) ?? true
  }

  /// Whether one dot follows, as in `24.12.2026`, and not the two of a range.
  private var isLoneDot: Bool { peek() == "." && peek(1) != "." }

  /// `24 Dec`, `Dec 24`, `24 December 2026`.
  private mutating func named() -> Parts? {
    let day: Int
    let month: Int
    if let name = monthName() {
      skipBlanks()
      guard let number = dayNumber() else { return nil }
      (month, day) = (name, number)
    } else {
      guard let number = dayNumber() else { return nil }
      skipBlanks()
      guard let name = monthName() else { return nil }
      (month, day) = (name, number)
    }
    return (year(), month, day)
  }

  private mutating func dayNumber() -> Int? {
    let digits = digits()
    guard (1...2).contains(digits.count) else { return nil }
    // "24th", "1st"
    let end = index
    if !["st", "nd", "rd", "th"].contains(word()) { index = end }
    return peek()?.isLetter == true || peek() == ":" && !isColonAtEnd ? nil : Int(digits)
  }

  /// The number of a month by at least three letters of its English name.
  private mutating func monthName() -> Int? {
    let start = index
    let word = word()
    let found =
      word.count < 3 ? nil : CalendarDate.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }
    if found == nil { index = start }
    return found.map { $0 + 1 }
  }

  /// A year behind a named day, unless it is the beginning of hours (`24 Dec 2000-2200`).
  private mutating func year() -> Int? {
    let start = index
    skipBlanks()
    let digits = digits()
    guard digits.count == 4, let year = Int(digits), (1970...2199).contains(year),
      peek().map({ $0.isWhitespace || $0 == "." && peek(1) == "." || ",;:".contains($0) }) ?? true
    else {
      index = start
      return nil
    }
    let end = index
    skipBlanks()
    var ahead = self
    if ahead.skipDash() {
      ahead.skipBlanks()
      let dateStart = ahead.index
      let follows = (try? ahead.date(after: today)).flatMap { $0 } != nil
      if !follows || ahead.looksLikeHours(from: dateStart) {
        index = start
        return nil
      }
    }
    index = end
    return year
  }

  // MARK: Characters

  private func peek(_ ahead: Int = 0) -> Character? {
    index + ahead < characters.count ? characters[index + ahead] : nil
  }

  private mutating func skip(while isSkipped: (Character) -> Bool) {
    while let character = peek(), isSkipped(character) { index += 1 }
  }

  private mutating func skip(_ character: Character) { if peek() == character { index += 1 } }
  private mutating func skipBlanks() { skip(while: \.isWhitespace) }

  private mutating func skipDots() -> Bool {
    let start = index
    skip { $0 == "." || $0 == "…" }
    if index - start >= 2 || index > start && characters[start] == "…" { return true }
    index = start
    return false
  }

  /// Steps over a dash or a word that stands for one.
  private mutating func skipDash() -> Bool {
    if let character = peek(), HoursScanner.dashes.contains(character) {
      index += 1
      return true
    }
    let start = index
    if ["to", "till", "until", "through"].contains(word()) { return true }
    index = start
    return false
  }

  private mutating func digits() -> String {
    let start = index
    skip { HoursScanner.digit($0) != nil }
    return spelling(from: start)
  }

  private mutating func word() -> String {
    let start = index
    skip(while: \.isLetter)
    return spelling(from: start).lowercased()
  }

  private func spelling(from start: Int) -> String { String(characters[start..<index]) }
}
