/// Gathers a bracketed paste until its end mark.
struct PasteCollector {
  /// What is pasted beyond this is cut: 1 MiB.
  static let limit = 1 << 20
  static let begin: [UInt8] = Array("\u{1B}[200~".utf8)
  static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// The last bytes, which may be the beginning of the end mark.
  private var tail: [UInt8] = []
  /// How many bytes were beyond the limit.
  private(set) var lost = 0
  private(set) var isFinished = false

  /// How many bytes have come.
  var count: Int { bytes.count + tail.count + lost }

  /// Whether the last byte is ESC: the end mark, torn, or somebody who has pressed Esc.
  var endsWithEscape: Bool { tail.last == 0x1B }

  /// Takes bytes up to and with the end mark, and answers how many it took.
  mutating func take(_ chunk: ArraySlice<UInt8>) -> Int {
    let known = tail.count
    tail += chunk
    if let mark = tail.firstIndex(of: Self.end) {
      keep(tail[..<mark])
      tail = []
      finish()
      return mark + Self.end.count - known
    }
    let safe = max(0, tail.count - Self.end.count + 1)
    keep(tail[..<safe])
    tail.removeFirst(safe)
    return chunk.count
  }

  /// Ends it where the user has pressed Esc.
  mutating func endByEscape() {
    if endsWithEscape { tail.removeLast() }
    keep(tail[...])
    tail = []
    finish()
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    let kept = part.prefix(max(0, Self.limit - bytes.count))
    bytes += kept
    lost += part.count - kept.count
  }

  private mutating func finish() {
    isFinished = true
    guard lost > 0 else { return }
    // Not in the middle of a character, or the text would end with a sign for what is no text.
    guard let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[lead] >= 0xC0 else {
      return
    }
    let length = bytes[lead] < 0xE0 ? 2 : bytes[lead] < 0xF0 ? 3 : 4
    let has = bytes.count - lead
    guard has < length else { return }
    bytes.removeLast(has)
    lost += has
  }

  /// The text, with line breaks as `\n` and U+FFFD for what is no UTF-8.
  func text() -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, previous == 0x0D {
        // its CR has been turned into a line break
      } else {
        out.append(byte == 0x0D ? 0x0A : byte)
      }
      previous = byte
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// How many bytes are kept.
  var kept: Int { bytes.count }
}

extension [UInt8] {
  /// Where a sequence that begins with an escape stands in these bytes.
  fileprivate func firstIndex(of mark: [UInt8]) -> Int? {
    var at = 0
    while let start = self[at...].firstIndex(of: 0x1B) {
      if self[start...].starts(with: mark) { return start }
      at = start + 1
    }
    return nil
  }
}
