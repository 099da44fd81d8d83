import Sandbox
import TerminalTesting
import Testing

/// 401: the token is read again from where it comes, and what was refused goes on.
@Suite(.waits, .timeLimit(.minutes(240))) struct RefusedTokenTests {
  private static let old = "pit-5ec4e7e2-e0d0-4a11-9ca1-expired00001"

  /// Where the token comes from: the text of it is in a file either way.
  enum Source: CaseIterable { case file, command }

  private func start(
    _ source: Source, _ sandbox: Sandbox, _ folder: Scratch
  ) throws -> Program {
    let path = folder.path("token")
    return try Program(
      [
        Program.calendarID, "--base-url", sandbox.baseURL, "--log-file", folder.path("log"),
        "--log-bodies",
      ] + (source == .file ? ["--token-file", path] : ["--token-command", "cat '\(path)'"]),
      folder: folder, sandbox: sandbox, columns: 100)
  }

  private func expectNoToken(_ program: Program) throws {
    try program.folder.remove("token")
    try program.expectNoToken("after all")
    for secret in [Self.old, Program.token].map({ String($0.suffix(12)) }) {
      #expect(!program.session.hasWritten(secret))
      for (name, content) in program.folder.files {
        #expect(!content.contains(secret), "\(name)")
      }
    }
  }

  /// The token expires between the load and the save.
  @Test(arguments: Source.allCases, ["GET", "PUT"])
  func atASave(_ source: Source, _ method: String) throws {
    let folder = try Scratch()
    let sandbox = try Sandbox.startBlocking()
    try folder.write(Self.old, to: "token")
    let program = try start(source, sandbox, folder)
    try program.waitUntilLoaded()
    try program.changeDuration()
    // It repeats the one that it is given, and the one of before.
    for (number, token) in [Self.old, Program.token].enumerated() {
      sandbox.inject(
        .answer(
          status: 401, body: #"{"message":"Refusal \#(number + 1) of \#(token), as \#(Self.old)"}"#),
        method: method)
    }
    try program.save()
    try program.wait(for: "The token was refused")
    try program.wait(forSentence: "The service did not accept the token (401)")
    try program.wait(forSentence: "Refusal 1 of ")
    #expect(program.hasChanges(1))
    try folder.write(Program.token, to: "token")
    // It is refused once more; the program asks, and repeats nothing by itself.
    program.session.type("r")
    // The question looks like the one before; the message tells them apart.
    try program.wait(forSentence: "Refusal 2 of ")
    try program.wait(for: "The token was refused")
    program.session.type("r")
    try program.wait(for: "Saved: 1 property.")
    #expect(program.puts.count == (method == "PUT" ? 3 : 1))
    #expect(program.gets.count == (method == "PUT" ? 2 : 4))
    #expect(sandbox.calendar(Program.calendarID)?[key: "slotDuration"] == 45)
    try program.quit()
    try expectNoToken(program)
  }

  @Test(arguments: Source.allCases)
  func atALoad(_ source: Source) throws {
    let folder = try Scratch()
    let sandbox = try Sandbox.startBlocking(
      options: SandboxOptions(acceptedToken: Program.token))
    try folder.write(Self.old, to: "token")
    let program = try start(source, sandbox, folder)
    try program.wait(for: "The token was refused")
    try program.wait(forSentence: "The service did not accept the token (401)")
    // One that cannot be read is told, and asked for again.
    try folder.write("two\nlines\n", to: "token")
    program.session.type("r")
    try program.wait(forSentence: "The token could not be read again: ")
    try program.wait(for: "The token was refused")
    try folder.write(Program.token, to: "token")
    program.session.type("r")
    try program.waitUntilLoaded()
    #expect(program.gets.count == 2)
    try program.quit()
    try expectNoToken(program)
  }

  /// A save that was left for later does not go out because the token is read again.
  @Test func whoKeepsEditingSendsNothing() throws {
    let folder = try Scratch()
    let sandbox = try Sandbox.startBlocking()
    try folder.write(Program.token, to: "token")
    let program = try start(.file, sandbox, folder)
    try program.waitUntilLoaded()
    try program.changeDuration()
    sandbox.inject(.answer(status: 401, body: "{}"), method: "PUT")
    try program.save()
    try program.wait(for: "The token was refused")
    program.session.type("k")
    try program.wait(forNo: "The token was refused")
    try program.choose("read the token again", in: "Read the token again")
    try program.wait(forSentence: "The token was read again.")
    #expect(program.puts.count == 1)
    try program.save(properties: 1)
    #expect(program.puts.count == 2)
    try program.quit()
  }

  @Test func theEnvironmentCannotBeReadAgain() throws {
    let program = try Program.opened(columns: 120)
    try program.changeDuration()
    program.sandbox?.inject(.answer(status: 401, body: "{}"), method: "PUT")
    try program.save()
    try program.wait(for: "The token was refused")
    try program.wait(for: "caledit reads HIGHLEVEL_TOKEN only at its start.")
    #expect(!program.session.text.contains("Read the token again"))
    #expect(program.puts.count == 1)
    try program.escape(from: "The token was refused")
    #expect(program.hasChanges(1))
    try program.choose("read the token again", in: "Read the token again")
    try program.wait(forSentence: "type a new token instead")
    #expect(program.puts.count == 1)
    try program.quitLosingChanges()
  }
}
