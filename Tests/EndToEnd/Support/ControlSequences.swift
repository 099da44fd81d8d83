/// The sequences that a program has sent to its terminal.
struct ControlSequences {
  /// The parameters of every "select graphic rendition".
  private(set) var renditions: [[Int]] = []

  init(_ output: [UInt8]) {
    var at = 0
    while at + 1 < output.count {
      guard output[at] == 0x1B, output[at + 1] == UInt8(ascii: "[") else {
        at += 1
        continue
      }
      let parameters = output[(at + 2)...].prefix { (0x30...0x3F).contains($0) }
      let end = parameters.endIndex
      if end < output.count, output[end] == UInt8(ascii: "m") {
        renditions.append(
          parameters.split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") }
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 })
      }
      at = end
    }
  }

  /// Whether a colour was ever chosen; going back to the terminal's own is none.
  var hasColors: Bool {
    renditions.joined().contains {
      (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
    }
  }
}
