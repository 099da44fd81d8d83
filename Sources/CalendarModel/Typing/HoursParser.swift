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
    if let first = tokens.first, tokens.count == 1 {
      switch first.kind {
      case .closed, .dash: return []
      case .separator:
        throw HoursError(.unknownWord, at: first.place, HoursWording.onlySeparators)
      default: break
      }
    }
    var typed: [Typed] = []
    while index < tokens.count {
      if let range = try next() { typed.append(range) }
    }
    return try disjoint(typed)
  }

  /// The range that starts here; nil for a separator.
  private mutating func next() throws(HoursError) -> Typed? {
    let token = tokens[index]
    index += 1
    switch token.kind {
    case .separator: return nil
    case .wholeDay: return Typed(range: .wholeDay, place: token.place)
    case .time(let open): return try range(from: open)
    case .closed: throw HoursError(.closedWithHours, at: token.place, HoursWording.closedWithHours)
    case .dash:
      let isBehindRange = index > 1 && !tokens[index - 2].isSeparator
      throw HoursError(
        .missingStart, at: token.place,
        isBehindRange ? HoursWording.dashTooMany : HoursWording.missingStart)
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

  // MARK: Halves of the day

  /// The range between two times; am or pm of one may hold for the other.
  private static func range(_ open: ClockTime, _ close: ClockTime) throws(HoursError) -> HourRange {
    let start = try open.opening()
    let end = try close.closing()
    var range = HourRange(open: start, close: end)
    if let half = close.half, open.isOpenToHalves {
      if end == 1440, open.hour < 12 {
        throw HoursError(.ambiguous, at: open.place, HoursWording.ambiguous(open.spelling))
      }
      let same = try open.with(half).opening()
      let other = try open.with(half == .am ? .pm : .am).opening()
      if end < 1440 { range = HourRange(open: same < end ? same : other, close: end) }
    } else if close.isOpenToHalves, open.half != nil || open.isNoon, end <= start, end <= 720 {
      range = HourRange(open: start, close: end + 720)
    }
    return try checked(range, open, close)
  }

  private static func checked(
    _ range: HourRange, _ open: ClockTime, _ close: ClockTime
  ) throws(HoursError) -> HourRange {
    if range.length > 0 { return range }
    let place = open.place.lowerBound..<close.place.upperBound
    if range.length == 0 {
      throw HoursError(.isEmpty, at: place, HoursWording.isEmpty(HourRange.clock(range.open)))
    }
    let isAfternoonMeant =
      open.half == nil && close.isOpenToHalves && range.close + 720 > range.open
      && range.close <= 720
    let hint =
      isAfternoonMeant
      ? HoursWording.afternoonHint(
        HoursText.short([HourRange(open: range.open, close: range.close + 720)]))
      : HoursWording.midnightHint(HoursText.shortClock(range.open))
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
        HoursWording.overlaps(second.range, first.range, merged: HoursText.short(both)))
    }
    return sorted.map(\.range)
  }
}

extension HoursToken {
  fileprivate var isSeparator: Bool { if case .separator = kind { true } else { false } }
}

extension ClockTime {
  fileprivate var isNoon: Bool { isTwentyFourHour && hour == 12 && minute == 0 }
}
