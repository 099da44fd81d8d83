import CalendarModel

/// Times of what happened on this machine, by its clock, with the zone that they are in.
struct MachineTime {
  private let clock = CalendarClock(ofMachine: ZoneData.machine)
  /// The zone that most of the times are in: "UTC+01:00".
  let zone: String

  /// - Parameter seconds: a moment since 1970, in UTC, whose offset names the zone; that of now where
  ///   nothing happened.
  init(mostly seconds: Int?) { zone = clock.zoneText(at: seconds ?? System.seconds) }

  /// What the clock showed: "2026-11-30 00:04"; with the zone where that is another one.
  ///
  /// - Parameter seconds: since 1970, in UTC.
  func text(at seconds: Int) -> String {
    let own = clock.zoneText(at: seconds)
    return clock.moment(at: seconds).description + (own == zone ? "" : " \(own)")
  }

  /// What the clock showed, and the zone: "2026-11-30 00:04 UTC+01:00".
  static func whole(at seconds: Int) -> String {
    let time = MachineTime(mostly: seconds)
    return "\(time.text(at: seconds)) \(time.zone)"
  }
}
