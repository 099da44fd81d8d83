import JSON
import Testing

@testable import CalendarModel

@Suite("A draft that is not sound is refused, or loses what is broken", .timeLimit(.minutes(240)))
struct BrokenDraftTests {
  /// Two steps that can be undone and one that can be done again.
  private static var edited: CalendarDocument {
    var document = Calendars.document()
    document.set("name", to: "A")
    document.insert(Calendars.member("u2"), into: "teamMembers", at: 1)
    document.set("slug", to: "b")
    document.undo()
    return document
  }

  private static let sound = DocumentDraft(edited, focus: "name").json()

  private func changed(_ path: JSONPath, to value: JSONValue?) -> JSONValue {
    var json = Self.sound
    _ = json.apply(.set(path, value))
    return json
  }

  @Test(
    arguments: [
      ("version", nil, "version is missing."),
      ("version", 2, "It was written by a newer caledit: its format is 2, and this one knows 1."),
      ("version", "1", "version must be a whole number, 0 or more, but it is a text."),
      ("version", -1, "version must be a whole number, 0 or more, but it is a number."),
      ("base", nil, "base is missing."),
      ("base", [], "base must be an object, but it is a list."),
      ("current", "x", "current must be an object, but it is a text."),
      ("current", nil, "current is missing."),
    ] as [(JSONPath, JSONValue?, String)])
  func withoutACalendarItIsRefused(path: JSONPath, value: JSONValue?, message: String) {
    #expect {
      try DocumentDraft(json: changed(path, to: value))
    } throws: {
      ($0 as? DraftProblem)?.message == message
    }
  }

  @Test func whatIsNoObjectIsRefused() {
    #expect {
      try DocumentDraft(json: [1])
    } throws: {
      ($0 as? DraftProblem)?.message == "the draft must be an object, but it is a list."
    }
  }

  @Test(
    arguments: [
      ("undo", nil, "undo is missing."),
      ("undo", 7, "undo must be a list, but it is a number."),
      ("undo[1]", "x", "undo[1].title is missing."),
      ("undo[1].title", 1, "undo[1].title must be a text, but it is a number."),
      ("undo[1].focus", "name", "undo[1].focus is not a path in a calendar."),
      ("undo[1].focus", ["a", -1], "undo[1].focus is not a path in a calendar."),
      ("undo[1].focus", ["a", 1.5], "undo[1].focus is not a path in a calendar."),
      ("undo[0].changes[0]", [:], "undo[0].changes[0] is not a known kind of change."),
      ("undo[0].changes[0]", 3, "undo[0].changes[0] must be an object, but it is a number."),
      (
        "undo[0].changes[0].at", -1,
        "undo[0].changes[0].at must be a whole number, 0 or more, but it is a number."
      ),
      ("undo[1].changes[0].into", nil, "undo[1].changes[0].into is missing."),
      ("undo[1].inverses[0].remove", 5, "undo[1].inverses[0] does not fit the calendar."),
      ("undo[1].inverses[0].from", ["name"], "undo[1].inverses[0] does not fit the calendar."),
      ("undo[1].changes[0].at", 9, "undo[1].changes[0] does not fit the calendar."),
      ("undo[0].changes[0].set", [], "undo[0].changes[0] does not fit the calendar."),
      ("undo[0].changes[0].to", "B", "The steps of undo do not lead to the calendar."),
      ("current.name", "B", "The steps of undo do not lead to the calendar."),
      ("redo", [:], "redo must be a list, but it is an object."),
      (
        "redo[0].changes[0].set", ["teamMembers", 9],
        "redo[0].changes[0] does not fit the calendar."
      ),
      ("redo[0].inverses[0].to", "c", "The steps of redo do not lead to the calendar."),
      ("focus", 3, "focus is not a path in a calendar."),
      ("names", [], "names must be an object, but it is a list."),
      ("names", ["u1": 3], "names.u1 must be a text, but it is a number."),
      ("statedType", "group", "statedType is not a type of calendar: \"group\"."),
      ("statedType", .null, "statedType must be a text, but it is null."),
    ] as [(JSONPath, JSONValue?, String)])
  func whatIsBrokenIsLeftOut(path: JSONPath, value: JSONValue?, message: String) throws {
    let json = changed(path, to: value)
    #expect(json != Self.sound || path == "names")
    let draft = try DocumentDraft(json: json)
    #expect(draft.losses.map(\.message) == [message])
    let document = draft.document(today: Calendars.today)
    #expect(document.base == Calendars.full)
    #expect(document["teamMembers[1].userId"] == "u2", "what was typed is there")
    #expect(document.undoSteps.count == (path.topKey == "undo" || path.topKey == "current" ? 0 : 2))
    #expect(document.redoSteps.count == (path.topKey == "redo" ? 0 : 1))
  }

  /// Parts are replaced, taken away and put elsewhere; the reader may refuse them but must not
  /// trap, and neither must the document that it makes of them.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func noMutationTraps(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 7000)
    var document = Calendars.document(seed % 2 == 0 ? Calendars.full : Calendars.field)
    for _ in 0..<20 { _ = edits.edit(&document) }
    document.undo()
    document.undo()
    let json = DocumentDraft(document, focus: "name").json()
    var read = 0
    for _ in 0..<24 {
      var broken = json
      for _ in 0...edits.pick([0, 0, 1, 3]) { mutate(&broken, &edits) }
      guard let draft = try? DocumentDraft(json: broken) else { continue }
      read += 1
      var document = draft.document(today: Calendars.today)
      let problems = document.validation.problems(under: .root)
      while document.undo() != nil {}
      while document.redo() != nil {}
      _ = (problems, Difference.all(of: document), UpdateBody(document), draft.json().printed())
    }
    #expect(read > 0)
  }

  private func mutate(_ json: inout JSONValue, _ edits: inout EditGenerator) {
    var path = JSONPath.root
    var value = json
    while !edits.chance(5) {
      if let object = value.object, !object.isEmpty {
        path = path.appending(edits.pick(object.keys))
      } else if let list = value.array, !list.isEmpty {
        path = path.appending(Int.random(in: list.indices, using: &edits.random))
      } else {
        break
      }
      value = json[path] ?? .null
    }
    if path.isRoot || path == "version" { return }
    let odd: [JSONValue?] = [
      nil, .null, -1, 0, 1, 99, 1.5, "", "name", [], [:], ["teamMembers", 0], ["name"],
      .number(JSONNumber("9223372036854775807")!), .number(JSONNumber("1e400")!),
      [.null, [:]], value, json[key: "base"], true,
    ]
    _ = json.apply(.set(path, edits.pick(odd)))
  }
}
