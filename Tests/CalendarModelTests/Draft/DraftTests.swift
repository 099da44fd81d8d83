import JSON
import Testing

@testable import CalendarModel

@Suite("A draft gives the whole session back", .timeLimit(.minutes(240)))
struct DraftTests {
  /// The draft as it comes back from a file.
  private func reread(_ draft: DocumentDraft) throws -> DocumentDraft {
    let text = draft.json().printed()
    let read = try DocumentDraft(json: Calendars.parse(text))
    #expect(read.losses == [])
    #expect(read.json().printed() == text, "what is written again is the same to the byte")
    return read
  }

  /// Everything that can be seen of a document, its whole history included.
  private func states(_ document: CalendarDocument) -> [String] {
    var document = document
    var states = [document.base.printed(), document.printed, "\(document.statedType as Any)"]
    var redone = document
    while let step = redone.redo() { states.append("redo \(step.title) \(redone.printed)") }
    while let step = document.undo() {
      states.append("undo \(step.title) \(step.focus) \(document.printed)")
    }
    while document.redo() != nil { states.append(document.printed) }
    return states
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func ofAnyGeneratedSession(_ seed: UInt64) throws {
    var edits = EditGenerator(seed: seed &+ 5000)
    var document = Calendars.document(
      seed % 4 == 0 ? Calendars.full : seed % 4 == 1 ? Calendars.field : edits.calendar())
    if seed % 3 == 0 { document.stateType(.personal) }
    var steps = 0
    for count in 1...48 {
      _ = edits.edit(&document)
      if edits.chance(25) { document.adopt(saved: served(document.current, &edits)) }
      guard count % 16 == 0 else { continue }
      let draft = DocumentDraft(document, focus: edits.place(in: document).path)
      let read = try reread(draft)
      #expect(read.focus == draft.focus)
      let again = read.document(today: Calendars.today)
      guard states(again) == states(document) else {
        Issue.record("seed \(seed), after \(count) edits")
        return
      }
      #expect(again.validation.problems(under: .root) == document.validation.problems(under: .root))
      #expect(again.validation.modifiedKeys == document.validation.modifiedKeys)
      #expect(draft.changeCount == document.validation.modifiedKeys.count)
      steps = max(steps, draft.stepCount)
    }
    #expect(steps > 4)
  }

  /// What a service makes of a calendar: the same in another order and without what it does not
  /// know, or with a value of its own.
  private func served(_ calendar: JSONValue, _ edits: inout EditGenerator) -> JSONValue {
    guard let object = calendar.object else { return calendar }
    var members = object.members.filter {
      CalendarSchema.field($0.key) != nil || $0.key == "calendarType"
    }
    members.shuffle(using: &edits.random)
    var served = JSONObject(members)
    if edits.chance(2) { served["name"] = "as the service spells it" }
    return .object(served)
  }

  @Test func typingBeginsAStepOfItsOwn() throws {
    var document = Calendars.document()
    document.set("name", to: "A", typing: true)
    #expect(document.undoSteps.last?.isOpen(for: "name") == true)
    var again = try reread(DocumentDraft(document, focus: "name")).document(today: Calendars.today)
    again.set("name", to: "AB", typing: true)
    #expect(again.undoSteps.count == 2)
    again.undo()
    #expect(again["name"] == "A")
    again.undo()
    #expect(again.printed == Calendars.full.printed())
  }

  @Test func namesAndTypeAreKept() throws {
    var document = Calendars.document(Calendars.full(["calendarType": nil]))
    document.names = ["u1": "Ana Silva", "g1": "Sales"]
    document.stateType(.collective)
    let again = try reread(DocumentDraft(document, focus: nil)).document(today: Calendars.today)
    #expect(again.names == document.names)
    #expect(again.calendarType == .collective)
  }

  /// To the letter: spelling of numbers and texts, keys with dots, keys that stand twice.
  @Test(arguments: [
    #"{"name":"\ud800 \u0041","slotDuration":30.00,"a.b[0]":{"":1},"x":1,"x":2}"#,
    #"{"name":"e\u0301","café":1,"cafe\u0301":2,"description":"\u001b[31m\u202e"}"#,
  ])
  func theCalendarIsKeptToTheLetter(_ text: String) throws {
    var document = Calendars.document(Calendars.parse(text))
    document.set(JSONPath([.key("a.b[0]"), .key("c.d")]), to: 7)
    document.set("name", to: nil)
    document.set("slotDuration", to: .number(JSONNumber("45.0")!))
    var again = try reread(DocumentDraft(document, focus: nil)).document(today: Calendars.today)
    #expect(states(again) == states(document))
    while again.undo() != nil {}
    #expect(again.printed == text)
  }

  /// A calendar may be as deep as the parser lets it be; in the draft it stands deeper.
  @Test func aDeepCalendarIsKept() throws {
    let depth = JSONDocument.depthLimit - 1
    let text =
      #"{"name":"x","deep":"# + String(repeating: "[", count: depth)
      + String(repeating: "]", count: depth) + "}"
    var document = Calendars.document(Calendars.parse(text))
    document.set("deep", to: nil)
    document.set("name", to: "y")
    let printed = DocumentDraft(document, focus: nil).json().printed()
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: printed) }
    let value = try JSONDocument(parsing: Array(printed.utf8), depthLimit: 1024).value
    var again = try DocumentDraft(json: value).document(today: Calendars.today)
    while again.undo() != nil {}
    #expect(again.printed == text)
  }

  @Test func aLongHistoryLosesItsOldestSteps() throws {
    var document = Calendars.document()
    for count in 1...40 { document.set("name", to: .text("name \(count)")) }
    document.undo()
    let all = DocumentDraft(document, focus: nil)
    let value = all.json(historyLimit: 2000)
    let kept = try DocumentDraft(json: value)
    #expect(kept.losses == [])
    #expect((5...20).contains(kept.stepCount))
    var again = kept.document(today: Calendars.today)
    #expect(again.undoSteps.map(\.title) == document.undoSteps.suffix(kept.stepCount).map(\.title))
    for _ in 0..<kept.stepCount { again.undo() }
    #expect(again["name"] == .text("name \(39 - kept.stepCount)"))
    #expect(try DocumentDraft(json: all.json(historyLimit: 0)).current == document.current)
    #expect(all.json() == all.json(historyLimit: .max))
  }
}
