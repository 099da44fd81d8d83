import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// The slots that bookers are offered, now and after saving.
@Suite struct PreviewTests {
  /// A Tuesday of the first week.
  static let tuesday = today.adding(days: 2)

  /// An answer with the same times on every day of a week but Saturday and Sunday.
  static func answer(
    _ times: [String], from first: CalendarDate = today, offset: String = "-05:00"
  ) -> Result<OfferedStarts, ServiceError> {
    let days = (0..<7).map { first.adding(days: $0) }.filter { (1...5).contains($0.weekday) }
    let texts = days.flatMap { date in times.map { "\(date)T\($0):00\(offset)" } }
    return offered(.array(texts.map(JSONValue.text)))
  }

  /// What the service's answer means to the editor.
  static func offered(_ answer: JSONValue) -> Result<OfferedStarts, ServiceError> {
    do {
      return .success(try OfferedStarts(answer: answer))
    } catch {
      return .failure(.unreadable(error.reason))
    }
  }

  static func failure(_ status: Int = 403) throws -> Result<OfferedStarts, ServiceError> {
    .failure(
      ServiceError(
        HTTPResponse(status: status, body: []), kind: .forbidden, token: try Token("x")))
  }

  /// The line of a weekday in the table, with single blanks.
  private func line(_ day: String, _ model: TestApp) -> String {
    let line = model.screen.split(separator: "\n").first { line in
      line.contains(" \(day) 20") && !line.contains("Preview")
    }
    return line.map { $0.split(separator: " ").filter { $0 != "│" }.joined(separator: " ") } ?? ""
  }

  /// The form without line breaks.
  // MARK: Opening, moving and leaving

  @Test func itOpensOnTodayAndAsksTheService() throws {
    var model = makeModel()
    let effects = model.press("F6")
    #expect(effects.first == .readClock)
    guard case .freeSlots(let request)? = effects.last else {
      Issue.record("the service is not asked: \(effects)")
      return
    }
    #expect(request.first == today)
    #expect(request.count == 7)
    #expect(request.timezone == nil)
    #expect(request.from == today.adding(days: -1).daysSinceEpoch * 86_400_000)
    #expect(request.to - request.from == 9 * 86_400_000)
    #expect(model.screen.contains("Preview 2026-11-22 to 2026-11-28"))
    #expect(model.screen.contains("Sunday 2026-11-22: closed, weekly hours"))
    #expect(model.screen.contains("00:00, by the clock of this machine."))
    #expect(model.flat.contains("by the settings as loaded; caledit is asking the service"))
    model.press("Esc")
    #expect(model.dialogs.isEmpty)
    model.press("Alt-P")
    #expect(model.screen.contains("Preview 2026-11-22"))
    model.press("Alt-P")
    #expect(model.dialogs.isEmpty, "the key that opens it closes it")
  }

  @Test func theZoneOfTheCalendarIsAskedFor() {
    var calendar = sampleCalendar
    if case .object(var object) = calendar {
      object["timezone"] = "America/New_York"
      calendar = .object(object)
    }
    var model = makeModel(calendar)
    guard case .freeSlots(let request)? = model.press("F6").last else {
      Issue.record("the service is not asked")
      return
    }
    #expect(request.timezone == "America/New_York")
  }

