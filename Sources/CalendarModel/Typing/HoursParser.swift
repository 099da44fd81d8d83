/// Makes ranges of typed hours.
struct HoursParser {
  private var scanner: HoursScanner
  private var tokens: [HoursToken] = []
  private var index = 0

  init(_ text: String) { scanner = HoursScanner(text) }

  /// A range and where it was typed.
  private struct Typed {
    let range: HourRange
    let place: Range<Int>
  }

  mutating func ranges() throws(HoursError) -> [HourRange] {
    tokens = try scanner.tokens()
    guard let first = tokens.first, let last = tokens.last else { return [] }
    if Self.isClosed(tokens) { return [] }
    if tokens.allSatisfy({ $0.isFiller || $0.isSeparator }) {
      let place = first.place.lowerBound..<last.place.upperBound
      throw tokens.contains(where: \.isFiller)
        ? HoursError(.saysNoHours, at: place, HoursWording.saysNoHours)
        : HoursError(.unknownWord, at: place, HoursWording.onlySeparators)
    }
    tokens.removeAll(where: \.isFiller)
    var typed: [Typed] = []
    while index < tokens.count {
      if let range = try next() { typed.append(range) }
    }
    return try disjoint(typed)
  }

  /// Whether a text says that the day is closed: `closed`, `closed all day`, `-`, and nothing else.
  private static func isClosed(_ tokens: [HoursToken]) -> Bool {
    if tokens.count == 1, case .dash(isSign: true) = tokens[0].kind { return true }
    return tokens.contains(where: \.isClosed)
      && tokens.allSatisfy { $0.isClosed || $0.isWholeDay }
  }

  /// Whether a text says nothing but that days are closed, or open the whole day: no other date and
  /// no other hour can stand in it.
  static func isClosedOrWholeDay(_ text: String) -> Bool {
    var scanner = HoursScanner(text)
    guard let tokens = try? scanner.tokens(), !tokens.isEmpty else { return false }
    let isOpen = tokens.contains(where: \.isWholeDay)
    return isClosed(tokens)
      || isOpen && tokens.count { !$0.isFiller } == 1 && tokens.last?.isWholeDay == true
  }

  /// The range that starts here; nil for a separator.
  private mutating func next() throws(HoursError) -> Typed? {
    let token = tokens[index]
    index += 1
    switch token.kind {
    case .separator, .filler: return nil
    case .wholeDay: return Typed(range: .wholeDay, place: token.place)
    case .time(let open): return try range(from: open)
    case .closed: throw HoursError(.closedWithHours, at: token.place, HoursWording.closedWithHours)
    case .dash:
      let isBehindRange = index > 1 && !tokens[index - 2].isSeparator
      throw HoursError(
        .missingStart, at: token.place,
        isBehindRange ? LocalText(HoursWording.dashTooMany) : HoursWording.missingStart)
    case .unknown: throw unknown(token)
    }
  }

  private func unknown(_ token: HoursToken) -> HoursError {
    HoursError(
      .unknownWord, at: token.place, HoursWording.unknown(scanner.spelling(token.place)))
  }

  private mutating func range(from open: ClockTime) throws(HoursError) -> Typed {
    guard index < tokens.count, case .dash = tokens[index].kind else {
      if open.couldBeWholeDay { return Typed(range: .wholeDay, place: open.place) }
      _ = try open.closing()
      if index < tokens.count, case .unknown = tokens[index].kind { throw unknown(tokens[index]) }
      throw HoursError(.missingEnd, at: open.place, HoursWording.missingEnd(open.spelling))
    }
    let dash = tokens[index]
    index += 1
    guard index < tokens.count, case .time(let close) = tokens[index].kind else {
      _ = try open.opening()
      if index < tokens.count, case .unknown = tokens[index].kind { throw unknown(tokens[index]) }
      throw HoursError(
        .missingEnd, at: open.place.lowerBound..<dash.place.upperBound,
        HoursWording.missingEnd(open.spelling))
    }
    index += 1
    return Typed(
      range: try Self.range(open, close), place: open.place.lowerBound..<close.place.upperBound)
  }

  // MARK: Morning or afternoon

  /// The range between two times.
  ///
  /// Without am and pm both are times of a 24-hour clock. Where one end says am or pm (or noon), a
  /// bare 1 to 12 at the other end takes the half of the day that makes the shorter range:
  /// `9-5pm` is 9:00–17:00, `1-5pm` 13:00–17:00, `9-9pm` 9:00–21:00, `10pm-12` 22:00–24:00.
  private static func range(_ open: ClockTime, _ close: ClockTime) throws(HoursError) -> HourRange {
    let start = try open.opening()
    let end = try close.closing()
    var range: HourRange?
    if close.half != nil, open.hasTwoMeanings {
      if end == 1440, open.hour < 12 {
        throw HoursError(.ambiguous, at: open.place, HoursWording.ambiguous(open.spelling))
      }
      range = open.halves.compactMap { try? $0.opening() }.filter { $0 < end }.max()
        .map { HourRange(open: $0, close: end) }
    } else if close.hasTwoMeanings, open.half != nil || open.isNoon {
      range = close.halves.compactMap { try? $0.closing() }.filter { $0 > start }.min()
        .map { HourRange(open: start, close: $0) }
    }
    return try checked(range ?? HourRange(open: start, close: end), open, close)
  }

  private static func checked(
    _ range: HourRange, _ open: ClockTime, _ close: ClockTime
  ) throws(HoursError) -> HourRange {
    if range.length > 0 { return range }
    let place = open.place.lowerBound..<close.place.upperBound
    if range.length == 0 {
      throw HoursError(.isEmpty, at: place, HoursWording.isEmpty(range.open))
    }
    let isAfternoonMeant =
      open.half == nil && close.hasTwoMeanings && range.close + 720 > range.open
      && range.close <= 720
    let hint =
      isAfternoonMeant
      ? HoursWording.afternoonHint(HourRange(open: range.open, close: range.close + 720))
      : HoursWording.midnightHint(range.open)
    throw HoursError(
      .closesBeforeItOpens, at: place, HoursWording.closesBefore(range, hint: hint))
  }

  /// The ranges in order, if none overlaps another.
  private func disjoint(_ typed: [Typed]) throws(HoursError) -> [HourRange] {
    let sorted = typed.sorted { HourRange.isEarlier($0.range, $1.range) }
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.range.overlaps(b.range) {
      let (first, second) = a.place.lowerBound < b.place.lowerBound ? (a, b) : (b, a)
      let both = [a.range, b.range].merged
      throw HoursError(
        .overlaps(merged: typed.map(\.range).merged), at: second.place,
        HoursWording.overlaps(second.range, first.range, merged: both))
    }
    return sorted.map(\.range)
  }
}

extension ClockTime {
  fileprivate var isNoon: Bool { isTwentyFourHour && hour == 12 && minute == 0 }
}
