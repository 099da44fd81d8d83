import CVTerm
import Glibc

/// A program under test in a pseudo-terminal, its screen kept by a real terminal emulator.
///
/// Keys go through the emulator too, so they are the bytes that a terminal in its present mode
/// would send. Sessions are independent of each other and may run in parallel tests; one session
/// belongs to one test.
package final class TerminalSession {
  /// What a test could not do, with the screen as it was.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
  }

  /// How a program ended.
  package enum Exit: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  /// What kind of terminal it is.
  package enum Kind: Sendable {
    case utf8
    /// Shows each byte beyond ASCII as a letter.
    case oneByte
    /// Answers nothing.
    case silent
  }

  package let pid: pid_t
  /// Everything that the program has written, as it came.
  package private(set) var rawOutput: [UInt8] = []
  /// How it ended; nil while it runs.
  package private(set) var exit: Exit?
  /// The modes of the terminal before the program began.
  package let originalModes: Modes

  /// The lines of the screen until it changes; a test that waits asks for them again and again.
  var knownLines: [String]?

  let pseudoTerminal: PseudoTerminal
  let emulator: ScreenEmulator
  private let kind: Kind

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - environment: added to a small one of its own (`TERM`, `LANG`, `PATH`, `HOME`); nothing of
  ///     the test's environment is passed on. An empty value removes a variable.
  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80, kind: Kind = .utf8
  ) throws {
    self.kind = kind
    pseudoTerminal = try PseudoTerminal(rows: rows, columns: columns)
    emulator = ScreenEmulator(rows: rows, columns: columns, isUTF8: kind != .oneByte)
    originalModes = pseudoTerminal.modes
    let defaults = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "HOME": "/nonexistent",
      // Otherwise a trap asks what to do, for half a minute.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let all = defaults.merging(environment) { $1 }.filter { !$0.value.isEmpty }
    pid = try pseudoTerminal.spawn(path, arguments, environment: all)
  }

  deinit {
    if exit == nil {
      var status: Int32 = 0
      kill(pid, SIGKILL)
      waitpid(pid, &status, 0)
    }
  }

  // MARK: waiting

  /// Takes what the program writes until a condition holds, and then the rest of what it draws with
  /// that: a test may look at another part of the screen, or at the cursor, right after it.
  ///
  /// Fails with the screen.
  package func wait(
    _ what: String = "what was waited for", seconds: Double = 60, until condition: () -> Bool
  ) throws {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(seconds))
    while !condition() {
      if clock.now > deadline { throw failure("no \(what) after \(seconds) s") }
      if !pump(milliseconds: 20) { noteExit() }
    }
    takeRestOfFrame()
  }

  /// Takes what the program writes until it sleeps and has nothing more to say, for half a second at
  /// most: a program that works on something, or draws all the time, is not waited for.
  private func takeRestOfFrame() {
    let deadline = ContinuousClock.now.advanced(by: .milliseconds(500))
    while exit == nil, ContinuousClock.now < deadline {
      let isRunning = Processes.work(pid).isUnderWay
      if !pump(milliseconds: isRunning ? 1 : 0), !isRunning { return }
    }
  }

  /// Waits until a text stands on the screen.
  package func wait(for text: String, seconds: Double = 60) throws {
    try wait("“\(text)”", seconds: seconds) {
      if self.text.contains(text) { return true }
      // What it has said last may still be in the pseudo-terminal.
      if exit != nil { while pump(milliseconds: 0) {} }
      return self.text.contains(text)
    }
  }

  /// Waits until a text has gone from the screen.
  package func wait(forNo text: String, seconds: Double = 60) throws {
    try wait("end of “\(text)”", seconds: seconds) { !self.text.contains(text) }
  }

  /// Takes what the program writes until it has been silent for a while and has slept at the end of it.
  ///
  /// By default longer than the program waits, once keys rest, before it explains what is selected. On
  /// a busy machine a program that has something to do may get no time to do it: that is no rest.
  package func settle(milliseconds: Int32 = 250, seconds: Double = 30) {
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    let silence = Duration.milliseconds(milliseconds)
    // Its other threads may look after something now and then.
    let sleep = min(silence, .milliseconds(100))
    var written = ContinuousClock.now
    var worked = written
    var before = Processes.work(pid)
    while ContinuousClock.now < deadline {
      if pump(milliseconds: min(milliseconds, 20)) { written = .now }
      let after = Processes.work(pid)
      let now = ContinuousClock.now
      if after.isUnderWay || after.nanoseconds != before.nanoseconds { worked = now }
      before = after
      if written.duration(to: now) >= silence, worked.duration(to: now) >= sleep { return }
    }
  }

  /// Waits for the end of the program, with all that it has written.
  @discardableResult
  package func waitForExit(seconds: Double = 60) throws -> Exit {
    var result: Exit?
    try wait("exit", seconds: seconds) {
      noteExit()
      result = exit
      return result != nil
    }
    while pump(milliseconds: 0) {}
    guard let result else { throw failure("no exit") }
    return result
  }

  private func failure(_ what: String) -> Failure {
    let ending = exit.map { ", it has ended with \($0)" } ?? ""
    return Failure("\(what)\(ending); the screen:\n\(text)")
  }

  private func noteExit() {
    var status: Int32 = 0
    guard exit == nil, waitpid(pid, &status, WNOHANG) == pid else { return }
    let signal = status & 0x7F
    exit = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }

  @discardableResult
  func pump(milliseconds: Int32) -> Bool {
    guard let bytes = pseudoTerminal.receive(milliseconds: milliseconds) else {
      // Without a master there is nothing to wait for, but the caller's condition.
      if pseudoTerminal.master < 0, milliseconds > 0 { usleep(2000) }
      return false
    }
    rawOutput += bytes
    emulator.show(bytes)
    knownLines = nil
    let answers = emulator.output()
    if !answers.isEmpty, kind != .silent { send(answers) }
    return true
  }

  /// Sends bytes as they are.
  package func send(_ bytes: [UInt8]) {
    pseudoTerminal.send(bytes) { _ = pump(milliseconds: 5) }
  }

  /// Whether the program has not read yet what was sent.
  package var hasUnreadInput: Bool { pseudoTerminal.hasUnreadInput }

  /// Writes onto the screen past the program, as another process would.
  package func overwrite(_ text: String) {
    emulator.show(Array(text.utf8))
    knownLines = nil
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) { kill(pid, number) }

  /// Hangs up: the connection is gone.
  package func closeMaster() { pseudoTerminal.closeMaster() }

  /// Changes the size of the window.
  package func resize(rows: Int, columns: Int) {
    emulator.resize(rows: rows, columns: columns)
    knownLines = nil
    pseudoTerminal.resize(rows: rows, columns: columns)
  }
}
