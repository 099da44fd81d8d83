import CalendarModel
import JSON
import TestSupport
import Testing
import TextUI

@testable import Editor

/// Dates chosen in the month, and what is typed onto them.
@Suite struct DatesTests {
  private func month(_ calendar: JSONValue = dateCalendar) -> TestApp {
    var model = makeModel(calendar)
    model.goToEditor(of: DateIndex.path)
    return model
  }

  private func chosen(_ model: TestApp) -> String {
    let run = model.dates.cursor.selection
    return run.lowerBound == run.upperBound
      ? "\(run.lowerBound)" : "\(run.lowerBound)..\(run.upperBound)"
  }

  private func entry(_ date: String, id: String? = nil) -> JSONValue {
    var entry = JSONObject([
      .init(key: "date", value: .text(date + "T00:00:00.000Z")),
      .init(key: "hours", value: []),
    ])
    if let id { entry["id"] = .text(id) }
    return .object(entry)
  }

  // MARK: Moving

  @Test(arguments: [
    ("", "2026-11-22"), ("Right Down", "2026-11-30"), ("Left Up", "2026-11-14"),
    ("PgDn PgDn", "2027-01-22"), ("PgUp Home", "2026-11-22"), ("}", "2026-12-07"),
    ("} } {", "2026-12-07"), ("{ {", "2026-10-03"), ("Alt-Right Alt-Right Alt-Left", "2026-12-07"),
    ("Space Right Right", "2026-11-22..2026-11-24"), ("Space Up", "2026-11-15..2026-11-22"),
    ("Space Right Esc", "2026-11-23"), ("\"24 Dec\" Enter", "2026-12-24"),
    ("\"12-24..31\" Enter", "2026-12-24..2026-12-31"), ("\"24 Dec\" Tab Left", "2026-12-24"),
  ])
  func keysMoveTheCursor(_ keys: String, _ dates: String) {
    var model = month()
    model.press(keys)
    #expect(chosen(model) == dates)
    #expect(model.document?.isModified == false)
    #expect(model.focusedItem?.isMonth == true || keys.contains("Tab"))
  }

  @Test func theListAndTheMonthFollowEachOther() {
    var model = month()
    model.press("} Tab")
    #expect(model.focusedPath == "availabilities[3]")
    model.press("Down")
    #expect(model.focusedPath == "availabilities[4]" && chosen(model) == "2026-12-08")
    model.press("}")
    #expect(model.focusedPath == "availabilities[2]" && chosen(model) == "2026-12-24")
    model.press("Left")
    #expect(model.focusedItem?.isMonth == true && chosen(model) == "2026-12-24")
    model.press("Shift-Tab")
    #expect(model.focusedPath == "availabilities")
  }

