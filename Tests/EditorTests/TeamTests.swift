import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// The table of the team, and how somebody joins it.
@Suite struct TeamTests {
  static let users = [
    LookUpResult(id: "ana", name: "Ana Silva", detail: "ana@example.com"),
    LookUpResult(id: "ben", name: "Ben Okafor", detail: "ben@example.com"),
    LookUpResult(id: "u3", name: "Cleo Brandt", detail: "cleo@example.com"),
  ]

  /// - Parameter type: of the calendar; nil leaves the sample's.
  static func named(
    type: CalendarType? = nil, rows: Int = 24, columns: Int = 80, isASCII: Bool = false
  ) -> TestApp {
    var calendar = sampleCalendar
    if let type { _ = calendar.update(at: "calendarType") { $0 = .text(type.rawValue) } }
    var model = makeModel(calendar, rows: rows, columns: columns, isASCII: isASCII)
    _ = model.update(.lookedUp(.users, .success(users)))
    return model
  }

  private func failed() throws -> TestApp {
    var model = makeModel()
    let failure = ServiceError(
      HTTPResponse(status: 403, body: []), kind: .forbidden, token: try Token("x"))
    _ = model.update(.lookedUp(.users, .failure(failure)))
    return model
  }

  private func member(_ model: TestApp, _ row: Int) -> JSONValue? {
    model.document?[JSONPath([.key("teamMembers"), .index(row)])]
  }

  // MARK: Tasks

