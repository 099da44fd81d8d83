/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
struct DemoRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Ids as the service makes them: 20 letters and digits.
enum DemoID {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  static func random(_ random: inout DemoRandom) -> String {
    String(
      decoding: (0..<20).map { _ in letters[Int(random.next() % UInt64(letters.count))] },
      as: UTF8.self)
  }

  /// The id that always goes with a text.
  static func id(for text: String) -> String {
    var seeded = DemoRandom(seed: hash(of: text))
    return random(&seeded)
  }

  /// A number that always goes with a text (FNV-1a), unlike `hashValue`.
  static func hash(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
