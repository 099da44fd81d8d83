import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Schedules that govern the calendar, in the form, the preview and the review.
@Suite struct ScheduleTests {
  static let calendarID = "ocQHyuzHvysMo5N5VsXc"

  static func rule(_ day: String, _ from: String, _ to: String) -> JSONValue {
    ["type": "wday", "day": .text(day), "intervals": [["from": .text(from), "to": .text(to)]]]
  }

  /// Mornings of Ana, with two dates of their own.
  static let ana: JSONValue = [
    "id": "s1", "name": "Mornings", "userId": "ana", "timezone": "Europe/Berlin",
    "calendarIds": [.text(calendarID)],
    "rules": [
      rule("monday", "08:00", "12:00"), rule("tuesday", "08:00", "12:00"),
      rule("thursday", "09:00", "13:00"),
      ["type": "date", "date": "2026-11-24", "intervals": []],
      [
        "type": "date", "date": "2026-12-23",
        "intervals": [["from": "10:00", "to": "11:30"], ["from": "soon"]],
      ],
    ],
  ]

  /// Evenings of Ben, who lives elsewhere.
  static let ben: JSONValue = [
    "_id": "s2", "name": "Evenings", "userId": "ben", "timezone": "Asia/Kolkata",
    "calendarIds": ["another", .text(calendarID)],
    "rules": [rule("MON", "16:00", "21:00"), rule("Thu", "12:00", "16:00")],
  ]

  static func listed(_ entries: JSONValue...) -> Result<ScheduleList, ServiceError> {
    var list = ScheduleList(calendarID: calendarID)
    list.add(entries)
    return .success(list)
  }

