import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Forms, sections and lines in line mode.
@Suite struct FormTalkTests {
  private func talker(_ calendar: JSONValue = sampleCalendar) -> LineTalker<TestApp> {
    LineTalker(makeModel(calendar).spoken)
  }

  /// The sample with other values.
  private func sample(_ values: [String: JSONValue]) -> JSONValue {
    var object = sampleCalendar.object ?? JSONObject()
    for (key, value) in values { object[key] = value }
    return .object(object)
  }

  @Test func everySectionIsOpenedByNumberAndName() {
    for (index, entry) in Workspace.entries.enumerated() {
      var byNumber = talker()
      byNumber.hear("sections", "\(index + 1)")
      #expect(byNumber.app.calendar.workspace.page.kind == entry)
      #expect(!byNumber.app.calendar.workspace.isInList)
      var byName = talker()
      byName.hear(entry.title)
      #expect(byName.app.calendar.workspace.page.kind == entry, "\(entry.title)")
      #expect(byName.text.contains("\n\(entry.title). "))
    }
  }

  /// Every line is said with a number, and choosing it by the number leads to it.
  @Test func everyLineIsChosenByItsNumber() {
    for entry in Workspace.entries.indices {
      var section = talker()
      section.hear("sections", "\(entry + 1)")
      let editor = section.app.calendar
      let lines = LineTarget.lines(in: editor)
      for (number, (index, line)) in lines.enumerated() {
        var talker = section
        let said = talker.hear("\(number + 1)")
        let after = talker.app.calendar
        if line.invitation(editor) == .typing {
          #expect(after.workspace.page.focus == index)
          #expect(!talker.talk.prompt(talker.app).hasPrefix("caledit>"), "\(said)")
        } else {
          #expect(said.count > 1, "\(said)")
        }
        for text in said { #expect(isPlain(text), "\(text)") }
        #expect(!talker.hear(".what").isEmpty)
      }
    }
  }

  /// A date that begins with a number is typed onto the month, and is no line of that number.
  @Test func aDateIsNoNumberOfALine() {
    var dates = talker()
    dates.hear("date hours", "24 dec")
    #expect(dates.app.calendar.dates.cursor.date == CalendarDate(year: 2026, month: 12, day: 24))
    #expect(dates.talk.firstRefusal == nil, "\(dates.text)")
    dates.hear("2 dec")
    #expect(dates.app.calendar.dates.cursor.date == CalendarDate(year: 2026, month: 12, day: 2))
    dates.hear("24 dec 9-12")
    #expect(dates.app.calendar.document?.isModified == true, "\(dates.text)")
    dates.hear("99")
    #expect(dates.talk.firstRefusal?.hasPrefix("There are ") == true)
    var slots = talker()
    slots.hear("slots")
    #expect(
      slots.hear("24 dec closed").contains { $0.contains("can be typed in Date hours") },
      "\(slots.text)")
  }

