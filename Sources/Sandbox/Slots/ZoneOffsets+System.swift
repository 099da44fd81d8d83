import CalendarModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ZoneOffsets {
  private static let directory = "/usr/share/zoneinfo"
  private static let namesOfUTC: Set<String> = ["UTC", "GMT", "Etc/UTC", "Etc/GMT"]

  /// Reads the zone of a name such as `Europe/Berlin`; nil when the system does not have it.
  ///
  /// On a system without any zones every name means UTC, so that a demonstration works there too.
  init?(systemZone name: String) {
    guard !Self.namesOfUTC.contains(name) else {
      self = .utc
      return
    }
    let isName = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
    }
    guard isName, !name.isEmpty, !name.hasPrefix("/") else { return nil }
    guard access(Self.directory, F_OK) == 0 else {
      self = .utc
      return
    }
    guard let bytes = Self.contents("\(Self.directory)/\(name)") else { return nil }
    self.init(tzif: bytes)
  }

  /// The first 64 KiB of a file, which no zone fills; nil where they cannot be read.
  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}
