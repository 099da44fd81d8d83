import TextUI

extension TerminalReply {
  /// Reads `ESC [ row ; column R`; nil for everything else.
  ///
  /// In the first row that is F3 with a modifier, so nobody asks there.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: [0x1B, 0x5B]), bytes.last == UInt8(ascii: "R") else { return nil }
    let numbers = bytes.dropFirst(2).dropLast()
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.count <= 5 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row > 1, column > 0
    else { return nil }
    self = .cursorPosition(row: row, column: column)
  }
}
