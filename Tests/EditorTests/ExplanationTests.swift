import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// What the program says of what is on the screen.
@Suite struct ExplanationTests {
  /// What typed hours mean stands somewhere in one piece, at every width.
  @Test(arguments: [40, 52, 64, 72, 80, 88, 100, 120])
  func whatTypedHoursMeanIsNeverCut(columns: Int) {
    for typed in ["9-12", "9-12, 13-17", "8-10, 11-13, 14-16"] {
      var model = makeModel(rows: 24, columns: columns)
      model.goToEditor(of: WeekHours.path)
      model.syncInput()
      model.press("\"\(typed)\"")
      let meaning = (try? WeekTyping(typed, day: 1))?.summary(in: .standard) ?? "?"
      let text = model.screen.split(separator: "\n").joined(separator: " ")
      let isWhole = text.split(separator: " ").joined(separator: " ").contains("= \(meaning)")
      #expect(isWhole, "\(columns) \(model.screen)")
    }
  }

  /// Each line of the overview is explained by what it says, and not by the field it leads to.
  @Test func theLinesOfTheOverview() throws {
    var model = makeModel()
    model.workspace.choose(entry: 0)
    model.enterForm()
    let document = try #require(model.document)
    for line in document.summary(names: [:]).lines {
      let link = try #require(
        (0..<model.layout.count).compactMap { model.layout[$0] as? LinkLine }
          .first { $0.title == line.topic.title })
      let context = link.context(document, model.calendar)
      #expect(context.help.hasPrefix(line.topic.meaning))
      #expect(context.facts.contains(line.section.title), "\(context.facts)")
    }
  }

  /// Every mark in the list has a heading over it and its meaning where the calendar is selected.
  @Test(arguments: [80, 100, 120]) func marksOfTheList(columns: Int) throws {
    var app = ListedApp(["Beard Trim", "Moustache"], columns: columns)
    app.begin()
    let account = AccountID("north")
    let id = ListedApp.id(of: "Beard Trim")
    var list = ScheduleList(calendarID: id)
    list.add([
      [
        "id": "s1", "name": "Hours", "userId": "ana", "timezone": "Europe/Berlin",
        "calendarIds": [.text(id)], "rules": [],
      ]
    ])
    app.send(.account(account, .schedules(list)))
    app.send(.account(account, .drafts([id])))
    let lines = app.screen.split(separator: "\n").map(String.init)
    let row = try #require(lines.first { $0.contains("Beard Trim") && !$0.contains("·") })
    let column = try #require(Array(row).lastIndex { $0 == "s" })
    let titles = try #require(lines.first { $0.contains("State") })
    #expect(Array(titles)[(column - 1)...].prefix { $0 != " " }.isEmpty == false, "\(titles)")
    #expect(
      app.screen.contains("d a draft is kept · s a schedule governs the hours"), "\(app.screen)")
  }

  /// A warning that hours have no effect stands only over hours.
  @Test func noWarningOverNothing() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "availabilityType") { $0 = 0 }
    for (dates, isWarned) in [(calendar["availabilities"], true), ([], false)] {
      _ = calendar.update(at: "availabilities") { $0 = dates ?? [] }
      var model = makeModel(calendar)
      model.goToEditor(of: DateIndex.path)
      model.scroll()
      #expect(model.screen.contains("These hours have no effect") == isWarned, "\(model.screen)")
      // No rule counts it, so it has no mark of a problem.
      let line = model.screen.split(separator: "\n").first { $0.contains("hours have no effect") }
      #expect(line?.contains("▲ These") != true)
    }
  }

  @Test func noYearlyEntries() {
    var model = makeModel()
    model.goToEditor(of: DateIndex.path)
    model.syncInput()
    model.press("\"24 dec every year closed\" Enter")
    let said = (model.status?.text ?? "") + model.screen
    #expect(said.contains("no entries for every year"), "\(said)")
  }
}
