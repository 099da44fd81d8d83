import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Choosing by name what the calendar holds as an id.
@Suite struct LookUpTests {
  private let users = [
    LookUpResult(id: "ana", name: "Ana Silva", detail: "ana@example.com"),
    LookUpResult(id: "ben", name: "Ben Okafor", detail: "ben@example.com"),
    LookUpResult(id: "u3", name: "Cleo Brandt", detail: "cleo@example.com"),
  ]

  private func named() -> TestApp {
    var model = makeModel()
    _ = model.update(.lookedUp(.users, .success(users)))
    return model
  }

  @Test func loadingAsksForTheLists() {
    var model = TestApp(
      source: Source(.service(calendarID: "c", origin: "example.com")),
      size: .init(rows: 24, columns: 80), today: today)
    #expect(model.begin() == [.load(request: 1)])
    let effects = model.update(
      .loaded(1, .success(LoadedCalendar(calendar: sampleCalendar, duplicateKeys: []))))
    let location = "ve9EPM428h8vShlRW1KT"
    let schedules = ScheduleRequest(
      id: 1, locationID: location, calendarID: "ocQHyuzHvysMo5N5VsXc", userIDs: ["ana", "ben"],
      timezone: nil)
    #expect(
      effects
        == [.recallHabits(locationID: location)]
        + LookUp.allCases.map { .lookUp($0, locationID: location) }
        + [.schedules(schedules), .lookUpZone(locationID: location, named: nil)])
  }

  @Test func namesStandWhereIdsAre() {
    var model = named()
    model.visit("teamMembers[1]")
    #expect(model.screen.contains("( )  Ben Okafor"))
    model.press("Enter")
    #expect(model.screen.contains("Team members › Ben Okafor"))
    model.press("Tab l Ctrl-S")
    #expect(model.screen.contains("Team members › Ben Okafor › Priority: High → Low"))
  }

  @Test func aMemberIsAddedByNameInFewKeys() {
    var model = named()
    model.press("Down Enter Ctrl-F \"teamMembers\" Enter Ctrl-N \"cleo\" Enter Space")
    #expect(
      model.document?["teamMembers[2]"] == ["userId": "u3", "priority": 0.5, "isPrimary": true])
  }

  @Test func enterShowsTheListAndAcceptsWhatWasTyped() {
    var model = named()
    model.visit("teamMembers[0].userId")
    model.press("Enter")
    #expect(model.screen.contains("cleo@example.com"))
    model.press("Esc Ctrl-U \"zoe\" Enter")
    #expect(model.document?["teamMembers[0].userId"] == "zoe")
    #expect(model.focusedPath == "teamMembers[0].priority")
  }

  @Test func aForbiddenListSaysWhyAndTheIdCanBeTyped() throws {
    var model = makeModel()
    let failure = ServiceError(
      HTTPResponse(status: 403, body: []), kind: .forbidden, token: try Token("x"))
    _ = model.update(.lookedUp(.users, .failure(failure)))
    model.visit("teamMembers[0].userId")
    model.press("Enter")
    #expect(model.status?.text.contains("The users cannot be listed") == true)
    #expect(model.status?.text.contains(failure.title) == true)
    model.press("Ctrl-U \"zoe\"")
    #expect(model.document?["teamMembers[0].userId"] == "zoe")
  }
}
