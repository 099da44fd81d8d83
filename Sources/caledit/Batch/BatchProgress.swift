import CalendarModel
import CalendarWork
import Synchronization
import Terminal

/// How far a run has come, on standard error: a bar that is written anew in its line on a terminal, a
/// line for each calendar elsewhere.
final class BatchProgress: Sendable {
  private struct State {
    var tally: BatchTally
    /// How many cells of the line are in use.
    var used = 0
    /// Whether the bar has gone for good.
    var isEnded = false
  }

  private let state: Mutex<State>
  private let start = ContinuousClock.now
  private let isBar: Bool
  private let drawing = Mutex<Task<Void, Never>?>(nil)

  init(total: Int) {
    state = Mutex(State(tally: BatchTally(total: total)))
    isBar = TerminalOutput.error.isTerminal && !["dumb", nil].contains(System.environment("TERM"))
  }

  private var seconds: Double { start.duration(to: .now) / .seconds(1) }

  /// Counts what was settled before anything is sent.
  func add(_ outcome: BatchOutcome) { state.withLock { $0.tally.add(outcome) } }

  func begin() {
    let now = seconds
    state.withLock { $0.tally.begin(at: now) }
    guard isBar else { return }
    let task = Task.detached { [weak self] in
      while !Task.isCancelled {
        self?.draw()
        try? await Task.sleep(for: .milliseconds(500))
      }
    }
    drawing.withLock { $0 = task }
  }

  func ended(_ target: BatchTarget, _ outcome: BatchOutcome) {
    let (done, total) = state.withLock { state in
      state.tally.add(outcome)
      return (state.tally.done, state.tally.total)
    }
    guard !isBar else { return }
    let place = target.account.isEmpty ? "" : " (\(target.account))"
    TerminalOutput.error.line("\(done)/\(total) \(target.title)\(place): \(outcome.title)")
  }

  /// Says something beside the progress.
  func say(_ text: String) {
    clear()
    TerminalOutput.error.line("caledit: \(text)")
  }

  func end() {
    drawing.withLock { $0?.cancel() }
    state.withLock { $0.isEnded = true }
    clear()
  }

  // MARK: The bar

  private func draw() {
    let now = seconds
    state.withLock { state in
      guard !state.isEnded else { return }
      var parts = state.tally.progress(at: now)
      let shortfall = state.tally.shortfall
      if !shortfall.isEmpty { parts.append(shortfall) }
      let text = state.tally.bar(parts, columns: Self.columns)
      let rest = String(repeating: " ", count: max(0, state.used - text.count))
      TerminalOutput.error.overwrite(text + rest)
      state.used = text.count
    }
  }

  private func clear() {
    state.withLock { state in
      guard isBar, state.used > 0 else { return }
      TerminalOutput.error.overwrite(String(repeating: " ", count: state.used))
      TerminalOutput.error.overwrite("")
      state.used = 0
    }
  }

  private static var columns: Int { (TerminalOutput.error.size?.columns ?? 80) - 1 }
}
