/// Texts that a careless program would let a terminal obey, or that would break its screen.
package struct HostileText: Sendable, CustomStringConvertible {
  package let name: String
  package let text: String
  package var description: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// All of them, short enough to be seen whole in a field.
  package static let all =
    controls + oneByteControls + hidden + marks + layout
    + [
      HostileText("lone surrogates, as read", "\u{FFFD}\u{FFFD}"),
      HostileText("our own marks", "✗ ▲ • › │ ─ … [0] {{contact.name}} //! Ctrl-S"),
      HostileText("JSON", "\"\\u001b[2J\\\\ \u{8}\u{C}"),
    ]

  private static let controls = [
    HostileText("CSI: clears the screen", "\u{1B}[2J\u{1B}[1;1H"),
    HostileText("CSI: asks for an answer", "\u{1B}[6n\u{1B}[c\u{1B}[>q"),
    HostileText("CSI: colours", "\u{1B}[31;7m"),
    HostileText("CSI: leaves the second screen", "\u{1B}[?1049l\u{1B}[?2004l"),
    HostileText("OSC 0: title", "\u{1B}]0;TITLE\u{7}"),
    HostileText("OSC 2: title, ST", "\u{1B}]2;TITLE\u{1B}\\"),
    HostileText("OSC 8: link", "\u{1B}]8;;http://x.example\u{1B}\\k\u{1B}]8;;\u{1B}\\"),
    HostileText("OSC 52: clipboard", "\u{1B}]52;c;RVZJTA==\u{7}"),
    HostileText("DCS", "\u{1B}P$qm\u{1B}\\"),
    HostileText("DCS of tmux", "\u{1B}Ptmux;\u{1B}\u{1B}]0;T\u{7}\u{1B}\\"),
    HostileText("APC", "\u{1B}_Gi=1;x\u{1B}\\"),
    HostileText("PM", "\u{1B}^x\u{1B}\\"),
    HostileText("SOS", "\u{1B}Xx\u{1B}\\"),
    HostileText("RIS", "\u{1B}c"),
    HostileText("line drawing", "\u{1B}(0lqk\u{1B}(B"),
    HostileText("ESC alone", "\u{1B}"),
    HostileText("C1: CSI", "\u{9B}2J\u{9B}31m"),
    HostileText("C1: OSC", "\u{9D}0;TITLE\u{9C}"),
    HostileText("C1: DCS, SOS, PM, APC", "\u{90}x\u{98}x\u{9E}x\u{9F}x\u{9C}"),
    HostileText("C1: NEL, RI, IND", "\u{85}\u{8D}\u{84}"),
  ]

  private static let oneByteControls =
    stride(from: 0, to: 0x20, by: 8).map { first in
      HostileText("C0 from \(first)", scalars(first..<first + 8))
    }
    + stride(from: 0x80, to: 0xA0, by: 8).map { first in
      HostileText("C1 from \(first)", scalars(first..<first + 8))
    }
    + [
      HostileText("BEL, BS, CR, DEL", "\u{7}\u{8}\u{8}\rX\u{7F}"),
      HostileText("SO, SI", "\u{E}lqk\u{F}"),
      HostileText("NUL", "\u{0}"),
      HostileText("lines and tabs", "a\tb\nc\r\nd\u{B}e\u{C}f\u{2028}g\u{2029}h"),
    ]

  private static let hidden = [
    HostileText("bidi overrides", scalars(0x202A..<0x202F) + "gpj.exe"),
    HostileText("bidi isolates", scalars(0x2066..<0x206A) + "gpj.exe"),
    HostileText("bidi marks", "\u{200E}\u{200F}\u{61C}"),
    HostileText("zero width", "\u{200B}a\u{2060}\u{FEFF}"),
    HostileText("joiners alone", "\u{200D} \u{200C}"),
    HostileText("joiners in a word", "a\u{200D}b\u{200C}c\u{200D}"),
    HostileText("invisible operators", scalars(0x2061..<0x2065) + scalars(0x206A..<0x2070)),
    HostileText("soft hyphen, CGJ", "a\u{AD}b\u{34F}c \u{34F}"),
    HostileText("variation selectors", "\u{FE0F}a\u{FE0F}\u{FE00}\u{E0100} \u{180B}"),
    HostileText("tags", "a\u{E0001}\u{E0045}\u{E0056}\u{E0049}\u{E004C}\u{E007F}"),
    HostileText("a flag of tags", "🏴\u{E0067}\u{E0062}\u{E007F}"),
    HostileText("private use", "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}"),
    HostileText(
      "no characters",
      scalars(0xFFFE..<0x10000) + scalars(0xFDD0..<0xFDD2) + scalars(0x10FFFE..<0x110000)),
    HostileText("not assigned", "\u{378}\u{2FE0}\u{E0080}"),
    HostileText("fillers", "\u{115F}\u{1160}\u{3164}\u{FFA0}\u{17B4}"),
    HostileText("annotations", "\u{FFF9}a\u{FFFA}b\u{FFFB}\u{1D173}\u{1D17A}"),
    HostileText("numbers in front", "\u{600}1\u{6DD}2\u{8E2}\u{110BD}x"),
    HostileText("hidden behind a joiner", "a\u{200D}\u{E0045}b\u{FE0F}\u{E0045}"),
  ]

  private static let marks = [
    HostileText("tower of marks", "Z" + String(repeating: "\u{301}\u{20DD}\u{323}", count: 15)),
    HostileText("marks without a letter", "\u{301}\u{489} \u{20DD}"),
    HostileText("marks on what is hidden", "\u{1B}\u{301}[2J\u{202E}\u{301}"),
    HostileText("marks on quotes", "\"\u{301}\\\u{301}"),
  ]

  private static let layout = [
    HostileText("wide", "日本語日本語日本語日本語日本語"),
    HostileText("wide at a border", "x日本語日本語日本語日本語日本語日本語日本語日本語"),
    HostileText("half and full", "ｱＡ１。｡"),
    HostileText("families and flags", "👩‍👩‍👧‍👦👍🏽🇩🇪🇩1️⃣❤️"),
    HostileText("right to left", "שלום مرحبا (a)"),
    HostileText("long forms", "﷽ﷺ⸻𒐫"),
    HostileText("jamo", "\u{1100}\u{1161}\u{11A8}\u{1161}\u{11A8}"),
  ]

  private static func scalars(_ range: Range<Int>) -> String {
    var out = String.UnicodeScalarView()
    for value in range { if let scalar = Unicode.Scalar(UInt32(value)) { out.append(scalar) } }
    return String(out)
  }

  /// The same in one text each, with letters around them, so many to a text.
  package static func groups(of size: Int) -> [String] {
    stride(from: 0, to: all.count, by: size).map { start in
      all[start..<min(start + size, all.count)].map { "A\($0.text)B" }.joined()
    }
  }
}