  @Test func rowsStandInTheOrderOfTheirDatesAndPastOnesAreFolded() {
    var model = month()
    let layout = model.layout
    let first = (layout.monthLine ?? 0) + 1
    #expect(
      (first..<layout.count).map { layout[$0]?.row?.index } == [5, nil, 3, 4, 2, 0, 7, nil])
    model.go(to: "availabilities[6]")
    #expect(model.focusedPath == "availabilities[6]" && chosen(model) == "2026-11-02")
    #expect(model.screen.contains("[-] 2 past dates"))
    model.press("Up Up Enter")
    #expect(model.screen.contains("[+] 2 past dates"))
    #expect(model.layout.count == layout.count)
  }

  // MARK: Typing

  /// The task of closing a run of days, from the overview to the review.
  @Test func aRunIsClosedInFewKeys() {
    var model = makeModel(dateCalendar)
    let script = "Down Down Down Down Enter \"12-24..31 closed\" Enter Ctrl-S"
    #expect(keys(script).count <= 35)
    model.press(script)
    #expect(model.dialogs.last is ReviewDialog)
    #expect(model.document?.undoSteps.map(\.title) == ["Close 2026-12-24..2026-12-31"])
    var expected = dateCalendar["availabilities"]?.array ?? []
    expected[0] = entry("2026-12-31", id: "a1")
    if case .object(var object) = expected[3] {
      object["id"] = object["_id"]
      object["_id"] = nil
      expected[3] = .object(object)
    }
    expected += (25...30).map { entry("2026-12-\($0)") }
    #expect(areEquivalent(model.body, ["availabilities": .array(expected)]))
    model.press("Esc Ctrl-Z")
    #expect(model.document?.isModified == false)
    #expect(model.focusedItem?.isMonth == true)
    model.press("Ctrl-Y")
    #expect(model.document?.undoSteps.count == 1)
  }

  @Test func hoursGoOntoTheChosenDays() {
    var model = month()
    _ = model.update(.terminal(.resize(Size(rows: 40, columns: 120))))
    model.press("\"24 Dec\" Enter Space Right Right \"9-12, 13:30-17\"")
    #expect(model.screen.contains("2026-12-24..2026-12-26, 3 days: 09:00–12:00, 13:30–17:00"))
    #expect(model.document?.isModified == false)
    model.press("Enter")
    #expect(model.document?.undoSteps.count == 1)
    for day in 24...26 {
      let date = CalendarDate(year: 2026, month: 12, day: day)!
      let ranges = [HourRange(open: 540, close: 720), HourRange(open: 810, close: 1020)]
      #expect(model.document?.dateState(of: date) == .open(ranges))
    }
    #expect(model.document?["availabilities[2].id"] == "a3")
    #expect(model.dates.cursor.anchor == nil)
    model.press("\"9-12, 13:30-17\" Enter")
    #expect(model.status?.text.hasPrefix("Nothing to change") == true)
  }

  @Test func whatIsReplacedIsSaidBeforeEnter() {
    var model = month()
    _ = model.update(.terminal(.resize(Size(rows: 40, columns: 120))))
    model.press("\"30 Dec\" Enter \"24-31 closed\"")
    let summary =
      "2026-12-24..2026-12-31, 8 days: closed; 6 new, 1 as before, 1 replaced: 31 Dec 09:00–12:00"
    #expect(model.screen.contains("8 days: closed; 6 new, 1 as before, 1 replaced:"))
    #expect(model.document?.isModified == false)
    model.press("Enter")
    #expect(model.status?.text == summary + ".")
    #expect(model.document?.undoSteps.count == 1)
  }

  /// The month on the screen is that of days alone, also where the run reaches into the next.
  @Test func daysAloneAreOfTheMonthShown() {
    var model = month()
    model.press("\"30 Dec..2 Jan\" Enter \"5..7 closed\"")
    #expect(model.dates.cursor.date.month == 1)
    model.press("Enter")
    #expect(model.document?.undoSteps.map(\.title) == ["Close 2027-01-05..2027-01-07"])
  }

  @Test func weekdaysAreThoseOfTheMarkedRun() {
    var model = month()
    model.press("\"weekends closed\" Enter")
    #expect(model.document?.isModified == false)
    #expect(model.status?.text.contains("mark dates first") == true)
    model.press("Esc \"14-20 Dec\" Enter \"weekends closed\" Enter")
    #expect(model.document?.undoSteps.map(\.title) == ["Close 2026-12-19..2026-12-20"])
  }

  @Test(arguments: ["open", "from", "9-12,11-13", "12/11 closed", "12-31..12-24 closed"])
  func whatIsNotClearChangesNothing(text: String) {
    var model = month()
    let place = chosen(model)
    model.press("\"\(text)\" Enter")
    #expect(model.document?.isModified == false && chosen(model) == place)
    #expect(model.input?.buffer.text == text && model.status != nil)
  }

  @Test func blanksThatArePastedCloseNothing() {
    var model = month()
    _ = model.update(.terminal(.paste("  ")))
    model.press("Enter")
    #expect(model.document?.isModified == false)
  }

  @Test func aMistakeIsMarkedAndKeptOnEnter() {
    var model = month()
    model.press("\"24 Dec clo\"")
    let lines = model.screen.split(separator: "\n").map { String($0) }
    let typed = lines.firstIndex { $0.contains("24 Dec clo") }
    #expect(typed.map { lines[$0 + 1].hasSuffix("^^^") } == true)
    #expect(model.screen.contains("\"clo\" cannot be read"))
    model.press("Enter")
    #expect(model.input?.buffer.text == "24 Dec clo")
    model.press("\"sed\" Enter")
    #expect(model.status?.text == "Nothing to change: Thu 2026-12-24: closed.")
    #expect(chosen(model) == "2026-12-24" && model.document?.isModified == false)
  }

  @Test func leavingTakesOverWhatMeansSomethingAndKeepsTheRest() {
    var model = month()
    model.press("c l o s e d Tab")
    #expect(model.document?.dateState(of: today) == .closed)
    #expect(model.focusedPath == "availabilities[8]")
    model.press("Left \"9-25\" Down")
    #expect(model.input == nil && model.document?.undoSteps.count == 1)
    #expect(chosen(model) == "2026-11-29")
    model.press("Up")
    #expect(model.input?.buffer.text == "9-25", "it stays on its dates")
    model.press("Esc Down")
    model.press("\"9-25\" Esc")
    #expect(model.input == nil && model.focusedItem?.isMonth == true)
    model.press("\"9-25\" Ctrl-S g")
    #expect(model.dialogs.isEmpty && model.input?.buffer.text == "9-25", "it is kept before a save")
  }

  @Test func pasteIsTyped() {
    var model = month()
    _ = model.update(.terminal(.paste("2026-12-24..2026-12-26 closed\n")))
    #expect(model.screen.contains("= 2026-12-24..2026-12-26, 3 days: closed"))
  }

  // MARK: Deleting and identity

  @Test func deletingGoesByIdentity() {
    var model = month()
    model.press("\"12-7..31\" Enter -")
    let rows = model.document?["availabilities"]?.array ?? []
    #expect(rows.map(\.serviceID) == ["a1", "a2", "a3", "a4", "a5", "a6", "a7"])
    #expect(
      rows.map { $0[key: "deleted"] == true } == [true, false, true, true, false, false, false])
    #expect(model.body["availabilities[3].id"] == "a4", "_id is sent as id")
    #expect(
      model.screen.contains("~Thu 2026-12-24~") || model.screen.contains("~2026-12-24~ deleted"))
    #expect(model.document?.undoSteps.count == 1)
    model.press("Ctrl-Z")
    #expect(model.document?.isModified == false)
  }

  @Test func aNewEntryLeavesTheListAndADeletedOneComesBack() {
    var model = month()
    model.press("\"6 Jun 2027 9-12\" Enter Del")
    #expect(model.document?.isModified == false)
    model.press("\"24 Dec\" Enter Ctrl-X")
    #expect(model.document?["availabilities[2].deleted"] == true)
    model.press("Ctrl-X")
    #expect(model.document?.isModified == false)
    model.press("\"1 Jul 2027\" Enter -")
    #expect(model.status?.text == "This day has no entry.")
    model.press("\"24 Dec\" Enter - \"9-12\" Enter")
    #expect(model.document?["availabilities[2].deleted"] == nil)
    #expect(model.document?["availabilities[2].hours"]?.array?.count == 1)
  }

  @Test func deletingInTheListGoesOnWithTheNext() {
    var model = month()
    model.press("} Tab Down Del")
    #expect(model.document?["availabilities"]?.array?.count == 7, "it came without an id")
    #expect(chosen(model) == "2026-12-24")
    model.press("Del")
    #expect(chosen(model) == "2026-12-24" && model.document?["availabilities[2].deleted"] == true)
  }

  @Test func identityIsExplained() {
    var model = month()
    model.press("\"7 Dec\" Enter")
    #expect(model.screen.contains("calls the id of this entry _id"))
    model.press("Right")
    #expect(model.screen.contains("came without an id"))
    model.press("\"9 Dec closed\" Enter")
    #expect(model.screen.contains("New; the service gives it an id"))
    model.press("\"24 Dec\" Enter")
    #expect(!model.screen.contains("without an id"))
  }

  @Test func resettingPutsDatesBack() {
    var model = month()
    model.press("\"12-7..31 9-10\" Enter")
    let titles = model.document?.undoSteps.count
    model.press("\"12-7..31\" Enter Ctrl-R")
    #expect(model.document?.isModified == false)
    #expect(model.document?.undoSteps.count == (titles ?? 0) + 1)
    model.press("\"8 Dec\" Enter - ")
    #expect(model.document?["availabilities"]?.array?.count == 7)
    model.press("Ctrl-R")
    #expect(model.document?.isModified == false, "an entry without an id comes back")
    model.press("Ctrl-R")
    #expect(model.status?.text == "This is as it was loaded.")
  }

  // MARK: Other ways

  @Test func copyingAsksForTheDates() {
    var model = month()
    model.press("\"7 Dec\" Enter Ctrl-D \"12-14, 24 Dec\"")
    #expect(model.screen.contains("= 2026-12-14, 2026-12-24, 2 days"))
    model.press("Enter")
    #expect(
      model.dialogs.isEmpty && model.status?.text == "Copied to 2026-12-14, 2026-12-24, 2 days.")
    #expect(
      model.document?["availabilities[8]"] == [
        "date": "2026-12-14T00:00:00.000Z",
        "hours": model.document?["availabilities[3].hours"] ?? .null,
      ])
    #expect(model.document?["availabilities[2].id"] == "a3")
    model.press("Home Ctrl-D")
    #expect(model.dialogs.isEmpty && model.status?.text.contains("no hours of its own") == true)
  }

  @Test func addingOffersTheChosenDay() {
    var model = month()
    model.press("\"1 Feb\" Enter Ctrl-N")
    #expect(model.screen.contains("2027-02-01 closed"))
    model.press("Enter")
    #expect(model.document?["availabilities[8]"] == entry("2027-02-01"))
    model.press("Tab End Enter")
    #expect(model.dialogs.count == 1 && !model.screen.contains("2027-02-01 closed ─"))
    model.press("\"2 Feb 24h\" Enter")
    #expect(model.document?["availabilities[9].hours[0].closeMinute"] == 60)
    #expect(chosen(model) == "2027-02-02")
  }

  @Test func enterOpensTheEntry() {
    var model = month()
    model.press("Enter")
    #expect(model.status?.text.contains("Type hours") == true)
    model.press("\"24 Dec\" Enter Enter")
    #expect(model.focusedPath == "availabilities[2].date")
    model.press("Ctrl-U \"2027-03-01\" Esc")
    #expect(model.focusedItem?.isMonth == true)
    #expect(chosen(model) == "2027-03-01")
    model.press("Tab")
    #expect(model.focusedPath == "availabilities[2]", "it stands where its new date belongs")
  }

  @Test func typingOnAnEntryGoesOntoItsDay() {
    var model = month()
    model.press("} Tab Down \"9-12\" Enter")
    #expect(model.focusedItem?.isMonth == true && chosen(model) == "2026-12-08")
    #expect(model.document?["availabilities[4].hours"]?.array?.count == 1)
    #expect(model.document?["availabilities[4].hours[0].openHour"] == 9)
  }

  @Test func theSectionSaysWhenItHasNoEffect() {
    var calendar = dateCalendar
    _ = calendar.update(at: "availabilityType") { $0 = 0 }
    let model = month(calendar)
    #expect(model.screen.contains("These hours have no effect"))
  }

  @Test func aListThatIsNoneIsLeftAlone() {
    var calendar = dateCalendar
    _ = calendar.update(at: "availabilities") { $0 = "none" }
    var model = month(calendar)
    model.press("\"9-12\" Enter - Ctrl-N Enter Space Down Tab")
    #expect(model.document?.isModified == false && model.dialogs.isEmpty)
  }

  // MARK: Many

  /// With 5,000 entries the layout names them without listing them, and keys find their place.
  @Test func manyDatesAreFoundByNumber() {
    var calendar = sampleCalendar
    let rows = (0..<5000).map { number -> JSONValue in
      // Shuffled, and half of them past.
      let days = today.daysSinceEpoch - 2500 + number * 1237 % 5000
      return [
        "date": .text(CalendarDate(daysSinceEpoch: days).wire), "hours": [],
        "id": .text("a\(number)"),
      ]
    }
    _ = calendar.update(at: "availabilities") { $0 = .array(rows) }
    var model = month(calendar)
    #expect(model.screen.contains("[+] 2500 past dates"))
    model.press("\"2030-01-01 9-12\" Enter Tab Down")
    #expect(chosen(model) == "2030-01-02")
    #expect(model.document?.undoSteps.count == 1)
    #expect(model.screen.contains("Tue 2030-01-01 9-12"))
    model.press("Left Ctrl-Z")
    #expect(model.document?.isModified == false && chosen(model) == "2030-01-01")
  }

  /// Keys in a calendar with many dates cost what they cost in one with few.
  @Test func keysCostTheSameWithManyDates() {
    let growth = Effort.growth(from: 50, to: 5000) { count in
      var calendar = sampleCalendar
      let rows = (0..<count).map { number -> JSONValue in
        ["date": .text(today.adding(days: number - count / 2).wire), "hours": []]
      }
      _ = calendar.update(at: "availabilities") { $0 = .array(rows) }
      var model = month(calendar)
      return { model.press("Right Left Down Up } { PgDn PgUp Tab Down Up Left") }
    }
    #expect(growth < 4)
  }
}