  static func failure(
    _ status: Int, _ message: String, _ kind: ServiceError.Kind = .forbidden
  ) throws -> Result<ScheduleList, ServiceError> {
    .failure(
      ServiceError(
        HTTPResponse(status: status, body: Array(#"{"message":"\#(message)"}"#.utf8)), kind: kind,
        token: try Token("x")))
  }

  private func model(
    _ result: Result<ScheduleList, ServiceError>,
    _ shape: ScreenTests.Shape = ScreenTests.shapes[1],
    isASCII: Bool = false
  ) -> TestApp {
    var model = makeModel(rows: shape.rows, columns: shape.columns, isASCII: isASCII)
    _ = model.update(.schedules(1, result))
    return model
  }

  /// The lines of a page in words, in order.
  private func lines(_ model: TestApp, _ page: PageKind) -> [String] {
    guard let document = model.document else { return [] }
    let layout = FormLayout(page, of: document)
    return (0..<layout.count).compactMap { number in
      switch layout[number] {
      case let line as TextLine where line.role != .heading: line.text
      case let line as ScheduleLine: line.words
      case let line as LinkLine: line.words(model.calendar)
      default: nil
      }
    }
  }

  // MARK: Asking

  @Test func loadingAsksOnceAndAgainAfterAnotherLoad() {
    var model = makeModel(isAsking: true)
    #expect(model.document?.schedules == .asking)
    #expect(
      lines(model, .section(.weeklyHours)).filter { $0.contains("chedule") }
        == ["Asking whose schedules govern these hours…"])
    _ = model.update(.schedules(7, Self.listed(Self.ana)))
    #expect(model.document?.schedules == .asking, "an answer to nobody")
    _ = model.update(.schedules(1, Self.listed(Self.ana)))
    #expect(model.document?.governing.state == .some)
    model.press("F5")
    let effects = model.update(
      .loaded(2, .success(LoadedCalendar(calendar: sampleCalendar, duplicateKeys: []))))
    #expect(
      effects.contains { if case .schedules(let request) = $0 { request.id == 2 } else { false } })
    #expect(
      model.document?.governing.state == .some, "what was known counts until it is known again")
    _ = model.update(.schedules(1, Self.listed()))
    #expect(model.document?.governing.state == .some, "an answer from before the load")
    _ = model.update(.schedules(2, Self.listed()))
    #expect(model.document?.governing.state == GoverningSchedules.State.none)
  }

  @Test func aFileIsNotAskedAbout() {
    var model = TestApp(
      source: Source(.file(path: "c.json")), size: Size(rows: 24, columns: 80), today: today)
    model.open(sampleCalendar)
    #expect(model.lookUpAll().allSatisfy { if case .schedules = $0 { false } else { true } })
    #expect(model.document?.schedules == .notAsked)
  }

  @Test func aCalendarWithoutASubAccountSaysWhy() {
    var calendar = sampleCalendar.object ?? JSONObject()
    calendar["locationId"] = nil
    let model = makeModel(.object(calendar))
    #expect(
      lines(model, .section(.weeklyHours)).contains(
        "caledit could not check whether a schedule governs these hours: the calendar does not "
          + "name its sub-account."))
  }

  // MARK: What is said

  static let refusals: [(Int, String, String)] = [
    (
      401, "The token is not authorized for this scope.",
      "the token lacks the scope calendars.readonly."
    ),
    (403, "Missing scope: calendars.readonly", "the token lacks the scope calendars.readonly."),
    (
      403, "Forbidden resource",
      "the token may not do this (403); it needs the scope calendars.readonly."
    ),
    (500, "later", "the token may not do this (500)."),
  ]

  @Test(arguments: refusals)
  func aRefusalIsOneLineInEachPlace(_ status: Int, _ message: String, _ reason: String) throws {
    let model = model(try Self.failure(status, message))
    let line = "caledit could not check whether a schedule governs these hours: \(reason)"
    #expect(lines(model, .section(.weeklyHours)).filter { $0 == line }.count == 1)
    #expect(lines(model, .section(.dateHours)).filter { $0 == line }.count == 1)
    #expect(lines(model, .overview).filter { $0 == "Schedules: \(line)" }.count == 1)
    #expect(model.document?.validation.counts == makeModel().document?.validation.counts)
  }

  @Test func noScheduleSaysNothing() {
    let with = model(Self.listed())
    for page in [PageKind.section(.weeklyHours), .section(.dateHours), .overview] {
      #expect(lines(with, page) == lines(makeModel(), page))
    }
  }

  @Test func theSectionsShowWhatGoverns() {
    let model = model(Self.listed(Self.ana))
    let week = lines(model, .section(.weeklyHours))
    #expect(
      week.contains(
        "\"Mornings\" of ana, Europe/Berlin, governs this calendar: the hours here may have no "
          + "effect."))
    #expect(week.contains("Without a schedule for this calendar: ben."))
    #expect(week.contains("Monday 08:00–12:00") && week.contains("Sunday closed"))
    #expect(week.contains("2026-11-24 closed, 2026-12-23 10:00–11:30"))
    #expect(week.contains { $0.hasPrefix("2026-12-23: A range cannot be read") })
    #expect(!week.contains { $0.hasPrefix("These hours count") }, "that is not so")
    let dates = lines(model, .section(.dateHours))
    #expect(dates.contains("Tue 2026-11-24 closed"))
    #expect(dates.contains("Wed 2026-12-23 10:00–11:30"))
    #expect(dates.contains("Other days: Mon, Tue 08:00–12:00; Thu 09:00–13:00"))
    #expect(
      lines(model, .overview).contains(
        "Governed by: \"Mornings\" of ana, Europe/Berlin: Mon, Tue 08:00–12:00; Thu 09:00–13:00; "
          + "2026-11-24 closed, 2026-12-23 10:00–11:30"))
  }

  @Test func namesComeWithTheUsers() {
    var model = model(Self.listed(Self.ana))
    _ = model.update(.lookedUp(.users, .success([LookUpResult(id: "ana", name: "Ana Silva")])))
    #expect(lines(model, .section(.weeklyHours)).contains { $0.contains("of Ana Silva, Europe") })
  }

  @Test func thereMayBeManySchedules() {
    var list = ScheduleList(calendarID: Self.calendarID)
    for number in 0..<40 {
      var entry = Self.ana.object ?? JSONObject()
      entry["id"] = .text("s\(number)")
      entry["userId"] = .text("u\(number)")
      list.add([.object(entry)])
    }
    let model = model(.success(list))
    let week = lines(model, .section(.weeklyHours))
    #expect(week.contains { $0.hasPrefix("40 schedules govern this calendar") })
    #expect(week.contains("and 34 more schedules") && week.count < 90)
  }

  @Test func whatADeletedScheduleHeldIsInTheRecord() throws {
    var model = model(Self.listed(Self.ana))
    model.edit("openHours[0].hours[0].openHour", to: 10)
    _ = model.press("Ctrl-S Ctrl-S s")
    let held = try #require(model.document?.current)
    #expect(model.request?.kind == .save, "\(model.screen)")
    let asked = model.update(
      .saved(
        model.calls.lastID,
        .success(SavedCalendar(calendar: held, route: .documented, status: 200))))
    let id = asked.compactMap { if case .schedules(let request) = $0 { request.id } else { nil } }
    let ended = model.update(.schedules(try #require(id.last), Self.listed()))
    guard case .saveEnded(_, let outcome, let notes, let mayArrive)? = ended.last else {
      Issue.record("no record: \(ended)")
      return
    }
    #expect(outcome.hasPrefix("Saved: 1 property") && !mayArrive)
    #expect(notes.contains { $0.contains("no longer governs") && $0.contains("09:00") }, "\(notes)")
    #expect(model.banner?.details.contains { notes.contains($0) } == true)
  }

  // MARK: The focus stays

  /// Lines come and go above the one with the focus, which stays the same.
  @Test(arguments: [PageKind.overview, .section(.weeklyHours), .section(.dateHours)])
  func anAnswerLeavesTheFocus(_ page: PageKind) throws {
    var model = makeModel()
    let entry = try #require(Workspace.entries.firstIndex(of: page))
    model.workspace.choose(entry: entry)
    model.enterForm()
    var seen = 0
    for line in 0..<model.layout.count where model.layout[line]?.isFocusable == true {
      model.focus(line: line)
      var later = model
      _ = later.update(.schedules(1, Self.listed(Self.ana, Self.ben)))
      #expect("\(later.focusedItem as Any)" == "\(model.focusedItem as Any)")
      #expect(later.layout.count > model.layout.count)
      later.scroll()
      later.press("F5")
      _ = later.update(
        .loaded(2, .success(LoadedCalendar(calendar: sampleCalendar, duplicateKeys: []))))
      later.workspace.choose(entry: entry)
      later.enterForm()
      seen += 1
    }
    #expect(seen > 5)
  }

  @Test func whatIsTypedStays() {
    var model = makeModel()
    model.visit("openHours")
    while model.focusedItem?.day != 2 { model.press("Up") }
    model.press("\"10-1\"")
    _ = model.update(.schedules(1, Self.listed(Self.ana)))
    model.press("\"2\" Enter")
    #expect(model.document?.weekHours[2].ranges == [HourRange(open: 600, close: 720)])
    #expect(model.focusedItem?.day == 3)
  }

  /// Every line about a schedule can be read, also where the screen is small.
  @Test(arguments: ScreenTests.shapes)
  func everyLineOfAScheduleIsReached(_ shape: ScreenTests.Shape) {
    var model = model(Self.listed(Self.ana, Self.ben), shape)
    for key in ["openHours", "availabilities"] {
      model.visit(JSONPath([.key(key)]))
      model.press("Home")
      let wanted = lines(model, model.workspace.page.kind).filter { words in
        (0..<model.layout.count).contains {
          (model.layout[$0] as? ScheduleLine)?.words == words
        }
      }
      var read: Set<String> = []
      for _ in 0..<80 {
        model.press("Tab")
        if let line = model.focusedItem as? ScheduleLine { read.insert(line.words) }
        if model.workspace.page.kind == .section(.slots) { break }
      }
      #expect(!wanted.isEmpty && Set(wanted).isSubset(of: read), "\(Set(wanted).subtracting(read))")
    }
  }

  // MARK: Warnings

  @Test func changedHoursAreWarnedOf() {
    var model = model(Self.listed(Self.ana))
    let before = model.document?.validation.counts.warnings ?? 0
    model.visit("openHours")
    while model.focusedItem?.day != 2 { model.press("Up") }
    model.press("\"10-12\" Enter")
    #expect(model.document?.validation.counts.warnings == before + 1)
    #expect(model.document?.validation.counts(.weeklyHours).warnings == 1)
    let stops = (0..<2).map { _ in
      model.press("F8")
      return model.focusedPath
    }
    #expect(stops.contains("openHours"), "F8 goes there")
    model.press("Ctrl-S")
    let screen = model.flat
    #expect(
      screen.contains(
        "Schedules govern these hours The update has Weekly hours, but these hours govern:"))
    #expect(
      screen.contains(
        "\"Mornings\" of ana, Europe/Berlin: Mon, Tue 08:00–12:00; Thu 09:00–13:00; 2026-11-24"))
    #expect(screen.contains("or delete the schedule for good. None of this is documented."))
    model.press("Enter")
    #expect(model.focusedItem?.day == 1, "the first line leads to the hours")
  }

  @Test func otherChangesAreNotWarnedOf() {
    var model = model(Self.listed(Self.ana))
    model.edit("name", to: "x")
    model.press("Ctrl-S")
    #expect(!model.screen.contains("chedule"))
  }

  @Test func whatCouldNotBeAskedIsSaidInTheReview() throws {
    var model = model(try Self.failure(403, "Missing scope"))
    model.edit("availabilityType", to: 0)
    model.press("Ctrl-S")
    #expect(
      model.flat.contains(
        "whether a schedule governs these hours: the token lacks the scope calendars.readonly."))
    #expect(!model.screen.contains("Schedules govern"))
  }

  // MARK: Preview

  @Test func thePreviewCountsTheScheduleAndSaysSo() throws {
    var calendar = sampleCalendar.object ?? JSONObject()
    calendar["teamMembers"] = [["userId": "ana"]]
    var model = makeModel(.object(calendar))
    model.visit("openHours")
    while model.focusedItem?.day != 1 { model.press("Up") }
    model.press("\"10-20\" Enter Home F6")
    _ = model.update(.freeSlots(1, try PreviewTests.failure()))
    model.press("Home Down")
    #expect(model.flat.contains("Monday 2026-11-23: 10:00–20:00, weekly hours"))
    _ = model.update(.schedules(1, Self.listed(Self.ana)))
    #expect(model.flat.contains("Monday 2026-11-23: 08:00–12:00, by the schedule of ana"))
    #expect(model.flat.contains("8 starts offered; saving changes nothing here."))
    #expect(
      model.flat.contains(
        "Your changes of Weekly hours have no effect here: the preview assumes that "
          + "schedules govern."))
    model.press("Down")
    #expect(model.flat.contains("These settings offer nothing. Closed by the schedule of ana."))
    model.press("a")
    #expect(model.flat.contains("Governing schedules"))
    #expect(model.flat.contains("\"Mornings\" of ana, Europe/Berlin: Mon, Tue 08:00–12:00;"))
    model.press("Esc Enter")
    #expect(model.focusedItem?.day == 1 || model.focusedItem?.day == 2)
  }

  // MARK: Screens

  static let scenes = ["week", "dates", "overview", "preview", "assumptions", "unknown", "review"]

  private func scene(
    _ name: String, _ shape: ScreenTests.Shape, isASCII: Bool = false
  ) throws -> TestApp {
    let refused = try Self.failure(401, "The token is not authorized for this scope.")
    var model = model(
      name == "unknown" ? refused : Self.listed(Self.ana, Self.ben), shape, isASCII: isASCII)
    switch name {
    case "week", "unknown":
      model.visit("openHours")
      while model.focusedItem?.day != 1 { model.press("Up") }
    case "dates":
      model.goToEditor(of: DateIndex.path)
      model.dates.cursor.go(to: today.adding(days: 2))
    case "overview":
      model.workspace.choose(entry: 0)
      model.enterForm()
    case "preview", "assumptions":
      model.press("F6 Down")
      if name == "assumptions" { model.press("a") }
    default:
      model.visit("openHours")
      while model.focusedItem?.day != 2 { model.press("Up") }
      model.press("\"10-12\" Enter Ctrl-S")
    }
    return model
  }

  @Test(arguments: scenes, ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    try expectSnapshot(scene(name, shape).screen, "schedules-\(name)-\(shape)")
  }

  @Test(arguments: scenes) func screensAreASCIIWhereTheyMustBe(_ name: String) throws {
    for shape in ScreenTests.shapes {
      let screen = try scene(name, shape, isASCII: true).screen
      #expect(screen.utf8.allSatisfy { $0 < 0x7F }, "\(screen)")
    }
  }
}
