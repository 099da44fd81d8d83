/// Everything that was sent to a terminal, by kind: what it prints, and what it obeys.
///
/// A strict reading of ECMA-48 and UTF-8, as the strictest and the most careless terminal do it: a C1
/// control counts whether it comes as two bytes of UTF-8 or as a byte that is no UTF-8.
struct TerminalTraffic {
  /// The kinds of what is obeyed: `CSI m`, `CSI ?1049h`, `ESC (B`, `BEL`, `OSC`.
  private(set) var kinds: Set<String> = []
  /// What is printed.
  private(set) var text = String.UnicodeScalarView()

  init(_ output: [UInt8]) {
    var at = 0
    while at < output.count {
      switch output[at] {
      case 0x1B: at = escape(output, at + 1)
      case 0..<0x20, 0x7F:
        kinds.insert(Self.names[output[at]] ?? "C0 \(output[at])")
        at += 1
      default: at = printed(output, at)
      }
    }
  }

  private static let names: [UInt8: String] = [7: "BEL", 8: "BS", 9: "TAB", 10: "LF", 13: "CR"]

  private mutating func escape(_ output: [UInt8], _ start: Int) -> Int {
    guard start < output.count else {
      kinds.insert("ESC at the end")
      return start
    }
    switch output[start] {
    case UInt8(ascii: "["):
      let parameters = output[(start + 1)...].prefix { (0x30...0x3F).contains($0) }
      let rest = output[parameters.endIndex...].prefix { (0x20...0x2F).contains($0) }
      guard rest.endIndex < output.count else {
        kinds.insert("CSI at the end")
        return output.count
      }
      let final = String(decoding: rest + [output[rest.endIndex]], as: UTF8.self)
      // What a mode is called matters; where a cursor goes does not.
      let isPlain = parameters.allSatisfy { (0x30...0x3B).contains($0) }
      let isMode = ["h", "l", "t"].contains(final) || !isPlain
      kinds.insert(
        "CSI " + (isMode ? String(decoding: parameters, as: UTF8.self) : "") + final)
      return rest.endIndex + 1
    case UInt8(ascii: "]"): return string("OSC", output, start + 1)
    case UInt8(ascii: "P"): return string("DCS", output, start + 1)
    case UInt8(ascii: "_"): return string("APC", output, start + 1)
    case UInt8(ascii: "^"): return string("PM", output, start + 1)
    case UInt8(ascii: "X"): return string("SOS", output, start + 1)
    default:
      let rest = output[start...].prefix { (0x20...0x2F).contains($0) }
      let end = min(rest.endIndex, output.count - 1)
      kinds.insert("ESC " + String(decoding: output[start...end], as: UTF8.self))
      return end + 1
    }
  }

  /// A control string, up to BEL or ST.
  private mutating func string(_ name: String, _ output: [UInt8], _ start: Int) -> Int {
    let body = output[start...].prefix { $0 != 7 && $0 != 0x1B }
    let head = String(decoding: body.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
    kinds.insert("\(name) \(head)")
    let isST = body.endIndex < output.count && output[body.endIndex] == 0x1B
    return min(output.count, body.endIndex + (isST ? 2 : 1))
  }

  private mutating func printed(_ output: [UInt8], _ start: Int) -> Int {
    let lead = output[start]
    let length = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 0, start + length <= output.count,
      let read = String(validating: output[start..<start + length], as: UTF8.self),
      let scalar = read.unicodeScalars.first
    else {
      kinds.insert("byte " + String(lead, radix: 16))
      return start + 1
    }
    if (0x80..<0xA0).contains(scalar.value) {
      kinds.insert("C1 " + String(scalar.value, radix: 16))
    } else {
      text.append(scalar)
    }
    return start + length
  }

  // MARK: What is allowed

  /// What moves the cursor, erases and shifts: curses chooses by what is cheapest.
  private static let moves: Set<String> = [
    "CSI H", "CSI d", "CSI G", "CSI A", "CSI B", "CSI C", "CSI D", "CSI K", "CSI J", "CSI X",
    "CSI P", "CSI @", "CSI L", "CSI M", "CSI S", "CSI T", "CSI b", "CSI r", "CSI Z", "ESC M", "BS",
    // The cursor is kept while a region is scrolled.
    "ESC 7", "ESC 8",
    // So that the last cell of the screen can be written without scrolling.
    "CSI ?7l", "CSI ?7h",
    "CR", "LF", "TAB",
  ]

  /// What takes the terminal and gives it back, and how cells look.
  private static let modes: Set<String> = [
    "CSI m", "ESC (B", "ESC =", "ESC >", "CSI ?1h", "CSI ?1l", "CSI ?1049h", "CSI ?1049l",
    "CSI 22;0;0t", "CSI 23;0;0t", "CSI ?12l", "CSI ?25h", "CSI ?25l", "CSI ?12;25h", "CSI 4l",
    "CSI ?2004h", "CSI ?2004l", "CSI ?1000h", "CSI ?1006h", "CSI ?1006;1000h",
    "CSI ?1006l", "CSI ?1000l", "CSI ?1006;1000l", "CSI ?1036s", "CSI ?1036h", "CSI ?1036r",
    "OSC 104",
  ]

  /// The kinds that the terminal layer never sends to an xterm.
  var strangers: Set<String> { kinds.subtracting(Self.moves).subtracting(Self.modes) }

  /// The kinds but for those of moving about, which depend on what stands where.
  var commands: Set<String> { kinds.subtracting(Self.moves) }
}
