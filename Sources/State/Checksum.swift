/// Tells whether bytes are the ones that were written: FNV-1a, which is no protection against malice.
struct Checksum: Sendable, Equatable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds bytes to those that are summed up.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var sum = state
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = sum
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// How many characters ``text`` has.
  static let length = 16

  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: Self.length - digits.count) + digits
  }
}
