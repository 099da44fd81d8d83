import CalendarModel
import JSON
import Testing

@testable import Editor

/// The switch for nested keys that no document lists.
@Suite struct UndocumentedTests {
  private func edited() -> Model {
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
    #expect(model.screen.contains("The service may lose them."))
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

  @Test func aLoadedCalendarBeginsWithoutThem() {
    var model = edited()
    model.press("Ctrl-S u Esc")
    #expect(model.sendsUndocumented)
    model.open(sampleCalendar)
    #expect(!model.sendsUndocumented)
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
