import Glibc
import UserConfiguration

extension RegionalFormat {
  /// What the system says of LC_TIME.
  static var ofSystem: RegionalFormat {
    let name = ["LC_ALL", "LC_TIME", "LANG"].lazy.compactMap(System.environment).first
    let byName = RegionalFormat(localeName: name)
    guard byName.namesPlace, let name, let locale = newlocale(1 << LC_TIME, name, nil) else {
      return byName
    }
    defer { freelocale(locale) }
    return RegionalFormat(
      localeName: name, timeFormat: text(T_FMT, locale), firstWeekday: firstWeekday(locale))
  }

  private static func text(_ item: some BinaryInteger, _ locale: locale_t) -> String? {
    nl_langinfo_l(nl_item(item), locale).map { String(cString: $0) }
  }

  /// The first day of the week, from 1 for Sunday; nil where the locale counts from a day that is
  /// neither Sunday nor Monday.
  private static func firstWeekday(_ locale: locale_t) -> Int? {
    // The date is handed out as if it were a pointer, and the number as the first byte of a text.
    let date = Int(bitPattern: nl_langinfo_l(nl_item(_NL_TIME_WEEK_1STDAY), locale)) & 0xFFFF_FFFF
    guard let first = nl_langinfo_l(nl_item(_NL_TIME_FIRST_WEEKDAY), locale)?.pointee else {
      return nil
    }
    let start: Int
    switch date {
    case 19_971_130: start = 0
    case 19_971_201: start = 1
    default: return nil
    }
    return (Int(first) - 1 + start) % 7 + 1
  }
}
