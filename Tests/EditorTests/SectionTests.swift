import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Sections that show what their settings come to: look busy, recurring, locations, notifications.
@Suite struct SectionTests {
  private func model(
    _ changes: [String: JSONValue?], rows: Int = 24, columns: Int = 120
  ) -> TestApp {
    var calendar = sampleCalendar.object ?? JSONObject()
    for (key, value) in changes { calendar[key] = value }
    return makeModel(.object(calendar), rows: rows, columns: columns)
  }

  // MARK: Look busy

  @Test func lookBusyIsSwitchedOnAt40Percent() {
    var model = makeModel()
    let script = "\"look\" Enter Space Tab 4 0 Ctrl-S"
    #expect(keys(script).count <= 15)
    model.press(script)
    #expect(model.dialogs.count == 1, "the review")
    #expect(model.body == ["lookBusyConfig": ["enabled": true, "LookBusyPercentage": 40]])
  }

  @Test func theOverviewLeadsToTheSwitch() {
    var model = makeModel()
    model.press("Down Down Down Down Down Down Down Down Enter")
    #expect(model.focusedPath == "lookBusyConfig.enabled")
  }

  @Test func theEffectIsSaidWhileTheShareIsTyped() {
    var model = model([:])
    model.visit("lookBusyConfig.LookBusyPercentage")
    #expect(model.screen.contains("Mon 23 Nov: off, nothing is hidden and all 16 start"))
    model.press("Ctrl-U 2 5")
    #expect(model.document?["lookBusyConfig.enabled"] == false, "typing switches nothing on")
    #expect(model.screen.contains("off, nothing is hidden"))
    model.press("Up Space")
    #expect(model.screen.contains("Mon 23 Nov: 4 of 16 start times hidden, 12 offered."))
  }

  /// The day is looked for once, and anew when something else has changed it.
  @Test func theSampleDayFollowsOtherSettings() {
    var model = model([:])
    model.visit("lookBusyConfig.LookBusyPercentage")
    model.press("5")
    model.visit("slotDuration")
    model.press("Ctrl-U 6 0")
    model.visit("lookBusyConfig.LookBusyPercentage")
    #expect(model.screen.contains("all 15 start times"))
    model.press("5 Ctrl-Z Ctrl-Z")
    model.visit("lookBusyConfig.LookBusyPercentage")
    #expect(model.screen.contains("all 16 start times"))
  }

