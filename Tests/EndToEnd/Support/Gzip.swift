/// Compressed answers, made by hand: no test needs a library for them.
enum Gzip {
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  /// A gzip file that holds some bytes as they are; at most 65,535.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    return header + [1] + little(count) + little(~count) + bytes + little(crc(bytes))
      + little(UInt32(bytes.count))
  }

  /// A megabyte that becomes more than a hundred and sixty.
  ///
  /// One zero, and then "the 258 before once more" again and again. It has no end: to find that out,
  /// everything has to be unpacked.
  static let bomb: [UInt8] = {
    var bits = Bits()
    bits.append(0b011, 3)  // the last block, with the fixed code
    bits.append(0b0000_1100, 8)  // a zero
    // 13 bits each, so that 8 of them are 13 bytes.
    var repeats = Bits()
    for _ in 0..<8 {
      repeats.append(0b1010_0011, 8)  // 258 bytes
      repeats.append(0, 5)  // from 1 before
    }
    // Another five zeros make the start whole bytes.
    for _ in 0..<5 { bits.append(0b0000_1100, 8) }
    bits.append(0b1010_0011, 8)
    bits.append(0, 5)
    return header + bits.bytes + (0..<80_000).flatMap { _ in repeats.bytes }
  }()

  /// An answer with it.
  static func answer(_ body: [UInt8]) -> [UInt8] {
    Array(
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
        + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n").utf8) + body
  }

  /// Bits from the lowest of each byte on.
  private struct Bits {
    var bytes: [UInt8] = []
    private var used = 8

    mutating func append(_ value: UInt8, _ count: Int) {
      for bit in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        bytes[bytes.count - 1] |= (value >> bit & 1) << used
        used += 1
      }
    }
  }

  private static func little<I: FixedWidthInteger>(_ value: I) -> [UInt8] {
    (0..<I.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
