import CalendarModel
import CalendarWork
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// The service shows what was there before the last save.
extension SaveFlowTests {
  /// A calendar that was saved from 30 to 45 a moment ago and is edited to 60, at its check.
  private func checkingBehindASave() -> TestApp {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    let held = calendar(["slotDuration": 45])
    _ = model.update(.saved(3, saved(held)))
    model.records.recent = RecentSaves(
      [
        RecentSaves.Save(
          before: calendar(), sent: ["slotDuration": 45], after: held, at: 1_795_381_440)
      ], at: 1_795_381_441)
    model.edit("slotDuration", to: 60)
    #expect(model.press("Ctrl-S Ctrl-S") == [.load(request: 4)])
    return model
  }

  @Test func anOldStateIsLookedAtAgain() {
    var model = checkingBehindASave()
    var request = 4
    for seconds in RecentSaves.pauses {
      let effects = model.update(.loaded(request, loaded(calendar())))
      #expect(effects == [.wait(request: request + 1, seconds: seconds)])
      #expect(model.update(.waited(request + 1)) == [.load(request: request + 2)])
      request += 2
    }
    #expect(model.update(.loaded(request, loaded(calendar()))).isEmpty)
    #expect(model.screen.contains("The service shows what was there before your last save"))
    #expect(model.screen.contains("45 min → 30"))
    #expect(!model.screen.contains("somebody else changed"))
    // Leaving the question sends nothing and keeps the edit.
    var left = model
    #expect(left.press("Esc").isEmpty && left.body == ["slotDuration": 60])
    // What was saved counts.
    let effects = model.press("s")
    #expect(effects == [.save(request: request + 1, body: ["slotDuration": 60])])
  }

  @Test func aStateThatHasCaughtUpNeedsNoQuestion() {
    var model = checkingBehindASave()
    _ = model.update(.loaded(4, loaded(calendar())))
    _ = model.update(.waited(5))
    let effects = model.update(.loaded(6, loaded(calendar(["slotDuration": 45]))))
    #expect(effects == [.save(request: 7, body: ["slotDuration": 60])])
  }
}
