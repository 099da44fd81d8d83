import JSON
import Sandbox
import TerminalTesting
import Testing

/// Text that a terminal would obey, and text in large amounts.
@Suite(.waits, .timeLimit(.minutes(240))) struct HostileTextTests {
  /// Window title, a report of the cursor, colours, C1, a clipboard, bidi, a bell.
  static let hostile =
    "A\u{1B}]0;PWNED\u{7}B\u{1B}[6nC\u{1B}[31;7mD\u{9B}2JE\u{9D}0;EVIL\u{9C}F"
    + "\u{1B}]52;c;RVZJTA==\u{1B}\\G\u{202E}H\u{2066}I\u{200B}J\u{1B}cK\u{85}L\u{7F}M"

  /// What must not reach the terminal, wherever the text is shown.
  private func expectHarmless(_ session: TerminalSession) {
    for text in [
      "\u{1B}]", "\u{7}", "\u{1B}[6n", "\u{1B}[31;7m", "\u{1B}c", "\u{202E}", "\u{2066}",
      "\u{200B}", "\u{7F}",
    ] {
      #expect(!session.hasWritten(text), "\(text.debugDescription)")
    }
    let output = session.rawOutput
    let controls = output.indices.dropLast().filter {
      output[$0] == 0xC2 && (0x80...0x9F).contains(output[$0 + 1])
    }
    #expect(controls.isEmpty, "C1 controls")
    #expect(session.bells == 0)
  }

  @Test func inALoadedCalendar() throws {
    let hostile = JSONValue.text(Self.hostile)
    let program = try Program.opened(columns: 120) { sandbox in
      guard var calendar = sandbox.calendar(Program.calendarID) else { return }
      for path in [
        "name", "description", "slug", "widgetType", "eventTitle", "notes", "locationId",
        "teamMembers[0].userId", "teamMembers[1].locationConfigurations[0].location",
        "teamMembers[1].locationConfigurations[0].kind", "availabilities[0].date",
      ] as [JSONPath] {
        _ = calendar.update(at: path) { $0 = hostile }
      }
      _ = calendar.update(at: "slotDuration") { $0 = hostile }
      guard var object = calendar.object else { return }
      object[Self.hostile] = 1
      sandbox.replaceCalendar(Program.calendarID, with: .object(object))
    }
    let session = program.session
    try program.wait(for: "A␛]0;PWNED␇B")
    // Everywhere it is shown: every section, rows, help, a long text, the review, the JSON.
    session.press(.end)
    session.press(.enter)
    for _ in 0..<6 {
      session.press(.pageDown)
      session.settle()
    }
    for key in ["description", "teamMembers", "availabilities", "name"] {
      session.control("f")
      session.type(key)
      session.press(.enter)
      session.settle()
      if key == "name" { break }
      session.press(.down)
      session.press(.enter)
      session.settle()
      session.press(.function(1))
      session.settle()
      session.press(.escape)
      session.settle()
      session.press(.escape)
      session.settle()
    }
    session.control("f")
    session.type("eventTitle")
    session.press(.enter)
    try program.wait(for: " eventTitle · ")
    session.press(.end)
    session.type("x")
    try program.wait(forChanges: 1)
    session.control("s")
    try program.wait(for: "Review: ")
    try program.wait(for: "␛]0;PWNED␇")
    session.type("j")
    try program.wait(for: "JSON body of the update")
    session.press(.escape)
    try program.wait(forNo: "JSON body of the update")
    session.press(.escape)
    try program.wait(forNo: "Review: ")
    expectHarmless(session)
    // The text itself has been touched at its end only.
    try program.save()
    try session.wait("save", seconds: Program.patience) { program.puts.count == 1 }
    let sent = program.puts.first?.json?[key: "eventTitle"]?.text
    #expect(sent?.unicodeScalars.elementsEqual((Self.hostile + "x").unicodeScalars) == true)
  }

  @Test func inAnAnswer() throws {
    let program = try Program.opened(columns: 120)
    try program.changeDuration()
    let message = JSONValue.text("slotDuration " + Self.hostile).printed()
    let other = JSONValue.text(Self.hostile).printed()
    program.sandbox?.inject(
      .answer(status: 422, body: "{\"message\":[\(message),\(other)]}"))
    try program.save()
    try program.wait(forSentence: "The service refused 2 values (422)")
    try program.wait(for: "A␛]0;PWNED␇B")

    // Not as JSON has it, but as it is.
    program.sandbox?.inject(.answer(status: 500, body: "Raw: " + Self.hostile))
    try program.save()
    try program.wait(forSentence: "The service failed (500)")
    program.session.alt("v")
    try program.wait(for: "Answer of the service")
    try program.wait(for: "Raw: A␛]0;PWNED␇B")
    program.session.press(.escape)
    try program.wait(forNo: "Answer of the service")
    expectHarmless(program.session)
    try program.quitLosingChanges()
  }

  /// A paste of any text is one step, whatever is in it.
  @Test func pasted() throws {
    let program = try Program.opened()
    let session = program.session
    try program.goTo("eventTitle")
    program.retype("")
    try program.wait(forChanges: 1)
    session.paste(Self.hostile + "\nsecond line\n")
    try program.wait(for: "second line")
    #expect(program.title.contains("1 changed"), "no key in it was obeyed")
    expectHarmless(session)
    session.control("z")
    try program.wait(forNo: "second line")
    #expect(program.hasChanges(1))
    session.control("z")
    try program.wait(forChanges: 0)
    try program.wait(forSentence: "Event title Consultation {{contact.name}}")
    try program.quit()
  }

  @Test(arguments: ["eventTitle", "notes"])
  func tenKilobytes(key: String) throws {
    let program = try Program.opened()
    let session = program.session
    let text = String((0..<1000).flatMap { "line \($0 % 10000 + 1000)," })
    #expect(text.utf8.count == 10_000)
    let old = try #require(program.sandbox?.calendar(Program.calendarID)?[key: key]?.text)
    try program.goTo(key)
    session.paste(text)
    try program.wait(forChanges: 1)
    session.control("z")
    try program.wait(forChanges: 0)
    session.control("y")
    try program.wait(forChanges: 1)
    try program.save(properties: 1)
    // A paste takes the place of what is selected; a long text it joins.
    let wanted = key == "notes" ? old + text : text
    #expect(program.puts.first?.json?[key: key]?.text == wanted)
    #expect(program.sandbox?.calendar(Program.calendarID)?[key: key]?.text == wanted)
    try program.quit()
  }
}
