/// How a document is laid out in lines.
package struct JSONLayout: Sendable, Hashable {
  /// What one level is indented by; nil prints everything on one line.
  package var indent: String?
  /// Whether the text ends with a line break.
  package var endsWithNewline: Bool

  package init(indent: String?, endsWithNewline: Bool = false) {
    self.indent = indent
    self.endsWithNewline = endsWithNewline
  }

  /// One line, no spaces: what is sent.
  package static let compact = JSONLayout(indent: nil)
  /// Two spaces a level: what is shown.
  package static let readable = JSONLayout(indent: "  ")

  /// Recognises the layout of a text by its first indented line and its end.
  package init(of bytes: some Collection<UInt8>) {
    endsWithNewline = Array(bytes.suffix(1)) == [0x0A]
    indent = nil
    var rest = bytes[...]
    func skip(while isSkipped: (UInt8) -> Bool) { rest = rest.drop(while: isSkipped) }
    skip { $0 == 0x20 || (0x09...0x0D).contains($0) }
    while !rest.isEmpty {
      skip { $0 != 0x0A }
      rest = rest.dropFirst()
      let space = rest.prefix { $0 == 0x20 || $0 == 0x09 }
      rest = rest[space.endIndex...]
      guard let first = rest.first, first != 0x0A, first != 0x0D else { continue }
      indent = String(decoding: space, as: UTF8.self)
      if !space.isEmpty { return }
    }
  }
}
