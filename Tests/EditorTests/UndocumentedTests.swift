import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// The switch for nested keys that no document lists.
@Suite struct UndocumentedTests {
  private func edited() -> TestApp {
    var model = makeModel()
    model.change("teamMembers") { $0.set("teamMembers[1].priority", to: 0) }
    return model
  }

  private func sent(_ effects: [Effect]) -> JSONValue? {
    for case .save(_, let body) in effects { return body }
    return nil
  }

  private func members(selected: String) -> String {
    #"{"teamMembers":[{"userId":"ana","priority":0.5,"isPrimary":true,"#
      + #""locationConfigurations":[{"kind":"physical","location":"Main Street 1"}]"#
      + selected + #"},{"userId":"ben","priority":0}]}"#
  }

  @Test func leftOutUnlessAsked() {
    var model = edited()
    model.press("Ctrl-S")
    #expect(model.screen.contains("Undocumented, will not be sent"))
    #expect(model.screen.contains("teamMembers[0].selected"))
    #expect(model.screen.contains("The service may lose them; they can be sent."))
    #expect(sent(model.press("Ctrl-S"))?.printed() == members(selected: ""))
  }

  @Test func sentWhenSwitchedOn() {
    var model = edited()
    model.press("Ctrl-S u")
    #expect(model.screen.contains("Undocumented, will be sent"))
    #expect(model.screen.contains("teamMembers[0].selected"))
    #expect(model.screen.contains("The service may refuse them (422)."))
    #expect(!model.screen.contains("will not be sent"))
    model.press("J")
    #expect(model.screen.contains("\"selected\": true"))
    model.press("Esc")
    #expect(sent(model.press("Ctrl-S"))?.printed() == members(selected: #","selected":true"#))
  }

  @Test func twiceIsOffAgain() {
    var model = edited()
    model.press("Ctrl-S u u")
    #expect(model.screen.contains("Undocumented, will not be sent"))
    #expect(sent(model.press("Ctrl-S"))?.printed() == members(selected: ""))
  }

  /// The answer is that of a sub-account: another one is asked anew.
  @Test func theAnswerIsRememberedForTheSubAccount() {
    var model = edited()
    let location = "ve9EPM428h8vShlRW1KT"
    #expect(
      model.press("Ctrl-S u Esc") == [
        .rememberHabits(AccountHabits(sendsUndocumented: true), locationID: location)
      ])
    model.open(sampleCalendar)
    #expect(model.sendsUndocumented)
    guard case .object(var other) = sampleCalendar else { return }
    other["locationId"] = "another"
    model.open(.object(other))
    #expect(model.habits == AccountHabits())
  }

  /// Before the first save that would lose such keys: both ways, and what comes of them.
  @Test(arguments: [("s", true), ("l", false)])
  func theFirstSaveAsks(key: String, isSent: Bool) {
    var model = edited()
    model.habits = AccountHabits()
    #expect(model.press("Ctrl-S Ctrl-S").isEmpty)
    #expect(model.screen.contains("Send undocumented keys?"), "\(model.screen)")
    #expect(model.screen.contains("selected"))
    let effects = model.press(key)
    #expect(
      effects.first
        == .rememberHabits(
          AccountHabits(sendsUndocumented: isSent), locationID: "ve9EPM428h8vShlRW1KT"))
    #expect(sent(effects)?.printed() == members(selected: isSent ? #","selected":true"# : ""))
  }

  /// A strict service refuses them; the save is offered again without them, and that is remembered.
  @Test func aRefusalOffersTheSaveWithoutThem() throws {
    var model = edited()
    model.habits = AccountHabits(sendsUndocumented: true)
    model.press("Ctrl-S Ctrl-S")
    let body = #"{"message":["teamMembers.0.property selected should not exist"]}"#
    let answer = HTTPResponse(status: 422, body: Array(body.utf8))
    let request = try #require(model.request?.id)
    let effects = model.update(
      .saved(
        request,
        .failure(ServiceError(answer, kind: .invalid, token: try Token("secret")))))
    #expect(effects.butTheRecord.isEmpty)
    #expect(model.screen.contains("Save without the undocumented keys"), "\(model.screen)")
    // What the letter means is the same as in the question before the save.
    #expect(model.press("s").isEmpty)
    let again = model.press("l")
    #expect(
      again.first
        == .rememberHabits(
          AccountHabits(sendsUndocumented: false), locationID: "ve9EPM428h8vShlRW1KT"))
    #expect(sent(again)?.printed() == members(selected: ""))
  }

  @Test func whatIsUnchangedIsCounted() {
    var model = makeModel(["name": "a", "slug": "b", "notes": "c", "id": "x", "version": 1])
    model.change("name") { $0.set("name", to: "z") }
    model.press("Ctrl-S")
    #expect(model.screen.contains("2 properties unchanged"))
    model.press("Esc")
    model.change("slug") { $0.set("slug", to: "z") }
    model.press("Ctrl-S")
    #expect(model.screen.contains("1 property unchanged"))
  }
}
