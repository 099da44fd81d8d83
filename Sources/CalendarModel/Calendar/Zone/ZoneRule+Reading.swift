extension ZoneRule {
  /// Reads a rule as it ends a zone file; nil when it breaks the grammar of POSIX with the wider
  /// times of RFC 9636.
  init?(_ text: String) {
    var reader = ZoneRuleReader(rest: Array(text.utf8)[...])
    guard let rule = reader.rule(), reader.rest.isEmpty else { return nil }
    self = rule
  }
}

/// Takes the parts of a rule from its start.
private struct ZoneRuleReader {
  private(set) var rest: ArraySlice<UInt8>

  init(rest: ArraySlice<UInt8>) { self.rest = rest }

  mutating func rule() -> ZoneRule? {
    // The text counts offsets from the zone to UTC, so that they are positive in the west.
    guard name(), let west = time(maxHours: 24) else { return nil }
    if rest.isEmpty { return ZoneRule(standard: -west, season: nil) }
    guard name() else { return nil }
    var offset = -west + 3600
    if let next = rest.first, next != UInt8(ascii: ",") {
      guard let west = time(maxHours: 24) else { return nil }
      offset = -west
    }
    guard take(","), let start = yearDay(), take(","), let end = yearDay() else { return nil }
    return ZoneRule(standard: -west, season: .init(offset: offset, start: start, end: end))
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: scalar) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Takes an abbreviation of three letters or more, or of anything between `<` and `>`.
  private mutating func name() -> Bool {
    let isQuoted = take("<")
    let letters = rest.prefix { byte in
      (0x41...0x5A).contains(byte & 0xDF)
        || isQuoted && ((0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D)
    }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3 && (!isQuoted || take(">"))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    guard let number = Int(String(decoding: digits, as: UTF8.self)), range.contains(number) else {
      return nil
    }
    return number
  }

  /// Takes `[+-]hh[:mm[:ss]]` as seconds.
  private mutating func time(maxHours: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard var seconds = number(0...maxHours).map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where take(":") {
      guard let count = number(0...59) else { return nil }
      seconds += count * unit
    }
    return isNegative ? -seconds : seconds
  }

  private mutating func yearDay() -> ZoneRule.YearDay? {
    let day: ZoneRule.YearDay.Day
    if take("J") {
      guard let number = number(1...365) else { return nil }
      day = .withoutLeapDay(number)
    } else if take("M") {
      guard let month = number(1...12), take("."), let week = number(1...5), take("."),
        let weekday = number(0...6)
      else { return nil }
      day = .weekday(weekday, week: week, month: month)
    } else {
      guard let number = number(0...365) else { return nil }
      day = .withLeapDay(number)
    }
    guard take("/") else { return .init(day: day, time: 2 * 3600) }
    return time(maxHours: 167).map { .init(day: day, time: $0) }
  }
}
