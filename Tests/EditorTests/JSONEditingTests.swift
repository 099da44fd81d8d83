import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Parts of the calendar edited as JSON.
@Suite struct JSONEditingTests {
  /// A calendar whose spellings no printer would choose.
  private static func odd() throws -> JSONValue {
    try JSONDocument(
      parsing: #"""
        {"name": "Caf\u00e9", "slotDuration": 3e1, "slotDurationUnit": "mins", "x": 1,
         "slotInterval": 30.0, "id": "c1", "calendarType": "event", "preBuffer": 0.50,
         "teamMembers": [
           {"userId": "ana", "priority": 0.50, "selected": true},
           {"priority": 1.0, "userId": "b\u0065n"}
         ],
         "availabilities": [
           {"id": "a1", "date": "2026-12-24T00:00:00.000Z", "hours": []},
           {"_id": "a2", "date": "2026-12-31T00:00:00.000Z", "hours": [], "deleted": false}
         ]}
        """#
    ).value
  }

  /// Asks for the editor and takes what it is given.
  private func request(_ model: inout TestApp, _ action: ActionID) throws -> EditRequest {
    let effects = model.perform(action)
    guard case .editText(let request)? = effects.first else {
      throw Failure("\(effects) \(model.status?.text ?? "")")
    }
    return request
  }

  private func visiting(_ path: JSONPath) throws -> TestApp {
    var model = makeModel(try Self.odd())
    model.visit(path)
    return model
  }

  @Test func theSectionIsHandedOutAsItIsSpelt() throws {
    var model = try visiting("slotDuration")
    let request = try request(&model, .editJSON)
    #expect(request.fileName == "slots.json")
    #expect(
      request.text == """
        {
          "slotDuration": 3e1,
          "slotDurationUnit": "mins",
          "slotInterval": 30.0,
          "preBuffer": 0.50
        }

        """)
  }

  @Test func severalKeysAreOneStep() throws {
    var model = try visiting("slotDuration")
    let before = model.document?.current
    let request = try request(&model, .editJSON)
    let text = #"{"slotDuration": 45, "slotInterval": 30, "slotBuffer": 5, "preBuffer": 0.5}"#
    _ = model.update(.edited(request, .success(text)))
    let current = try #require(model.document?.current)
    #expect(current[key: "slotDuration"] == 45)
    #expect(current[key: "slotBuffer"] == 5)
    #expect(current[key: "slotDurationUnit"] == nil)
    // These mean what they meant, so they are spelt as they were.
    #expect(current[key: "slotInterval"]?.printed() == "30.0")
    #expect(current[key: "preBuffer"]?.printed() == "0.50")
    #expect(model.body == ["slotDuration": 45, "slotBuffer": 5])
    #expect(model.document?.undoSteps.count == 1)
    #expect(model.status?.text.hasPrefix("Changed in the JSON: Slot duration") == true)
    model.press("Ctrl-Z")
    #expect(model.document?.current == before)
    model.press("Ctrl-Y")
    #expect(model.document?.current == current)
  }

  @Test func rowsKeepTheirIdentityAndSpelling() throws {
    var model = try visiting("teamMembers[0]")
    let request = try request(&model, .editJSON)
    let text = #"""
      {"teamMembers": [
        {"userId": "ben", "priority": 1},
        {"userId": "ana", "priority": 0.5, "selected": true, "isPrimary": true}
      ]}
      """#
    _ = model.update(.edited(request, .success(text)))
    let rows = try #require(model.document?["teamMembers"]?.array)
    #expect(rows[0].printed() == #"{"priority":1.0,"userId":"b\u0065n"}"#)
    #expect(
      rows[1].printed() == #"{"userId":"ana","priority":0.50,"selected":true,"isPrimary":true}"#)
    let kinds = try Difference.all(of: #require(model.document)).map(\.kind)
    #expect(
      !kinds.contains {
        switch $0 {
        case .added, .removed: true
        default: false
        }
      })
  }

  @Test func aDateThatIsTakenOutIsDeleted() throws {
    var model = try visiting("availabilities[0]")
    let request = try request(&model, .editJSON)
    _ = model.update(.edited(request, .success(#"{"availabilities": []}"#)))
    let sent = model.body[key: "availabilities"]?.array ?? []
    #expect(Set(sent.compactMap { $0[key: "id"]?.text }) == ["a1", "a2"])
    #expect(sent.allSatisfy { $0[key: "deleted"] == true })
  }

  @Test func theWholeBody() throws {
    var model = try visiting("name")
    let request = try request(&model, .editAllJSON)
    #expect(request.fileName == "calendar.json")
    for key in ["\"c1\"", "\"x\"", "\"calendarType\""] { #expect(!request.text.contains(key)) }
    #expect(request.text.hasPrefix("{\n  \"name\": \"Caf\\u00e9\",\n  \"slotDuration\": 3e1"))
    let text = request.text.replacing("3e1", with: "60").replacing("mins", with: "hours")
    _ = model.update(.edited(request, .success(text)))
    #expect(model.body == ["slotDuration": 60, "slotDurationUnit": "hours"])
  }

  @Test func oneRow() throws {
    var model = try visiting("teamMembers[1]")
    let request = try request(&model, .editRowJSON)
    #expect(request.fileName == "teamMembers.json")
    #expect(request.text == "{\n  \"priority\": 1.0,\n  \"userId\": \"b\\u0065n\"\n}\n")
    _ = model.update(.edited(request, .success(#"{"priority": 0, "userId": "ben"}"#)))
    #expect(
      model.document?["teamMembers[1]"]?.printed() == #"{"priority":0,"userId":"b\u0065n"}"#)
    #expect(model.document?["teamMembers[0]"]?[key: "selected"] == true)
    model.press("Ctrl-Z")
    #expect(model.body == [:])
  }

  @Test(arguments: [
    "{\n \"slotDuration\": 30, \"preBuffer\": 5e-1, \"slotInterval\": 3e1, \"slotDurationUnit\": \"mins\"}",
    nil,
  ])
  func theSameIsNoChange(text: String?) throws {
    var model = try visiting("slotDuration")
    let request = try request(&model, .editJSON)
    _ = model.update(.edited(request, .success(text ?? request.text)))
    #expect(model.document?.undoSteps.isEmpty == true)
    let said = text == nil ? "did not change" : "nothing is changed"
    #expect(model.status?.text.contains(said) == true)
    #expect(try model.document?.current == Self.odd())
  }

  /// What was changed elsewhere meanwhile is not put back by a text that does not touch it.
  @Test func onlyWhatTheTextTouches() throws {
    var model = try visiting("slotDuration")
    let request = try request(&model, .editJSON)
    model.visit("slotInterval")
    model.press("Ctrl-U \"15\"")
    _ = model.update(.edited(request, .success(request.text.replacing("3e1", with: "45"))))
    #expect(model.body == ["slotDuration": 45, "slotInterval": 15])
  }

  // MARK: what is refused

  private func refused(
    _ text: String, in path: JSONPath = "slotDuration", _ action: ActionID = .editJSON
  ) throws -> (model: TestApp, request: EditRequest) {
    var model = try visiting(path)
    let request = try request(&model, action)
    _ = model.update(.edited(request, .success(text)))
    #expect(model.refusedEdit?.text == text)
    #expect(model.document?.undoSteps.isEmpty == true)
    return (model, request)
  }

  @Test func aSyntaxErrorIsHandedOutWithTheText() throws {
    let text = "{\n  \"slotDuration\": 45\n  \"slotInterval\": 15 // mine\n}\n"
    var (model, _) = try refused(text)
    #expect(model.screen.contains("The JSON cannot be used"))
    // Two lines will stand above it: the problem and what to do.
    #expect(model.screen.contains("Line 5:3: ',' or '}' is missing."))
    guard case .editText(let again)? = model.press("e").first else { throw Failure("none") }
    let lines = again.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "//! Line 5:3: ',' or '}' is missing.")
    #expect(lines[1].hasPrefix("//! "))
    #expect(lines[4].hasPrefix("  \"slotInterval\""), "line 5 of the file is the one that is named")
    #expect(again.text.hasSuffix(text))
    // Put right in two goes, the notes left where they are.
    _ = model.update(
      .edited(again, .success(again.text.replacing("45\n", with: "45,\n"))))
    #expect(model.refusedEdit?.text == text.replacing("45\n", with: "45,\n"))
    guard case .editText(let third)? = model.press("e").first else { throw Failure("none") }
    _ = model.update(.edited(third, .success(third.text.replacing(" // mine", with: ""))))
    #expect(model.refusedEdit == nil)
    #expect(model.dialogs.isEmpty)
    #expect(model.document?["slotDuration"] == 45)
    #expect(model.document?["slotInterval"] == 15)
    #expect(model.document?.undoSteps.count == 1)
  }

  @Test(arguments: [
    (#"{"name": "New"}"#, "name belongs to General"),
    (#"{"slotBufferUnit": "mins"}"#, "The service sets slotBufferUnit"),
    (#"{"slotDuraton": 45}"#, "slotDuraton is not a key of this part"),
    (#"{"slotDuration": 45, "slotDuration": 60}"#, "slotDuration is there more than once"),
    ("[45]", "The text must be one object"), ("", "Line 3:1: a value is missing."),
    ("{\"a\\nb\": 1}", #""a\nb" is not a key of this part"#),
  ])
  func keysThatDoNotBelong(text: String, said: String) throws {
    let (model, _) = try refused(text)
    #expect(model.refusedEdit?.problems.contains { $0.contains(said) } == true)
    #expect(model.refusedEdit?.problems.allSatisfy { !$0.contains("\n") } == true)
  }

  @Test func keysOfRowsThatNobodyKnows() throws {
    let text = #"{"teamMembers": [{"userId": "ana", "selected": false, "priorty": 1}]}"#
    let (model, _) = try refused(text, in: "teamMembers[0]")
    #expect(
      model.refusedEdit?.problems
        == ["teamMembers[0].priorty is not a key of this part; is it misspelt?"])
    let row = try refused(#"{"userId": "ana", "priorty": 1}"#, in: "teamMembers[1]", .editRowJSON)
    #expect(
      row.model.refusedEdit?.problems == ["priorty is not a key of this part; is it misspelt?"])
  }

  /// The rules say live what they think of it.
  @Test func aWrongTypeIsTakenOver() throws {
    var model = try visiting("slotDuration")
    let request = try request(&model, .editJSON)
    _ = model.update(
      .edited(request, .success(request.text.replacing("3e1", with: "[\"soon\"]"))))
    #expect(model.document?["slotDuration"] == ["soon"])
    #expect(model.document?.validation.problems(at: "slotDuration").isEmpty == false)
  }

  @Test func itCanBeGivenUp() throws {
    var (model, _) = try refused("{")
    model.press("g")
    #expect(model.refusedEdit == nil)
    #expect(model.dialogs.isEmpty)
    #expect(model.body == [:])
    #expect(model.press("Ctrl-Q") == [.quit(status: 0, keepsDraft: false)])
  }

  @Test func itIsKeptForLater() throws {
    var (model, request) = try refused("{ mine")
    #expect(model.press("Esc") == [])
    // Quitting asks, another part waits, and the same part goes on with the text.
    #expect(model.press("Ctrl-Q") == [])
    #expect(model.screen.contains("A refused JSON would be lost."))
    model.press("k")
    #expect(model.perform(.editAllJSON) == [])
    #expect(model.status?.text.contains("refused") == true)
    guard case .editText(let again)? = model.perform(.editJSON).first else { throw Failure("no") }
    #expect(again.text.hasSuffix("{ mine") && again.text.hasPrefix("//! "))
    #expect(again.purpose == request.purpose)
    // An editor that fails changes nothing of that.
    _ = model.update(.edited(again, .failure(.failed(command: "vi", status: 1))))
    #expect(model.refusedEdit?.text == "{ mine")
  }

  @Test func aRowThatHasChangedMeanwhile() throws {
    var model = try visiting("teamMembers[1]")
    let request = try request(&model, .editRowJSON)
    model.press("Ctrl-X")
    _ = model.update(.edited(request, .success(#"{"userId": "cat"}"#)))
    #expect(model.refusedEdit?.problems.first?.contains("has changed") == true)
  }

  @Test func onlyTheLinesOnTopAreTakenOut() {
    let text = "{\n  \"notes\": \"//! kept\",\n//!\n  //! kept\n# kept\n}"
    #expect(
      JSONText.withoutNotes(text) == "{\n  \"notes\": \"//! kept\",\n  //! kept\n# kept\n}")
    #expect(JSONText.withoutNotes(JSONText.with(["a", "b"], text)) == JSONText.withoutNotes(text))
    #expect(
      JSONText.with(["a"], "x").split(separator: "\n").count - 1
        == JSONText.lineCount(ofNotes: 1))
  }

  // MARK: what is shown

  @Test func theSectionIsShown() throws {
    var model = try visiting("slotDuration")
    model.press("Alt-J")
    #expect(model.screen.contains("JSON of Slots and limits"))
    #expect(model.screen.contains("\"slotDuration\": 3e1,"))
    let copied = model.press("c")
    #expect(copied.count == 1)
    #expect(model.screen.contains("Copied the JSON of Slots"))
    let effects = model.press("e")
    #expect(model.dialogs.isEmpty)
    guard case .editText(let request)? = effects.first else { throw Failure("\(effects)") }
    #expect(request.fileName == "slots.json")
  }

  @Test func theWholeCalendarIsShownWithWhatCannotBeEdited() throws {
    var model = try visiting("name")
    _ = model.perform(.viewAllJSON)
    #expect(model.screen.contains("\"x\": 1"))
    #expect(model.screen.contains("\"id\": \"c1\""))
  }

  @Test func longLinesKeepTheirIndentation() throws {
    var calendar = sampleCalendar
    _ = calendar.update(at: "description") {
      $0 = .text(Array(repeating: "word", count: 60).joined(separator: " "))
    }
    var model = makeModel(calendar)
    model.visit("description")
    model.press("Alt-J")
    let lines = model.screen.split(separator: "\n").filter { $0.contains("word") }
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.hasPrefix("│   \"") || $0.hasPrefix("│     word") })
  }
}
