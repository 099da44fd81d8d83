#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The offsets of a time zone, read from the system's zone files (TZif, RFC 9636).
struct TimeZoneFile {
  private let transitions: [Int]
  private let offsets: [Int]
  private let first: Int

  /// UTC at all times.
  static let utc = TimeZoneFile(transitions: [], offsets: [], first: 0)

  private init(transitions: [Int], offsets: [Int], first: Int) {
    (self.transitions, self.offsets, self.first) = (transitions, offsets, first)
  }

  private static let directory = "/usr/share/zoneinfo"

  /// Reads the zone of a name such as `Europe/Berlin`; nil when the system does not have it.
  ///
  /// On a system without any zones every name means UTC.
  init?(named name: String) {
    if ["UTC", "GMT", "Etc/UTC", "Etc/GMT"].contains(name) {
      self = .utc
      return
    }
    let isName = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
    }
    guard isName, !name.isEmpty, !name.hasPrefix("/") else { return nil }
    if access(Self.directory, F_OK) != 0 {
      self = .utc
      return
    }
    guard let bytes = Self.contents("\(Self.directory)/\(name)") else { return nil }
    self.init(bytes)
  }

  /// Seconds to add to UTC at an instant in seconds since 1970.
  func offset(at instant: Int) -> Int {
    guard let next = transitions.firstIndex(where: { $0 > instant }) else {
      return offsets.last ?? first
    }
    return next == 0 ? first : offsets[next - 1]
  }

  /// The instant at which clocks in the zone show a time, given as if it were UTC.
  ///
  /// A time that comes twice means the first one; one that is left out moves on by the gap.
  func instant(ofLocal local: Int) -> Int {
    let before = local - offset(at: local - 86400)
    if offset(at: before) == local - before { return before }
    let after = local - offset(at: local + 86400)
    return offset(at: after) == local - after ? after : before
  }

  private init?(_ bytes: [UInt8]) {
    func number(_ at: Int, _ size: Int) -> Int {
      let raw = bytes[at..<at + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 8 ? Int(Int64(bitPattern: raw)) : Int(Int32(truncatingIfNeeded: raw))
    }
    guard bytes.count > 88, bytes.starts(with: Array("TZif".utf8)), bytes[4] >= 0x32 else {
      return nil
    }
    /// Counts of UT marks, standard marks, leap seconds, transitions, types and letters.
    func counts(_ header: Int) -> [Int] { (0..<6).map { number(header + 20 + $0 * 4, 4) } }
    let old = counts(0)
    guard old.allSatisfy({ (0..<100_000).contains($0) }) else { return nil }
    let header = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    guard bytes.count >= header + 44 else { return nil }
    let new = counts(header)
    let times = header + 44
    let kinds = times + new[3] * 8
    let types = kinds + new[3]
    guard new.allSatisfy({ (0..<100_000).contains($0) }), new[4] > 0,
      bytes.count >= types + new[4] * 6
    else { return nil }
    let all = (0..<new[4]).map { number(types + $0 * 6, 4) }
    let used = (0..<new[3]).map { Int(bytes[kinds + $0]) }
    guard used.allSatisfy(all.indices.contains) else { return nil }
    self.init(
      transitions: (0..<new[3]).map { number(times + $0 * 8, 8) }, offsets: used.map { all[$0] },
      first: all[0])
  }

  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}
