import CalendarModel
import Foundation
import Glibc
import JSON
import Sandbox
import State
import TerminalTesting

/// A sandbox and a home that several runs of the program share.
final class DraftPlace {
  let sandbox: Sandbox
  let folder: Scratch

  init() throws {
    sandbox = try Sandbox.startBlocking(options: SandboxOptions())
    folder = try Scratch()
  }

  deinit { sandbox.stopBlocking() }

  /// Starts the program and waits for the calendar.
  func start(
    _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Program {
    let program = try Program(
      self.arguments + arguments, folder: folder,
      environment: ["HIGHLEVEL_TOKEN": Program.token].merging(environment) { $1 })
    try program.session.wait("calendar", seconds: Program.patience) {
      program.title.contains("changed")
    }
    return program
  }

  /// What names the calendar of the sandbox.
  var arguments: [String] { [Program.calendarID, "--base-url", sandbox.baseURL] }

  /// Starts a shell with job control, in which `caledit` is the program on the calendar.
  func startShell(environment: [String: String] = [:]) throws -> TerminalSession {
    let session = try TerminalSession(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: folder.environment.merging(environment) { $1 }.merging([
        "PS1": "prompt> ", "HIGHLEVEL_TOKEN": Program.token,
        "C": ([Program.binary] + self.arguments).joined(separator: " "),
      ]) { $1 })
    try session.wait(for: "prompt>", seconds: Program.patience)
    return session
  }

  var drafts: String { folder.state + "/drafts" }

  /// The files of drafts; locks are not counted.
  var files: [String] { folder.draftNames.filter { $0.hasSuffix(".json") } }

  /// The texts of the drafts, as the next start reads them.
  var texts: [String] {
    guard FileManager.default.fileExists(atPath: drafts),
      let state = try? StateFolder(existing: folder.state),
      let store = try? DraftStore(in: state, program: "test")
    else { return [] }
    return store.list().compactMap { try? DraftStore.read($0).json().printed() }
  }

  func waitForDraft(of program: Program, holding text: String) throws {
    try waitForDraft(in: program.session, holding: text)
  }

  func waitForDraft(in session: TerminalSession, holding text: String) throws {
    try session.wait("draft", seconds: Program.patience) {
      texts.contains { $0.contains(text) }
    }
  }

  /// Starts the program, changes the slot duration to 45 and waits for the draft of it.
  func startWithDraft() throws -> Program {
    let program = try start()
    try program.changeDuration()
    try waitForDraft(of: program, holding: #""slotDuration":45"#)
    return program
  }

  /// Makes a change, and the draft of it, with a program that is killed.
  func leaveDraft() throws {
    let program = try startWithDraft()
    program.session.signal(SIGKILL)
    _ = try program.waitForExit()
  }
}
