/// What a terminal answers to a question of the program.
package enum TerminalReply: Sendable, Hashable {
  /// Where the cursor is, counted from 1.
  case cursorPosition(row: Int, column: Int)
}
