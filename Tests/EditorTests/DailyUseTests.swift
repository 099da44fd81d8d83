import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Small things that cost somebody a moment once.
@Suite struct DailyUseTests {
  @Test func theFirstErrorIsShownAndNotHidden() {
    var model = makeModel()
    model.visit("enableRecurring")
    model.press("Space")
    model.visit("name")
    model.press("Ctrl-S Ctrl-S g")
    #expect(model.dialogs.isEmpty)
    #expect(model.focusedPath == "enableRecurring")
  }

  @Test func anUpdateThatCannotSayItSaysThat() {
    var model = makeModel()
    model.visit("name")
    model.press("Ctrl-X Ctrl-S")
    #expect(model.screen.contains("An update cannot save any of these changes."))
    #expect(model.press("Ctrl-S").isEmpty)
    #expect(model.screen.contains("cannot unset properties"))
  }

  @Test func quittingDoesNotCancelASave() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("5 Ctrl-S Ctrl-S")
    #expect(model.press("Ctrl-Q").isEmpty)
    #expect(model.request?.kind == .save)
    #expect(model.dialogs.isEmpty)
  }

  @Test func longTextsAreShownWhereTheyDiffer() {
    var calendar = sampleCalendar
    let text = String(repeating: "the same words ", count: 20)
    _ = calendar.update(at: "description") { $0 = .text(text) }
    var model = makeModel(calendar)
    model.visit("description")
    model.press("Enter \"END\" Esc Ctrl-S")
    #expect(model.screen.contains("END"))
  }

  @Test func aMemberWithoutAUserIsAnError() {
    var model = makeModel()
    model.visit("teamMembers")
    model.press("Ctrl-N \"cleo\" Enter Enter Ctrl-U Ctrl-S Ctrl-S")
    #expect(model.screen.contains("User is required"))
    #expect(model.request == nil)
  }

  @Test func zerosInFrontAreTaken() {
    var model = makeModel()
    model.visit("lookBusyConfig.LookBusyPercentage")
    model.press("4 0")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 40)
  }

  @Test func aSuccessIsPutAwayByTheNextEdit() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("5 Ctrl-S Ctrl-S")
    let answer = model.document?.current
    _ = model.update(
      .saved(
        2,
        .success(
          SavedCalendar(calendar: answer, whyMissing: nil, route: .documented, status: 200))))
    #expect(model.banner?.kind == .success)
    model.press("6")
    #expect(model.banner == nil)
  }
}
