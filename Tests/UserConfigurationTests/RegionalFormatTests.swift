import Testing

@testable import UserConfiguration

/// What LC_TIME says of clocks and weeks.
@Suite struct RegionalFormatTests {
  @Test(arguments: [
    ("%H:%M:%S", ClockStyle.twentyFour), ("%T", .twentyFour), ("%r", .twelve),
    ("%I:%M %p", .twelve),
    ("%-l.%M", .twelve), ("%%I:%H", .twentyFour), ("%R Ip", .twentyFour), ("%Ip", .twelve),
    ("", .twentyFour), ("%", .twentyFour), ("%H:%M %P", .twelve),
  ])
  func formats(format: String, clock: ClockStyle) {
    let place = RegionalFormat(localeName: "xx_YY", timeFormat: format)
    #expect(place.clock == clock)
  }

  @Test func firstDays() {
    let starts = (1...7).map { RegionalFormat(localeName: "xx_YY", firstWeekday: $0).weekStart }
    #expect(starts == [.sunday, .monday, .sunday, .sunday, .sunday, .sunday, .sunday])
  }

  /// Where the locale is not installed, its name says the place.
  @Test(arguments: [
    ("en_US.UTF-8", ClockStyle.twelve, WeekStart.sunday), ("en_US", .twelve, .sunday),
    ("en_CA.UTF-8", .twelve, .sunday), ("fr_CA.UTF-8", .twentyFour, .sunday),
    ("en_GB.UTF-8", .twentyFour, .monday), ("de_DE@euro", .twentyFour, .monday),
    ("en_AU", .twelve, .monday), ("pt_BR.UTF-8", .twentyFour, .sunday),
    ("es", .twentyFour, .monday),
    ("", .twentyFour, .sunday), ("C.UTF-8", .twentyFour, .sunday), ("POSIX", .twentyFour, .sunday),
    ("_US", .twentyFour, .sunday), ("en_", .twentyFour, .monday),
  ])
  func names(name: String, clock: ClockStyle, start: WeekStart) {
    let place = RegionalFormat(localeName: name)
    #expect(place.clock == clock && place.weekStart == start)
    #expect(RegionalFormat(localeName: nil).clock == .twentyFour)
  }

  /// The locale that every system has says nothing of a place, whatever its format is.
  @Test func noPlace() {
    let place = RegionalFormat(localeName: "C", timeFormat: "%r", firstWeekday: 1)
    #expect(place.clock == .twentyFour && place.weekStart == .sunday)
  }
}

@Suite struct NearestNameTests {
  private let names = ["theme", "timeout", "read-only", "token-file", "token-command", "clock"]

  @Test(arguments: [
    ("them", "theme"), ("Theme", "theme"), ("tehme", "theme"), ("readonly", "read-only"),
    ("read_olny", "read-only"), ("tokenfile", "token-file"), ("token_comand", "token-command"),
    ("clocks", "clock"),
  ])
  func near(word: String, name: String) {
    #expect(NearestName.of(word, in: names) == name)
  }

  @Test func far() {
    for word in ["", "x", "colour", "---", String(repeating: "theme", count: 10_000)] {
      #expect(NearestName.of(word, in: names) == nil)
    }
    #expect(NearestName.of("theme", in: []) == nil)
  }
}
