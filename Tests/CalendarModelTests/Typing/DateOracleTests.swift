import CalendarModel
import JSON
import TestSupport
import Testing

/// Every form of a date over several years, and what is left of one when letters are changed.
@Suite("Typed dates against an oracle")
struct DateOracleTests {
  static let today = Calendars.today

  /// Four years from today on, with a leap day, and all ends of months and years.
  static let dates = (0..<1500).map(today.adding)

  static func parse(_ text: String, month: CalendarDate? = nil) throws(HoursError) -> DateCommand {
    try DateCommand.parse(text, today: today, month: month)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test func everyFormWithAYear() throws {
    for date in Self.dates where [1, 2, 9, 12, 13, 28, 29, 30, 31].contains(date.day) {
      let (y, m, d) = (date.year, date.month, date.day)
      let (name, short) = (date.monthName, date.monthName.prefix(3).lowercased())
      for form in [
        "\(date)", "\(y)-\(m)-\(d)", "\(y)/\(Self.two(m))/\(Self.two(d))", "\(d).\(m).\(y)",
        "\(Self.two(d)).\(Self.two(m)).\(y)", "\(d) \(name) \(y)", "\(short) \(d) \(y)",
        "\(name) \(d), \(y)", "\(d)-\(short)-\(y)", "\(d)\(short) \(y)",
        "\(date.shortWeekdayName) \(d) \(short) \(y)", "\(date.weekdayName), \(date)",
      ] {
        let command = try Self.parse("\(form) closed")
        #expect(command.dates == [date] && command.ranges.isEmpty, "\(form)")
        #expect(try DateCommand.dates(form, today: Self.today) == [date], "\(form)")
        #expect(try Self.parse("\(form) 9-12, 13-17").dates == [date], "\(form)")
        #expect(try Self.parse("\(form): 9-12").dates == [date], "\(form)")
      }
    }
  }

  @Test func everyFormWithoutAYearIsTheNextOne() throws {
    for date in Self.dates.prefix(365) + [Calendars.date(2028, 2, 29)] {
      let (m, d) = (date.month, date.day)
      let short = date.monthName.prefix(3)
      for form in [
        "\(d) \(short)", "\(short) \(d)", "\(d).\(m).", "\(date.monthName) \(d)th", "\(d)\(short)",
        "\(date.shortWeekdayName) \(d) \(short)",
      ] {
        #expect(try Self.parse("\(form) closed").dates == [date], "\(form)")
        #expect(try Self.parse("\(form) 9-12").dates == [date], "\(form)")
      }
      // Numbers alone are that date, or refused.
      let isOneOrder = d > 12 || d == m
      for (form, isClear) in [
        ("\(Self.two(m))-\(Self.two(d))", isOneOrder || m < 10 || d < 10),
        ("\(m)/\(d)", isOneOrder), ("\(d)/\(m)", isOneOrder), ("\(d).\(m)", d > 12),
      ] {
        let dates = try? Self.parse("\(form) closed").dates
        #expect(dates == (isClear ? [date] : nil), "\(form)")
      }
    }
  }

  @Test func everyFormOfARun() throws {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<600 {
      let first = Self.dates[Int.random(in: 0..<700, using: &random)]
      let length = CalendarDate.days(inMonth: first.month, of: first.year)
      guard first.day < length else { continue }
      let last = first.adding(days: Int.random(in: 1...(length - first.day), using: &random))
      let expected = (first.daysSinceEpoch...last.daysSinceEpoch).map(CalendarDate.init)
      let (a, b, y) = (first.day, last.day, first.year)
      let (name, short) = (first.monthName, first.monthName.prefix(3))
      for form in [
        "\(first)..\(last)", "\(first) - \(last)", "\(first) to \(last)", "\(first)..\(b)",
        "\(a)-\(b) \(name) \(y)", "\(a)–\(b) \(short) \(y)", "\(a)..\(b) \(short) \(y)",
        "\(a) to \(b) \(short) \(y)", "\(short) \(a)-\(b), \(y)",
        "\(a).\(first.month).\(y)..\(last)",
        "\(a) \(short)..\(b) \(short) \(y)", "\(a) \(short) \(y) - \(b) \(short) \(y)",
      ] {
        #expect(try Self.parse("\(form) closed").dates == expected, "\(form)")
        #expect(try Self.parse("\(form) 9-12").dates == expected, "\(form)")
      }
      #expect(try Self.parse("\(a)..\(b) closed", month: first).dates == expected)
      #expect(try Self.parse("\(a)..\(b) 9-12", month: first).dates == expected)
      // With a dash it is these days, another date that is written so, or refused.
      guard let dashed = try? Self.parse("\(a)-\(b) closed", month: first).dates else { continue }
      #expect(
        dashed == expected && b > 24
          || dashed.count == 1 && dashed[0].month == a && dashed[0].day == b)
    }
  }

  /// A run without years is the one that ends next, or refused when it is long.
  @Test func runsWithoutYears() throws {
    var random = SeededGenerator(seed: 42)
    func all(_ date: CalendarDate) -> [CalendarDate] {
      (2020...2032).compactMap { CalendarDate(year: $0, month: date.month, day: date.day) }
    }
    for _ in 0..<1500 {
      let (a, b) = (
        Self.dates[Int.random(in: 0..<366, using: &random)],
        Self.dates[Int.random(in: 0..<366, using: &random)]
      )
      let text = "\(a.dayAndMonth)..\(b.dayAndMonth) closed"
      let end = try #require(all(b).first { $0 >= Self.today })
      let start = try #require(all(a).last { $0 <= end })
      let count = end.daysSinceEpoch - start.daysSinceEpoch + 1
      let dates = try? Self.parse(text).dates
      if count > 62 {
        #expect(dates == nil, "\(text)")
      } else {
        #expect(dates?.first == start && dates?.last == end && dates?.count == count, "\(text)")
      }
    }
  }