  @Test func itOpensOnTheDayWithTheFocus() {
    var model = makeModel()
    model.visit("openHours")
    while model.focusedItem?.day != 4 { model.press("Up") }
    model.press("F6")
    #expect(model.screen.contains("Thursday 2026-11-26"))
    model.press("Esc")
    model.visit("availabilities[1]")
    model.press("F6")
    #expect(model.screen.contains("Preview 2026-12-27 to 2027-01-02"))
    #expect(
      model.flat.contains(
        "Thursday 2026-12-31: closed, date-specific hours These settings offer nothing. Closed by")
    )
  }

  @Test func daysAndWeeksAreTurnedTo() {
    var model = makeModel()
    model.press("F6 Up")
    #expect(model.screen.contains("Preview 2026-11-15 to 2026-11-21"))
    #expect(model.screen.contains("Saturday 2026-11-21"))
    #expect(model.flat.contains("the week is over."))
    #expect(line("Mon", model) == "Mon 2026-11-16 The day is over. 0 0")
    model.press("Home Right Down")
    #expect(model.screen.contains("Monday 2026-11-30"))
    model.press("PgDn")
    #expect(model.screen.contains("Monday 2026-12-07"))
    model.press("PgUp Left")
    #expect(model.screen.contains("Monday 2026-11-23"))
    #expect(model.screen.contains("› Mon 2026-11-23"))
  }

  @Test func enterGoesWhereTheHoursAreEdited() {
    var model = makeModel()
    model.press("F6 Down Down Enter")
    #expect(model.dialogs.isEmpty)
    #expect(model.focusedItem?.day == 2)
    model.visit("availabilities[1]")
    model.press("F6 Enter")
    #expect(model.dialogs.isEmpty)
    #expect(model.focusedItem?.isMonth == true)
    #expect(model.dates.cursor.date.description == "2026-12-31")
    model.press("Right F6")
    #expect(model.screen.contains("Friday 2027-01-01"), "the date chosen in the month")
  }

  // MARK: What a day offers

  @Test func timesAndCountsOfADay() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "lookBusyConfig") { $0 = ["enabled": true, "LookBusyPercentage": 40] }
    var model = makeModel(calendar)
    model.press("F6 Down")
    #expect(line("Mon", model) == "› Mon 2026-11-23 09:00–17:00 16 16 6")
    #expect(model.flat.contains("Monday 2026-11-23: 09:00–17:00, weekly hours"))
    #expect(model.flat.contains("Look busy (40 %) hides 6 of 16 starts; which ones is not known."))
    #expect(model.flat.contains("09:00 09:30 10:00"))
    #expect(model.screen.contains("a: 1 remark"))
    model.press("a")
    #expect(model.flat.contains("The calendar takes at most 8 bookings a day."))
    model.press("End")
    #expect(model.flat.contains("saving does not bring it back"))
    model.press("Esc Space")
    #expect(model.screen.contains("┌─ Start times"))
    model.press("Esc Esc")
    #expect(model.dialogs.isEmpty)
  }

  @Test func noticeAndHorizonAreCounted() {
    var calendar = sampleCalendar
    if case .object(var object) = calendar {
      object["allowBookingAfter"] = 1
      object["allowBookingAfterUnit"] = "days"
      object["allowBookingFor"] = 3
      object["allowBookingForUnit"] = "days"
      calendar = .object(object)
    }
    var model = makeModel(calendar)
    model.press("F6 Down")
    _ = model.update(.clock(CalendarMoment(today, minute: 14 * 60)))
    #expect(line("Mon", model) == "› Mon 2026-11-23 09:00–17:00 6 6")
    #expect(model.flat.contains("10 starts are too soon: booking begins at 2026-11-23 14:00."))
    model.press("Down Down")
    #expect(model.flat.contains("6 starts are too far ahead: booking ends at 2026-11-25 14:00."))
    #expect(line("Thu", model).hasPrefix("Thu 2026-11-26 Beyond the booking horizon"))
  }

  @Test func theClockMovesOn() {
    var model = makeModel()
    model.press("F6")
    let effects = model.update(.clock(CalendarMoment(today.adding(days: 1), minute: 12 * 60)))
    #expect(model.screen.contains("Preview 2026-11-23 to 2026-11-29"), "today is another day")
    #expect(line("Mon", model) == "› Mon 2026-11-23 09:00–17:00 10 10")
    #expect(model.flat.contains("6 starts of the day are over."))
    #expect(effects == [], "one request is under way")
    let next = model.update(.freeSlots(1, Self.answer(["12:00"])))
    guard case .freeSlots(let request)? = next.last else {
      Issue.record("the week that is shown now is not asked for")
      return
    }
    #expect(request.first == today.adding(days: 1))
  }

  // MARK: Answers that say nothing

  /// A service with one answer.
  private struct OneAnswer: Transport {
    let body: String

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      HTTPResponse(status: 200, body: Array(body.utf8))
    }
  }

  /// Slots in a shape that the editor does not know are not "none".
  @Test(arguments: [
    (#"{"message":"later"}"#, "it names no dates"),
    (#"{"2026-11-23":{"times":[]}}"#, "it lists no times for 2026-11-23"),
    (#"{"2026-11-23":{"slots":["soon"]}}"#, "none of its start times can be read"),
    ("<html>", "it is a web page"),
  ])
  func anAnswerThatCannotBeReadIsSaid(_ body: String, _ reason: String) async throws {
    var model = makeModel()
    model.press("F6")
    let service = CalendarService(token: try Token("secret"), transport: OneAnswer(body: body))
    let result: Result<OfferedStarts, ServiceError>
    do throws(ServiceError) {
      result = .success(try await service.freeSlots(calendarID: "x", from: 0, to: 1))
    } catch {
      result = .failure(error)
    }
    _ = model.update(.freeSlots(1, result))
    #expect(
      model.flat.contains(
        "Now: by the settings as loaded; the service did not say what it offers: The answer cannot "
          + "be read: \(reason). f asks again."))
    #expect(line("Mon", model) == "Mon 2026-11-23 09:00–17:00 16 16", "the settings still count")
  }

  // MARK: Now and after

  @Test func anEditIsComparedWithTheSettingsAsLoaded() throws {
    var model = makeModel()
    _ = model.update(.freeSlots(1, try Self.failure()))
    model.visit("openHours")
    while model.focusedItem?.day != 2 { model.press("Up") }
    model.press("\"10-12, 14-18\" Enter F6")
    _ = model.update(.freeSlots(1, try Self.failure()))
    #expect(
      model.flat.contains(
        "Now: by the settings as loaded; the service did not say what it offers: The token may not "
          + "do this (403). f asks again."))
    model.press("Home Down Down")
    #expect(line("Tue", model) == "› Tue 2026-11-24 10:00–12:00, 14:00–18:00 16 12 +2 -6")
    #expect(line("Wed", model) == "Wed 2026-11-25 09:00–17:00 16 16")
    #expect(model.flat.contains("16 offered now, 12 after saving: 2 gained, 6 lost."))
    for start in ["-09:00", " 10:00", "-12:00", "+17:30", "+ gained  - lost"] {
      #expect(model.screen.contains(start), "\(start)")
    }
    #expect(line("Week", model) == "")
    #expect(model.flat.contains("Week 80 76 +2 -6"))
  }

  @Test func theServiceSaysWhatIsOfferedNow() {
    var model = makeModel()
    model.visit("openHours")
    while model.focusedItem?.day != 2 { model.press("Up") }
    model.press("\"10-12, 14-18\" F6")
    _ = model.update(.clock(CalendarMoment(today, minute: 605)))
    _ = model.update(.freeSlots(1, Self.answer(["09:00", "11:00", "14:00", "20:00"])))
    #expect(model.flat.contains("what the service offers, asked at 10:05, times at -05:00."))
    #expect(line("Tue", model) == "› Tue 2026-11-24 10:00–12:00, 14:00–18:00 4 5 +2 -1")
    #expect(line("Mon", model) == "Mon 2026-11-23 09:00–17:00 4 4", "nothing was edited there")
    #expect(model.flat.contains("4 offered now, 5 after saving: 2 gained, 1 lost."))
    #expect(model.flat.contains("-09:00 x10:00 x10:30 11:00 x11:30 14:00"))
    #expect(
      model.flat.contains("Not offered now (x): 8 starts by the settings; booked, busy or hidden.")
    )
    #expect(
      model.flat.contains("Offered now (?): 1 start that the loaded settings do not offer."))
  }

  @Test func timesOfAnotherZoneAreNotCompared() {
    var model = makeModel()
    model.press("F6")
    _ = model.update(.freeSlots(1, Self.answer(["02:00", "03:00"], offset: "+00:00")))
    #expect(model.flat.contains("(at +00:00) match none of them"))
    #expect(line("Mon", model) == "Mon 2026-11-23 09:00–17:00 16 16")
  }

  @Test func aFileHasNoServiceToAsk() {
    var model = TestApp(
      source: Source(.file(path: "c.json")), size: Size(rows: 24, columns: 80), today: today)
    model.open(sampleCalendar)
    #expect(model.press("F6") == [.readClock])
    #expect(model.flat.contains("by the settings as loaded; a file has no service to ask."))
    #expect(model.press("f") == [])
    #expect(line("Mon", model) == "Mon 2026-11-23 09:00–17:00 16 16")
  }

  @Test func aDraftIsSaidToBeOne() {
    var model = makeModel()
    model.visit("isActive")
    model.press("Space F6")
    _ = model.update(.freeSlots(1, Self.answer(["09:00", "10:00"])))
    #expect(model.flat.contains("Saving makes the calendar a draft: nothing can be booked then."))
    #expect(line("Mon", model) == "Mon 2026-11-23 09:00–17:00 2 0 -2")
  }

  // MARK: Asking

  private func asks(_ effects: [Effect]) -> [CalendarDate] {
    effects.compactMap { if case .freeSlots(let request) = $0 { request.first } else { nil } }
  }

  @Test func aWeekIsAskedForOnceAndOneAtATime() {
    var model = makeModel()
    #expect(asks(model.press("F6 Right Right")) == [today], "one request at a time")
    let third = today.adding(days: 14)
    #expect(asks(model.update(.freeSlots(1, Self.answer(["09:00"])))) == [third])
    #expect(asks(model.press("Left")) == [])
    let second = today.adding(days: 7)
    #expect(asks(model.update(.freeSlots(2, Self.answer(["09:00"], from: third)))) == [second])
    #expect(asks(model.update(.freeSlots(3, Self.answer(["09:00"], from: second)))) == [])
    #expect(asks(model.press("Right Left Left Esc F6")) == [], "all three are known")
    #expect(line("Mon", model) == "Mon 2026-11-23 09:00–17:00 1 1")
    #expect(asks(model.press("f")) == [today], "asked again")
    #expect(model.flat.contains("caledit is asking the service"))
  }

  @Test func aFailureIsNotRepeatedUntilItIsAskedFor() throws {
    var model = makeModel()
    model.press("F6")
    #expect(asks(model.update(.freeSlots(1, try Self.failure()))) == [])
    #expect(asks(model.press("Right")) == [])
    #expect(model.flat.contains("The token may not do this (403)"))
    #expect(asks(model.press("f")) == [today.adding(days: 7)])
    _ = model.update(.freeSlots(2, try Self.failure()))
    #expect(asks(model.press("Esc F6")) == [today], "opening it tries again")
  }

  @Test func anAnswerIsOldAfterASave() {
    var model = makeModel()
    model.press("F6")
    _ = model.update(.freeSlots(1, Self.answer(["09:00"])))
    model.press("Esc")
    model.visit("slotDuration")
    model.press("Ctrl-U \"60\" Ctrl-S Ctrl-S")
    let saved = SavedCalendar(
      calendar: model.document?.current, route: .documented, status: 200)
    _ = model.update(.saved(2, .success(saved)))
    #expect(model.document?.isModified == false)
    #expect(asks(model.press("F6")) == [today])
    // An answer from before a load is not taken for one from after it.
    model.press("Esc F5")
    _ = model.update(
      .loaded(3, .success(LoadedCalendar(calendar: sampleCalendar, duplicateKeys: []))))
    _ = model.update(.freeSlots(2, Self.answer(["09:00"])))
    #expect(asks(model.press("F6")) == [today])
    #expect(model.flat.contains("caledit is asking the service"))
  }

  // MARK: Screens

  /// A picture, and the keys that lead to it from the preview.
  static let scenes: [(name: String, keys: String)] = [
    ("asking", ""), ("offered", ""), ("closed", "Up"), ("times", "Space"), ("assumptions", "a"),
  ]

  private func model(of scene: String, _ shape: ScreenTests.Shape, isASCII: Bool = false) -> TestApp
  {
    var calendar = sampleCalendar
    _ = calendar.update(at: "lookBusyConfig") { $0 = ["enabled": true, "LookBusyPercentage": 25] }
    var model = makeModel(calendar, rows: shape.rows, columns: shape.columns, isASCII: isASCII)
    model.visit("openHours")
    while model.focusedItem?.day != 1 { model.press("Up") }
    model.press("\"8:30-12, 14-18\" F6")
    _ = model.update(.clock(CalendarMoment(today, minute: 605)))
    if scene != "asking" {
      let times = ["09:00", "10:30", "11:00", "12:30", "14:00", "14:30", "16:30"]
      _ = model.update(.freeSlots(1, Self.answer(times)))
    }
    model.press(Self.scenes.first { $0.name == scene }?.keys ?? "")
    return model
  }

  @Test(arguments: scenes.map(\.name), ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    try expectSnapshot(model(of: name, shape).screen, "preview-\(name)-\(shape)")
  }

  @Test(arguments: scenes.map(\.name))
  func screensAreASCIIWhereTheyMustBe(_ name: String) {
    for shape in ScreenTests.shapes {
      let screen = model(of: name, shape, isASCII: true).screen
      #expect(screen.utf8.allSatisfy { $0 < 0x7F }, "\(screen)")
    }
  }

  @Test(arguments: [(12, 40), (13, 63), (16, 40), (18, 64), (20, 107), (60, 200)])
  func everySizeShowsTheChosenDay(rows: Int, columns: Int) {
    var model = makeModel(rows: rows, columns: columns)
    model.press("F6 Down Down")
    #expect(model.screen.contains("› Tue "))
    model.press("Space")
    #expect(model.screen.contains("Tuesday 2026-11-24"))
  }
}