  @Test func theShareIsStepped() {
    var model = makeModel()
    model.visit("lookBusyConfig.LookBusyPercentage")
    model.press("1 2 >")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 15)
    model.press("< <")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 5)
    model.press("< <")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 0)
    model.press("Ctrl-U 9 8 < >")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 100)
    model.press("> Up <")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 95)
  }

  @Test func theLowerCaseSpellingIsNamed() {
    var model = model(["lookBusyConfig": ["enabled": true, "lookBusyPercentage": 20]])
    model.visit("lookBusyConfig.LookBusyPercentage")
    #expect(model.screen.contains("It came as lookBusyPercentage"))
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 20)
    model.press(">")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 25)
    #expect(model.body == ["lookBusyConfig": ["enabled": true, "LookBusyPercentage": 25]])
  }

  // MARK: Recurring

  @Test func aBookingRecursWeekly8Times() {
    let one: JSONValue = [["userId": "ana"]]
    var model = model(["teamMembers": one])
    let script = "\"recur\" Enter Space Tab w Tab 8 Ctrl-S"
    #expect(keys(script).count <= 25)
    model.press(script)
    #expect(model.dialogs.count == 1, "the review")
    #expect(
      model.body == ["enableRecurring": true, "recurring": ["freq": "WEEKLY", "count": 8]])
  }

  @Test func theRuleIsReadBackAsItChanges() {
    var model = model([
      "teamMembers": [["userId": "ana"]], "enableRecurring": true,
      "recurring": [
        "freq": "WEEKLY", "count": 8, "bookingOption": "book_next",
        "bookingOverlapDefaultStatus": "confirmed",
      ],
    ])
    model.visit("recurring.count")
    #expect(
      model.screen.contains(
        "Weekly, 8 times; if a slot is taken, book the next one; overlaps are confirmed."))
    model.press("Backspace 3")
    #expect(model.screen.contains("Weekly, 3 times;"))
    model.visit("enableRecurring")
    model.press("n")
    #expect(model.screen.contains("Off. The rule would be: Weekly, 3 times;"))
  }

  @Test func whyItCannotRecurIsSaidBeforeItIsTried() {
    var model = makeModel(columns: 200)
    model.visit("enableRecurring")
    let reason = "Recurring bookings need exactly one team member, and there are 2"
    #expect(model.screen.contains(reason + "."))
    model.press("y")
    #expect(model.screen.contains(reason + "; switch this off"))
    #expect(!model.screen.contains(reason + "."))
  }

  // MARK: Locations

  @Test func aPlaceIsLabelledByItsKind() {
    var model = makeModel(columns: 120)
    model.visit("teamMembers[0].locationConfigurations[0].kind")
    #expect(model.screen.contains("Address: A postal address."))
    for (key, label) in [("i", "Phone number"), ("c", "Text"), ("A", "Address")] {
      model.press(key)
      model.press("Tab")
      #expect(
        model.screen.contains("›• \(label) ") || model.screen.contains("›  \(label) "), "\(key)")
      model.press("Up")
    }
    model.press("c Tab Ctrl-U \"https://a\"")
    #expect(model.screen.contains("›• Link "))
  }

  @Test func aPlaceThatIsNotUsedIsHiddenOrSaysSo() {
    var model = makeModel(columns: 120)
    model.visit("teamMembers[0].locationConfigurations[0].kind")
    model.press("z")
    #expect(model.screen.contains("Main Street 1  not used"))
    #expect(model.screen.contains("A location is not applicable to this kind"))
    model.press("Tab Ctrl-X")
    #expect(!model.screen.contains("not used"))
    #expect(model.focusedPath == "teamMembers[0].locationConfigurations[0].kind")
    model.press("c Tab \"Room 4\"")
    #expect(
      model.document?["teamMembers[0].locationConfigurations[0]"]
        == ["kind": "custom", "location": "Room 4"])
  }

  @Test func phoneAndLinkAreCheckedAsWarnings() {
    var model = makeModel(columns: 120)
    model.visit("teamMembers[0].locationConfigurations[0].kind")
    model.press("o Tab Ctrl-U \"call me\"")
    #expect(model.screen.contains("This is not a phone number"))
    model.press("Up c Tab Ctrl-U \"www.example.com\"")
    #expect(model.screen.contains("This is not a web address"))
    #expect(model.errorsInChanges.isEmpty)
  }

  @Test func kindsThatTheTypeDoesNotSupportSayWhy() {
    var model = model(["calendarType": "event", "teamMembers": nil])
    model.visit("locationConfigurations")
    #expect(
      model.screen.contains(
        "Event: the calendar's own locations; conferences are not supported."))
    model.press("Ctrl-N")
    #expect(model.screen.contains("Zoom            Conferences are not supported in event"))
    model.press("z Enter")
    #expect(model.body == ["locationConfigurations": [["kind": "zoom_conference"]]])
    #expect(model.focusedPath == "locationConfigurations[0]", "there is nothing more to type")
    model.press("Enter")
    #expect(model.screen.contains("✗ Conferences are not supported in event calendars."))
    model.press("Esc Ctrl-N Esc")
    #expect(model.document?["locationConfigurations"]?.array?.count == 1, "Esc adds nothing")
  }

  // MARK: Event colour

  @Test func aColourHasASwatch() {
    func swatch(_ model: TestApp) -> Style.Color? {
      var grid = Grid(size: model.size)
      model.draw(into: &grid)
      return (0..<grid.size.rows * grid.size.columns).lazy
        .map { grid[$0 / grid.size.columns, $0 % grid.size.columns].style.background }
        .first { $0 != .normal }
    }
    var model = makeModel()
    model.visit("name")
    #expect(swatch(model) == .cyan)
    model.visit("eventColor")
    #expect(swatch(model) == .cyan, "also while it is typed")
    model.press("Ctrl-U \"#f00\"")
    #expect(swatch(model) == .brightRed)
    model.press("f")
    #expect(swatch(model) == nil, "no colour")
    model.press("Backspace")
    model.calendar.display.theme = .mono
    #expect(swatch(model) == nil)
  }

  // MARK: Group and form

  @Test(arguments: ["groupId", "formId"])
  func groupsAndFormsAreChosenByName(_ key: String) throws {
    let kind: LookUp = key == "groupId" ? .groups : .forms
    let path = JSONPath([.key(key)])
    var model = makeModel()
    _ = model.update(
      .lookedUp(
        kind, .success([LookUpResult(id: "x1", name: "One"), LookUpResult(id: "x2", name: "Two")])))
    model.visit(path)
    model.press("Enter \"tw\" Enter")
    #expect(model.body == .object(JSONObject([.init(key: key, value: "x2")])))
    #expect(model.screen.contains("x2  Two"), "the name beside the id")
    model.press("Down")
    #expect(model.screen.contains("Two  x2"))

    let failure = ServiceError(
      HTTPResponse(status: 403, body: []), kind: .forbidden, token: try Token("x"))
    model = makeModel()
    _ = model.update(.lookedUp(kind, .failure(failure)))
    model.visit(path)
    model.press("Enter")
    #expect(model.status?.text.contains("cannot be listed (\(failure.title))") == true)
    model.press("\"x9\" Enter")
    #expect(model.body == .object(JSONObject([.init(key: key, value: "x9")])))
  }

  // MARK: Notifications

  private var notified: TestApp {
    model([
      "notifications": [
        [
          "type": "email", "shouldSendToContact": true, "shouldSendToGuest": false,
          "shouldSendToUser": true, "shouldSendToSelectedUsers": true,
          "selectedUsers": "a@b.c, d@e.f",
        ]
      ]
    ])
  }

  private let addresses: JSONPath = "notifications[0].selectedUsers"

  @Test func theListSaysThatItIsDeprecated() {
    var model = notified
    model.visit("notifications")
    #expect(
      model.screen.contains(
        "Deprecated: the service points to its Calendar Notifications APIs instead."))
  }

  @Test func addressesAreEditedAsAList() {
    var model = notified
    model.visit(addresses)
    model.press("Enter \"x@y.z\"")
    #expect(model.document?[addresses] == "a@b.c, d@e.f, x@y.z")
    model.press("Enter Up Up Backspace \"g\"")
    #expect(model.document?[addresses] == "a@b.c, d@e.g, x@y.z")
    model.press("Up Ctrl-X")
    #expect(model.document?[addresses] == "d@e.g, x@y.z")
    model.press("Ctrl-U")
    #expect(model.document?[addresses] == "x@y.z", "an emptied line goes away")
    model.press("\"n@n.n\"")
    #expect(model.document?[addresses] == "n@n.n, x@y.z")
    model.press("Esc")
    #expect(model.dialogs.isEmpty)
    #expect(model.document?[addresses] == "n@n.n, x@y.z")
  }

  @Test func eachAddressIsAStep() {
    var model = notified
    model.visit(addresses)
    model.press("Enter \"x@y.z,n@n.n\" Esc")
    #expect(model.document?[addresses] == "a@b.c, d@e.f, x@y.z, n@n.n")
    #expect(model.document?.undoSteps.count == 2)
    model.press("Ctrl-Z Ctrl-Z")
    #expect(model.document?.isModified == false)
  }

  @Test func eachAddressHasItsProblem() {
    var model = notified
    model.visit(addresses)
    model.press("Enter \"nobody\"")
    #expect(model.screen.contains("\"nobody\" is not an e-mail address"))
    model.press("Enter Enter")
    #expect(model.dialogs.isEmpty, "an empty line is the way out")
    #expect(model.screen.contains("\"nobody\" is not an e-mail address"))
  }

  @Test func aPasteMakesSeveralAddresses() {
    var model = notified
    model.visit(addresses)
    model.press("Enter")
    _ = model.update(.terminal(.paste("1@b.c\n2@b.c;3@b.c\n")))
    #expect(model.document?[addresses] == "a@b.c, d@e.f, 1@b.c, 2@b.c, 3@b.c")
    model.press("Backspace Esc")
    #expect(model.document?[addresses] == "a@b.c, d@e.f, 1@b.c, 2@b.c, 3@b.")
  }

  @Test func theFieldCanStillBeTypedInto() {
    var model = notified
    model.visit(addresses)
    model.press("End \",x@y.z\" Enter")
    #expect(model.document?[addresses] == "a@b.c, d@e.f,x@y.z")
    #expect(model.dialogs.isEmpty)
  }

  // MARK: Screens

  static let scenes: [(name: String, place: JSONPath, keys: String)] = [
    ("look-busy", "lookBusyConfig.enabled", "Space Tab Ctrl-U 4 0"),
    ("recurring", "enableRecurring", "Space Tab w Tab 8"),
    ("location", "teamMembers[0].locationConfigurations[0].location", ""),
    ("location-unused", "teamMembers[0].locationConfigurations[0].kind", "z"),
    ("locations", "locationConfigurations", ""),
    ("notifications", "notifications", ""),
    ("addresses", "notifications[0].selectedUsers", "Enter \"x@y\""),
  ]

  @Test(arguments: scenes.map(\.name), ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    var model = model(
      [
        "notifications": notified.document?["notifications"],
        "teamMembers": [
          [
            "userId": "ana",
            "locationConfigurations": [["kind": "inbound_call", "location": "me"]],
          ]
        ],
      ], rows: shape.rows, columns: shape.columns)
    let scene = try #require(Self.scenes.first { $0.name == name })
    model.visit(scene.place)
    model.press(scene.keys)
    try expectSnapshot(model.screen, "part-\(name)-\(shape)")
  }
}
