import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// The calendar's own clock: whose it is, and the day that begins while the program runs.
@Suite struct ClockTests {
  private static let berlin = CalendarClock(zone: "Europe/Berlin", .fixed(3600))
  static let longZone = "America/Argentina/Buenos_Aires"

  private func clock(_ date: CalendarDate, _ minute: Int = 0) -> Message {
    .clock(CalendarMoment(date, minute: minute))
  }

  // MARK: A day that begins

  @Test func todayChangesWhileTheProgramRuns() throws {
    var model = makeModel()
    let eve = try #require(CalendarDate("2026-12-24"))
    _ = model.update(clock(eve, 1439))
    #expect(model.today == eve)
    #expect(try #require(model.document).validation.today == eve)
    #expect(try #require(model.document).validation.problems(under: DateIndex.path).isEmpty)
    // Nothing but the minute: nothing is judged anew.
    let revision = model.document?.revision
    _ = model.update(clock(eve, 1438))
    #expect(model.document?.revision == revision)

    _ = model.update(clock(eve.adding(days: 1)))
    let document = try #require(model.document)
    #expect(model.today == eve.adding(days: 1))
    #expect(document.validation.today == model.today)
    #expect(!document.validation.problems(under: DateIndex.path).isEmpty, "24 December is past")
    #expect(!document.isModified)
    #expect(document.current == sampleCalendar)
  }

  @Test func theMonthGoesWithTheDay() throws {
    var model = makeModel()
    model.goToEditor(of: DateIndex.path)
    #expect(model.dates.cursor.date == today)
    _ = model.update(clock(today.adding(days: 1)))
    #expect(model.dates.cursor.date == today.adding(days: 1))
    // Home goes to today, and typed days are counted from it.
    model.press("Right Right Home")
    #expect(model.dates.cursor.date == today.adding(days: 1))
    model.press("\"tomorrow closed\" Enter")
    #expect(model.document?.dateState(of: today.adding(days: 2)) == .closed)
  }

  @Test(arguments: ["Right", "Space Down", "\"9-1\""]) func whoHasBegunToChooseStays(
    _ keys: String
  ) {
    var model = makeModel()
    model.goToEditor(of: DateIndex.path)
    model.press(keys)
    let before = model.dates.cursor
    let typed = model.input?.buffer.text
    _ = model.update(clock(today.adding(days: 1)))
    #expect(model.dates.cursor == before)
    #expect(model.input?.buffer.text == typed)
  }

  @Test func theFocusStaysOnItsEntryWhenAnotherOneIsPast() throws {
    var model = makeModel(rows: 40, columns: 120)
    model.goToEditor(of: DateIndex.path)
    for _ in 0..<20 where model.focusedPath != "availabilities[1]" { model.press("Tab") }
    #expect(model.focusedPath == "availabilities[1]")
    let eve = try #require(CalendarDate("2026-12-24"))
    for day in 0...9 {
      _ = model.update(clock(eve.adding(days: day)))
      if day < 8 { #expect(model.focusedPath == "availabilities[1]", "day \(day)") }
      #expect(model.layout[model.workspace.page.focus]?.isFocusable == true)
    }
    #expect(
      model.screen.contains("2 past") || model.screen.contains("2 entries"), "\(model.screen)")
  }

  @Test func anEditAndItsUndoStayOverMidnight() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U \"45\"")
    _ = model.update(clock(today.adding(days: 1)))
    #expect(model.body == ["slotDuration": 45])
    model.press("Ctrl-Z")
    #expect(model.document?.isModified == false)
  }

  // MARK: Whose clock

  @Test func theZoneIsAskedForWithTheOtherLists() {
    var calendar = sampleCalendar.object ?? JSONObject()
    calendar["timezone"] = "Europe/Paris"
    var model = makeModel(.object(calendar))
    let asked = Effect.lookUpZone(
      locationID: "ve9EPM428h8vShlRW1KT", named: "Europe/Paris")
    #expect(model.lookUpAll().contains(asked))
    #expect(model.update(.zoneFound(.success(Self.berlin))) == [.readClock])
    // What is known is not asked again.
    #expect(!model.lookUpAll().contains(asked))
  }

  @Test func thePreviewSaysInWhichZoneItIs() {
    var model = makeModel()
    _ = model.update(.zoneFound(.success(Self.berlin)))
    model.press("F6")
    #expect(model.screen.contains("00:00, in Europe/Berlin."))
    model.press("a")
    #expect(model.screen.contains("Europe/Berlin"))
    #expect(!model.screen.contains("not known, so"))
  }

  @Test func thePreviewAsksTheServiceInThatZone() {
    var model = makeModel()
    _ = model.update(.zoneFound(.success(Self.berlin)))
    let zones = model.press("F6").compactMap { effect -> String? in
      if case .freeSlots(let request) = effect { request.timezone } else { nil }
    }
    #expect(zones == ["Europe/Berlin"])
  }

  @Test func aZoneThatIsFoundWhileThePreviewIsOpenShowsThere() {
    var model = makeModel()
    model.press("F6")
    #expect(model.screen.contains("by the clock of this machine."))
    _ = model.update(.zoneFound(.success(Self.berlin)))
    #expect(model.screen.contains("in Europe/Berlin."))
  }

  @Test func whatIsNotKnownIsSaid() {
    var model = makeModel()
    let why = "the sub-account could not be asked: The token may not do this (403)"
    _ = model.update(.zoneFound(.failure(ZoneFailure(why))))
    model.press("F6")
    #expect(model.screen.contains("by the clock of this machine."))
    model.press("a")
    let text = model.screen.split { $0 == " " || $0 == "\n" || $0 == "│" }.joined(separator: " ")
    #expect(text.contains("time zone, which is not known (\(why)), so \"now\""), "\(text)")
  }

  @Test(arguments: ScreenTests.shapes, ["Europe/Berlin", longZone])
  func theZoneStandsWhereTimesAre(_ shape: ScreenTests.Shape, _ zone: String) throws {
    var model = makeModel(rows: shape.rows, columns: shape.columns)
    let city = try #require(zone.split(separator: "/").last)
    _ = model.update(.zoneFound(.success(CalendarClock(zone: zone, .fixed(0)))))
    for path in [WeekHours.path, DateIndex.path] {
      model.goToEditor(of: path)
      #expect(model.screen.contains(city), "\(path)\n\(model.screen)")
    }
  }

  @Test func noZoneIsShownWhereNoneIsKnown() {
    var known = makeModel()
    var unknown = makeModel()
    _ = unknown.update(.zoneFound(.failure(ZoneFailure("x"))))
    for path in [WeekHours.path, DateIndex.path] {
      known.goToEditor(of: path)
      unknown.goToEditor(of: path)
      #expect(known.screen == unknown.screen)
    }
  }
}
