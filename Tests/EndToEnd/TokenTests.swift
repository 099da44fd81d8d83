import Glibc
import Sandbox
import TerminalTesting
import Testing

/// The token is nowhere to be seen, and comes from where it is said to come from.
@Suite(.waits, .timeLimit(.minutes(240))) struct TokenTests {
  /// After everything that could bring it to light; the server repeats the header it was sent.
  @Test func itAppearsNowhere() throws {
    let program = try Program.opened()
    let session = program.session
    let token = Program.token
    try program.expectNoToken("after loading")

    try program.changeDuration()
    let echo = #"{"message":["No: Bearer \#(token)","bad token \#(token)"],"sent":"\#(token)"}"#
    program.sandbox?.inject(.answer(status: 401, body: echo))
    try program.save()
    try program.wait(forSentence: "The service did not accept the token (401)")
    session.press(.function(4))
    try program.wait(for: "Answer of the service")
    try program.wait(for: #""sent""#)
    try program.expectNoToken("in an answer that repeats it")
    session.press(.escape)
    try program.wait(forNo: "Answer of the service")
    session.press(.escape)
    try program.wait(forNo: "The token was refused")

    program.sandbox?.inject(.answer(status: 500, body: "<html>\(token)", headers: [:]))
    try program.save()
    try program.wait(forSentence: "The service failed (500)")
    session.press(.function(4))
    try program.wait(for: "Answer of the service")
    try program.expectNoToken("in a page that repeats it")
    session.press(.escape)
    try program.wait(forNo: "Answer of the service")
    session.press(.escape)
    try program.wait(forNo: "Send again?")

    program.sandbox?.inject(
      .answer(status: 302, body: "", headers: ["Location": "http://127.0.0.1/?t=\(token)"]))
    try program.save()
    try program.wait(forSentence: "The server redirects to")
    try program.expectNoToken("in a redirect that repeats it")

    try program.save(properties: 1)
    try program.expectNoToken("after saving")
    try program.quit()
    try program.expectNoToken("after the end")
  }

  @Test func fromAFile() throws {
    let folder = try Scratch()
    let path = try folder.write(Program.token + "\n", to: "token", mode: 0o600)
    try expectOpened(["--token-file", path])
  }

  @Test(arguments: [mode_t(0o644), 0o640, 0o604, 0o620])
  func aFileThatOthersReach(mode: mode_t) throws {
    let folder = try Scratch()
    let path = try folder.write(Program.token, to: "token", mode: mode)
    try expectRefused(
      ["--token-file", path], "\(path): others can read this token file; run chmod 600 on it")
  }

  @Test func aFileThatIsNotThere() throws {
    let path = try Scratch().path("token")
    try expectRefused(["--token-file", path], "\(path): No such file or directory")
  }

  @Test func fromACommand() throws {
    try expectOpened(["--token-command", "echo \(Program.token)"])
  }

  /// It may ask on the terminal, as password managers do.
  @Test func fromACommandThatAsks() throws {
    let sandbox = try Sandbox.startBlocking(
      options: SandboxOptions(acceptedToken: Program.token))
    let ask = "printf 'Passphrase: ' >/dev/tty; read -r it </dev/tty; echo \"$it\""
    let program = try Program(
      [Program.calendarID, "--base-url", sandbox.baseURL, "--token-command", ask],
      sandbox: sandbox)
    try program.wait(for: "Passphrase:")
    program.session.type(Program.token + "\n")
    try program.waitUntilLoaded()
    try program.quit()
  }

  @Test func aCommandThatFails() throws {
    try expectRefused(
      ["--token-command", "echo \(Program.token); exit 3"], "--token-command failed with status 3")
    try expectRefused(["--token-command", "true"], "--token-command: The token is empty.")
  }

  @Test func aTokenThatCannotBeOne() throws {
    let folder = try Scratch()
    let path = try folder.write("\(Program.token)\nsecond line\n", to: "token", mode: 0o600)
    try expectRefused(["--token-file", path], "\(path): The token holds a line break")
    try expectRefused(
      [], "HIGHLEVEL_TOKEN: The token holds a space",
      environment: ["HIGHLEVEL_TOKEN": Program.token + " x"])
  }

  @Test func none() throws {
    try expectRefused(
      [], "there is no token; set HIGHLEVEL_TOKEN, or give --token-file or --token-command")
  }

  private func expectOpened(_ arguments: [String]) throws {
    let sandbox = try Sandbox.startBlocking(
      options: SandboxOptions(acceptedToken: Program.token))
    let program = try Program(
      [Program.calendarID, "--base-url", sandbox.baseURL] + arguments, sandbox: sandbox)
    try program.waitUntilLoaded()
    #expect(program.hasChanges(0))
    try program.quit()
  }

  private func expectRefused(
    _ arguments: [String], _ message: String, environment: [String: String] = [:]
  ) throws {
    // The address is one where nobody listens: the program must not come so far.
    let program = try Program(
      [Program.calendarID, "--base-url", "http://127.0.0.1:9"] + arguments,
      environment: environment, columns: 300)
    #expect(try program.waitForExit() == .status(1))
    #expect(program.session.text.contains("caledit: \(message)"), "\(program.session.text)")
    #expect(!program.session.hasWritten(String(Program.token.suffix(12))))
    #expect(!program.session.hasWritten("\u{1B}"), "no screen is opened")
  }
}
