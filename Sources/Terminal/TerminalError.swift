/// Why there is no screen.
package enum TerminalError: Error, Sendable, Hashable {
  /// Standard input or output is no terminal.
  case notATerminal
  /// `$TERM` is not set.
  case termMissing
  /// There is no terminfo entry for `$TERM`.
  case termUnknown(String)
  /// The terminal cannot place its cursor (`TERM=dumb`).
  case termTooSimple(String)
  /// A screen is open already.
  case alreadyOpen
  /// The system refused something; the number is an `errno`.
  case system(Int32)

  /// Whether there is a terminal all the same that shows lines.
  package var leavesLines: Bool {
    switch self {
    case .termMissing, .termUnknown, .termTooSimple: true
    case .notATerminal, .alreadyOpen, .system: false
    }
  }
}
