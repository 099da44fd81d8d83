import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Hours typed onto the days of the week.
@Suite struct WeeklyHoursTests {
  private func monday() -> TestApp {
    var model = makeModel()
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    return model
  }

  private func hours(_ model: TestApp, _ day: Int) -> String {
    HoursText.format(model.document?.weekHours[day].ranges ?? [])
  }

  @Test func searchLeadsToMonday() {
    var model = makeModel()
    model.press("Ctrl-F \"openHours\" Enter")
    #expect(model.focusedItem?.day == 1)
  }

  @Test func typingTakesThePlaceOfTheHours() {
    var model = monday()
    model.press("\"9-12, 13:30-17\" Enter")
    #expect(hours(model, 1) == "09:00–12:00, 13:30–17:00")
    #expect(hours(model, 2) == "09:00–17:00")
    #expect(model.focusedItem?.day == 2)
    #expect(model.document?.undoSteps.count == 1)
    #expect(
      model.body == [
        "openHours": [
          [
            "daysOfTheWeek": [2, 3, 4, 5],
            "hours": [["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]],
          ],
          [
            "daysOfTheWeek": [1],
            "hours": [
              ["openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 0],
              ["openHour": 13, "openMinute": 30, "closeHour": 17, "closeMinute": 0],
            ],
          ],
        ]
      ])
  }

  @Test func daysThatAreNamedChangeAsOneStep() {
    var model = monday()
    model.press("Down \"weekends 10-12; mon-wed closed\"")
    #expect(model.screen.contains("Sun, Sat: 10:00–12:00; Mon–Wed: closed"))
    #expect(model.document?.isModified == false)
    model.press("Enter")
    let all = (0...6).map { hours(model, $0) }
    let (weekend, other) = ("10:00–12:00", "09:00–17:00")
    #expect(all == [weekend, "closed", "closed", "closed", other, other, weekend])
    #expect(model.document?.undoSteps.count == 1)
    #expect(model.status?.text == "Sun, Sat: 10:00–12:00; Mon–Wed: closed.")
    model.press("Ctrl-Z")
    #expect(model.document?.isModified == false)
    model.press("\"open\" Enter")
    #expect(model.document?.isModified == false && model.input?.buffer.text == "open")
  }

  @Test func endEditsTheHoursInsteadOfReplacingThem() {
    var model = monday()
    model.press("End \", 18-20\" Enter")
    #expect(hours(model, 1) == "09:00–17:00, 18:00–20:00")
    model.press("Backspace Backspace \"21\" Enter")
    #expect(hours(model, 2) == "09:00–21:00", "Backspace edits as well")
  }

  @Test func theParseIsShownLive() {
    var model = monday()
    model.press("\"9am-5pm\"")
    #expect(model.screen.contains("9am-5pm  = 09:00–17:00"))
    #expect(model.document?.isModified == false)
  }

  @Test func aMistakeIsSaidAndKeepsTheFocusOnEnter() {
    var model = monday()
    model.press("\"9-12, 13-25\"")
    #expect(model.screen.contains("There is no time 25"))
    model.press("Enter")
    #expect(model.focusedItem?.day == 1)
    #expect(model.input?.buffer.text == "9-12, 13-25")
    model.press("Esc")
    #expect(model.focusedItem?.day == 1)
    #expect(model.screen.contains("09:00–17:00"))
    #expect(model.document?.isModified == false)
  }

  @Test func leavingTakesOverWhatIsUnderstood() {
    var model = monday()
    model.press("\"10-11\" Down")
    #expect(hours(model, 1) == "10:00–11:00")
    model.press("\"nine\" Down")
    #expect(hours(model, 2) == "09:00–17:00")
    #expect(model.focusedItem?.day == 3, "a mistake does not hold the focus")
    #expect(model.screen.contains("nine") && model.screen.contains("✗"), "it stays on its line")
    model.press("Up Esc")
    #expect(hours(model, 2) == "09:00–17:00" && !model.screen.contains("nine "))
    model.press("Ctrl-Z")
    #expect(model.input?.buffer.text == "nine", "Undo brings it back")
  }

  @Test func aSaveDoesNotGoPastAMistake() {
    var model = monday()
    model.press("\"10-11\" Down \"25-26\" Ctrl-S")
    #expect(model.screen.contains("A text cannot be read"))
    model.press("g")
    #expect(model.dialogs.isEmpty)
    #expect(model.status?.text.contains("There is no time 25") == true)
    #expect(model.input?.buffer.text == "25-26")
    model.press("Ctrl-U \"closed\" Ctrl-S")
    #expect(model.dialogs.count == 1)
    #expect(hours(model, 2) == "closed")
  }

  @Test func undoOfTypingDropsItFirst() {
    var model = monday()
    model.press("\"10-11\" Ctrl-Z")
    #expect(model.input?.isFresh == true)
    #expect(model.document?.undoSteps.isEmpty == true)
  }

  @Test func undoStaysOnTheDay() {
    var model = monday()
    model.press("Down Down \"10-11\" Enter Ctrl-Z")
    #expect(model.focusedItem?.day == 4)
    #expect(hours(model, 3) == "09:00–17:00")
    #expect(model.document?.isModified == false)
  }

  @Test func hoursAreCopiedToTheWeekdaysAndToChosenDays() {
    var model = monday()
    model.press("\"8-10\" Enter Up Alt-W")
    #expect((1...5).allSatisfy { hours(model, $0) == "08:00–10:00" })
    #expect(hours(model, 0) == "closed")
    #expect(model.status?.text == "Copied 08:00–10:00 to Tue–Fri.")
    model.press("Ctrl-D Down Down Down Space End Space Enter")
    #expect(hours(model, 0) == "08:00–10:00")
    #expect(hours(model, 6) == "08:00–10:00")
    #expect(model.dialogs.isEmpty)
  }

  @Test func aPendingTextIsTakenOverBeforeItIsCopied() {
    var model = monday()
    model.press("\"8-10\" Alt-W")
    #expect((1...5).allSatisfy { hours(model, $0) == "08:00–10:00" })
  }

  @Test func aDayIsClosedAndShifted() {
    var model = monday()
    model.press("Ctrl-X")
    #expect(hours(model, 1) == "closed")
    model.press("> Down >")
    #expect(hours(model, 1) == "closed")
    #expect(hours(model, 2) == "09:30–17:30")
    model.press("< <")
    #expect(hours(model, 2) == "08:30–16:30")
  }

  @Test func aShiftOutOfTheDayIsRefusedInWords() {
    var model = monday()
    model.press("\"0-0:30\" Enter Up <")
    #expect(hours(model, 1) == "00:00–00:30")
    #expect(model.status?.kind == .problem)
  }

  @Test func resettingTheLastDayBringsTheLoadedEntriesBack() {
    var model = monday()
    model.press("\"8-10\" Enter \"8-9\" Enter")
    model.press("Up Ctrl-R")
    #expect(hours(model, 2) == "09:00–17:00")
    #expect(model.document?.isModified == true)
    model.press("Up Ctrl-R")
    #expect(model.document?.isModified == false)
    #expect(model.document?["openHours"] == sampleCalendar[key: "openHours"])
  }

  @Test func oddHoursAreShownAsTheyAre() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "openHours") {
      $0 = [
        [
          "daysOfTheWeek": [3],
          "hours": [["openHour": 9, "openMinute": 0, "closeHour": 0, "closeMinute": 0]],
        ], ["daysOfTheWeek": [9], "hours": []],
      ]
    }
    var model = makeModel(calendar)
    model.goToEditor(of: WeekHours.path)
    #expect(model.screen.contains("09:00–00:00"))
    #expect(model.screen.contains("the end of the day is 24:00"))
    #expect(model.document?.isModified == false)
  }

  @Test func aValueThatIsNoListIsLeftAlone() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "openHours") { $0 = "always" }
    var model = makeModel(calendar)
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    model.press("9")
    #expect(model.status?.text.contains("not a list") == true)
    #expect(model.document?.isModified == false)
  }

  @Test func aPasteTakesThePlaceOfTheHours() {
    var model = monday()
    _ = model.update(.terminal(.paste("9-10\n")))
    model.press("Enter")
    #expect(hours(model, 1) == "09:00–10:00")
  }

  @Test func availabilityIsExplainedAndHavingNoEffectIsSaid() {
    var model = monday()
    #expect(model.screen.contains("except on dates that have hours of"))
    model.edit("availabilityType", to: 1)
    #expect(model.screen.contains("These hours have no effect"))
  }
}
