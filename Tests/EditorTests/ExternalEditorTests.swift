import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Long texts in the user's own editor.
@Suite struct ExternalEditorTests {
  /// Goes to the description and asks for the editor.
  private func opened() throws -> (model: TestApp, request: EditRequest) {
    var model = makeModel()
    model.visit("description")
    let effects = model.press("Alt-E")
    guard case .editText(let request)? = effects.first else {
      throw Failure("no request: \(effects)")
    }
    return (model, request)
  }

  @Test func theTextIsHandedOut() throws {
    let (_, request) = try opened()
    #expect(request.text == "First line\nsecond line")
    #expect(request.fileName == "description.txt")
  }

  @Test func whatComesBackIsOneStep() throws {
    var (model, request) = try opened()
    _ = model.update(.edited(request, .success("New\n\ntext\n")))
    // The line break at the end is the editor's.
    #expect(model.body == ["description": "New\n\ntext"])
    #expect(model.status?.text.contains("from the editor") == true)
    #expect(model.document?.undoSteps.count == 1)
    model.press("Ctrl-Z")
    #expect(model.body == [:])
  }

  @Test(arguments: ["First line\nsecond line", "First line\nsecond line\n"])
  func theSameTextIsNoChange(text: String) throws {
    var (model, request) = try opened()
    _ = model.update(.edited(request, .success(text)))
    #expect(model.body == [:])
    #expect(model.document?.undoSteps.isEmpty == true)
    #expect(model.status?.text == "You did not change the text.")
  }

  @Test(arguments: [
    ("a", "b\n", "b"), ("a", "b\n\n", "b\n"), ("a\n", "b\n", "b\n"), ("", "\n", ""),
    ("a", "b\r\n", "b"), ("a", "b", "b"),
  ])
  func addedLineBreaks(original: String, text: String, wanted: String) {
    #expect(CalendarEditor.withoutAddedLineBreak(text, as: original) == wanted)
  }

  @Test(arguments: [
    (EditFailure.failed(command: "vi", status: 1), "vi ended with status 1"),
    (.notStarted(command: "edd", reason: "No such file"), "edd could not be started"),
    (.fileGone(command: "vi"), "left no file"),
    (.notText(keptAt: "/tmp/x/y"), "it is kept in /tmp/x/y"),
    (.badCommand(variable: "VISUAL"), "The value of VISUAL"),
    (.killed(command: "vi", signal: 9), "signal 9"),
  ])
  func whatFailsChangesNothing(failure: EditFailure, said: String) throws {
    var (model, request) = try opened()
    _ = model.update(.edited(request, .failure(failure)))
    #expect(model.body == [:])
    #expect(model.status?.text.contains(said) == true)
    #expect(model.status?.kind == .problem)
  }

  @Test func fromInsideTheText() throws {
    var model = makeModel()
    model.visit("description")
    let effects = model.press("Enter \"!\" Alt-E")
    guard case .editText(let request)? = effects.last else { throw Failure("\(effects)") }
    #expect(request.text == "First line\nsecond line!")
    _ = model.update(.edited(request, .success("Replaced")))
    #expect(model.screen.contains("Replaced"))
    #expect(model.screen.contains("now has the text from the editor"))
    // Typing goes on in the new text, not in the one before.
    model.press("\"?\"")
    #expect(model.body == ["description": "Replaced?"])
    model.press("Ctrl-Z Ctrl-Z")
    #expect(model.body == ["description": "First line\nsecond line!"])
  }

  @Test func onlyForLongTexts() {
    var model = makeModel()
    model.visit("name")
    #expect(model.press("Alt-E") == [])
    #expect(model.status?.text.contains("long text") == true)
  }

  @Test func anUnsetTextIsEmpty() throws {
    var calendar = sampleCalendar
    _ = calendar.update(at: .root) {
      guard case .object(var object) = $0 else { return }
      object["description"] = nil
      $0 = .object(object)
    }
    var model = makeModel(calendar)
    model.visit("description")
    guard case .editText(let request)? = model.press("Alt-E").first else { throw Failure("none") }
    #expect(request.text.isEmpty)
    _ = model.update(.edited(request, .success("")))
    #expect(model.document?.undoSteps.isEmpty == true)
    _ = model.update(.edited(request, .success("New\n")))
    #expect(model.body == ["description": "New"])
  }
}

/// Something that a test cannot go on without.
struct Failure: Error {
  let text: String
  init(_ text: String) { self.text = text }
}
