import CalendarModel
import JSON
import Testing

@testable import Editor

/// Undoing several steps at once, and going back to where one was.
@Suite struct GoingBackTests {
  private func changed() -> TestApp {
    var model = makeModel()
    for (path, keys) in [
      ("name", "\"!\""), ("slotDuration", "Ctrl-U \"45\""), ("slotInterval", "Ctrl-U \"15\""),
      ("autoConfirm", "Space"),
    ] as [(JSONPath, String)] {
      model.visit(path)
      model.press(keys)
    }
    return model
  }

  /// Undoing so many steps from the list is the same as so many single ones.
  @Test(arguments: 1...4)
  func severalStepsAreUndone(count: Int) {
    var model = changed()
    var plain = model
    plain.press(Array(repeating: "Ctrl-Z", count: count).joined(separator: " "))
    let downs = Array(repeating: "Down", count: count - 1).joined(separator: " ")
    model.press("Alt-Z \(downs) Enter")
    #expect(model.dialogs.isEmpty)
    #expect(model.document?.current == plain.document?.current)
    #expect(model.document?.undoSteps.count == 4 - count)
    #expect(model.focusedPath == plain.focusedPath)
    model.press(Array(repeating: "Ctrl-Y", count: count).joined(separator: " "))
    #expect(model.document?.current == changed().document?.current)
  }

  @Test func theListNamesTheSteps() throws {
    var model = changed()
    let titles = try #require(model.document).undoSteps.reversed().map(\.title)
    model.press("Alt-Z")
    #expect(try #require(model.dialogs.last as? UndoDialog).list.entries.map(\.title) == titles)
    model.press("Esc")
    #expect(model.document?.undoSteps.count == 4)
  }

  @Test func nothingToUndoIsSaid() {
    var model = makeModel()
    model.press("Alt-Z")
    #expect(model.dialogs.isEmpty && model.status?.text == "There is nothing to undo.")
  }

  @Test func aRecentPlaceIsGoneBackTo() throws {
    var model = makeModel()
    model.visit("slug")
    model.press("Ctrl-F \"wednesday\" Enter")
    #expect(model.focusedItem?.day == 3)
    model.press("Ctrl-F \"bookings per day\" Enter Alt-G")
    let names = try #require(model.dialogs.last as? RecentPlacesDialog).list.entries.map(\.title)
    #expect(names.prefix(2) == ["Weekly hours › Wednesday", "Slug"])
    model.press("Enter")
    #expect(model.focusedItem?.day == 3, "not only its section")
    model.press("Alt-G Enter")
    #expect(model.focusedPath == "appoinmentPerDay", "there and back")
    model.press("Alt-G \"slug\" Enter")
    #expect(model.focusedPath == "slug")
  }

  @Test func aPlaceThatIsGoneIsNotOffered() {
    var model = makeModel()
    model.visit("teamMembers[1].priority")
    model.visit("name")
    #expect(model.calendar.placesToGoBackTo.contains("teamMembers[1].priority"))
    model.change("teamMembers") { $0.removeRow(1, of: "teamMembers") }
    #expect(!model.calendar.placesToGoBackTo.contains("teamMembers[1].priority"))
  }
}
