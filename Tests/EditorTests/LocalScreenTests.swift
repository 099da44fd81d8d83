import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// The screens by the clock and the week of their reader.
@Suite struct LocalScreenTests {
  /// A picture, the keys that lead to it, and the size that it is looked at in.
  static let scenes: [(name: String, keys: String, shape: ScreenTests.Shape)] = [
    ("week", "Ctrl-F \"openHours\" Enter", ScreenTests.shapes[1]),
    ("week-small", "Ctrl-F \"openHours\" Enter", ScreenTests.shapes[2]),
    ("overview", "", ScreenTests.shapes[0]),
    ("dates", "Ctrl-F \"availabilities\" Enter Down", ScreenTests.shapes[1]),
    ("typed", "Ctrl-F \"openHours\" Enter \"mon-fri 1-5pm\"", ScreenTests.shapes[1]),
    ("mistake", "Ctrl-F \"openHours\" Enter \"9-17, 13-25\" Enter", ScreenTests.shapes[1]),
    ("copy", "Ctrl-F \"openHours\" Enter Ctrl-D", ScreenTests.shapes[1]),
    ("days", "Ctrl-F \"daysOfTheWeek\" Enter Enter Space", ScreenTests.shapes[1]),
    ("preview", "F6 Down", ScreenTests.shapes[0]),
    (
      "review",
      "Ctrl-F \"openHours\" Enter \"weekends 1-6\" Down \"closed\" Down Ctrl-S",
      ScreenTests.shapes[1]
    ),
  ]

  static let formats: [(name: String, format: LocalFormat)] = [
    ("american", .american), ("monday", .mondayFirst),
  ]

  @Test(arguments: scenes.map(\.name), formats.map(\.name))
  func scene(_ name: String, _ format: String) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    let local = try #require(Self.formats.first { $0.name == format })
    var model = makeAfternoon(local.format, rows: scene.shape.rows, columns: scene.shape.columns)
    model.press(scene.keys)
    try expectSnapshot(model.screen, "local-\(format)-\(name)-\(scene.shape)")
  }

  // MARK: Typing

  /// What stands in the field of a day is taken as it is, in each clock.
  @Test(arguments: formats.map(\.name))
  func aDayStaysAsItIs(_ name: String) throws {
    let local = try #require(Self.formats.first { $0.name == name })
    var model = makeAfternoon(local.format)
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    #expect(
      model.input?.buffer.text
        == (name == "american" ? "9am-12pm, 1:30pm-5:15pm" : "9-12, 13:30-17:15"))
    model.press("End \" \" Enter")
    #expect(model.document?.isModified == false)
  }

  @Test(arguments: LocalFormat.Clock.allCases, ["13-17", "1pm-5pm", "1-5pm", "13:00–17:00"])
  func bothClocksAreUnderstood(_ clock: LocalFormat.Clock, _ typed: String) {
    var model = makeModel(format: LocalFormat(clock: clock))
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    model.press("\"\(typed)\" Enter")
    #expect(model.document?.weekHours[1].ranges == [HourRange(open: 780, close: 1020)])
    let shown = clock == .twelve ? "1pm–5pm" : "13:00–17:00"
    #expect(model.screen.contains(shown))
    model.press("Ctrl-Z")
    #expect(model.screen.contains("again, no longer \(shown)."), "what holds, then what was undone")
  }

  // MARK: The week

  private func days(_ model: TestApp) -> [Int] {
    (0..<model.layout.count).compactMap { model.layout[$0]?.day }
  }

  @Test func theFormBeginsWithTheDayOfTheUser() {
    for format in [LocalFormat.american, .mondayFirst] {
      var model = makeModel(format: format)
      model.goToEditor(of: WeekHours.path)
      #expect(days(model) == format.weekdays)
      #expect(model.focusedItem?.day == 1, "most calendars are closed on Sundays")
      let names = format.weekdays.map { String(Wording.weekday($0).prefix(2)) }
      #expect(MonthGrid(model.calendar).weekdays == names)
    }
  }

  /// Every day of a month stands under its name.
  @Test func theMonthStandsUnderItsDays() {
    for format in [LocalFormat.american, .mondayFirst] {
      var model = makeModel(format: format)
      for month in 1...12 {
        let first = CalendarDate(year: 2027, month: month, day: 1) ?? today
        model.dates.cursor.go(to: first)
        let grid = MonthGrid(model.calendar)
        #expect(grid.weekdays[grid.firstColumn] == String(first.weekdayName.prefix(2)))
        #expect((0..<7).contains(grid.firstColumn))
      }
    }
  }

  /// A digit is the number of the day to the service, wherever the day is listed.
  @Test func aDigitChoosesItsDay() {
    for format in [LocalFormat.american, .mondayFirst] {
      var model = makeModel(format: format)
      model.visit("openHours[0].daysOfTheWeek")
      model.press("Enter \"0\"")
      #expect(model.document?["openHours[0].daysOfTheWeek"] == [0, 1, 2, 3, 4, 5])
      #expect(model.screen.contains("› [x] 0 Sunday"))
      model.press("Home Space")
      #expect(
        model.document?["openHours[0].daysOfTheWeek"]
          == (format.weekStart == .sunday ? [1, 2, 3, 4, 5] : [0, 2, 3, 4, 5]))
    }
  }

  @Test func hoursAreCopiedToTheDayOfTheLine() {
    for format in [LocalFormat.american, .mondayFirst] {
      var model = makeModel(format: format)
      model.goToEditor(of: WeekHours.path)
      model.press("Ctrl-D End Enter")
      let last = format.weekStart == .sunday ? 6 : 0
      #expect(model.document?.weekHours[last].ranges == [HourRange(open: 540, close: 1020)])
      #expect(model.document?.weekHours[6 - last].ranges == [])
    }
  }

  // MARK: What goes out

  @Test func whatIsSentAndKeptIsTheSame() {
    let models = [LocalFormat.standard, .american, .mondayFirst].map { format in
      var model = makeModel(format: format)
      model.goToEditor(of: WeekHours.path)
      model.syncInput()
      model.press("\"sat-sun 1-5pm\" Enter")
      model.visit("availabilities[0]")
      model.press("\"14-18\" Enter")
      return model
    }
    let first = models[0]
    for model in models.dropFirst() {
      #expect(model.body == first.body && model.body.object?.count == 2)
      #expect(model.calendar.draft?.json() == first.calendar.draft?.json())
    }
  }
}
