import CalendarModel

extension System {
  /// Reads the zone of a name such as `Europe/Berlin` from the system's zone files; nil where the
  /// system does not have it.
  static func zone(named name: String) -> ZoneOffsets? {
    if ["UTC", "GMT", "Etc/UTC", "Etc/GMT"].contains(name) { return .utc }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    // A name comes from the service, and must not lead to any other file.
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || [0x2B, 0x2D, 0x5F].contains($0)
        }
    }
    guard isName, let bytes = try? read("/usr/share/zoneinfo/\(name)", limit: 64 << 10) else {
      return nil
    }
    return ZoneOffsets(tzif: bytes)
  }
}
