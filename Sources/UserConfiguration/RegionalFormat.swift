/// Whether hours go to 12 or to 24.
package enum ClockStyle: String, Sendable, Hashable, CaseIterable {
  case twelve = "12"
  case twentyFour = "24"
}

/// The day that a week begins with where it is shown.
package enum WeekStart: String, Sendable, Hashable, CaseIterable {
  case sunday, monday
}

/// How people write times where a user is, as far as the system says.
package struct RegionalFormat: Sendable, Hashable {
  /// The name of the locale for times: `en_US.UTF-8`; nil where there is none.
  package var localeName: String?
  /// How the locale writes a time, in the letters of `strftime`; nil where the locale is not
  /// installed.
  package var timeFormat: String?
  /// The first day of a week by the locale, from 1 for Sunday to 7 for Saturday; nil where the
  /// locale is not installed.
  package var firstWeekday: Int?

  package init(localeName: String?, timeFormat: String? = nil, firstWeekday: Int? = nil) {
    self.localeName = localeName
    self.timeFormat = timeFormat
    self.firstWeekday = firstWeekday
  }

  /// The clock of the place: of the locale, else of the territory in its name, else of 24 hours.
  package var clock: ClockStyle {
    guard namesPlace else { return .twentyFour }
    if let timeFormat { return Self.hasTwelveHours(timeFormat) ? .twelve : .twentyFour }
    guard let territory, language != "fr" || territory != "CA" else { return .twentyFour }
    return Self.twelveHours.contains(territory) ? .twelve : .twentyFour
  }

  /// The first day of the week, found the same way; without a place it is Sunday, as the system's own
  /// locale has it.
  ///
  /// Where the week begins on Saturday, Sunday is the nearer one.
  package var weekStart: WeekStart {
    guard namesPlace else { return .sunday }
    if let firstWeekday { return firstWeekday == 2 ? .monday : .sunday }
    return territory.map(Self.notMonday.contains) == true ? .sunday : .monday
  }

  private static func hasTwelveHours(_ format: String) -> Bool {
    var isConversion = false
    for character in format {
      if isConversion {
        // Between the sign and its letter there may be flags: `%-I`, `%EX`.
        if "-_0^#EO".contains(character) { continue }
        if "IlprP".contains(character) { return true }
      }
      isConversion = character == "%" && !isConversion
    }
    return false
  }

  /// Whether the name is one of a place, and not of the locale that every system has.
  package var namesPlace: Bool {
    guard let language, !language.isEmpty else { return false }
    return language != "C" && language != "POSIX"
  }

  private var language: String? {
    localeName.map { name in String(name.prefix { !"_.@".contains($0) }) }
  }

  private var territory: String? {
    guard let localeName, let mark = localeName.firstIndex(of: "_") else { return nil }
    return localeName[localeName.index(after: mark)...].prefix { !".@".contains($0) }.uppercased()
  }

  /// Territories whose people write 9:00 PM, from the Unicode CLDR.
  private static let twelveHours: Set<String> = [
    "AE", "AG", "AL", "AU", "BB", "BD", "BH", "BM", "BN", "BS", "BT", "CA", "CO", "CY", "DJ", "DM",
    "DO", "DZ", "EG", "ER", "ET", "FJ", "FM", "GD", "GH", "GM", "GR", "GU", "GY", "HK", "IN", "IQ",
    "JM", "JO", "KH", "KI", "KN", "KR", "KW", "KY", "LB", "LC", "LR", "LS", "LY", "MH", "MO", "MP",
    "MR", "MW", "MY", "NA", "NZ", "OM", "PA", "PG", "PH", "PK", "PR", "PS", "PW", "QA", "SA", "SB",
    "SD", "SG", "SL", "SO", "SS", "SY", "SZ", "TC", "TD", "TN", "TO", "TT", "TV", "TW", "US", "VC",
    "VE", "VG", "VI", "VU", "WS", "YE", "ZM",
  ]

  /// Territories whose week begins on Sunday or Saturday, from the Unicode CLDR.
  private static let notMonday: Set<String> = [
    "AE", "AF", "AG", "AS", "BD", "BH", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DJ", "DM", "DO",
    "DZ", "EG", "ET", "GT", "GU", "HK", "HN", "ID", "IL", "IN", "IQ", "IR", "JM", "JO", "JP", "KE",
    "KH", "KR", "KW", "LA", "LY", "MH", "MM", "MO", "MT", "MX", "MZ", "NI", "NP", "OM", "PA", "PE",
    "PH", "PK", "PR", "PT", "PY", "QA", "SA", "SD", "SG", "SV", "SY", "TH", "TT", "TW", "UM", "US",
    "VE", "VI", "WS", "YE", "ZA", "ZW",
  ]
}
