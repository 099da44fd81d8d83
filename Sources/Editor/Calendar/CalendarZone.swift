import CalendarModel
import TextUI

/// Whose clock says what time it is.
enum CalendarZone: Sendable, Hashable {
  /// The calendar's, in the time zone of its sub-account.
  case named(String)
  /// That of this machine, and why, in words; nil where nobody was asked, or while it is asked.
  case machine(why: String?)

  /// The name of the calendar's zone; nil where it is not known.
  var name: String? { if case .named(let name) = self { name } else { nil } }

  /// What the preview takes for granted of the zone.
  var assumption: String {
    switch self {
    case .named(let name):
      "Times are in \(name), the time zone of the calendar's "
        + "sub-account. The hour that is skipped or repeated when summer time begins or ends is "
        + "ignored."
    case .machine(let why):
      "Times are in the calendar's time zone, which is not known\(why.map { " (\($0))" } ?? ""), so \"now\" is the "
        + "time of this computer. Changes to and from summer time are ignored."
    }
  }

  /// The name of the zone where there is room for so many cells, or the place in it:
  /// "Europe/Berlin", "Berlin"; nil where it is not known.
  func label(width: Int) -> String? {
    guard let name, width > 4 else { return nil }
    if name.displayWidth <= width { return name }
    return TextWrap.cut(String(name.split(separator: "/").last ?? ""), width: width)
  }
}

/// Why the clock of the calendar could not be found.
package struct ZoneFailure: Error, Sendable, Hashable {
  /// In words, without a full stop: "the sub-account names no zone".
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}
