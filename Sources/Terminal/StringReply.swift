/// Tells the strings that a terminal sends: `ESC ]` (OSC), `ESC P` (DCS), `ESC _` (APC), `ESC ^` (PM)
/// and `ESC X` (SOS), up to `ESC \` or BEL.
///
/// They are answers (colours, the name and version of the terminal, capabilities) to questions that
/// were asked by this program or by one before it. On a slow line they come when the form is long
/// there, and none of their bytes is a key.
enum StringReply {
  enum Beginning { case reply, key, undecided }

  /// Whether a byte behind ESC can begin a string.
  static func isIntroducer(_ byte: UInt8) -> Bool { "]P_^X".utf8.contains(byte) }

  /// What the bytes behind ESC are: a string, or a key with Alt and others after it.
  static func beginning(_ bytes: ArraySlice<UInt8>) -> Beginning {
    guard let introducer = bytes.first, bytes.count > 1 else { return .undecided }
    let next = bytes[bytes.startIndex + 1]
    switch introducer {
    // A number, or the title: ESC ] l.
    case UInt8(ascii: "]"):
      return ControlSequence.isDigit(next) || "lLI".utf8.contains(next) ? .reply : .key
    // ESC P > |, ESC P 1 $ r, ESC P ! |
    case UInt8(ascii: "P"):
      return ControlSequence.isDigit(next) || ";<=>?!$+".utf8.contains(next) ? .reply : .key
    default: return (0x20..<0x7F).contains(next) ? .reply : .key
    }
  }

  /// How many bytes belong to a string that has begun, and whether its end is among them.
  ///
  /// Nothing of it is kept. An ESC that nothing follows yet is not counted: it may begin the end.
  static func skip(_ bytes: ArraySlice<UInt8>) -> (count: Int, isFinished: Bool) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      switch bytes[at] {
      case 0x07, 0x18, 0x1A: return (at + 1 - bytes.startIndex, true)
      case 0x1B:
        guard at + 1 < bytes.endIndex else { return (at - bytes.startIndex, false) }
        // Any other sequence ends the string, too.
        let isEnd = bytes[at + 1] == UInt8(ascii: "\\")
        return (at + (isEnd ? 2 : 0) - bytes.startIndex, true)
      default: at += 1
      }
    }
    return (bytes.count, false)
  }
}
