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
    clear()
  }

  // MARK: The bar

  private func draw() {
    let now = seconds
    state.withLock { state in
      let text = Self.text(state.tally, at: now, columns: Self.columns)
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

  /// "[######----]  24/40  1 refused, 1 conflict  4.8/s  4 s left", as far as there is room.
  static func text(_ tally: BatchTally, at now: Double, columns: Int) -> String {
    var parts = ["\(tally.done)/\(tally.total)"]
    let kinds: [(BatchOutcome.Kind, String)] = [
      (.savedOtherwise, "saved otherwise"), (.refused, "refused"), (.conflict, "conflict"),
      (.failed, "failed"), (.unknown, "unknown"), (.notDone, "not done"),
    ]
    let wrong = kinds.compactMap { kind, word in
      tally.count(kind) > 0 ? "\(tally.count(kind)) \(word)" : nil
    }
    if !wrong.isEmpty { parts.append(wrong.joined(separator: ", ")) }
    if let rate = tally.rate(at: now) {
      let tenths = Int((rate * 10).rounded())
      parts.append("\(tenths / 10).\(tenths % 10)/s")
    }
    if let left = tally.secondsLeft(at: now), tally.left > 0 {
      parts.append(left < 90 ? "\(left) s left" : "\((left + 59) / 60) min left")
    }
    let text = parts.joined(separator: "  ")
    let room = min(30, columns - text.count - 4)
    guard room >= 5 else { return String(text.prefix(columns)) }
    let full = tally.total == 0 ? room : room * tally.done / tally.total
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: room - full)
      + "]  " + text
  }
}
