/// The wall clock of a calendar: what time it is in its time zone, and when its day ends.
///
/// Notice, horizon, past dates and today are counted by it, wherever the program runs.
package struct CalendarClock: Sendable, Hashable {
  /// The name of the zone: "Europe/Berlin"; nil for the zone of the machine, which the program falls
  /// back to where the calendar's is not known.
  package let zone: String?
  package let offsets: ZoneOffsets

  /// Makes the clock of a zone.
  package init(zone: String, _ offsets: ZoneOffsets) { (self.zone, self.offsets) = (zone, offsets) }

  /// Makes the clock of the machine.
  package init(ofMachine offsets: ZoneOffsets) { (zone, self.offsets) = (nil, offsets) }

  /// What the clock shows.
  ///
  /// - Parameter seconds: since 1970, in UTC.
  package func moment(at seconds: Int) -> CalendarMoment {
    let local = seconds + offsets.offset(at: seconds)
    let day = local.flooredDay
    return CalendarMoment(
      CalendarDate(daysSinceEpoch: day), minute: (local - day * Self.day) / 60)
  }

  /// How far the clock is from UTC: "UTC+01:00", "UTC-03:30"; "UTC" where it is not.
  ///
  /// - Parameter seconds: since 1970, in UTC.
  package func zoneText(at seconds: Int) -> String {
    let offset = offsets.offset(at: seconds)
    guard offset != 0 else { return "UTC" }
    let minutes = abs(offset) / 60
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "UTC\(offset < 0 ? "-" : "+")\(parts.joined(separator: ":"))"
  }

  /// The first moment that belongs to a later date than a moment does, in seconds since 1970.
  ///
  /// Days with a change to summer time or back are an hour shorter or longer.
  package func endOfDay(at seconds: Int) -> Int {
    let next = (seconds + offsets.offset(at: seconds)).flooredDay + 1
    var end = offsets.moment(ofLocal: next * Self.day)
    // Clocks that go back at midnight show the end of the day twice.
    while end <= seconds || (end + offsets.offset(at: end)).flooredDay < next { end += 900 }
    return end
  }

  private static let day = 86_400
}

extension Int {
  /// The number of the day that so many seconds since 1970 are in.
  fileprivate var flooredDay: Int { self / 86_400 - (self % 86_400 < 0 ? 1 : 0) }
}

extension ZoneOffsets {
  /// The same seconds to add to UTC at all times.
  package static func fixed(_ seconds: Int) -> ZoneOffsets {
    ZoneOffsets(changes: [], first: seconds, rule: nil)
  }

  /// Reads a rule as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3`; nil for anything else.
  package init?(posix text: String) {
    guard let rule = ZoneRule(text) else { return nil }
    self.init(changes: [], first: 0, rule: rule)
  }
}
