import CalendarModel
import JSON
import Testing

@testable import Editor

/// The first thing seen.
@Suite struct OverviewTests {
  @Test func itIsShownFirstAndHasTheFocus() {
    let model = makeModel()
    #expect(model.workspace.page.kind == .overview)
    #expect(!model.workspace.isInList)
    #expect(model.screen.contains("How long"))
    #expect(model.screen.contains("30 min, every 30 min"))
  }

  @Test func everyLineLeadsToItsSection() throws {
    let document = try #require(makeModel().document)
    let summary = document.summary()
    for (index, line) in summary.lines.enumerated() {
      var model = makeModel()
      for _ in 0..<index { model.press("Down") }
      model.press("Enter")
      #expect(
        model.workspace.pages.first?.kind == .section(line.section), "\(line.topic)")
    }
  }

  @Test func typingSearches() {
    var model = makeModel()
    model.press("\"pixel\" Enter")
    #expect(model.focusedPath == "pixelId")
  }

  @Test func problemsAndChangesAreListedAndLeadThere() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U 0 Esc Home Enter")
    #expect(model.workspace.page.kind == .overview)
    #expect(model.screen.contains("1 change"))
    model.press("End")
    #expect(model.screen.contains("30 → 0"))
    model.press("Enter")
    #expect(model.focusedPath == "slotDuration")
  }

  @Test func theTimeZoneIsNamedOrNotKnown() {
    var model = makeModel(rows: 60)
    #expect(model.screen.contains("Time zone: not known"))
    model.document?.zone = NamedZone(name: "Europe/Berlin", offsets: nil)
    #expect(model.screen.contains("Time zone: Europe/Berlin"))
    #expect(!model.screen.contains("Time zone: not known"))
  }

  @Test func theQuestionForSchedulesIsNamedWhileItIsOpen() {
    var model = makeModel(rows: 60)
    model.document?.schedules = .asking
    #expect(model.screen.contains("Asking whose schedules"))
    model.visit("openHours")
    #expect(model.screen.contains("Asking whose schedules"))
    model.document?.schedules = .notAsked
    #expect(!model.screen.contains("Asking whose schedules"))
  }

  @Test func theWeekIsAPicture() {
    #expect(makeModel().screen.contains("████████"))
    #expect(makeModel(isASCII: true).screen.contains("########"))
  }

  @Test func escapeLeadsToTheSections() {
    var model = makeModel()
    model.press("Esc")
    #expect(model.workspace.isInList)
  }
}
