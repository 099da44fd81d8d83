/// Two numbers of a date without names, and which of them can be the month.
struct NumberOrder {
  private let first: Int
  private let second: Int
  private let sign: Character
  /// Whether they are written like the end of `2026-12-24`, with two digits each.
  private let hasTwoDigitsEach: Bool
  private let hasLeadingZero: Bool
  private let isMonthOfTwoDigits: Bool

  init(_ first: String, _ second: String, sign: Character) {
    self.first = Int(first) ?? 0
    self.second = Int(second) ?? 0
    self.sign = sign
    hasTwoDigitsEach = first.count == 2 && second.count == 2
    isMonthOfTwoDigits = first.count == 2
    hasLeadingZero = first.hasPrefix("0") || second.hasPrefix("0")
  }

  private var canBeMonthFirst: Bool { Self.exists(month: first, day: second) }
  private var canBeDayFirst: Bool { Self.exists(month: second, day: first) }

  /// Whether some year has such a day.
  private static func exists(month: Int, day: Int) -> Bool {
    CalendarDate(year: 2000, month: month, day: day) != nil
  }

  private var canBeDays: Bool { first >= 1 && first < second && second <= 31 }

  /// Whether they can be nothing but days of one month: no hour is above 24, and no month above 12.
  var mustBeDays: Bool {
    canBeDays && second > 24 && (first > 12 || sign != "-")
  }

  /// Whether `24.12` can be a date; `9.30` is a time.
  var canBeDottedDate: Bool { canBeDayFirst }

  /// The month and the day, where it is clear which is which.
  ///
  /// With dots the day comes first; with dashes and two digits each the month, as in `2026-12-24`.
  /// Otherwise only one of them can be the month.
  /// - Parameters:
  ///   - year: what stands behind them, if anything.
  ///   - isDotted: whether a dot ends them, as in `24.12.`
  ///   - isBeforeDots: whether two dots follow, so that they are no run themselves.
  func monthAndDay(
    year: Int? = nil, isDotted: Bool = false, isBeforeDots: Bool = false, place: Range<Int>,
    spelling: String
  ) throws(HoursError) -> (month: Int, day: Int) {
    guard canBeMonthFirst || canBeDayFirst || canBeDays && sign == "-" else {
      throw HoursError(.noSuchDate, at: place, HoursWording.noSuchDay(spelling))
    }
    if isClear(year: year, isDotted: isDotted, isBeforeDots: isBeforeDots) {
      if sign == ".", !canBeDayFirst {
        throw HoursError(
          .noSuchDate, at: place, HoursWording.dayFirst(spelling, day: second, month: first))
      }
      return sign != "." && canBeMonthFirst ? (first, second) : (second, first)
    }
    throw HoursError(
      .ambiguous, at: place,
      HoursWording.unclear(spelling, readings(withDays: sign == "-" && year == nil, year: year)))
  }

  private func isClear(year: Int?, isDotted: Bool, isBeforeDots: Bool) -> Bool {
    let isOneOrder = canBeMonthFirst != canBeDayFirst || first == second
    switch sign {
    case ".": return isDotted || year != nil || first > 12
    case "-" where year == nil:
      guard canBeMonthFirst else { return false }
      if hasTwoDigitsEach, isOneOrder || hasLeadingZero { return true }
      // 12-7..31: the month first, as two dots rule out a run of days.
      return isBeforeDots && (isOneOrder || isMonthOfTwoDigits)
    default: return isOneOrder
    }
  }

  /// What they could mean, each with the form that says only this: `["11 Dec", "12 Nov"]`.
  func readings(withDays: Bool, year: Int? = nil) -> [String] {
    var readings: [String] = []
    func add(_ day: Int, _ month: Int) {
      let name = CalendarDate.monthNames[month - 1].prefix(3)
      readings.append("\(day) \(name)" + (year.map { " \($0)" } ?? ""))
    }
    if canBeMonthFirst { add(second, first) }
    if canBeDayFirst, first != second { add(first, second) }
    if withDays, canBeDays {
      readings.append("\(first)..\(second)")
    }
    return readings
  }
}
