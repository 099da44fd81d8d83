import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// The table of actions, and finding things.
@Suite struct ActionTests {
  @Test func everyActionIsInTheTableOnce() {
    #expect(Actions.all.map(\.id.rawValue).sorted() == ActionID.allCases.map(\.rawValue).sorted())
  }

  @Test func functionKeysHaveAnotherWayIn() {
    for action in Actions.all {
      let functionKeys = action.keys.filter { if case .function = $0.code { true } else { false } }
      if !functionKeys.isEmpty {
        #expect(action.keys.count > functionKeys.count, "\(action.title) is only on F keys")
      }
    }
  }

  @Test func theHelpNamesEveryActionAndKey() {
    let help = HelpText.lines(makeModel().calendar).map(\.text).joined(separator: "\n")
    for action in Actions.all {
      #expect(help.contains(action.title))
      for key in action.keys { #expect(help.contains(key.description)) }
    }
  }

  @Test func everyFieldIsFoundByItsKeyAndReached() {
    for (path, field) in CalendarSchema.flat where path.count < 3 {
      var model = makeModel()
      model.press("Ctrl-F \"\(path.joined(separator: "."))\" Enter")
      let reached = model.focusedPath.map { JSONPath($0).keys } ?? []
      // A unit is edited on the line of its number.
      let number = CalendarSchema.all.first { $0.unitKey == path.last }
      #expect(
        reached == path || reached == number.map { [$0.key] }
          || (field.isGroup && reached.dropLast().elementsEqual(path))
          || (path.starts(with: reached)
            && model.document?[JSONPath(reached.map { .key($0) })] == nil),
        "\(path) leads to \(reached) (\(field.label))")
    }
  }

  @Test func everyRequestFieldIsOnItsSectionAndInAllFields() throws {
    let document = try #require(makeModel().document)
    let flat = FormLayout(.allFields, of: document)
    for field in CalendarSchema.all {
      let path = JSONPath([.key(field.key)])
      #expect(flat.index(of: path) != nil, "\(field.key) is missing in All fields")
      let sections = Section.allCases.filter {
        FormLayout(.section($0), of: document).index(of: path) != nil
      }
      // What decides which hours count stands at the head of both sections with hours.
      let expected: [Section] =
        field.key == CalendarKey.availabilityType.rawValue
        ? [.weeklyHours, .dateHours] : [CalendarSchema.section(of: field.key)].compactMap { $0 }
      #expect(sections == expected, "\(field.key) is in \(sections)")
    }
  }

  @Test func theNextProblemIsFoundFromAnywhere() {
    var model = makeModel()
    model.press("F8")
    #expect(model.focusedPath == "appoinmentPerDay", "loaded as a text")
    model.visit("slotDuration")
    model.press("Ctrl-U x")
    model.visit("teamMembers[1].priority")
    model.change("teamMembers") { $0.set("teamMembers[1].priority", to: 7) }
    model.visit("name")
    model.press("F8")
    #expect(model.focusedPath == "teamMembers[1].priority")
    model.press("Alt-N")
    #expect(model.focusedPath == "slotDuration")
    model.press("F8 F8")
    #expect(model.focusedPath == "teamMembers[1].priority")
  }

  @Test func unavailableActionsGiveTheReason() {
    var model = makeModel()
    model.press("Ctrl-R")
    #expect(model.status?.text == "Go to a field first.")
    model.press("Ctrl-P \"reset everything\" Enter")
    #expect(model.status?.text.contains("There are no changes") == true)
  }

  /// A key with several meanings says what it needs where it was pressed.
  @Test(
    arguments: [
      ("teamMembers", ">", "Go to a team member first."),
      ("teamMembers", "<", "Go to a team member first."),
      ("openHours", ">", "Go to a day of the weekly hours first."),
    ] as [(JSONPath, String, String)])
  func aKeyOfSeveralActionsGivesTheReasonOfItsPlace(
    _ path: JSONPath, _ key: String, _ reason: String
  ) throws {
    var model = makeModel()
    model.goToEditor(of: path)
    // A line that none of them is for.
    let line = try #require(
      model.layout.firstLine { $0 is AddLine } ?? model.layout.firstLine { $0.field != nil })
    model.focus(line: line)
    model.syncInput()
    #expect(model.calendar.performAction(for: .character(Character(key)))?.isEmpty == true)
    #expect(model.status?.text == reason)
  }

  /// Where none of its sections is shown, all of the places are named.
  @Test func aKeyOfSeveralActionsNamesItsPlaces() {
    var model = makeModel()
    #expect(model.calendar.performAction(for: .character(">"))?.isEmpty == true)
    let text = model.status?.text ?? ""
    for place in ["a day of the weekly hours", "a team member"] {
      #expect(text.contains(place), "\(text)")
    }
    #expect(text.hasPrefix("Go to ") && text.hasSuffix(" first."), "\(text)")
  }

  /// What is selected comes first in the help, whatever it is.
  @Test func theHelpBeginsWithWhatIsSelected() throws {
    for entry in Workspace.entries.indices {
      var model = makeModel()
      model.calendar.workspace.choose(entry: entry)
      model.enterForm()
      for number in 0..<min(60, model.layout.count) {
        guard let line = model.layout[number], line.isFocusable,
          let table = line.keyTables.first
        else { continue }
        model.focus(line: number)
        model.syncInput()
        let lines = HelpText.lines(model.calendar).map(\.text)
        let own = try #require(lines.firstIndex(of: table.title), "\(table.title)")
        let saving = try #require(lines.firstIndex(of: Action.Group.saving.rawValue))
        #expect(own < saving, "\(table.title)")
        #expect(line.field != nil || own == 0, "\(table.title)")
        #expect(lines.count { $0 == table.title } == 1, "\(table.title)")
      }
    }
    var model = makeModel()
    model.press("Esc")
    #expect(HelpText.lines(model.calendar).first?.text == SectionKeys.table.title)
  }

  @Test func undoGoesWhereTheChangeWas() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("5")
    model.visit("teamMembers[0].locationConfigurations[0].location")
    model.press("\"9\" Esc Esc Esc Esc Down")
    model.press("Ctrl-Z")
    #expect(model.focusedPath == "teamMembers[0].locationConfigurations[0].location")
    model.press("Ctrl-Z")
    #expect(model.focusedPath == "slotDuration")
    #expect(model.document?.isModified == false)
    model.press("Ctrl-Y Ctrl-Y Ctrl-Y")
    #expect(model.document?.undoSteps.count == 2)
  }

  @Test func theTypeCanBeStatedForAFileWithoutOne() {
    var calendar = sampleCalendar
    if case .object(var object) = calendar {
      object["calendarType"] = nil
      object["teamMembers"] = []
      calendar = .object(object)
    }
    var model = makeModel(calendar)
    model.visit("calendarType")
    #expect(model.screen.contains("type is not known"))
    model.press("Enter \"round\" Enter")
    #expect(model.document?.calendarType == .roundRobin)
    model.visit("teamMembers")
    #expect(model.screen.contains("needs team members"))
    #expect(model.document?.isModified == false)
  }
}

extension Field {
  fileprivate var isGroup: Bool { if case .object = type { true } else { false } }
}
