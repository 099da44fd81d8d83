import Foundation
import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// Line mode, as the program talks on a terminal and in a pipe.
@Suite(.waits, .timeLimit(.minutes(40))) struct LineModeTests {
  /// A conversation on a terminal that shows lines only.
  private struct Talk {
    let session: TerminalSession

    init(_ session: TerminalSession) { self.session = session }

    var output: String {
      String(decoding: session.rawOutput, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    func wait(for text: String, after start: Int = 0) throws {
      try session.wait("“\(text)”", seconds: Program.patience) {
        String(decoding: session.rawOutput[start...], as: UTF8.self).contains(text)
      }
    }

    /// Types a line, and waits for what is said.
    func hear(_ line: String, _ answer: String) throws {
      let start = session.rawOutput.count
      session.type(line)
      session.press(.enter)
      try wait(for: answer, after: start)
    }

    func exit() throws -> TerminalSession.Exit {
      try session.waitForExit(seconds: Program.patience)
    }

    /// Nothing but text and line breaks.
    func expectPlain(sourceLocation: SourceLocation = #_sourceLocation) {
      let odd = Set(session.rawOutput.filter { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D })
      #expect(odd == [], "\(output)", sourceLocation: sourceLocation)
    }
  }

  private func start(
    _ place: DraftPlace, _ arguments: [String] = [],
    environment: [String: String] = ["TERM": "dumb"]
  ) throws -> Talk {
    Talk(
      try TerminalSession(
        Program.binary, place.arguments + arguments,
        environment: place.folder.environment.merging(["HIGHLEVEL_TOKEN": Program.token]) { $1 }
          .merging(environment) { $1 }))
  }

  private func opened(
    _ place: DraftPlace, _ arguments: [String] = [],
    environment: [String: String] = ["TERM": "dumb"]
  ) throws -> Talk {
    let talk = try start(place, arguments, environment: environment)
    try talk.wait(for: "caledit> ")
    return talk
  }

  // MARK: A task

  @Test func aWholeTask() throws {
    let place = try DraftPlace()
    try place.folder.remember(false, at: place.sandbox.baseURL)
    let talk = try opened(place)
    #expect(talk.output.contains("cannot place its cursor. So it starts in line mode."))
    try talk.hear("slots", "1. Slot duration: ")
    try talk.hear("1", "Slot duration (")
    try talk.hear("abc", "Error: \"abc\" is not a number.")
    try talk.hear("= 50", "1. Slot duration: 50 minutes; changed")
    try talk.hear("minimum notice = 9 hours", "Minimum notice: 9 hours")
    try talk.hear("name = Mine", "Name: \"Mine\"")
    // Somebody else saves meanwhile.
    let other = try Shell(
      "printf 'name = Theirs\\nsave\\nsave\\nquit\\n' | caledit --line \(place.arguments.joined(separator: " "))",
      in: try Scratch(), environment: ["HIGHLEVEL_TOKEN": Program.token])
    #expect(other.status == .status(0), "\(other.output)\(other.error)")
    #expect(other.output.contains("Saved: 1 property."), "\(other.output)")
    try talk.hear("save", "Answer with")
    try talk.hear("save", "Changed by somebody else too: 1 value")
    try talk.hear("1 mine", "chosen: mine")
    try talk.hear("continue", "Saved: ")
    try talk.hear("history", "1. 20")
    try talk.hear("1", "Slot duration: ")
    try talk.hear("restore", "Restored: ")
    try talk.hear("undo", "Unchanged.")
    talk.session.type("quit\n")
    #expect(try talk.exit() == .status(0))
    talk.expectPlain()
    #expect(talk.session.isRestored)
    let body = try #require(place.sandbox.requests.last { $0.method == "PUT" }?.body)
    #expect(String(decoding: body, as: UTF8.self).contains("\"Mine\""))
  }

  // MARK: When it starts

  @Test func startsWhereItIsAskedFor() throws {
    let place = try DraftPlace()
    for (arguments, environment) in [
      (["--line"], [:]), ([], ["ACCESSIBLE": "1"]), ([], ["ACCESSIBLE": "whatever"]),
      ([], ["TERM": ""]), ([], ["TERM": "no-such-terminal"]),
    ] as [([String], [String: String])] {
      let talk = try opened(place, arguments, environment: environment)
      talk.session.type("quit\n")
      #expect(try talk.exit() == .status(0))
      talk.expectPlain()
    }
  }

  @Test func theStrongerSourceCounts() throws {
    let place = try DraftPlace()
    let program = try place.start(["--no-line"], environment: ["ACCESSIBLE": "1"])
    try program.quit()
    try place.folder.configure("line = yes\n")
    let talk = try opened(place, environment: [:])
    talk.session.type("quit\n")
    #expect(try talk.exit() == .status(0))
    try place.start(["--no-line"]).quit()
  }

  @Test func aDumbTerminalWithoutLinesIsRefused() throws {
    let place = try DraftPlace()
    let talk = try start(place, ["--no-line"])
    #expect(try talk.exit() == .status(1))
    #expect(talk.output.contains("cannot place its cursor"))
  }

  // MARK: Ends

  private func expectDraft(_ place: DraftPlace) {
    #expect(place.texts.count == 1 && place.texts.first?.contains("\"Changed\"") == true)
  }

  @Test func theEndOfTheInput() throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    talk.session.control("d")
    #expect(try talk.exit() == .status(1))
    #expect(talk.output.contains("the next start offers it"))
    expectDraft(place)
    let again = try start(place)
    try again.wait(for: "1. Recover it")
    try again.hear("1", "Recovered: 1 changed property.")
    again.session.type("quit\n")
    try again.wait(for: "Quit and discard the changes (q)")
    again.session.type("q\n")
    #expect(try again.exit() == .status(0))
    let unchanged = try opened(place)
    unchanged.session.control("d")
    #expect(try unchanged.exit() == .status(0))
  }

  @Test func ctrlC() throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    try talk.hear("save", "Review: ")
    talk.session.control("c")
    try talk.hear("where", "Line 1 of")
    talk.session.control("c")
    try talk.wait(for: "Ctrl-C once more ends")
    talk.session.control("c")
    #expect(try talk.exit() == .status(130))
    expectDraft(place)
    talk.expectPlain()
  }

  @Test func hangUpAndSignals() throws {
    for signal in [SIGTERM, SIGHUP] {
      let place = try DraftPlace()
      let talk = try opened(place)
      try talk.hear("name = Changed", "changed, was")
      talk.session.signal(signal)
      #expect(try talk.exit() == .status(128 + signal))
      expectDraft(place)
    }
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("name = Changed", "changed, was")
    talk.session.closeMaster()
    #expect(try talk.exit() == .status(129))
    expectDraft(place)
  }

  // MARK: Pipes

  @Test func aScript() throws {
    let folder = try Scratch()
    try folder.write("slots\n1\n50\nsave\nsave\nreload\nlist\nquit", to: "script")
    let shell = try Shell(
      "caledit --demo \(Sandbox.demoCalendarID) --line <\(folder.path("script"))", in: folder)
    #expect(shell.status == .status(0), "\(shell.error)")
    #expect(shell.output.contains("\ncaledit> save\nReview: "))
    #expect(shell.output.contains("\nSaved: 1 property.\n"))
    #expect(shell.output.contains("\n1. Slot duration: 50 minutes"))
    #expect(shell.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test func aScriptIsTheSameEachTime() throws {
    let folder = try Scratch()
    try folder.write(
      "team\nlist\ndate hours\npreview\nback\nlist calendars\n1\nwhere\n", to: "script")
    let command = "caledit --demo \(Sandbox.demoCalendarID) --line <\(folder.path("script"))"
    let shells = try (0..<2).map { _ in try Shell(command, in: folder) }
    // But for the time of day.
    let texts = shells.map { $0.output.replacing(/\d\d:\d\d/, with: "") }
    #expect(texts[0] == texts[1])
    #expect(shells[0].status == .status(0))
  }

  @Test func onlyWhatTheLocaleShows() throws {
    let folder = try Scratch()
    for (arguments, locale) in [("", "C"), ("--ascii", "C.UTF-8")] {
      let shell = try Shell(
        "printf 'week\\nquit\\n' | caledit --demo \(Sandbox.demoCalendarID) --line \(arguments)",
        in: folder, environment: ["LC_ALL": locale])
      #expect(shell.output.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) })
      #expect(shell.output.contains("Cut & Colour - Lumen Studio"))
    }
  }

  @Test func nobodyReads() throws {
    let shell = try Shell(
      "(printf 'list\\nlist\\n'; sleep 1; printf 'list\\nlist\\n') | caledit --demo "
        + "\(Sandbox.demoCalendarID) --line | head -1; echo done", in: try Scratch())
    #expect(shell.output.hasSuffix("done\n"))
  }

  @Test func standardInputIsTheCalendar() throws {
    let folder = try Scratch()
    try folder.write("{ \"name\": \"A\", \"slotDuration\": 30 }", to: "in.json")
    let talk = Talk(
      try TerminalSession(
        "/bin/sh", ["-c", "\"$BINARY\" --line --file - <\"$IN\" >\"$OUT\""],
        environment: folder.environment.merging([
          "BINARY": Program.binary, "IN": folder.path("in.json"), "OUT": folder.path("out.json"),
        ]) { $1 }))
    try talk.wait(for: "caledit> ")
    try talk.hear("slot duration = 45", "Slot duration: 45")
    try talk.hear("save", "Review: ")
    try talk.hear("save", "standard output")
    talk.session.type("quit\n")
    #expect(try talk.exit() == .status(0))
    #expect(try folder.read("out.json") == "{ \"name\": \"A\", \"slotDuration\": 45 }")
  }

  @Test func aSecretIsNotShown() throws {
    let place = try DraftPlace()
    let talk = try opened(place)
    try talk.hear("type token", "token (not shown)> ")
    let secret = "pit-0b5c0123-e0d0-4a11-9ca1-0badc0ffee99"
    talk.session.type(secret)
    talk.session.press(.enter)
    try talk.wait(for: "uses the new token")
    try talk.hear("where", "Line ")
    #expect(!talk.output.contains(secret.suffix(12)))
    talk.session.type("quit\n")
    #expect(try talk.exit() == .status(0))
    #expect(talk.session.isRestored)
  }
}
