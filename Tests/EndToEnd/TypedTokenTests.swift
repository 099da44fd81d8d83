import Sandbox
import TerminalTesting
import Testing

/// A token of the environment that is refused: one that is typed takes its place for this run, and
/// is seen nowhere.
@Suite(.waits, .timeLimit(.minutes(240))) struct TypedTokenTests {
  private static let old = "pit-5ec4e7e2-e0d0-4a11-9ca1-expired00001"

  private func start(accepted: String, _ token: String, _ folder: Scratch) throws -> Program {
    let sandbox = try Sandbox.startBlocking(options: SandboxOptions(acceptedToken: accepted))
    return try Program(
      [
        Program.calendarID, "--base-url", sandbox.baseURL, "--no-check", "--log-file",
        folder.path("log"), "--log-bodies",
      ],
      folder: folder, sandbox: sandbox, environment: ["HIGHLEVEL_TOKEN": token], columns: 100)
  }

  private func expectNoToken(_ program: Program, _ when: Comment) throws {
    try program.expectNoToken(when)
    let secret = String(Self.old.suffix(12))
    #expect(!program.session.hasWritten(secret), when)
    for (name, content) in program.folder.files {
      #expect(!content.contains(secret), "\(name) \(when)")
    }
  }

  /// The sandbox takes one token only: whatever is answered after the prompt was asked with it.
  @Test func atALoad() throws {
    let program = try start(accepted: Program.token, Self.old, try Scratch())
    try program.wait(for: "The token was refused")
    try program.wait(for: "caledit reads HIGHLEVEL_TOKEN only at its start.")
    #expect(!program.session.text.contains("Read the token again"))
    program.session.type("t")
    try program.wait(for: "A new token")
    // One that is wrong again is asked about again.
    program.session.type("pit-wrong")
    try program.wait(for: "•••••••••")
    program.session.press(.enter)
    try program.wait(for: "Type a new token and go on")
    #expect(program.gets.count == 2)
    program.session.type("t")
    try program.wait(for: "A new token")
    program.session.paste(Program.token + "\n")
    try program.wait(for: "••••••••••••••••••••")
    try expectNoToken(program, "while it is typed")
    program.session.press(.enter)
    try program.waitUntilLoaded()
    #expect(program.gets.count == 3)
    try program.changeDuration()
    try program.save(properties: 1)
    #expect(program.puts.count == 1)
    try expectNoToken(program, "after saving")
    try program.quit()
    try expectNoToken(program, "after the end")
  }

  /// A save goes on with it, and its answer may repeat both tokens.
  @Test func atASave() throws {
    let program = try start(accepted: Program.token, Program.token, try Scratch())
    try program.waitUntilLoaded()
    try program.changeDuration()
    program.sandbox?.inject(
      .answer(status: 401, body: #"{"message":"No: Bearer \#(Program.token)"}"#), method: "PUT")
    try program.save()
    try program.wait(for: "The token was refused")
    // The draft is how the work goes on elsewhere.
    try program.wait(for: "The draft is kept: quit, set HIGHLEVEL_TOKEN")
    #expect(program.folder.files.contains { $0.0.contains("drafts/") })
    program.session.type("t")
    try program.wait(for: "A new token")
    program.session.press(.escape)
    try program.wait(forNo: "A new token")
    #expect(program.hasChanges(1))
    #expect(program.puts.count == 1)

    program.sandbox?.inject(.answer(status: 401, body: "{}"), method: "PUT")
    program.sandbox?.inject(
      .answer(status: 401, body: #"{"message":"Not \#(Self.old), not \#(Program.token)"}"#),
      method: "PUT")
    try program.save()
    for token in [Self.old, Program.token] {
      try program.wait(for: "Type a new token and go on")
      program.session.type("t")
      try program.wait(for: "A new token")
      program.session.paste(token)
      try program.wait(for: "••••••••••••••••••••")
      program.session.press(.enter)
      try program.wait(forNo: "A new token")
      if token == Self.old { try program.wait(forSentence: "Not [token], not [token]") }
    }
    try program.wait(for: "Saved: 1 property.")
    #expect(program.puts.count == 4)
    #expect(program.sandbox?.calendar(Program.calendarID)?[key: "slotDuration"] == 45)
    try program.quit()
    try expectNoToken(program, "after the end")
  }
}
