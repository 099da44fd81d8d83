/// Zone files as a test writes them.
struct ZoneBytes {
  var changes: [(moment: Int, type: UInt8)] = []
  /// The offset of each type.
  var offsets: [Int]
  var leapSeconds = 0

  /// A file of version 1, which knows no rule.
  var old: [UInt8] { part(version: 0, wordSize: 4) }

  /// A file of version 2 or 3, whose part for old readers is empty as `zic -b slim` writes it.
  func new(rule: String, version: UInt8 = 0x32) -> [UInt8] {
    ZoneBytes(offsets: [0]).part(version: version, wordSize: 4)
      + part(version: version, wordSize: 8) + "\n\(rule)\n".utf8
  }

  private func part(version: UInt8, wordSize: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leapSeconds, changes.count, offsets.count, 4] {
      bytes += Self.bytes(of: count, size: 4)
    }
    for change in changes { bytes += Self.bytes(of: change.moment, size: wordSize) }
    bytes += changes.map(\.type)
    for offset in offsets { bytes += Self.bytes(of: offset, size: 4) + [0, 0] }
    bytes += Array("XXX\0".utf8)
    for _ in 0..<leapSeconds { bytes += [UInt8](repeating: 0, count: wordSize + 4) }
    return bytes
  }

  private static func bytes(of number: Int, size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

extension ZoneBytes {
  /// A file of the system taken apart, with the rule it ends with.
  static func parts(of file: [UInt8]) -> (zone: ZoneBytes, rule: String) {
    func number(_ at: Int, _ size: Int) -> Int {
      let raw = file[at..<at + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 8 ? Int(Int64(bitPattern: raw)) : Int(Int32(truncatingIfNeeded: raw))
    }
    func counts(_ header: Int) -> [Int] { (0..<6).map { number(header + 20 + $0 * 4, 4) } }
    let old = counts(0)
    let header = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    let new = counts(header)
    let (moments, kinds) = (header + 44, header + 44 + new[3] * 8)
    let types = kinds + new[3]
    let zone = ZoneBytes(
      changes: (0..<new[3]).map { (number(moments + $0 * 8, 8), file[kinds + $0]) },
      offsets: (0..<new[4]).map { number(types + $0 * 6, 4) })
    let end = types + new[4] * 6 + new[5] + new[2] * 12 + new[1] + new[0]
    return (zone, String(decoding: file[(end + 1)..<(file.count - 1)], as: UTF8.self))
  }
}
