import JSON

/// The sentences about settings that are copied.
enum CopyWording {
  static let absent = "The source does not say it, and an update cannot take a value away."

  static func broken(_ message: String) -> String { "The source's value is not sound: \(message)" }

  static func otherAccount(_ label: String) -> String {
    "The source belongs to another sub-account, where its \(label.lowercased()) is kept."
  }

  static let otherUsers =
    "The source belongs to another sub-account; make sure that its users work in this one."

  static func unknownUnit(_ unit: JSONValue?) -> String {
    "Nobody knows the unit that the source has: \(Wording.value(unit))."
  }

  static func fixedUnit(_ message: String) -> String {
    "The unit of the target cannot be changed: \(message)"
  }

  static func past(_ count: Int) -> String {
    "\(Wording.counted(count, "date")) of the source \(count == 1 ? "has" : "have") passed and "
      + "\(count == 1 ? "is" : "are") left out."
  }

  static func brokenDates(_ dates: [CalendarDate]) -> String {
    "The hours of \(HoursWording.dates(dates)) are not sound in the source and are left out."
  }

  static func withoutDate(_ count: Int) -> String {
    "\(Wording.counted(count, "entry")) of the source without a date \(count == 1 ? "is" : "are") "
      + "left out."
  }
}
