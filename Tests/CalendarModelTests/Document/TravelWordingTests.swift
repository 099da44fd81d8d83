import JSON
import Testing

@testable import CalendarModel

/// What is said after undo and redo: what holds now stands first, and no arrow points the other way.
@Suite struct TravelWordingTests {
  private func document(_ calendar: JSONValue) -> CalendarDocument {
    CalendarDocument(calendar: calendar, today: CalendarDate(daysSinceEpoch: 20_000))
  }

  @Test func aChange() throws {
    var document = document(["slotDuration": 30, "slotDurationUnit": "mins"])
    document.set("slotDuration", to: 45)
    let undone = document.undo()
    let step = try #require(undone)
    #expect(step.undone.hasPrefix("Undone. Slot duration: 30"))
    #expect(step.undone.contains(" again, no longer 45"))
    let redone = document.redo()
    let again = try #require(redone)
    #expect(again.redone.hasPrefix("Redone. Slot duration: 45"))
    #expect(again.redone.contains(" again, no longer 30"))
  }

  @Test func aDayThatIsClosedAgain() throws {
    var document = document(["openHours": []])
    let hours = try HoursText.parse("9-12, 13-17")
    _ = document.setWeekHours([1: hours])
    let undone = document.undo()
    let step = try #require(undone)
    #expect(step.undone == "Undone. Mon: closed again, no longer 09:00–12:00, 13:00–17:00.")
  }

  /// Whatever is undone, the sentence has no arrow from what is gone to what holds.
  @Test(arguments: ["a", "A: b", "a → b", "", "x: y → z", ": ", " → "])
  func namesWithSigns(name: String) throws {
    var document = document(["name": "Before"])
    document.set("name", to: .text(name))
    let undone = document.undo()
    let step = try #require(undone)
    if step.undone.hasPrefix("Undone. ") {
      #expect(step.undone.contains("\"Before\" again, no longer"))
    } else {
      #expect(step.undone == "Taken back: \(step.shownTitle)")
    }
  }

  @Test func whatIsNoChangeOfAValueKeepsItsTitle() throws {
    var document = document(["teamMembers": [["userId": "ana"], ["userId": "ben"]]])
    document.removeRow(1, of: "teamMembers")
    let undone = document.undo()
    let step = try #require(undone)
    #expect(step.undone == "Undone: \(step.shownTitle)")
    #expect(document.redo()?.redone == "Redone: \(step.shownTitle)")
  }
}
