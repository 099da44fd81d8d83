import Glibc

/// What a person types while no screen is open.
package enum TerminalInput {
  /// Longer lines are cut there.
  private static let longest = 4096

  /// Waits for a line on standard input, and takes no more than that line.
  ///
  /// A signal that only interrupts the wait, as when the program goes on after it was stopped, does not
  /// end it.
  /// - Returns: the line without its end; nil at the end of the input.
  package static func line() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let (count, error) = SystemCall.result { read(STDIN_FILENO, &byte, 1) }
      if error == EINTR { continue }
      guard count == 1 else { break }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      if bytes.count < longest { bytes.append(byte) }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
