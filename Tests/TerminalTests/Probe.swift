import TerminalTesting
import Testing

/// The test program of this layer, ready for input.
func startProbe(
  _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
  columns: Int = 80, kind: TerminalSession.Kind = .utf8
) throws -> TerminalSession {
  let session = try TerminalSession(
    builtProduct("terminal-probe"), arguments, environment: environment, rows: rows,
    columns: columns, kind: kind)
  try session.wait(for: "ready")
  return session
}

extension TerminalSession {
  /// The screen with a short name of its style behind every cell.
  var styledLines: [String] {
    (0..<rows).map { row in
      line(row) + " # "
        + (0..<columns).map { column in
          let style = style(row, column)
          return "\(style.bold ? "b" : "")\(style.underline ? "u" : "")\(style.reverse ? "r" : "")"
            + "\(style.foreground.name)\(style.background.name)"
        }.joined(separator: " ")
    }
  }

  /// Leaves the program as its user would, and looks at what it leaves behind.
  func quit() throws {
    type("Q")
    #expect(try waitForExit() == .status(0))
    #expect(isRestored)
  }
}

extension TerminalSession.Style.Color {
  fileprivate var name: String {
    switch self {
    case .normal: "-"
    case .indexed(let number): "\(number)"
    case .rgb: "*"
    }
  }
}
