/// A day of the calendar, without a time or a time zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// Makes a date; nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; nil for anything else, and for a day that does not exist.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    self.init(spelling: text.utf8)
  }

  /// Reads ten bytes.
  private init?(spelling bytes: some Sequence<UInt8>) {
    var (year, month, day) = (0, 0, 0)
    for (place, byte) in bytes.enumerated() {
      let digit = Int(byte) - 0x30
      switch place {
      case 4, 7:
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      default: guard (0...9).contains(digit) else { return nil }
      }
      if place < 4 {
        year = year * 10 + digit
      } else if place < 7 {
        month = month * 10 + digit
      } else {
        day = day * 10 + digit
      }
    }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a date as the service writes it, `YYYY-MM-DDT00:00:00.000Z`; API page,
  /// `availabilities[].date`.
  package init?(wire text: String) {
    guard text.utf8.count == 24, text.utf8.dropFirst(10).elementsEqual(Self.wireSuffix.utf8)
    else { return nil }
    self.init(spelling: text.utf8.prefix(10))
  }

  /// Reads the date that a loaded text begins with, whatever time of day follows it.
  ///
  /// `2026-12-24T05:00:00.000Z` is 24 December 2026 in every time zone: the service means a day of
  /// the calendar and writes it as a timestamp.
  package init?(beginning text: String) {
    guard text.utf8.count >= 10 else { return nil }
    self.init(spelling: text.utf8.prefix(10))
  }

  private static let wireSuffix = "T00:00:00.000Z"

  /// The date as the service writes it.
  package var wire: String { description + Self.wireSuffix }

  /// 0 is Sunday, 6 is Saturday.
  package var weekday: Int { (daysSinceEpoch % 7 + 11) % 7 }

  /// Days since 1970-01-01 in the Gregorian calendar.
  package var daysSinceEpoch: Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date so many days after 1970-01-01.
  ///
  /// - Parameter days: within the years 0 to 9999; anything else is cut to their ends.
  package init(daysSinceEpoch days: Int) {
    let shifted = min(max(days, -719_528), 2_932_896) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// How many days a month has: 28 to 31.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}
