import JSON
import Testing

@testable import Editor

/// What is handed to the clipboard.
@Suite struct CopyingTests {
  @Test(arguments: [
    ("name", "Consultation"), ("description", "First line\nsecond line"), ("slotDuration", "30"),
    ("isActive", "true"), ("availabilityType", "null"),
    ("lookBusyConfig", "{\n  \"enabled\": false,\n  \"LookBusyPercentage\": 0\n}"),
  ])
  func values(path: String, text: String) {
    var model = makeModel()
    model.visit(JSONPath(path))
    #expect(model.press("Alt-C") == [.copy(text)])
    #expect(model.status?.text.hasPrefix("Copied ") == true)
    #expect(model.status?.text.contains("does not allow OSC 52") == true)
  }

  @Test func aRow() {
    var model = makeModel()
    model.visit("teamMembers[1]")
    #expect(model.press("Alt-C") == [.copy("{\n  \"userId\": \"ben\",\n  \"priority\": 1\n}")])
  }

  /// A day is copied as it can be typed onto another one.
  @Test(arguments: [(1, "9-17"), (0, "closed")])
  func aDay(day: Int, text: String) throws {
    var model = makeModel()
    model.visit("openHours")
    model.focus(line: try #require((0..<model.layout.count).first { model.layout[$0]?.day == day }))
    model.syncInput()
    #expect(model.press("Alt-C") == [.copy(text)])
  }

  @Test func whatIsTypedIsCopied() {
    var model = makeModel()
    model.visit("name")
    #expect(model.press("End \"!\" Alt-C").last == .copy("Consultation!"))
  }

  @Test func insideALongText() {
    var model = makeModel()
    model.visit("notes")
    let effects = model.press("Enter \"note\" Alt-C")
    #expect(effects == [.copy("note")])
    #expect(model.screen.contains("Copied Notes"))
  }

  @Test func nothingToCopy() {
    var model = makeModel()
    model.visit("preBuffer")
    #expect(model.press("Alt-C") == [])
    #expect(model.status?.text.contains("unset") == true)
  }

  @Test func theSection() {
    var model = makeModel()
    model.visit("lookBusyConfig")
    let effects = model.perform(.copyJSON)
    #expect(effects.count == 1)
    guard case .copy(let text)? = effects.first else { return }
    #expect(
      text == """
        {
          "lookBusyConfig": {
            "enabled": false,
            "LookBusyPercentage": 0
          }
        }
        """)
  }

  @Test(arguments: [
    (CopyFailure.terminalCannot("linux"), "\"linux\" has no clipboard"),
    (.tooLong(bytes: 80_000, limit: 74_994), "80000 bytes, at most 74994"),
  ])
  func failures(failure: CopyFailure, said: String) {
    var model = makeModel()
    model.visit("name")
    model.press("Alt-C")
    _ = model.update(.notCopied(failure))
    #expect(model.status?.text.contains(said) == true)
    #expect(model.status?.kind == .problem)
  }
}
