import HostileText
import JSON
import TerminalTesting
import Testing

/// A calendar in which every text is hostile, through the real terminal: nothing of it is obeyed.
@Suite(.waits, .timeLimit(.minutes(240))) struct HostileCalendarTests {
  static let groups = HostileText.groups(of: 6)

  struct Run: Sendable, CustomTestStringConvertible {
    let name: String
    let extent: HostileCalendar.Extent
    var environment: [String: String] = [:]
    var columns = 100
    var isASCII = false
    var testDescription: String { name }
  }

  static let runs = [
    Run(name: "texts", extent: .texts),
    Run(name: "everything", extent: .everything, environment: ["LC_ALL": "C"], isASCII: true),
    Run(
      name: "choices", extent: .choices, environment: ["LC_ALL": "de_DE.ISO-8859-1"], columns: 64,
      isASCII: true),
  ]

  /// The calendar as a file, with halves of surrogate pairs in it, as only escapes can spell them.
  static func file(_ extent: HostileCalendar.Extent) -> String {
    let calendar = HostileCalendar.make(extent) { groups[$0 % groups.count] + "SURROGATE" }
    return calendar.printed(.readable).split(separator: "SURROGATE").joined(
      separator: "\\ud800\\udbff\\udc00\\ud83d")
  }

  @Test(arguments: runs) func everywhere(_ run: Run) throws {
    let hostile = try walked(run, Self.file(run.extent))
    #expect(hostile.strangers == [])
    #expect(hostile.text.allSatisfy(HarmlessText.isHarmless))
    if run.isASCII { #expect(hostile.text.allSatisfy { $0.isASCII }) }
    // With harmless texts the same is sent: nothing that a text has brought about.
    guard run.extent == .texts else { return }
    let harmless = HostileCalendar.make(run.extent) { "text \($0)" }.printed(.readable)
    let commands = try walked(run, harmless).commands
    #expect(hostile.commands.symmetricDifference(commands) == [])
  }

  /// Looks at all that a file can show, and answers what was sent to the terminal.
  private func walked(_ run: Run, _ text: String) throws -> TerminalTraffic {
    let folder = try Scratch()
    let file = try folder.write(text, to: "calendar.json")
    let program = try Program(
      ["--file", file], folder: folder, environment: run.environment, rows: 30,
      columns: run.columns)
    let session = program.session
    try program.waitUntilLoaded()
    // Into the list of sections, and each of them from its top to its end.
    program.escape(times: 2)
    for _ in 0..<13 {
      _ = try program.strokes("Enter PgDn PgDn")
      program.escape(times: 2)
      session.press(.down)
    }
    for key in ["description", "teamMembers", "availabilities", "openHours", "eventType"] {
      session.control("f")
      session.type(key)
      _ = try program.strokes("Enter Down Enter Down")
      program.escape(times: 2)
      _ = try program.strokes("Alt-J PgDn")
      program.escape()
      session.press(.function(1))
      program.escape()
      session.control("o")
      program.escape()
    }
    session.press(.function(6))
    session.press(.down)
    program.escape()
    _ = try program.strokes("Ctrl-P PgDn")
    program.escape()
    _ = try program.strokes("Ctrl-F \"A\"")
    program.escape(times: 2)
    try program.goTo("slug")
    session.type("x")
    session.control("s")
    try program.wait(for: "Review: ")
    _ = try program.strokes("PgDn PgDn \"j\" PgDn")
    program.escape(times: 2)
    try program.wait(forNo: "Review: ")
    try program.quitLosingChanges()
    return TerminalTraffic(session.rawOutput)
  }

  /// A megabyte in one field, ten thousand marks on one letter: it goes on, and all of it is kept.
  @Test(arguments: ["long text", "tower", "controls"]) func inGreatAmounts(
    kind: String
  ) throws {
    let text =
      switch kind {
      case "long text": String(repeating: "日本 \u{1B}[2J\n", count: 8000)
      case "tower": "a" + String(repeating: "\u{301}", count: 10_000)
      default: String(repeating: "\u{9B}2J\u{202E}", count: (1 << 20) / 7)
      }
    let folder = try Scratch()
    let calendar: JSONValue = [
      "name": .text(text), "description": .text(kind == "controls" ? "short" : text),
      "slotDuration": 30,
      "teamMembers": [["userId": .text(text), "priority": 0.5]],
    ]
    let file = try folder.write(calendar.printed(), to: "calendar.json")
    let program = try Program(["--file", file], folder: folder)
    try program.waitUntilLoaded()
    try program.goTo("name")
    try program.goTo("description")
    program.session.press(.enter)
    try program.wait(for: "Esc Done")
    program.session.press(.escape)
    try program.wait(forNo: "Esc Done")
    try program.goTo("slug")
    try program.changeDuration()
    try program.save()
    try program.wait(for: "Written to")
    try program.quit()
    let traffic = TerminalTraffic(program.session.rawOutput)
    #expect(traffic.strangers == [])
    #expect(traffic.text.allSatisfy(HarmlessText.isHarmless))
    let written = try JSONDocument(parsing: folder.read("calendar.json")).value
    #expect(written[key: "name"] == .text(text))
    #expect(written[key: "slotDuration"] == 45)
  }

  /// What is pasted is in the field, without what a terminal would obey, and shown as symbols.
  @Test func pasted() throws {
    let program = try Program.opened()
    try program.goTo("eventTitle")
    for group in Self.groups {
      // The end of a bracketed paste cannot be in one, and ESC would begin a key.
      program.session.paste(String(group.unicodeScalars.filter { $0 != "\u{1B}" }))
      program.session.settle()
    }
    try program.wait(forChanges: 1)
    try program.save(properties: 1)
    try program.quit()
    let traffic = TerminalTraffic(program.session.rawOutput)
    #expect(traffic.strangers == [])
    #expect(traffic.text.allSatisfy(HarmlessText.isHarmless))
    let sent = try #require(program.puts.first?.json?[key: "eventTitle"]?.text)
    let controls = sent.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" || $0 == "\t" })
    #expect(sent.contains("日本語") && sent.unicodeScalars.contains("\u{202E}"))
  }

  /// A draft of such a calendar: offered, compared, recovered, and listed on the command line.
  @Test func asADraft() throws {
    let folder = try Scratch()
    let name = "a\u{1B}]0;T\u{7}\u{202E}\u{9B}2J.json"
    let file = try folder.write(Self.file(.texts), to: name)
    var program = try Program(["--file", file], folder: folder)
    try program.waitUntilLoaded()
    try program.goTo("slug")
    program.session.type("x")
    try program.wait(forChanges: 1)
    program.session.signal(15)
    _ = try program.waitForExit()
    var output = program.session.rawOutput
    let list = try Shell(
      "caledit drafts; caledit drafts show 1; caledit drafts show \"$N\"; "
        + "caledit drafts delete --yes \"$N\"", in: folder, environment: ["N": name])
    for text in [list.output, list.error] {
      #expect(TerminalTraffic(Array(text.utf8)).kinds.isSubset(of: ["LF"]))
    }
    #expect(list.output.contains("<RLO>") && list.output.contains("␛]0;T␇"))

    program = try Program(["--file", file], folder: folder)
    try program.wait(for: "raft")
    _ = try program.strokes("\"l\" PgDn")
    program.escape()
    program.session.type("r")
    try program.wait(forChanges: 1)
    try program.quitLosingChanges()
    output += program.session.rawOutput
    #expect(TerminalTraffic(output).strangers == [])
  }
}
