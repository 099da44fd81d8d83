import JSON
import Testing

@testable import CalendarModel

@Suite("The primary member, as a radio button")
struct PrimaryTests {
  private func document(_ members: String) -> CalendarDocument {
    Calendars.document(Calendars.parse(#"{"teamMembers": \#(members)}"#))
  }

  private func members(_ document: CalendarDocument) -> String {
    document["teamMembers"]?.printed() ?? ""
  }

  @Test func itMovesInOneStep() {
    var document = document(#"[{"userId":"a","isPrimary":true},{"userId":"b"},{"userId":"c"}]"#)
    document.names = ["b": "Ben"]
    #expect(document.makePrimary(row: 1) == true)
    #expect(
      members(document)
        == #"[{"userId":"a","isPrimary":false},{"userId":"b","isPrimary":true},{"userId":"c"}]"#)
    #expect(document.undoSteps.map(\.title) == ["Ben is primary"])
    #expect(document.undoSteps.last?.focus == "teamMembers[1]")
    document.undo()
    #expect(!document.isModified)
    document.redo()
    #expect(document["teamMembers[1].isPrimary"] == true)
  }

  @Test func goingBackAndForthChangesNothing() {
    var document = document(#"[{"userId":"a","isPrimary":true},{"userId":"b"}]"#)
    document.makePrimary(row: 1)
    document.makePrimary(row: 0)
    #expect(!document.isModified)
    #expect(document.undoSteps.count == 2)
  }

  @Test func onThePrimaryItTakesTheMarkAway() {
    var document = document(#"[{"userId":"a","isPrimary":true},{"userId":"b","isPrimary":false}]"#)
    #expect(document.makePrimary(row: 0) == false)
    #expect(
      members(document)
        == #"[{"userId":"a","isPrimary":false},{"userId":"b","isPrimary":false}]"#)
    #expect(document.undoSteps.last?.title == "a is not primary any more")
    #expect(document.makePrimary(row: 0) == true)
    #expect(!document.isModified)
  }

  @Test func aMarkThatWasSetHereGoesWithoutATrace() {
    var document = document(#"[{"userId":"a"},{"userId":"b","isPrimary":null}]"#)
    document.makePrimary(row: 0)
    document.makePrimary(row: 1)
    #expect(members(document) == #"[{"userId":"a"},{"userId":"b","isPrimary":true}]"#)
    document.makePrimary(row: 1)
    #expect(!document.isModified)
  }

  @Test func ofSeveralOneIsLeft() {
    var document = document(
      #"[{"userId":"a","isPrimary":true},{"userId":"b","isPrimary":true},{"userId":"c","isPrimary":"true"}]"#
    )
    #expect(document.makePrimary(row: 1) == true)
    #expect(
      members(document)
        == #"[{"userId":"a","isPrimary":false},{"userId":"b","isPrimary":true},{"userId":"c","isPrimary":"true"}]"#
    )
    #expect(document.undoSteps.count == 1)
    #expect(document.problems("team.onePrimary").isEmpty)
  }

  @Test func oddPlacesAreLeftAlone() {
    var document = document(#"["a",{"userId":"b","isPrimary":"yes"}]"#)
    #expect(document.makePrimary(row: 0) == nil)
    #expect(document.makePrimary(row: 2) == nil)
    #expect(document.undoSteps.isEmpty)
    #expect(document.makePrimary(row: 1) == true)
    #expect(members(document) == #"["a",{"userId":"b","isPrimary":true}]"#)
    var other = Calendars.document(Calendars.parse(#"{"teamMembers":7}"#))
    #expect(other.makePrimary(row: 0) == nil)
  }
}
