import Synchronization
import Terminal

/// Says on standard error what a command waits for, where that takes long.
///
/// No screen may be open: a program that gets the terminal has it for itself then.
struct WaitNotice: Sendable {
  /// How long nothing is said.
  static let patience = Duration.seconds(3)

  private let task: Task<Void, Never>

  /// Begins to wait; the text is said once, when it has taken long.
  init(_ text: String) {
    task = Task.detached {
      try? await Task.sleep(for: Self.patience)
      if !Task.isCancelled { TerminalOutput.error.line("caledit: \(text)") }
    }
  }

  /// Nothing is waited for any more.
  func end() { task.cancel() }

  // MARK: Pauses

  /// Until when a pause was said last.
  private static let saidUntil = Mutex<ContinuousClock.Instant?>(nil)

  /// Says a pause that the service asked for, unless it is short; several that end at about the same
  /// time are one.
  static func say(pause: Duration) {
    guard pause > patience else { return }
    let end = ContinuousClock.now + pause
    let isNew = saidUntil.withLock { said in
      if let said, end < said + patience { return false }
      said = end
      return true
    }
    guard isNew else { return }
    let seconds = pause.components.seconds + (pause.components.attoseconds > 0 ? 1 : 0)
    TerminalOutput.error.line("caledit: Waiting \(seconds) s, as the service asked for it.")
  }
}
