import CalendarModel
import JSON
import Testing

@testable import Editor

/// The words of the review: which row, which day, which unit.
@Suite struct ReviewTests {
  private func review(_ edit: (inout TestApp) -> Void) -> [String] {
    var model = makeModel()
    edit(&model)
    return model.document.map { ReviewLine.all(of: $0).map(\.text) } ?? []
  }

  @Test func theWeekIsToldByDay() {
    let lines = review {
      $0.goToEditor(of: WeekHours.path)
      $0.syncInput()
      $0.press("\"9-12\" Enter \"9-12\" Enter \"closed\" Enter")
    }
    #expect(
      lines == ["Mon, Tue: 09:00–17:00 → 09:00–12:00", "Wed: 09:00–17:00 → closed"])
  }

  @Test func entriesThatChangeNoDayAreToldAsTheyAre() {
    let lines = review {
      $0.change("openHours") { $0.duplicateRow(0, of: "openHours") }
    }
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("+ Weekly hours › Mon–Fri"))
  }

  /// What was loaded broken is no part of the update, and can make the service refuse it: once, as a
  /// warning.
  @Test func errorsThatNobodyChangedAreSaidOnce() {
    var object = sampleCalendar.object ?? JSONObject()
    object["calendarType"] = "collective"
    object["teamMembers"] = [["userId": "ana"], ["userId": "ben"]]
    var model = makeModel(.object(object))
    model.visit("slotDuration")
    model.press("Ctrl-U \"45\" Ctrl-S")
    let words = model.dialogs.last?.words(model.calendar) ?? []
    #expect(
      words.count { $0.contains("that you did not change; the service may refuse the update:") }
        == 1, "\(words)")
    #expect(words.count { $0.contains("needs one primary member") } == 1, "\(words)")
    #expect(!words.contains { $0.contains("it is not sent until it is changed") })
    // An error of the change itself is none of them.
    model.press("Esc")
    model.edit("eventType", to: "bogus")
    model.press("Ctrl-S")
    let errors = model.dialogs.last?.words(model.calendar) ?? []
    #expect(errors.contains("Errors"))
    #expect(errors.count { $0.contains("needs one primary member") } == 1)
    // Where somebody mends it, there is no word of it.
    model.press("Esc")
    model.visit("slotDuration")
    model.press("Ctrl-U \"45\"")
    model.edit("teamMembers[0].isPrimary", to: true)
    model.press("Ctrl-S")
    let mended = model.dialogs.last?.words(model.calendar) ?? []
    #expect(!mended.contains { $0.contains("needs one primary member") }, "\(mended)")
  }

  @Test func aNumberIsSaidWithItsUnit() {
    #expect(
      review {
        $0.visit("slotDuration")
        $0.press("Ctrl-U \"1.5 h\"")
      } == ["Slot duration: 30 min → 1.5 h"])
    #expect(
      review {
        $0.visit("slotDuration")
        $0.press("Ctrl-U \"45\"")
      } == ["Slot duration: 30 min → 45 min"])
  }

  @Test func aRowSaysWhoseItIs() {
    let lines = review {
      $0.change("teamMembers") {
        $0.insert(
          ["kind": "inbound_call", "location": "+4930123"],
          into: "teamMembers[0].locationConfigurations", at: 1)
      }
    }
    #expect(
      lines == ["+ Team members › ana › Meeting locations › Inbound call: +4930123"])
  }

  @Test func aNewPrimaryIsNamed() {
    let lines = review {
      $0.change("teamMembers") {
        $0.insert(["userId": "cleo", "isPrimary": true], into: "teamMembers", at: 2)
      }
    }
    #expect(lines == ["+ Team members › cleo, primary"])
  }

  @Test func aFileWithErrorsIsAskedAboutAndListsNothingAsLeftOut() {
    var model = TestApp(
      source: Source(.file(path: "calendar.json")), size: .init(rows: 24, columns: 80),
      today: today)
    model.open(sampleCalendar)
    model.visit("slotDuration")
    model.press("\"z\" Ctrl-S")
    #expect(!model.screen.contains("Undocumented"))
    #expect(model.press("Ctrl-S").isEmpty, "an error is asked about first")
    #expect(model.screen.contains("Write anyway"))
    #expect(model.press("s").count == 1)
  }

  @Test func oneChangeIsTakenOutOfThePlan() {
    var model = makeModel()
    model.change("teamMembers") {
      $0.set("teamMembers[0].priority", to: 1)
      $0.set("teamMembers[1].priority", to: 0)
      $0.set("name", to: "x")
    }
    model.press("Ctrl-S Home")
    #expect(model.screen.contains("Name: \"Consultation\" → \"x\""))
    model.press("Down r")
    #expect(model.screen.contains("Left out of the update: Team members › ana › Priority"))
    let sent = model.document.map { UpdateBody($0).json }
    #expect(sent?[key: "name"] == "x")
    #expect(sent?["teamMembers[0].priority"] == sampleCalendar["teamMembers[0].priority"])
    #expect(sent?["teamMembers[1].priority"] == 0)
    model.press("r")
    #expect(model.screen.contains("Left out of the update: Team members › ben › Priority"))
    model.press("r")
    #expect(!model.screen.contains("Review:"))
    #expect(model.screen.contains("There are no changes left."))
    model.press("Ctrl-S")
    #expect(!model.screen.contains("Review:"), "there is nothing left to save")
  }
}
