import Glibc

/// The name of the file of a record: when the save began, and what tells it from all others.
///
/// The names sort by time: `20261129T074648.123456789Z-5f3a9c01-1f2e3d4c.json`.
struct RecordName: Comparable {
  let text: String
  /// When the save began, by the name.
  let begun: DraftTime

  private static let suffix = ".json"
  /// How many characters every name has.
  static let length = 49

  /// Whether the program that is running wrote it.
  var isOfThisProgram: Bool {
    text.split(separator: "-").dropFirst().first.map(String.init)
      == Self.hex(UInt32(truncatingIfNeeded: getpid()))
  }

  /// A name for a save that begins at a time.
  ///
  /// Where that is now, the clock decides: the second that was read before may be over, and a fraction
  /// of the next one behind it would sort among the saves of a second ago.
  init(at time: DraftTime, clock: timespec = DraftTime.clock) {
    let isNow = (0...Self.longestBeginning).contains(clock.tv_sec - time.seconds)
    begun = isNow ? DraftTime(seconds: clock.tv_sec) : time
    let compact = begun.text.filter { $0 != "-" && $0 != ":" }.dropLast()
    let process = Self.hex(UInt32(truncatingIfNeeded: getpid()))
    let chance = Self.hex(UInt32.random(in: 0...UInt32.max))
    let digits = String(clock.tv_nsec)
    let fraction = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
    text = "\(compact).\(fraction)Z-\(process)-\(chance)\(Self.suffix)"
  }

  /// In seconds: so long after its time was read a save begins at most, on a machine that is busy.
  private static let longestBeginning = 10

  /// Nil for a file that is no record.
  init?(_ name: String) {
    let bytes = Array(name.utf8)
    guard name.hasSuffix(Self.suffix), bytes.count == Self.length, bytes[25] == UInt8(ascii: "Z")
    else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let time =
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<11)):\(part(11..<13)):\(part(13..<15))Z"
    guard let begun = DraftTime(text: time) else { return nil }
    text = name
    self.begun = begun
  }

  private static func hex(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  static func < (a: RecordName, b: RecordName) -> Bool { a.text < b.text }
}
