import JSON
import Testing

@testable import Editor

/// Rows of lists, nested ones too.
@Suite struct ListTests {
  @Test func rowsAreAddedDuplicatedMovedAndDeleted() {
    var model = makeModel()
    model.visit("teamMembers[1]")
    model.press("Ctrl-D")
    #expect(model.focusedPath == "teamMembers[2]")
    model.press("[ [")
    #expect(model.focusedPath == "teamMembers[0]")
    #expect(model.document?["teamMembers[0].userId"] == "ben")
    model.press("Del")
    #expect(model.document?.isModified == false)
    model.press("Ctrl-N \"cleo\" Enter")
    #expect(model.document?["teamMembers[1].userId"] == "cleo")
    #expect(model.focusedPath == "teamMembers[1]")
  }

  @Test func nestedListsOpenAndClose() {
    var model = makeModel()
    model.visit("teamMembers[1].locationConfigurations")
    model.press("Enter \"ou\" Enter")
    #expect(model.focusedPath == "teamMembers[1].locationConfigurations[0].location")
    model.press("\"+14455550132\"")
    #expect(
      model.document?["teamMembers[1].locationConfigurations"]
        == [["kind": "outbound_call", "location": "+14455550132"]])
    model.press("Esc Esc")
    #expect(model.focusedPath == "teamMembers[1]")
  }

  @Test func undoOfARowLeavesItsForm() {
    var model = makeModel()
    model.visit("notifications")
    model.press("Ctrl-N")
    #expect(model.focusedPath == "notifications[0].type")
    model.press("Ctrl-Z")
    #expect(model.document?.isModified == false)
    #expect(model.focusedPath == "notifications")
    model.press("Ctrl-Y")
    #expect(model.focusedPath == "notifications[0]")
  }

  @Test func aDateWithAnIdIsMarkedAndANewOneGoes() {
    var model = makeModel()
    model.visit("availabilities[0]")
    model.press("Ctrl-X")
    #expect(
      model.body["availabilities[0]"] == [
        "date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "a1", "deleted": true,
      ])
    #expect(model.screen.contains("deleted when saved"))
    model.press("Ctrl-X")
    #expect(model.document?.isModified == false)
  }

  @Test func aDateIsTypedAsADate() {
    var model = makeModel()
    model.visit("availabilities[0].date")
    model.press("Ctrl-U \"2027-01-0\"")
    #expect(model.screen.contains("is not a date that exists"))
    model.press("6")
    #expect(model.document?["availabilities[0].date"] == "2027-01-06T00:00:00.000Z")
    #expect(model.screen.contains("2027-01-06"))
  }

  @Test func longListsCostNoMoreThanShortOnes() {
    var calendar = sampleCalendar
    let rows = (0..<5000).map { index -> JSONValue in
      ["date": "2027-01-01T00:00:00.000Z", "hours": [], "id": .text("a\(index)")]
    }
    _ = calendar.update(at: "availabilities") { $0 = .array(rows) }
    var model = makeModel(calendar)
    model.visit("availabilities[4321]")
    #expect(model.screen.contains("› 2027-01-01 closed"))
    model.press("PgDn End")
    #expect(model.focusedPath == "availabilities")
    model.press("Up")
    #expect(model.focusedPath == "availabilities[4999]")
  }
}
