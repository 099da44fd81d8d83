/// What a terminal tells the program.
package enum TerminalEvent: Sendable, Hashable {
  case key(Key)
  /// A key amid characters that came faster than any hand types, as of a text that was pasted as if it
  /// were typed. It is not to send, to delete or to end anything.
  case fastKey(Key)
  /// A bracketed paste, whole: line breaks are `\n`, other control characters as they came.
  case paste(String)
  /// The paste before this was too long: how many bytes of it were kept, and how many cut.
  case pasteCut(kept: Int, lost: Int)
  /// A bracketed paste is under way, and so many bytes have come; Esc ends it.
  case pasting(bytes: Int)
  case mouse(MouseEvent)
  case resize(Size)
  /// The program was stopped and goes on; the screen has been taken over again.
  case resumed
  /// The terminal is gone (hang-up, end of input, an error on it).
  case hangUp
  /// The program is asked to end by a signal.
  case terminate(signal: Int32)

  /// Whether a key was pressed.
  package var isKey: Bool {
    switch self {
    case .key, .fastKey: true
    default: false
    }
  }
}

/// A press or a turn of the wheel, with the cell it happened at.
package struct MouseEvent: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case press, wheelUp, wheelDown }
  package let kind: Kind
  package let position: Position

  package init(kind: Kind, position: Position) {
    self.kind = kind
    self.position = position
  }
}