  /// What dates are called is read as the same dates.
  @Test func whatIsShownReadsBack() throws {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<1000 {
      var dates: Set<CalendarDate> = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let first = Self.dates[Int.random(in: 0..<1400, using: &random)]
        dates.formUnion((0..<Int.random(in: 1...30, using: &random)).map(first.adding))
      }
      var shown = DateTyping.named(dates.sorted())
      if dates.count > 1 { shown = String(shown[..<(shown.lastIndex(of: ",") ?? shown.endIndex)]) }
      #expect(try DateCommand.dates(shown, today: Self.today) == dates.sorted(), "\(shown)")
    }
  }

  // MARK: Mutations

  static let valid = [
    "2026-12-24 closed", "12-24..31 closed", "24-26 Dec 9-12", "24.12.2026 9-12, 13-17",
    "19/12 closed", "24..31 closed", "24-31 closed", "9-12, 13-17", "9-12,11-13",
    "12-24..01-02 closed", "Dec 24-26, 2027 closed", "24, 26 Dec closed", "24.12. 9-12",
    "2026-12-24..2026-12-31 24h", "24 Dec 2027 - 26 Dec 2027 closed", "9am-5pm", "12-24, 9-12",
  ]

  /// A text with some characters taken out, put in, changed or swapped.
  static func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
    var characters = Array(text)
    let signs = Array("0123456789-./,:; &..aDecNov")
    for _ in 0..<Int.random(in: 1...3, using: &random) where !characters.isEmpty {
      let index = Int.random(in: characters.indices, using: &random)
      let sign = signs.randomElement(using: &random) ?? "-"
      switch Int.random(in: 0...3, using: &random) {
      case 0: characters.remove(at: index)
      case 1: characters.insert(sign, at: index)
      case 2: characters[index] = sign
      default: characters.swapAt(index, characters.indices.randomElement(using: &random) ?? 0)
      }
    }
    return String(characters)
  }

  /// The numbers that are written in a text, and the months that its words name.
  static func written(_ text: String) -> (numbers: Set<Int>, months: Set<Int>) {
    let words = text.lowercased().split { !$0.isLetter }
    let months = (1...12).filter { month in
      let name = Calendars.date(2026, month, 1).monthName.lowercased()
      return words.contains { $0.count >= 3 && name.hasPrefix($0) }
    }
    return (Set(text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }), Set(months))
  }

  /// No date comes out of a text that does not hold its numbers: the day, and the month or its name,
  /// or the month that is shown; the year is written, or this one, or the next.
  @Test func mutationsNameNoOtherDates() throws {
    var random = SeededGenerator(seed: 44)
    let shown = Calendars.date(2026, 12, 9)
    var understood = 0
    for _ in 0..<10_000 {
      let text = Self.mutated(Self.valid.randomElement(using: &random) ?? "", &random)
      guard let typing = try? DateTyping(text, chosen: shown...shown, today: Self.today) else {
        continue
      }
      let dates: [CalendarDate]
      switch typing {
      case .hours(let command): dates = command.dates
      case .dates(let named): dates = named
      }
      if dates == [shown] { continue }
      understood += 1
      let (numbers, months) = Self.written(text)
      for end in Self.ends(of: dates) {
        #expect(numbers.contains(end.day), "\(text): \(end)")
        #expect(
          months.contains(end.month) || numbers.contains(end.month) || end.month == shown.month,
          "\(text): \(end)")
        #expect(
          numbers.contains(end.year) || [2026, 2027].contains(end.year)
            || (end.month, end.day) == (2, 29), "\(text): \(end)")
      }
      let isNumbersWithComma =
        text.contains { ",;&".contains($0) }
        && text.allSatisfy { $0.isNumber || ",;&-: ".contains($0) }
        && !numbers.contains { $0 > 1900 }
      #expect(!isNumbersWithComma || text.contains(": "), "hours became dates: \(text)")
    }
    #expect(understood > 350)
  }

  /// The first and the last date of every run.
  private static func ends(of dates: [CalendarDate]) -> [CalendarDate] {
    dates.indices.filter { index in
      index == 0 || index == dates.count - 1
        || dates[index - 1].adding(days: 1) != dates[index]
        || dates[index].adding(days: 1) != dates[index + 1]
    }
    .map { dates[$0] }
  }

  /// Nothing is read as a date that holds no digit and no word for a day.
  @Test func noDateWithoutADigitOrAWord() {
    var random = SeededGenerator(seed: 45)
    let signs = Array("abcdefghijklmnopqrstuvwxyz ,.;:-–/&+()…é👩‍👩‍👧\u{301}")
    let words = ["closed", "open", "from", "to", "next", "this", "of", "th", "and", "every", "all"]
    let shown = Calendars.date(2026, 12, 9)
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...9, using: &random) {
        text +=
          Bool.random(using: &random)
          ? String(signs.randomElement(using: &random) ?? " ")
          : (words.randomElement(using: &random) ?? "") + " "
      }
      #expect(throws: HoursError.self, "\(text)") {
        try DateCommand.dates(text, today: Self.today)
      }
      guard let typing = try? DateTyping(text, chosen: shown...shown, today: Self.today) else {
        continue
      }
      guard case .hours(let command) = typing, command.dates == [shown] else {
        Issue.record("\(text) is read as \(typing)")
        continue
      }
    }
  }
}
