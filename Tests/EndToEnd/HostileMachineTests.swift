import Foundation
import HostileText
import TerminalTesting
import Testing

/// Hostile arguments, variables, file names and files of this machine.
@Suite(.waits, .timeLimit(.minutes(240))) struct HostileMachineTests {
  /// As the environment hands it over: no NUL.
  static let text = "A\u{1B}]0;T\u{7}\u{9B}2J\u{202E}\u{200B}\u{1B}[31mB\u{90}\u{E0041}\nC\rD"

  private func expectHarmless(_ text: String, isASCII: Bool, sourceLocation: SourceLocation) {
    let traffic = TerminalTraffic(Array(text.utf8))
    #expect(traffic.kinds.isSubset(of: ["LF", "TAB"]), sourceLocation: sourceLocation)
    let isHarmless = traffic.text.allSatisfy(HarmlessText.isHarmless)
    #expect(isHarmless, "\(text.debugDescription)", sourceLocation: sourceLocation)
    if isASCII { #expect(text.utf8.allSatisfy { $0 < 0x80 }, sourceLocation: sourceLocation) }
  }

  /// Where a message repeats what it was given.
  @Test(arguments: [
    #"caledit --file "$X""#, #"caledit "$X" other"#, #"caledit id --"$X""#, #"caledit id "-$X""#,
    #"caledit id --route "$X""#, #"caledit id --theme "$X""#, #"caledit id --timeout "$X""#,
    #"caledit id --base-url "$X""#, #"HIGHLEVEL_BASE_URL="$X" caledit id"#,
    #"caledit id --token-file "$X""#, #"caledit id --ca-file "$X""#,
    #"caledit sandbox --port "$X""#,
    #"HTTPS_PROXY="$X" caledit id"#, #"caledit --demo --log-file "$X/x""#,
    #"caledit drafts show "$X""#, #"caledit drafts delete "$X""#, #"caledit drafts "$X""#,
    #"printf '{"a": "\233\033" 1' > "$TMPDIR/$X"; caledit --file "$TMPDIR/$X""#,
    #"caledit help "$X""#, #"caledit --generate-completion-script "$X""#,
    #"XDG_STATE_HOME="/dev/null/$X" caledit drafts"#,
  ])
  func messages(command: String) throws {
    for isASCII in [false, true] {
      let result = try Shell(
        command, in: try Scratch(),
        environment: [
          "X": Self.text, "HIGHLEVEL_TOKEN": Program.token, "LC_ALL": isASCII ? "C" : "C.UTF-8",
        ])
      for text in [result.output, result.error] {
        expectHarmless(text, isASCII: isASCII, sourceLocation: #_sourceLocation)
      }
      #expect(!(result.output + result.error).isEmpty, "it says something")
    }
  }

  /// Text leaves the program through its gates: nothing else writes to the standard outputs, and
  /// nothing makes a sequence but what asks the sanitiser first.
  @Test func thereIsNoOtherWayOut() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var seen = 0
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      seen += 1
      for call in [
        "print(", "debugPrint(", "dump(", "fputs(", "FileHandle.standard", "STDERR_FILENO",
      ]
      where file.lastPathComponent != "TerminalOutput.swift" {
        let calls = text.ranges(of: call).filter { range in
          range.lowerBound == text.startIndex
            || !text[text.index(before: range.lowerBound)].isLetter
        }
        #expect(calls.isEmpty, "\(file.lastPathComponent) calls \(call)")
      }
      guard file.pathComponents.contains("Terminal") else { continue }
      for gate in ["ClipboardSequence.swift", "TerminalOutput.swift"]
      where file.lastPathComponent == gate {
        #expect(text.contains(".sanitized"), "\(gate) asks no sanitiser")
      }
    }
    #expect(seen > 200)
    let log = try String(
      contentsOf: sources.appendingPathComponent("caledit/LogFile.swift"), encoding: .utf8)
    #expect(log.contains("line.sanitized"))
  }

  /// What the program says of the terminal, on that terminal.
  @Test(arguments: ["A\u{1B}]0;T\u{7}\u{9B}2J", "xterm\u{1B}[2J\u{202E}", "../\u{9B}", ""])
  func terminalName(name: String) throws {
    let program = try Program(["--demo"], environment: ["TERM": name])
    program.session.settle(milliseconds: 400)
    program.session.control("q")
    if program.session.exit == nil { program.session.settle(milliseconds: 200) }
    let traffic = TerminalTraffic(program.session.rawOutput)
    #expect(traffic.strangers == [])
    #expect(traffic.text.allSatisfy(HarmlessText.isHarmless))
  }

  /// The file's name stands in the title, the editor's in a message, the output's in another.
  @Test func namesOnTheScreen() throws {
    let folder = try Scratch()
    let name = Self.text.split(separator: "/").joined() + ".json"
    let file = try folder.write(SampleFile.bare, to: name)
    let program = try Program(
      ["--file", file, "--output", folder.path(Self.text.split(separator: "/").joined())],
      folder: folder,
      environment: ["EDITOR": "/none/'\(Self.text)'"], columns: 140)
    try program.waitUntilLoaded()
    #expect(program.title.contains("A␛]0;T␇<9B>2J<RLO>"))
    try program.goTo("description")
    program.session.alt("e")
    try program.wait(for: "could not be started")
    try program.goTo("slotDuration")
    program.retype("45")
    try program.wait(forChanges: 1)
    try program.save()
    try program.wait(forSentence: "The update body is written to ")
    // What waits for the keys to rest comes a moment later.
    program.session.settle(milliseconds: 300)
    let traffic = TerminalTraffic(program.session.rawOutput)
    #expect(traffic.strangers == [])
    #expect(traffic.text.allSatisfy(HarmlessText.isHarmless))
  }

  /// What is copied is sent as base64; what is in it, when it is pasted, is harmless too.
  @Test func copied() throws {
    let folder = try Scratch()
    let file = try folder.write(HostileCalendarTests.file(.texts), to: "calendar.json")
    let program = try Program(["--file", file], folder: folder)
    try program.waitUntilLoaded()
    for key in ["name", "description", "slug"] {
      try program.goTo(key)
      program.session.alt("c")
      try program.wait(for: "Copied")
    }
    let traffic = TerminalTraffic(program.session.rawOutput)
    #expect(traffic.strangers == ["OSC 52"])
    let output = String(decoding: program.session.rawOutput, as: UTF8.self)
    let copies = output.matches(of: /\u{1B}\]52;c;([A-Za-z0-9+\/=]*)\u{07}/).map { String($0.1) }
    #expect(copies.count == 3)
    for copy in copies {
      let bytes = try #require(Data(base64Encoded: copy))
      let text = String(decoding: bytes, as: UTF8.self)
      let isHarmless = text.unicodeScalars.allSatisfy {
        HarmlessText.isHarmless($0) || $0 == "\n" || $0 == "\t" || $0 == "\r" || isSpelling($0)
      }
      #expect(isHarmless, "\(text.debugDescription)")
    }
  }

  /// Joiners and selectors stay in a text that is copied.
  private func isSpelling(_ scalar: Unicode.Scalar) -> Bool {
    ["\u{200D}", "\u{200C}", "\u{34F}"].contains(scalar)
      || (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
  }
}
