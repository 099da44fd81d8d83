/// What a terminal tells the program.
package enum TerminalEvent: Sendable, Hashable {
  case key(Key)
  /// A bracketed paste, whole: line breaks are `\n`, other control characters as they came.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// The program was stopped and goes on; the screen has been taken over again.
  case resumed
  /// The terminal is gone (hang-up, end of input, an error on it).
  case hangUp
  /// The program is asked to end by a signal.
  case terminate(signal: Int32)
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
