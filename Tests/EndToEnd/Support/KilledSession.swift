import CalendarAPI
import CalendarModel
import Foundation
import Glibc
import JSON
import Sandbox
import State
import TerminalTesting
import TestSupport

/// One run of the script that is killed, and what it leaves behind.
final class KilledSession {
  /// When: so long after a stroke was sent, whether it has arrived or not.
  struct Moment: Sendable {
    let stroke: Int
    let delay: Duration
  }

  /// What came of it, for the test to judge.
  struct Outcome: Sendable {
    /// How many strokes the program had shown a second before it was killed.
    let shown: Int
    /// How many strokes were sent.
    let sent: Int
    let hadDraft: Bool
    /// What is left, as the next session gets it.
    let left: JSONValue
    let problem: String?
  }

  let program: Program
  private let recording: KillRecording
  private let sandbox: Sandbox

  init(_ recording: KillRecording) throws {
    self.recording = recording
    program = try Program.opened(environment: ["TZ": "UTC"], checks: true)
    guard let sandbox = program.sandbox else { throw NoSandbox() }
    self.sandbox = sandbox
    try waitForNames()
  }

  /// Waits until the names have come that the search shows, which the first stroke opens.
  private func waitForNames() throws {
    let session = program.session
    let patience = ContinuousClock.now + .seconds(Program.patience)
    while true {
      try session.wait("first screen", seconds: Program.patience) { shows(0) }
      session.control("f")
      try session.wait(for: "┌─ Search", seconds: Program.patience)
      session.settle()
      let isReady = shows(1) || patience < .now
      session.press(.escape)
      try session.wait(forNo: "┌─ Search", seconds: Program.patience)
      if isReady { return }
    }
  }

  private struct NoSandbox: Error {}

  private func shows(_ state: Int) -> Bool {
    recording.changedLines[state].allSatisfy { program.session.line($0) == $1 }
  }

  /// Types until the moment has come, and kills.
  func run(
    _ strokes: [KillScript.Stroke], until moment: Moment, pauses: inout SeededGenerator
  ) throws {
    let session = program.session
    for (index, stroke) in strokes.enumerated() {
      session.make(stroke)
      sent = index + 1
      let end = index == moment.stroke ? ContinuousClock.now + moment.delay : nil
      func isOver() -> Bool { end.map { $0 <= .now } ?? false }
      let expected = recording.changedLines[index + 1].sorted { $0.key < $1.key }.map(\.value)
      try session.wait(
        "answer to stroke \(index): \(expected.joined(separator: "\n"))",
        seconds: Program.patience
      ) {
        isOver() || shows(index + 1)
      }
      if !isOver() { shown.append((.now, session.usage.waitingTime)) }
      if index % 10 == 0 { try measureDisk() }
      if end != nil {
        try session.wait("end", seconds: Program.patience) { isOver() }
        break
      }
      pause(milliseconds: .random(in: 0...25, using: &pauses))
    }
    waited = session.usage.waitingTime
    killed = .now
    session.signal(SIGKILL)
    _ = try program.waitForExit()
  }

  private var sent = 0
  /// When the screen answered each stroke, and how long the program had waited for a processor by then.
  private var shown: [(time: ContinuousClock.Instant, waited: Duration)] = []
  private var waited = Duration.zero
  private var killed = ContinuousClock.now
  /// By how much this machine oversleeps.
  private var lateness = Duration.zero
  /// The longest that it took to write a file safely.
  private var slowestWrite = Duration.zero

  private func measureDisk() throws {
    let before = ContinuousClock.now
    try AtomicFile.write(
      String(repeating: "x", count: 20_000), to: program.folder.path("probe"), mode: 0o600)
    slowestWrite = max(slowestWrite, before.duration(to: .now))
  }

  private func pause(milliseconds: Int) {
    let wanted = Duration.milliseconds(milliseconds)
    let before = ContinuousClock.now
    usleep(useconds_t(milliseconds * 1000))
    lateness = max(lateness, before.duration(to: .now) - wanted)
  }

  // MARK: Afterwards

  func outcome(today: CalendarDate) throws -> Outcome {
    // The second is the program's own; what the machine takes of it counts beside it.
    let second = Duration.seconds(1) + lateness + slowestWrite * 2
    let old = shown.prefix { $0.time + second + (waited - $0.waited) <= killed }.count
    let source = DraftSource.service(
      try BaseURL(sandbox.baseURL), calendarID: Program.calendarID)
    let store = try DraftStore(in: StateFolder(making: program.folder.state), program: "test")
    switch store.find(source) {
    case .nothing:
      let left = sandbox.calendar(Program.calendarID) ?? .null
      return Outcome(
        shown: old, sent: sent, hadDraft: false, left: left.asEdited, problem: nil)
    case .draft(let stored):
      return Outcome(
        shown: old, sent: sent, hadDraft: true, left: stored.draft.current.asEdited,
        problem: Self.problem(of: stored.draft, today: today))
    case .unusable(let problem, _):
      return Outcome(
        shown: old, sent: sent, hadDraft: true, left: .null, problem: problem.message)
    }
  }

  /// What is wrong with the history; it has to lead back and forth again.
  private static func problem(of draft: DocumentDraft, today: CalendarDate) -> String? {
    if let loss = draft.losses.first { return loss.message }
    var document = draft.document(today: today)
    guard document.current == draft.current else { return "another document than the draft" }
    var steps = 0
    while document.undo() != nil { steps += 1 }
    guard steps == draft.stepCount else { return "\(steps) steps of \(draft.stepCount)" }
    while steps > 0, document.redo() != nil { steps -= 1 }
    return document.current == draft.current ? nil : "undo and redo lead elsewhere"
  }
}

extension Scratch {
  /// What the program keeps between runs.
  var state: String { path("home/state/caledit") }

  /// The names in the folder of the drafts.
  var draftNames: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: state + "/drafts")) ?? []
  }
}