  /// What holds is said first, and then what was undone.
  @Test func undoSaysWhatHolds() {
    var talker = talker()
    talker.hear("slot duration = 45 min", "undo")
    #expect(
      talker.text.contains("Undone. Slot duration: 30 min again, no longer 45 min."),
      "\(talker.text)")
    talker.hear("redo")
    #expect(
      talker.text.contains("Redone. Slot duration: 45 min again, no longer 30 min."),
      "\(talker.text)")
  }

  /// A sentence has one mark at its end.
  @Test func sentencesEndOnce() {
    #expect(
      String.spoken("Saved: 1 property.", "Slot duration") == "Saved: 1 property. Slot duration")
    #expect(String.spoken("Mon", "closed") == "Mon: closed" && String.spoken("Mon", "") == "Mon")
    var dates = talker()
    dates.hear("date hours", "3 = 31.2. closed")
    #expect(dates.text.contains("There is no day 31.2."), "\(dates.text)")
    #expect(!dates.text.contains("31.2.."))
  }

  /// What nothing is meant by is kept, the first of it.
  @Test(arguments: [
    ("slot duraton = 45", "No line is called"), ("bogus", "Nothing here is called"),
    ("help bogus", "Nothing here is called"), ("slot duration = soon", "\"soon\" is not a number."),
    ("undo", "There is nothing to undo."), ("active = maybe", "Nothing here has"),
    ("slots", ""), ("slot duration = 45", ""), ("where", ""), ("help slots", ""),
  ])
  func whatIsNotUnderstoodIsKept(line: String, reason: String) {
    var talker = talker()
    talker.hear(line, "bogus two")
    let first = talker.talk.firstRefusal ?? ""
    #expect(
      first.hasPrefix(reason.isEmpty ? "Nothing here is called \"bogus two\"" : reason), "\(first)")
  }

  /// An end of the input leaves the value open that was asked for.
  @Test func theQuestionForAValueIsOpen() {
    var talker = talker()
    talker.hear("slots")
    #expect(talker.talk.openQuestion(talker.app) == nil)
    talker.hear("1")
    #expect(talker.talk.openQuestion(talker.app)?.hasPrefix("Slot duration: ") == true)
    talker.hear("")
    #expect(talker.talk.openQuestion(talker.app) == nil)
  }

  @Test(arguments: [true, false])
  func onlyAtATerminalItIsSuspended(canSuspend: Bool) {
    var talker = talker()
    talker.model.app.change { $0 = Display(spokenWith: .standard, canSuspend: canSuspend) }
    let steps = talker.model.app.update(.line(LineOrder(.act(.suspend))))
    let isStopped = steps.contains {
      if case .calendar(_, .suspend) = $0 { true } else { false }
    }
    #expect(isStopped == canSuspend)
  }

  /// A text that is typed in a line does what the keys do.
  @Test(arguments: ["45", "abc", "1.5 h", "  x ", "ü\u{301}", "0"])
  func aTextIsThatOfTheKeys(text: String) {
    for (keys, field) in CalendarSchema.flat where field.isTyped && keys.count == 1 {
      let path = JSONPath([.key(keys[0])])
      var pressed = makeModel()
      pressed.visit(path)
      guard pressed.focusedPath == path.description else { continue }
      for key in [Key.control("a"), .control("k")] { _ = pressed.update(.terminal(.key(key))) }
      for character in text {
        _ = pressed.update(.terminal(.key(.character(character))))
      }
      var talker = talker()
      talker.model.visit(path)
      talker.hear("= \(text)")
      let expected = pressed.document?[path]
      let trimmed = text.trimmedBlanks
      // Blanks around a text are those of the command.
      guard trimmed == text else {
        #expect(talker.app.calendar.document?[path]?.text == trimmed || field.type.isNumber)
        continue
      }
      #expect(talker.app.calendar.document?[path] == expected, "\(path): \(text)")
    }
  }

  @Test func anErrorIsSaidAtOnceAndStays() {
    var talker = talker()
    talker.hear("slots", "slot duration = abc")
    #expect(talker.transcript.contains { $0.contains("Error: \"abc\" is not a number.") })
    talker.hear("weekly hours", "monday = 9-12, 25-26")
    #expect(talker.transcript.contains { $0.contains("Error: There is no time 25") })
    let problems = talker.hear("overview", "problems")
    #expect(problems.contains("Error: Monday: \"9-12, 25-26\" cannot be read."))
    #expect(problems.contains { $0.hasPrefix("Error: Slot duration: ") })
    talker.hear("monday = 9-12")
    #expect(talker.app.calendar.unfinished.isEmpty && talker.app.calendar.input?.isPending != true)
  }

  @Test func theSameErrorIsSaidAgain() {
    var talker = talker()
    talker.hear("monday = 25")
    #expect(talker.hear("monday = 25").contains { $0.contains("There is no time 25") })
    talker.hear("undo list")
    #expect(talker.hear("undo list").count > 1)
  }

  @Test func aQuestionKeepsTakesAndIsLeft() {
    var talker = talker()
    talker.hear("slots", "1")
    #expect(talker.talk.prompt(talker.app) == "Slot duration (30 minutes): ")
    #expect(talker.hear("").last == "It stays as it is.")
    #expect(talker.app.calendar.document?.isModified == false)
    talker.hear("1", ".undo")
    #expect(talker.talk.prompt(talker.app) == "caledit> ")
    talker.hear("1", "help")
    #expect(talker.app.calendar.document?["slotDuration"]?.text == "help")
    talker.hear("1", "45 min")
    #expect(talker.app.calendar.document?["slotDuration"] == 45)
  }

  @Test func everyActionHasAName() {
    let editor = talker().app.calendar
    for action in Actions.all {
      let found = LineTarget.named(action.spokenName, in: editor)
      #expect(found.contains(.action(action.id)) || found.count == 1, "\(action.spokenName)")
    }
    #expect(Set(Actions.all.map(\.spokenName)).count == Actions.all.count)
  }

  // MARK: What is said

  @Test(arguments: [
    ("Mon–Fri 09:00–12:00, 13:00–17:30", "Mon to Fri 09:00 to 12:00, 13:00 to 17:30"),
    ("9am–5:30pm", "9am to 5:30pm"),
    ("2026-12-24..2026-12-26 closed", "2026-12-24 to 2026-12-26 closed"),
    ("Slot: 30 min → 45 min", "Slot: 30 min becomes 45 min"),
    ("Team › Ana · Berlin", "Team, Ana, Berlin"),
    ("Berlin–Hamburg", "Berlin–Hamburg"), ("Cut & Colour — Lumen", "Cut & Colour — Lumen"),
    ("wait... what", "wait... what"), ("3–4 people", "3–4 people"), ("–", "–"), ("..", ".."),
    ("", ""),
    ("Sat–", "Sat–"), ("10:00–", "10:00–"), ("1.5 h..", "1.5 h.."),
  ])
  func signsAreWords(text: String, spoken: String) {
    #expect(text.asSpoken == spoken)
  }

  /// A calendar that opens says what matters; the rest is asked for.
  @Test func theOverviewIsShort() {
    var talker = talker()
    let overview = talker.transcript
    #expect(overview.count < 14, "\(overview)")
    #expect(overview.last?.hasSuffix("\"more\" says them.") == true)
    let rest = talker.hear("more")
    let whole = talker.hear("list")
    #expect(whole.count > 12 && rest.allSatisfy { whole.contains($0) || $0.contains("> ") })
  }

  /// What is opened elsewhere than at its beginning says where one is.
  @Test func thePlaceOfALineIsSaid() {
    var talker = talker()
    #expect(talker.hear("week").contains { $0.contains(" Line 3 of ") })
    // By its name a section is opened whole, wherever one is.
    talker.hear("overview")
    #expect(talker.hear("look busy").count > 4)
  }

  @Test func aTextThatIsTypedCountsAsAProblem() {
    var talker = talker()
    talker.hear("monday = 25")
    #expect(talker.hear("problems").contains("Error: Monday: \"25\" cannot be read."))
    let asked = talker.hear("save")
    #expect(asked.contains { $0.contains("Monday: \"25\" cannot be read.") }, "\(asked)")
    let said = talker.hear("1")
    #expect(said.contains { $0.hasPrefix("Correct this first: There is no time 25") }, "\(said)")
    #expect(talker.app.calendar.dialogs.isEmpty)
  }

  /// A command that is typed where a value is asked for is the value, and that is said.
  @Test func aCommandAsAValueIsNoticed() {
    var talker = talker()
    talker.hear("slots")
    let said = talker.hear("1", "list")
    #expect(said.last == "\"list\" was taken as the value; the command is \".list\" here.")
    #expect(!talker.hear("1", "45").contains { $0.contains("was taken") })
  }

  @Test func longTextsSayWhereTheyDiffer() {
    var talker = talker(
      sample(["description": .text(String(repeating: "word ", count: 20) + "end")]))
    let said = talker.hear("description", "more", ".done").joined(separator: "\n")
    #expect(said.contains("changed, \"…"), "\(said)")
    #expect(said.contains("becomes"))
  }

  @Test func oneOfAUnitIsOne() {
    var talker = talker(sample(["allowBookingFor": 1, "allowBookingForUnit": "weeks"]))
    #expect(talker.hear("slots").contains { $0.hasSuffix("Booking horizon: 1 week") })
  }

  /// Nothing that is said in a form names a key of the full screen.
  @Test func noKeyIsNamedInAForm() {
    for entry in Workspace.entries.indices {
      var talker = talker()
      talker.hear("sections", "\(entry + 1)")
      var said = talker.hear("list") + talker.hear("more") + talker.hear("more")
      for number in LineTarget.lines(in: talker.app.calendar).indices {
        var line = talker
        said += line.hear("\(number + 1)") + line.hear(".what")
      }
      for text in said {
        #expect(!text.contains(/\b(Ctrl-|Alt-|F\d|Esc|PgDn|Enter )/), "\(text)")
      }
    }
  }

  // MARK: What is meant

  @Test func whereLinesAreMissingASectionIsOpenedFirst() {
    var talker = talker()
    talker.hear("sections")
    #expect(talker.hear("7 = 3").last == "Open a section first, by its number or its name.")
    #expect(talker.hear("sections").count > Workspace.entries.count)
    #expect(talker.app.calendar.document?.isModified == false)
  }

  /// A field that waits for a choice has its name all the same.
  @Test func aFieldWithoutEffectIsSetByItsName() {
    var talker = talker()
    let said = talker.hear("percent hidden = 20")
    let path = JSONPath([.key("lookBusyConfig"), .key("LookBusyPercentage")])
    #expect(talker.app.calendar.document?[path] == 20, "\(said)")
  }

  /// A field of several rows is not that of the first one.
  @Test func aFieldOfRowsNeedsARow() throws {
    var talker = talker()
    let said = talker.hear("priority = high")
    #expect(said.last?.hasPrefix("There are 2 team members; go to one first") == true, "\(said)")
    #expect(talker.app.calendar.document?.isModified == false)
    talker.hear("priority")
    #expect(talker.app.calendar.workspace.page.kind == .overview)
    talker.hear("team", "team member 2", "back", "priority = low")
    let members = try #require(talker.app.calendar.document?["teamMembers"]?.array)
    #expect(members[1][key: "priority"] == 0, "\(members) \(talker.text)")
    #expect(members[0] == sampleCalendar[key: "teamMembers"]?.array?[0])
  }

  @Test(arguments: [
    ("24-26 dec closed", "\"date hours\""), ("mon-fri 9-17", "\"weekly hours\""),
    ("dates", "section Date hours"),
  ])
  func whatBelongsElsewhereSaysWhere(text: String, place: String) {
    var talker = talker()
    talker.hear("slots")
    let said = talker.hear(text)
    #expect(said.contains { $0.contains(place) }, "\(said)")
    #expect(talker.app.calendar.document?.isModified == false)
  }

  @Test func backAfterAReportLeaves() {
    var talker = talker()
    talker.hear("slots")
    talker.model.calendar.banner = Banner(kind: .error, title: "No")
    talker.hear("back")
    #expect(talker.app.calendar.workspace.isInList && talker.app.calendar.banner == nil)
  }

  @Test func aProblemThatOneIsAtIsSaidAgain() {
    var talker = talker()
    talker.hear("slots", "slot duration = abc", "next problem")
    #expect(talker.hear("next problem").contains { $0.contains("is not a number") })
  }

  @Test func whereOneIsAfterAStop() {
    var talker = talker()
    #expect(talker.talk.wentOn(talker.app)[1].hasPrefix("1. What: "))
    talker.hear("save")
    talker.hear("palette")
    #expect(talker.talk.wentOn(talker.app) == ["caledit goes on.", "Actions"])
    talker.hear("back", "sections")
    #expect(talker.talk.wentOn(talker.app).last == "You are in the list of sections.")
  }

  /// No action of the screen is done by half a word of its title.
  @Test(arguments: ["delete", "without", "clipboard", "monday to friday", "discard"])
  func aWordOfATitleDoesNothing(text: String) {
    var talker = talker()
    let said = talker.hear(text)
    #expect(
      talker.steps.allSatisfy { if case .send = $0 { false } else { true } } || said.count > 1)
    #expect(talker.app.calendar.document?.isModified == false)
  }

  @Test func hoursAndDatesAreTypedWhereTheyBelong() {
    var talker = talker()
    talker.hear("weekly hours", "mon-fri 10-12")
    #expect(talker.app.calendar.document?.isModified == true)
    talker.hear("date hours", "24-26 dec closed")
    let dates = talker.app.calendar.document?[DateIndex.path]?.array?.count
    #expect(dates == 4, "\(talker.text)")
    var other = self.talker()
    other.hear("9-17")
    #expect(other.app.calendar.document?.isModified == false)
  }

  @Test func ambiguousNamesAreListed() {
    var talker = talker()
    talker.hear("slots")
    let said = talker.hear("slot")
    #expect(said.count > 3 && said.contains { $0.contains("Slot interval") })
    #expect(talker.steps.count == 2)
  }

  @Test(arguments: [
    "\u{1B}[A\u{1B}[B", "\u{1B}OA", "\u{0}\u{7}", "\u{202E}abc", "= \u{1B}[2J",
    "99999999999999999999",
    "-1", "1 1 1 1", "= = =", "/", ".", "..", "?", "help help", "help \u{1B}[A", "🤷‍♀️",
  ])
  func oddLinesDoNoHarm(line: String) {
    for start in ["", "slots", "save", "description", "undo list", "date hours"] {
      var talker = talker()
      for text in talker.hear(start, line, line) where !text.contains("> ") && !text.contains("): ")
      {
        #expect(isPlain(text.sanitized), "\(text)")
      }
    }
    var long = talker()
    long.hear("name = " + String(repeating: line + "x", count: 10_000))
    #expect(!long.hear("list").isEmpty)
  }

  /// How to answer is said with each part.
  @Test func longListsAreSaidInParts() {
    var talker = talker()
    let first = talker.hear("actions")
    #expect(first.dropLast().last?.hasSuffix("\"more\" says them.") == true)
    #expect(first.last?.hasPrefix("Answer with") == true)
    var rest: [String] = []
    for _ in 0..<10 { rest += talker.hear("more") }
    #expect(rest.contains("There is nothing more."))
  }

  // MARK: Calls

  @Test func linesWaitForACall() throws {
    var talker = talker()
    talker.hear("reload")
    let id = try #require(talker.app.calendar.request?.id)
    #expect(talker.hear("name = Later").last?.hasPrefix("This waits") == true)
    #expect(talker.hear("").last == "Loading, 0 s.")
    let loaded = LoadedCalendar(calendar: sampleCalendar, duplicateKeys: [])
    talker.receive(.calendar(talker.app.shown, .loaded(id, .success(loaded))))
    #expect(talker.app.calendar.document?["name"] == "Later", "\(talker.text)")
  }

  @Test func nothingIsHeardAfterAFailure() throws {
    var talker = talker()
    talker.hear("reload")
    let id = try #require(talker.app.calendar.request?.id)
    talker.hear("name = Later")
    talker.receive(.calendar(talker.app.shown, .loaded(id, .failure(.unreadable(nil)))))
    #expect(talker.app.calendar.document?["name"] == "Consultation")
    #expect(talker.transcript.contains { $0.hasPrefix("What you typed meanwhile was discarded") })
  }

  @Test func aCallIsCancelled() {
    var talker = talker()
    talker.hear("reload", "cancel")
    #expect(talker.app.calendar.request == nil)
    #expect(talker.transcript.contains { $0.contains("was cancelled") })
    talker.hear("reload")
    talker.interrupt()
    #expect(talker.app.calendar.request == nil)
  }

  @Test func ctrlCLeavesAndTwiceEnds() {
    var talker = talker()
    talker.hear("palette")
    talker.interrupt()
    #expect(talker.app.calendar.dialogs.isEmpty)
    // One that had something to leave does not count.
    talker.interrupt()
    #expect(talker.transcript.last?.hasPrefix("Ctrl-C once more ends") == true)
    talker.interrupt()
    #expect(
      talker.model.sent.contains { if case .quit(130, true) = $0 { true } else { false } })
  }

  @Test func whatIsAskedForIsAwaited() {
    var awaited = AwaitedAnswers()
    let id = CalendarID(number: 1)
    let asked: [(AppEffect, AppMessage)] = [
      (
        .calendar(id, .lookUp(.users, locationID: "a")),
        .calendar(id, .lookedUp(.users, .success([])))
      ),
      (
        .calendar(id, .lookUpZone(locationID: "a", named: nil)),
        .calendar(id, .zoneFound(.failure(ZoneFailure("x"))))
      ),
      (.calendar(id, .listHistory), .calendar(id, .historyListed([]))),
    ]
    for (effect, message) in asked {
      awaited.note(effect)
      #expect(!awaited.isEmpty)
      awaited.note(.calendar(CalendarID(number: 2), .historyListed([])))
      #expect(!awaited.isEmpty)
      awaited.note(message)
      #expect(awaited.isEmpty)
      awaited.note(effect)
      awaited.note(AppMessage.closed(id))
      #expect(awaited.isEmpty)
    }
  }
}

extension FieldType {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}
