/// A date of the calendar on the wall, without a time or a zone.
struct CivilDate: Hashable, Comparable {
  /// Days since 1970-01-01.
  var day: Int

  init(day: Int) { self.day = day }

  /// Reads `YYYY-MM-DD`; nil for anything else, impossible dates included.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    let back = yearMonthDay
    guard back == (year, month, day) else { return nil }
  }

  /// Counts in years that begin in March, so that the leap day is the last one.
  init(year: Int, month: Int, day: Int) {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.day = era * 146_097 + dayOfEra - 719_468
  }

  var yearMonthDay: (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// 0 for Sunday to 6 for Saturday.
  var weekday: Int { ((day % 7) + 11) % 7 }

  static func < (a: CivilDate, b: CivilDate) -> Bool { a.day < b.day }

  /// `YYYY-MM-DD`.
  var text: String {
    let (year, month, day) = yearMonthDay
    return "\(padded(year, 4))-\(padded(month))-\(padded(day))"
  }
}

/// A number with zeros in front.
func padded(_ number: Int, _ width: Int = 2) -> String {
  let digits = String(abs(number))
  return (number < 0 ? "-" : "")
    + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
