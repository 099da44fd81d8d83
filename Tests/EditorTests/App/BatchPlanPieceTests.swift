import CalendarModel
import CalendarWork
import JSON
import Testing
import TextUI

@testable import Editor

/// A plan of many calendars is made in pieces, so that no key waits for it.
@Suite struct BatchPlanPieceTests {
  /// More than two pieces.
  private static let count = 60

  private static func name(_ number: Int) -> String {
    let letters = Array("abcdefghij")
    return "Cut \(letters[number / 10])\(letters[number % 10])"
  }

  /// The list with all calendars marked, and the answer typed.
  private func asked() -> ListedApp {
    var app = ListedApp((0..<Self.count).map(Self.name))
    app.begin()
    app.press("Alt-A Alt-C \"slotDuration=45 min\"")
    return app
  }

  private func plan(_ app: ListedApp) throws -> BatchPlan {
    try #require(app.shown.dialogs.compactMap { $0 as? BatchPlanDialog }.last).plan
  }

  /// Who comes back from the plan goes on with what was typed; typing replaces it, as in a field.
  @Test(arguments: ["Enter Esc", "Esc"]) func whatWasTypedIsThereAgain(_ way: String) {
    var app = ListedApp(["Beard Trim", "Bridal Trial"])
    app.begin()
    app.press("Alt-A Alt-C \"slotDuration=45 min\" \(way) Alt-C")
    #expect(app.shown.dialogs.last is PromptDialog)
    #expect(app.screen.contains("slotDuration=45 min"), "\(app.screen)")
    app.press("End \"; notes=x\"")
    #expect(app.screen.contains("slotDuration=45 min; notes=x"), "\(app.screen)")
    app.press("Esc Alt-C \"slug=y\"")
    #expect(app.screen.contains("slug=y"), "\(app.screen)")
    #expect(!app.screen.contains("notes=x"), "\(app.screen)")
  }

  /// A run that has begun ends it.
  @Test func aRunThatHasBegunForgetsIt() {
    var app = ListedApp(["Beard Trim", "Bridal Trial"])
    app.begin()
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter")
    #expect(app.app[.home].typedChanges == "slotDuration=45 min")
    app.press("Ctrl-S c")
    #expect(app.app[.home].typedChanges.isEmpty)
  }

  /// What has to be said of all calendars is whole at 80 columns.
  @Test func differentUnitsAreSaidWhole() {
    var app = ListedApp(["Beard Trim", "Bridal Trial"])
    _ = app.stored[ListedApp.id(of: "Bridal Trial")]?.update(at: "slotDurationUnit") {
      $0 = "hours"
    }
    app.begin()
    app.press("Alt-A Alt-C \"slotDuration=2\" Enter")
    let flat = app.screen.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
    #expect(flat.contains("Write the unit, as in slotDuration='45 min'."), "\(app.screen)")
  }

  @Test func keysGoBeforeTheRest() throws {
    var app = asked()
    app.isSlow = true
    app.press("Enter")
    #expect(try plan(app).ready == BatchPlan.piece)
    #expect(app.waiting == [.planMore])
    #expect(app.screen.contains("\(BatchPlan.piece) of \(Self.count) are planned."))
    app.press("End")
    #expect(app.screen.contains("being planned"))
    // Only one piece waits at a time, however many keys come.
    app.press("Up Up Ctrl-S")
    #expect(app.waiting == [.planMore])
    #expect(app.shown.status?.text.hasPrefix("Not every calendar is planned yet") == true)
    #expect(!app.effects.contains { if case .beginRun = $0 { true } else { false } })
    app.answer()
    #expect(try plan(app).isReady && plan(app).counts.toChange == Self.count)
    app.press("Ctrl-S c")
    #expect(app.saves.isEmpty == false || app.app.batch != nil)
  }

  /// What is decided later is planned anew, and what was taken out stays out.
  @Test func aDecisionPlansAnew() throws {
    var app = asked()
    app.press("Enter Space")
    let whole = try plan(app)
    #expect(whole.isReady && whole.isOut(0))
    app.isSlow = true
    app.press("c")
    #expect(try plan(app).ready == BatchPlan.piece && plan(app).isOut(0))
    app.press("c")
    app.answer()
    app.press("c")
    #expect(try plan(app) == whole)
  }

  /// One that is left meanwhile is not planned further.
  @Test func aPlanThatIsLeftEnds() {
    var app = asked()
    app.isSlow = true
    app.press("Enter Esc")
    #expect(app.waiting == [.planMore])
    app.send(.planMore)
    #expect(app.waiting == [.planMore])
  }
}
