import Foundation
import Glibc
import Sandbox
import TerminalTesting
import Testing

/// The log: what stands in it, what never does, and who can read it.
@Suite(.waits, .timeLimit(.minutes(240))) struct LogTests {
  /// One load, one save, one answer that repeats the token and is hostile.
  private func logged(_ options: [String], to folder: Scratch) throws -> String {
    let sandbox = try Sandbox.startBlocking(options: SandboxOptions())
    let log = folder.path("calls.log")
    let program = try Program(
      [Program.calendarID, "--base-url", sandbox.baseURL, "--log-file", log] + options,
      folder: folder, sandbox: sandbox, environment: ["HIGHLEVEL_TOKEN": Program.token])
    try program.waitUntilLoaded()
    try program.changeDuration()
    try program.save(properties: 1)
    sandbox.inject(
      .answer(
        status: 403, body: "{\"message\":\"\(Program.token) \u{1B}]0;x\u{7} \u{9B}2J\"}",
        headers: ["Location": "/\(Program.token)"]))
    program.session.press(.function(5))
    try program.wait(forSentence: "(403)")
    try program.quit()
    return try folder.read("calls.log")
  }

  private func expectDiscreet(_ log: String) {
    #expect(!log.contains(Program.token.suffix(12)))
    let controls = log.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty)
  }

  @Test func requestsAndAnswersWithoutBodies() throws {
    let folder = try Scratch()
    let log = try logged([], to: folder)
    #expect(Scratch.mode(folder.path("calls.log")) == 0o600)
    let lines = log.split(separator: "\n")
    #expect(lines.first?.contains(" info caledit 0.1.0 begins: \(Program.calendarID) at ") == true)
    #expect(lines.last?.hasSuffix(" info caledit ends with status 0") == true)
    let puts = lines.filter { $0.contains(": PUT http://127.0.0.1:") }
    #expect(puts.count == 1)
    #expect(puts.first?.hasSuffix("/calendars/\(Program.calendarID)/free-slots, 19 bytes") == true)
    #expect(lines.contains { $0.contains(" warning answer ") && $0.contains(": 403 after ") })
    #expect(lines.count { $0.contains(" request ") } == lines.count { $0.contains(" answer ") })
    #expect(!log.contains("slotDuration"), "a body was written")
    #expect(!log.contains("body"))
    expectDiscreet(log)
  }

  @Test func bodiesWhenTheyAreAskedFor() throws {
    let log = try logged(["--log-bodies"], to: Scratch())
    #expect(log.contains(#" body: {"slotDuration":45}"#))
    #expect(log.contains("[token] ␛]0;x␇ "))
    expectDiscreet(log)
  }

  @Test func noAnswerIsLogged() throws {
    let folder = try Scratch()
    let program = try Program.started(arguments: ["--log-file", folder.path("l")]) {
      $0.inject(.close)
    }
    try program.wait(forSentence: "The connection closed before the answer was complete")
    try program.quit()
    let log = try folder.read("l")
    #expect(
      log.contains(" error no answer 1: The connection closed before the answer was complete"))
  }

  @Test func itIsAddedToAndMadePrivate() throws {
    let folder = try Scratch()
    let file = try folder.write(SampleFile.bare, to: "calendar.json")
    let log = try folder.write("before\n", to: "l", mode: 0o644)
    for _ in 0..<2 {
      let program = try Program(["--file", file, "--log-file", log], folder: folder)
      try program.waitUntilLoaded()
      try program.quit()
    }
    let lines = try folder.read("l").split(separator: "\n")
    #expect(lines.count == 5 && lines[0] == "before")
    #expect(Scratch.mode(log) == 0o600)
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = try Scratch()
    let file = try folder.write(SampleFile.bare, to: "calendar.json")
    try folder.write("", to: "target")
    symlink(folder.path("target"), folder.path("link"))
    mkfifo(folder.path("pipe"), 0o600)
    for (name, reason) in [
      ("tmp", "Is a directory"), ("link", "it is a link"), ("pipe", "No such device or address"),
      ("none/l", "No such file or directory"),
    ] {
      let shell = try Shell(
        "caledit --file \(file) --log-file \(folder.path(name))", in: folder)
      #expect(shell.status == .status(1))
      #expect(shell.error == "caledit: --log-file \(folder.path(name)): \(reason)\n")
    }
    let device = try Shell("caledit --file \(file) --log-file /dev/null", in: folder)
    #expect(device.error == "caledit: --log-file /dev/null: it is not a regular file\n")
    let bodies = try Shell("caledit --demo --log-bodies", in: folder)
    #expect(bodies.status == .status(64))
    #expect(bodies.error.contains("--log-bodies needs --log-file."))
  }

  /// The file may grow to one block, and is as long already.
  @Test func aDiskThatIsFullEndsTheLogAndNothingElse() throws {
    let folder = try Scratch()
    let file = try folder.write(SampleFile.bare, to: "calendar.json")
    let log = try folder.write(String(repeating: "x", count: 1024), to: "l")
    let session = try TerminalSession(
      "/bin/bash",
      [
        "-c",
        "trap '' XFSZ; ulimit -f 1; \"$P\" --file \"$F\" --log-file \"$L\" --output o; echo end $?",
      ],
      environment: folder.environment.merging(["P": Program.binary, "F": file, "L": log]) { $1 },
      columns: 200)
    try session.wait(for: "unchanged", seconds: Program.patience)
    session.control("q")
    try session.wait(for: "end 0", seconds: Program.patience)
    #expect(session.text.contains("the log is not complete: File too large"))
  }
}
