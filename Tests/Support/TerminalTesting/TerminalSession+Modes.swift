import Glibc

extension TerminalSession {
  /// The modes of a terminal's line, as `stty` shows them.
  package struct Modes: Equatable, Sendable {
    package let input, output, control, local: UInt32

    init(_ settings: termios) {
      input = settings.c_iflag
      output = settings.c_oflag
      control = settings.c_cflag
      local = settings.c_lflag
    }

    package var echoes: Bool { local & UInt32(ECHO) != 0 }
    package var isCanonical: Bool { local & UInt32(ICANON) != 0 }
    package var hasSignals: Bool { local & UInt32(ISIG) != 0 }
  }

  /// The modes now; they can be read after the program has ended, too.
  package var modes: Modes { pseudoTerminal.modes }

  /// Makes Ctrl-D an end of the input again, as `stty sane` from elsewhere does.
  package func makeCanonical() { pseudoTerminal.makeCanonical() }

  /// Whether the terminal has been left as it was found.
  package var isRestored: Bool { modes == originalModes && !isAlternateScreen && isCursorVisible }
}