  @Test func aMemberIsAddedByNameAndMadePrimary() {
    var model = Self.named()
    let script = "Down Down Down Down Down Enter Ctrl-N \"cleo\" Enter Space Ctrl-S"
    #expect(keys(script).count <= 25)
    model.press(script)
    #expect(model.dialogs.count == 1, "the review")
    #expect(
      model.body == [
        "teamMembers": [
          [
            "userId": "ana", "priority": 0.5, "isPrimary": false,
            "locationConfigurations": [["kind": "physical", "location": "Main Street 1"]],
          ],
          ["userId": "ben", "priority": 1],
          ["userId": "u3", "priority": 0.5, "isPrimary": true],
        ]
      ])
    #expect(
      model.document?.undoSteps.map(\.title)
        == ["Add team member Cleo Brandt", "Cleo Brandt is primary"])
  }

  @Test(arguments: [nil, ["kind": "physical", "location": "Elm Street 3"]] as [JSONValue?])
  func aLocationBecomesAPhoneNumber(_ location: JSONValue?) {
    var calendar = sampleCalendar
    if let location {
      _ = calendar.update(at: "teamMembers[1]") {
        $0 = ["userId": "ben", "priority": 1, "locationConfigurations": [location]]
      }
    }
    var model = makeModel(calendar)
    let way = "Down Down Down Down Down Enter Down Down Enter Tab Tab Tab"
    let script =
      location == nil
      ? way + " Enter i Enter \"+14455550132\" Ctrl-S"
      : way + " Tab Enter i Tab Ctrl-U \"+14455550132\" Ctrl-S"
    #expect(keys(script).count <= 35)
    model.press(script)
    #expect(model.dialogs.count == 1, "the review")
    #expect(
      model.body["teamMembers[1].locationConfigurations"] == [
        ["kind": "inbound_call", "location": "+14455550132"]
      ])
  }

  // MARK: Adding

  @Test func escapeAddsNobody() {
    var model = Self.named()
    model.visit("teamMembers[0]")
    model.press("+ \"cle\" Esc")
    #expect(model.dialogs.isEmpty)
    #expect(model.document?.undoSteps.isEmpty == true)
    #expect(model.focusedPath == "teamMembers[0]")
  }

  @Test func usersAreFoundByEmailAndThoseInTheTeamAreMarked() {
    var model = Self.named()
    model.visit("teamMembers[1]")
    model.press("Ctrl-N")
    let lines = model.screen.split(separator: "\n")
    let order = ["Cleo Brandt", "Ana Silva", "Ben Okafor"].map { name in
      lines.firstIndex { $0.contains(name) && $0.contains("@") } ?? -1
    }
    #expect(order == order.sorted() && order[0] >= 0)
    #expect(lines[order[1]].contains("in the team  ana@example.com"))
    #expect(!lines[order[0]].contains("in the team"))
    model.press("\"ben@ex\" Enter")
    #expect(member(model, 2)?[key: "userId"] == "ben", "twice is a matter of the rules")
    #expect(model.screen.contains("This user is in the team already"))
  }

  @Test func whoIsNobodyIsTakenAsAnId() {
    var model = Self.named()
    model.visit("teamMembers")
    model.press("Ctrl-N \"Zx9\"")
    #expect(model.screen.contains("Use the id \"Zx9\""))
    model.press("Enter")
    #expect(member(model, 2) == ["userId": "Zx9", "priority": 0.5])
    #expect(model.focusedPath == "teamMembers[2]")
    #expect(model.document?.undoSteps.count == 1)
  }

  @Test func whereUsersAreForbiddenTheIdIsTypedAndTheReasonSaid() throws {
    var model = try failed()
    model.visit("teamMembers[0]")
    model.press("Ctrl-N")
    #expect(model.screen.contains("The users cannot be listed"))
    model.press("Enter")
    #expect(model.dialogs.count == 1, "nothing is typed yet")
    model.press("\"zoe\" Enter")
    #expect(member(model, 1) == ["userId": "zoe", "priority": 0.5])
    #expect(model.focusedPath == "teamMembers[1]")
  }

  @Test func aPastedIdIsTaken() {
    var model = Self.named()
    model.visit("teamMembers")
    model.press("Ctrl-N")
    _ = model.update(.terminal(.paste("h3Ua\n")))
    model.press("Enter")
    #expect(member(model, 2)?[key: "userId"] == "h3Ua")
  }

  @Test func whatIsNoListTakesNobody() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "teamMembers") { $0 = 7 }
    var model = makeModel(calendar)
    model.visit("teamMembers")
    model.press("Ctrl-N \"zoe\" Enter")
    #expect(model.document?.isModified == false)
    #expect(model.status?.text.contains("not a list") == true)
  }

  // MARK: Rows

  @Test func spaceIsARadioButton() {
    var model = Self.named()
    model.visit("teamMembers[1]")
    #expect(model.screen.contains("(•)  Ana Silva"))
    model.press("p")
    #expect(model.screen.contains("(•)  Ben Okafor"))
    #expect(model.screen.contains("( )  Ana Silva"))
    #expect(model.document?.undoSteps.count == 1)
    model.press("Space")
    #expect(model.screen.contains("( )  Ben Okafor"))
    model.press("Ctrl-Z Ctrl-Z")
    #expect(model.document?.isModified == false)
  }

  @Test func priorityIsStepped() {
    var model = Self.named()
    model.visit("teamMembers[0]")
    model.press("< <")
    #expect(member(model, 0)?[key: "priority"] == 0)
    #expect(model.status?.text == "The priority is the lowest already.")
    model.press("> > >")
    #expect(member(model, 0)?[key: "priority"] == 1)
    model.press("<")
    #expect(model.document?.isModified == false)
    model.change("teamMembers") { $0.set("teamMembers[0].priority", to: 0.75) }
    #expect(model.screen.contains("0.75"))
    model.press("<")
    #expect(member(model, 0)?[key: "priority"] == 0.5)
  }

  @Test func anUnsetPriorityStepsFromTheDefault() {
    var model = Self.named()
    model.change("teamMembers") { $0.set("teamMembers[1].priority", to: nil) }
    model.visit("teamMembers[1]")
    #expect(model.screen.contains("unset"))
    model.press(">")
    #expect(member(model, 1)?[key: "priority"] == 1)
  }

  @Test(arguments: CalendarType.allCases)
  func theRulesOfTheTypeStandAtTheTop(_ type: CalendarType) {
    var model = Self.named(type: type, columns: 160)
    model.visit("teamMembers")
    #expect(model.screen.contains(TypeRules.team(type)))
  }

  @Test func columnsStandUnderTheirHeadings() throws {
    for columns in [40, 64, 80, 120, 200] {
      var model = Self.named(columns: columns)
      model.visit("teamMembers[0]")
      model.press("PgDn")
      model.visit("teamMembers[0]")
      let lines = model.screen.split(separator: "\n").map(Array.init)
      let head = try #require(
        lines.firstIndex { String($0).contains("Locations") && String($0).contains("Name") })
      for title in ["Name", "Locations"] {
        let start = try #require(String(lines[head]).range(of: title))
        let column = String(lines[head]).distance(
          from: String(lines[head]).startIndex, to: start.lowerBound)
        for row in lines[(head + 1)...(head + 2)] {
          #expect(row[column] != " " && row[column - 1] == " ", "\(title) at \(columns)")
        }
      }
    }
  }

  static let scenes: [(name: String, keys: String)] = [
    ("table", "Ctrl-F \"teamMembers\" Enter Down"),
    ("add", "Ctrl-F \"teamMembers\" Enter Ctrl-N"),
    ("add-id", "Ctrl-F \"teamMembers\" Enter Ctrl-N \"nobody\""),
    ("location-kind", "Ctrl-F \"teamMembers\" Enter Down Down Enter Tab Tab Tab Enter"),
  ]

  @Test(arguments: scenes.map(\.name), ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    var model = Self.named(type: .collective, rows: shape.rows, columns: shape.columns)
    let scene = try #require(Self.scenes.first { $0.name == name })
    model.press(scene.keys)
    try expectSnapshot(model.screen, "team-\(name)-\(shape)")
  }

  @Test func asciiScreensAreASCII() {
    for scene in Self.scenes {
      var model = Self.named(isASCII: true)
      model.press(scene.keys)
      #expect(model.screen.utf8.allSatisfy { $0 < 0x7F }, "\(scene.name): \(model.screen)")
    }
  }
}
