import JSON

extension Rule {
  /// A unit of the minimum notice that another version of the calls takes; API notes, section 8.
  static let noticeUnit = Rule("slots.noticeUnit", .error) { calendar in
    guard let unit = TimeUnit(reading: calendar.value(.allowBookingAfterUnit)),
      let needed = APIVersion.needed(for: unit), needed != calendar.version
    else { return [] }
    return [
      Finding(
        "A minimum notice in \(unit.plural) needs version \(needed.rawValue) of the API; this is "
          + "\(calendar.version.rawValue).",
        at: CalendarKey.allowBookingAfterUnit.path)
    ]
  }
}
