import TextUI

/// The bytes that put a text into the clipboard of the user's terminal: OSC 52.
///
/// It goes the way that the screen goes, through SSH and multiplexers, so the text arrives on the
/// machine in front of the user. Terminals do not answer it, and some do not allow it.
///
/// What is copied may have come from outside, and will be pasted somewhere, perhaps into a shell: so
/// it is sanitised here, but for its line breaks and tabs.
struct ClipboardSequence {
  /// What passes through xterm, tmux and screen in one piece: 100,000 bytes less what they add.
  ///
  /// The figure is the one that clipboard scripts for vi have used for years; longer texts are cut
  /// or dropped somewhere on the way without a word.
  static let limit = 74_994

  let bytes: [UInt8]

  /// - Parameters:
  ///   - terminal: the value of `TERM`.
  ///   - tmux: whether `TMUX` is set.
  init(_ text: String, terminal: String, tmux: Bool) throws(ClipboardError) {
    // The Linux console knows no OSC with two digits and prints it; the others have no OSC at all.
    let family = terminal.prefix { $0 != "-" && $0 != "." }
    let isVideoTerminal = family.hasPrefix("vt") && family.dropFirst(2).first?.isNumber == true
    guard !isVideoTerminal, !["", "linux", "dumb", "ansi", "cons25"].contains(family) else {
      throw .terminalCannot(terminal)
    }
    let data = Self.base64(Array(text.sanitizedText.utf8))
    guard data.count <= Self.limit else { throw .tooLong(bytes: data.count, limit: Self.limit) }
    let plain = Array("\u{1B}]52;c;".utf8) + data + [0x07]
    if tmux || family == "tmux" {
      bytes = plain + Self.passedThroughTmux(plain)
    } else if family == "screen" {
      bytes = Self.passedThroughScreen(plain)
    } else {
      bytes = plain
    }
  }

  /// For tmux, which needs both ways.
  ///
  /// With `set-clipboard on` it takes the plain sequence itself and
  /// hands it on; with `allow-passthrough on` it unwraps the other one. Since 3.3 the latter is off
  /// unless somebody asks for it, and the former is `external`, which refuses; so neither alone
  /// would do for everybody. Both say the same, so that both arriving does no harm.
  private static func passedThroughTmux(_ sequence: [UInt8]) -> [UInt8] {
    Array("\u{1B}Ptmux;".utf8) + sequence.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      + [0x1B, 0x5C]
  }

  /// For GNU screen, in pieces.
  ///
  /// It hands on what stands in a device control string, but has room for a few hundred bytes of
  /// it, and prints the rest of a longer one. So the sequence goes in pieces, and never
  /// plain.
  private static func passedThroughScreen(_ sequence: [UInt8]) -> [UInt8] {
    stride(from: 0, to: sequence.count, by: 76).flatMap { start in
      [0x1B, 0x50] + sequence[start..<min(start + 76, sequence.count)] + [0x1B, 0x5C]
    }
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = (0..<3).reduce(0) { sum, offset in
        sum << 8 | (offset < group.count ? Int(group[start + offset]) : 0)
      }
      for place in 0..<4 {
        out.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : 0x3D)
      }
    }
    return out
  }
}

/// Why a text cannot be put into the clipboard.
package enum ClipboardError: Error, Sendable, Hashable {
  /// With the type of the terminal.
  case terminalCannot(String)
  /// In bytes of base64.
  case tooLong(bytes: Int, limit: Int)
}
