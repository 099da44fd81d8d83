import TerminalTesting
import Testing

/// The test program of this layer, ready for input.
func startProbe(
  _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
  columns: Int = 80
) throws -> TerminalSession {
  let session = try TerminalSession(
    builtProduct("terminal-probe"), arguments, environment: environment, rows: rows,
    columns: columns)
  try session.wait(for: "ready")
  return session
}

extension TerminalSession {
  /// Leaves the program as its user would, and looks at what it leaves behind.
  func quit() throws {
    type("Q")
    #expect(try waitForExit() == .status(0))
    #expect(isRestored)
  }
}
