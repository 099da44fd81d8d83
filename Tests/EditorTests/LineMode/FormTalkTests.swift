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

  @Test func longListsAreSaidInParts() {
    var talker = talker()
    let first = talker.hear("actions")
    #expect(first.last?.hasSuffix("\"more\" says them.") == true)
    var rest: [String] = []
    for _ in 0..<10 { rest += talker.hear("more") }
    #expect(rest.contains { $0.hasPrefix("Answer with") })
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
    talker.hear("where")
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
