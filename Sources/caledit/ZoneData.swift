import CalendarAPI
import CalendarModel
import Editor
import Glibc

/// The time zones of this machine's zone files.
enum ZoneData {
  /// A zone file is much smaller.
  private static let limit = 1 << 18

  private static var folder: String { System.environment("TZDIR") ?? "/usr/share/zoneinfo" }
  private static let namesOfUTC: Set<String> = ["UTC", "GMT", "Etc/UTC", "Etc/GMT"]

  /// The zone with a name such as `Europe/Berlin`; nil when this machine does not have it.
  static func zone(named name: String) -> ZoneOffsets? {
    let isName = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
        || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
    }
    guard isName, !name.isEmpty, !name.hasPrefix("/") else { return nil }
    return file("\(folder)/\(name)") ?? (namesOfUTC.contains(name) ? .utc : nil)
  }

  private static func file(_ path: String) -> ZoneOffsets? {
    (try? System.read(path, limit: limit)).flatMap { ZoneOffsets(tzif: $0) }
  }

  /// The zone of this machine: that of `TZ`, or of `/etc/localtime`.
  static var machine: ZoneOffsets {
    let found: ZoneOffsets? =
      switch System.environment("TZ") {
      case nil: file("/etc/localtime")
      case let value? where value.hasPrefix(":"): named(String(value.dropFirst()))
      case let value?: named(value)
      }
    return found ?? .fixed(offsetNow)
  }

  private static func named(_ text: String) -> ZoneOffsets? {
    text.hasPrefix("/") ? file(text) : zone(named: text) ?? ZoneOffsets(posix: text)
  }

  /// What the system itself adds to UTC now, where no zone file says it.
  private static var offsetNow: Int {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return parts.tm_gmtoff
  }

  // MARK: The clock of a calendar

  /// The clock of a sub-account's zone, or of the zone that the calendar names itself.
  static func clock(
    _ found: Result<SubAccount, ServiceError>, orNamed named: String?
  ) -> Result<CalendarClock, ZoneFailure> {
    let name: String
    switch found {
    case .success(let account):
      guard let zone = account.timezone ?? named else {
        return .failure(ZoneFailure("the sub-account has none"))
      }
      name = zone
    case .failure(let error):
      guard let named else {
        return .failure(ZoneFailure("the sub-account could not be asked: \(error.title)"))
      }
      name = named
    }
    guard let offsets = zone(named: name) else {
      return .failure(ZoneFailure("this machine has no data of the zone \(name)"))
    }
    return .success(CalendarClock(zone: name, offsets))
  }
}
