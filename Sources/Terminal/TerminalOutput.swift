import CTerminal
import Glibc
import Synchronization
import TextUI

/// Text for a person, on standard output or standard error, while no screen is open.
///
/// It is the one way there. What is in it may have come from outside, so it is sanitised here, and
/// it is ASCII only where the locale does not take UTF-8: the bytes of other characters are control
/// characters to some of those terminals.
package enum TerminalOutput: Int32, Sendable {
  case standard = 1
  case error = 2

  /// Whether characters outside ASCII can be written.
  package static let isUTF8 = ct_takes_utf8()

  /// Whether a person sees it at once.
  package var isTerminal: Bool { isatty(rawValue) != 0 }

  /// The size of the terminal that it goes to; nil where it is none, or does not say it.
  package var size: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return nil
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Writes one line; what breaks lines elsewhere is a symbol in it.
  ///
  /// - Parameter ascii: whether only ASCII is written; nil leaves that to the locale.
  /// - Returns: whether it was written.
  @discardableResult
  package func line(_ text: String, ascii: Bool? = nil) -> Bool {
    write(Self.plain(text, ascii: ascii) + "\n")
  }

  /// Writes a text of several lines, such as help; tabs stay as well.
  package func text(_ text: String) {
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      write(parts.map { Self.plain(String($0)) }.joined(separator: "\t") + "\n")
    }
  }

  /// Writes a text at the beginning of the line that it is in, as progress that changes.
  package func overwrite(_ text: String) { write("\r" + Self.plain(text) + "\r") }

  /// Writes a question, without ending its line.
  @discardableResult
  package func prompt(_ text: String, ascii: Bool? = nil) -> Bool {
    write(Self.plain(text, ascii: ascii))
  }

  /// Writes a text as it is: one that was made harmless already, such as JSON or coloured lines.
  ///
  /// - Returns: whether all of it was written.
  @discardableResult
  package func harmless(_ text: String) -> Bool { write(text) }

  private static func plain(_ text: String, ascii: Bool? = nil) -> String {
    ascii ?? !isUTF8 ? text.sanitizedASCII : text.sanitized
  }

  /// Why standard output did not take something first, as the system says it: "No space left on
  /// device"; nil where it took everything.
  ///
  /// A reader who went away early, as `head` does, is no failure.
  package static var failure: String? {
    firstError.withLock { $0 }.map { String(cString: strerror($0)) }
  }

  private static let firstError = Mutex<Int32?>(nil)

  /// Remembers that standard output did not take something.
  private func note(_ error: Int32) {
    guard self == .standard, error != EPIPE else { return }
    Self.firstError.withLock { $0 = $0 ?? error }
  }

  @discardableResult
  private func write(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let (count, error) = rest.withUnsafeBytes { bytes in
        SystemCall.result { Glibc.write(rawValue, bytes.baseAddress, bytes.count) }
      }
      if error == EINTR { continue }
      guard count > 0 else {
        note(error == 0 ? EIO : error)
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
