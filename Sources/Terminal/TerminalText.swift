import Glibc

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal: "standard input and output must be a terminal"
    case .termMissing: "TERM is not set; try TERM=xterm-256color"
    case .termUnknown(let name):
      "this host does not know the terminal “\(name)” (TERM); try TERM=xterm-256color"
    case .termTooSimple(let name):
      "the terminal “\(name)” (TERM) cannot place its cursor"
    case .alreadyOpen: "a screen is open already"
    case .system(let number): String(cString: strerror(number))
    }
  }
}

/// What the user is told about how the terminal was set up.
enum TerminalNotice {
  static func substituted(_ name: String, by substitute: String) -> String {
    "This host does not know the terminal “\(name)”; it is treated as \(substitute)."
  }

  static let notUTF8 =
    "The locale is not UTF-8: characters outside ASCII are shown as “?”. Start caledit with --utf8, "
    + "or set LANG=C.UTF-8 on this host."

  /// Quotation marks that such a terminal can show.
  static func plain(_ text: String) -> String {
    String(text.map { "“”".contains($0) ? "\"" : $0 })
  }
}
