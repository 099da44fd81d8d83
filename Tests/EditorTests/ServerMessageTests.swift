import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// What the service says of a field stays until that field is edited, and is seen wherever it is.
@Suite struct ServerMessageTests {
  private static let calendar: JSONValue = {
    guard case .object(var object) = sampleCalendar else { return sampleCalendar }
    object["availabilities"] = [
      ["date": "2030-03-01T00:00:00.000Z", "hours": []],
      ["date": "2030-03-02T00:00:00.000Z", "hours": [], "id": "b"],
      ["date": "2030-03-03T00:00:00.000Z", "hours": [], "id": "c"],
    ]
    return .object(object)
  }()

  /// A calendar with edits for which the service sent these messages.
  private func refused(
    _ messages: String..., edit: (inout TestApp) -> Void
  ) throws -> TestApp {
    var model = makeModel(Self.calendar)
    edit(&model)
    model.press("Ctrl-S Ctrl-S")
    let texts = messages.map { JSONString.quoted($0) }.joined(separator: ",")
    let body = #"{"statusCode":422,"message":[\#(texts)]}"#
    let answer = HTTPResponse(status: 422, body: Array(body.utf8))
    let request = try #require(model.request?.id)
    _ = model.update(
      .saved(
        request,
        .failure(ServiceError(answer, kind: .invalid, token: try Token("secret")))))
    return model
  }

  /// The row that the body leaves out shifts the numbers of the service, and not the messages.
  @Test func aMessageIsShownAtItsOwnDate() throws {
    let model = try refused("availabilities.0.hours must be an array") {
      $0.change("availabilities") {
        $0.removeRow(0, of: "availabilities")
        $0.insert(
          ["date": "2030-03-09T00:00:00.000Z", "hours": [], "deleted": true],
          into: "availabilities", at: 0)
        $0.setDateHours(
          [HourRange(open: 540, close: 600)], on: [$0.dateHours.date(ofRow: 1) ?? today])
      }
    }
    #expect(model.serverProblems.at("availabilities[1].hours").count == 1)
    #expect(!model.serverProblems.isAny(under: "availabilities[0]"))
    #expect(!model.serverProblems.isAny(under: "availabilities[2]"))
  }

  @Test func aMessageAboutARowThatIsNotThereIsSeenAtItsList() throws {
    let model = try refused("teamMembers.7.userId must be a string") {
      $0.change("teamMembers") { $0.set("teamMembers[0].priority", to: 1) }
    }
    #expect(model.serverProblems.at("teamMembers").count == 1)
    #expect(model.screen.contains("userId must be a string"))
  }

  /// Each edit answers what was said of its field, and nothing else.
  @Test(
    arguments: [
      ("teamMembers[1].priority", "0"), ("slotDurationUnit", "h"), ("slotDuration", "Ctrl-U 6 0"),
      ("slotInterval", "Ctrl-U 4 5"),
    ] as [(JSONPath, String)])
  func anEditAnswersItsMessageAndNoOther(_ path: JSONPath, _ keys: String) throws {
    let fields = [
      "teamMembers.1.priority", "slotDurationUnit", "slotDuration", "slotInterval",
      "teamMembers.0.userId",
    ]
    var model = try refused(
      "teamMembers.1.priority must be a number", "slotDurationUnit must be a string",
      "slotDuration must be a number", "slotInterval must be a number",
      "teamMembers.0.userId must be a string"
    ) {
      $0.change("teamMembers") { $0.set("teamMembers[1].priority", to: 0) }
      $0.change("slotDuration") { $0.set("slotDuration", to: 45) }
    }
    #expect(fields.allSatisfy { model.serverProblems.at(JSONPath($0)).count == 1 })
    model.change(path) {
      $0.set(path, to: path.keys.last?.hasSuffix("Unit") == true ? "hours" : 17)
    }
    for field in fields.map({ JSONPath($0) }) {
      #expect(model.serverProblems.at(field).isEmpty == (field == path), "\(field)")
    }
  }

  /// A unit that is typed with its number answers the messages about both.
  @Test func typingAUnitAnswersItsMessageToo() throws {
    var model = try refused(
      "slotDurationUnit must be a string", "slotDuration must be a number",
      "slotInterval must be a number"
    ) { $0.change("slotDuration") { $0.set("slotDuration", to: 45) } }
    model.visit("slotDuration")
    model.press("Ctrl-U \"2 h\"")
    #expect(model.document?["slotDurationUnit"] == "hours")
    #expect(model.serverProblems.at("slotDuration").isEmpty)
    #expect(model.serverProblems.at("slotDurationUnit").isEmpty)
    #expect(model.serverProblems.at("slotInterval").count == 1)
  }

  /// What is typed before and after the focus was elsewhere is two steps of undo.
  @Test(arguments: ["Down Up", "Tab Up", "Ctrl-S Esc", "F1 Esc"])
  func leavingALineEndsTheStep(_ way: String) {
    var model = makeModel()
    model.visit("name")
    model.press("End a")
    let first = model.document?["name"]
    model.press(way)
    model.visit("name")
    model.press("End b")
    #expect(model.document?.undoSteps.count == 2)
    model.press("Ctrl-Z")
    #expect(model.document?["name"] == first)
  }

  /// The report of a refusal goes with the last message that it tells of.
  @Test(arguments: ["edits", "undo"]) func theReportGoesWithItsLastMessage(_ way: String) throws {
    var model = try refused("slotDuration must be a number", "slotInterval must be a number") {
      $0.edit("slotDuration", to: 45)
      $0.edit("slotInterval", to: 15)
    }
    #expect(model.banner?.title.hasPrefix("Not saved.") == true)
    model.edit("name", to: "Other")
    #expect(model.banner != nil, "nothing of it is answered")
    if way == "undo" { model.press("Ctrl-Z Ctrl-Z") } else { model.edit("slotInterval", to: 20) }
    #expect(model.banner != nil && model.serverProblems.count == 1)
    if way == "undo" { model.press("Ctrl-Z") } else { model.edit("slotDuration", to: 50) }
    #expect(model.serverProblems.isEmpty && model.banner == nil, "\(model.screen)")
    #expect(model.lastReport != nil, "it can be read again")
  }

  /// What belongs to no field is not answered by an edit.
  @Test func aReportWithMoreInItStays() throws {
    var model = try refused("slotDuration must be a number", "calendar is locked") {
      $0.edit("slotDuration", to: 45)
    }
    model.edit("slotDuration", to: 50)
    #expect(model.serverProblems.isEmpty && model.banner != nil, "\(model.screen)")
  }

  @Test func allCountsOfAScreenAreOne() throws {
    var model = makeModel(checksBeforeSaving: false)
    model.edit("slotDuration", to: 45)
    _ = model.press("Ctrl-S Ctrl-S")
    let texts = [
      "slotDuration must be a number", "slotDuration must not be less than 1",
      "slotDuration must be whole", "slotInterval must be a number",
    ]
    let body = "{\"message\":[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]}"
    let answer = HTTPResponse(status: 422, body: Array(body.utf8))
    let request = try #require(model.request?.id)
    _ = model.update(
      .saved(
        request, .failure(ServiceError(answer, kind: .invalid, token: try Token("secret")))))
    let lines = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.contains("✗4") == true, "\(model.screen)")
    #expect(model.serverProblems.count == 4)
    #expect(Section.allCases.map { model.serverProblems.count($0) }.reduce(0, +) == 4)
    #expect(model.banner?.title.contains("refused 4 values") == true)
    #expect(model.banner?.details.first == "4 messages at their fields.")
  }
}
