/// Dates in numbers.
extension DateScanner {
  /// `2026-12-24`, `12-24`, `24.12.2026`, `19/12`, and days alone where the rest says that they are.
  ///
  /// - Parameter pairs: whether two numbers that could be hours are looked at.
  mutating func numbers(pairs: Bool) throws(HoursError) -> TypedDate.Value? {
    let start = reader.index
    let first = reader.digits()
    if first.count == 4 {
      if let value = try yearFirst(first, from: start) { return value }
    } else if (1...2).contains(first.count) {
      let end = reader.index
      if let value = try parts(first, from: start, pairs: pairs) { return value }
      reader.index = end
      if let value = try dayAlone(first, from: start, pairs: pairs) { return value }
    }
    reader.index = start
    return nil
  }

  /// A number behind one of the signs that stand between the numbers of a date.
  private mutating func part(behind sign: Character) -> String? {
    guard reader.peek() == sign, reader.isDigit(1) else { return nil }
    reader.index += 1
    return reader.digits()
  }

  /// Whether a date can end here.
  private func isEnded(_ sign: Character) -> Bool {
    guard let next = reader.peek() else { return true }
    switch next {
    case ":": return reader.isColonAtEnd
    case ".": return reader.peek(1) == "."
    case "-": return sign != "-"
    case "/": return false
    default: return !next.isLetter
    }
  }

  private mutating func yearFirst(
    _ year: String, from start: Int
  ) throws(HoursError) -> TypedDate.Value? {
    guard let sign = reader.peek(), "-/.".contains(sign), let month = part(behind: sign),
      let day = part(behind: sign), month.count <= 2, day.count <= 2, isEnded(sign),
      let year = Int(year), let month = Int(month), let day = Int(day)
    else { return nil }
    return try written(year, month, day, from: start)
  }

  /// Two or three numbers with the same sign between them.
  private mutating func parts(
    _ first: String, from start: Int, pairs: Bool
  ) throws(HoursError) -> TypedDate.Value? {
    guard let sign = reader.peek(), "-/.".contains(sign), let second = part(behind: sign),
      second.count <= 2
    else { return nil }
    let end = reader.index
    let order = NumberOrder(first, second, sign: sign)
    if let third = part(behind: sign), isEnded(sign) {
      guard third.count == 4, let year = Int(third) else {
        throw HoursError(
          .missingYear, at: start..<reader.index,
          HoursWording.shortYear(reader.text(from: start)))
      }
      let (month, day) = try order.monthAndDay(
        year: year, place: start..<reader.index, spelling: reader.text(from: start))
      return try written(year, month, day, from: start)
    }
    reader.index = end
    // 24.12.
    let isDotted =
      sign == "." && reader.peek() == "." && (reader.peek(1) != "." || reader.peek(2) == ".")
    if isDotted { reader.index += 1 }
    guard isEnded(sign) else { return nil }
    if sign == "-", isRunOfDays(order, pairs: pairs) { return nil }
    if !pairs, !isDotted, sign != "/" { return nil }
    if sign == ".", !isDotted, !order.canBeDottedDate { return nil }
    let (month, day) = try order.monthAndDay(
      isDotted: isDotted, isBeforeDots: isBeforeDots, place: start..<reader.index,
      spelling: reader.text(from: start))
    return .monthDay(month: month, day: day)
  }

  /// Whether two numbers with a dash are the days of one month: `24-26 Dec`, `24-31 closed`.
  private func isRunOfDays(_ order: NumberOrder, pairs: Bool) -> Bool {
    var ahead = reader
    _ = ahead.skip(words: DateWords.ordinals)
    ahead.skip { $0 == "." || $0.isWhitespace }
    if ahead.skip(words: ["of"]) { ahead.skipBlanks() }
    if DateWords.month(ahead.word()) != nil { return true }
    return pairs && order.mustBeDays
  }

  private var isBeforeDots: Bool {
    var ahead = reader
    ahead.skipBlanks()
    return ahead.skipDots()
  }

  /// A day whose month is not written beside it.
  private mutating func dayAlone(
    _ digits: String, from start: Int, pairs: Bool
  ) throws(HoursError) -> TypedDate.Value? {
    guard let day = Int(digits) else { return nil }
    if reader.skip(words: DateWords.ordinals) { return .day(day) }
    guard isEnded(".") || reader.peek() == "-" else { return nil }
    if isBeforeDots { return .day(day) }
    var ahead = reader
    ahead.skipBlanks()
    if ahead.skipDash() {
      ahead.skipBlanks()
      let last = ahead.digits()
      guard (1...2).contains(last.count) else { return hoursMayFollow ? nil : .day(day) }
      let order = NumberOrder(digits, last, sign: " ")
      var behind = self
      behind.reader = ahead
      if behind.isRunOfDays(order, pairs: pairs) { return .day(day) }
      guard pairs, behind.isEnded("-") else { return nil }
      throw HoursError(
        .ambiguous, at: start..<ahead.index,
        HoursWording.unclear(ahead.text(from: start), order.readings(withDays: true)))
    }
    return hoursMayFollow ? nil : .day(day)
  }
}
