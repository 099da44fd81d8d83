import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Finding fields, values and rows.
@Suite struct SearchTests {
  @Test(arguments: [
    ("slotDuration", "slotDuration"), ("Thank you!", "formSubmitThanksMessage"),
    ("#039be5", "eventColor"), ("Main Street", "teamMembers[0].locationConfigurations[0]"),
    ("ben", "teamMembers[1]"), ("2026-12-31", "availabilities[1]"),
    ("teamMembers.priority", "teamMembers[0].priority"),
  ])
  func finds(_ typed: String, _ path: String) {
    var model = makeModel()
    model.press("Ctrl-F \"\(typed)\" Enter")
    #expect(model.focusedPath == path)
  }

  @Test func membersAreFoundByTheirNames() {
    var model = makeModel()
    _ = model.update(
      .lookedUp(
        .users, .success([LookUpResult(id: "ben", name: "Benedikt Ferro", detail: "b@x.org")])))
    model.press("Ctrl-F \"ferro\" Enter")
    #expect(model.focusedPath == "teamMembers[1]")
  }

  @Test func aFieldOfRowsThatAreNotThereLeadsToTheList() {
    var model = makeModel()
    model.press("Ctrl-F \"notifications.selectedUsers\" Enter")
    #expect(model.focusedPath == "notifications")
  }
}
