import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Saving to a file: as with a service, nothing of somebody else is overwritten silently.
@Suite struct FileSaveTests {
  private static let path = "/home/ana/calendar.json"

  private func makeModel(checks: Bool = true) -> TestApp {
    var model = TestApp(
      source: Source(.file(path: Self.path)), size: Size(rows: 24, columns: 80),
      checksBeforeSaving: checks, today: today)
    model.open(sampleCalendar)
    return model
  }

  /// A model with 45 minutes instead of 30, asking what the file holds now.
  private func saving() -> TestApp {
    var model = makeModel()
    model.edit("slotDuration", to: 45)
    #expect(model.press("Ctrl-S Ctrl-S") == [.readFile(.check)])
    return model
  }

  private func changed(_ key: String, _ value: JSONValue?) -> JSONValue {
    var calendar = sampleCalendar.object ?? JSONObject()
    calendar[key] = value
    return .object(calendar)
  }

  @Test func anUntouchedFileIsWritten() {
    var model = saving()
    let wanted = changed("slotDuration", 45)
    #expect(model.update(.fileRead(.check, .success(sampleCalendar))) == [.writeCalendar(wanted)])
    _ = model.update(.written(.success(.calendar(path: Self.path, wanted))))
    #expect(model.banner?.title == "Written to \(Self.path).")
    #expect(model.banner?.details == [])
    #expect(model.document?.isModified == false && model.saves.job == nil)
  }

  @Test func withoutALookNothingIsRead() {
    var model = makeModel(checks: false)
    model.edit("slotDuration", to: 45)
    #expect(model.press("Ctrl-S Ctrl-S") == [.writeCalendar(changed("slotDuration", 45))])
  }

  @Test func whatOthersWroteElsewhereIsKeptAndTold() {
    var model = saving()
    let theirs = changed("name", "Theirs")
    var both = theirs.object ?? JSONObject()
    both["slotDuration"] = 45
    let effects = model.update(.fileRead(.check, .success(theirs)))
    #expect(effects == [.writeCalendar(.object(both))])
    _ = model.update(.written(.success(.calendar(path: Self.path, .object(both)))))
    #expect(model.banner?.details.first?.hasPrefix("Changed by somebody else meanwhile: ") == true)
  }

  @Test(arguments: [("m", 45 as JSONValue), ("t", 60)])
  func whatBothChangedIsAsked(key: String, kept: JSONValue) {
    var model = saving()
    #expect(model.update(.fileRead(.check, .success(changed("slotDuration", 60)))) == [])
    #expect(model.dialogs.last is ConflictDialog)
    let effects = model.press("\(key) Ctrl-S")
    if key == "m" {
      #expect(effects == [.writeCalendar(changed("slotDuration", kept))])
    } else {
      #expect(effects == [])
      #expect(model.banner?.title.hasSuffix("the file has it already.") == true)
    }
    #expect(model.document?.current[key: "slotDuration"] == kept)
  }

  @Test func escWritesNothing() {
    var model = saving()
    _ = model.update(.fileRead(.check, .success(changed("slotDuration", 60))))
    #expect(model.press("Esc") == [])
    #expect(model.status?.text == "Nothing was written; your changes are still here.")
    #expect(model.document?.current[key: "slotDuration"] == 45 && model.saves.job == nil)
  }

  @Test func theSameChangeIsNone() {
    var model = saving()
    #expect(model.update(.fileRead(.check, .success(changed("slotDuration", 45)))) == [])
    #expect(model.banner?.title == "There is nothing left to save: the file has it already.")
    #expect(model.document?.isModified == false && model.dialogs.isEmpty)
  }

  @Test(arguments: [
    Result.failure(FileFailure(path: path, reason: "\(path): No such file or directory")),
    .success(["id": "another", "name": "Another calendar"]),
  ])
  func whatCannotBeComparedIsAsked(found: Result<JSONValue, FileFailure>) {
    var model = saving()
    #expect(model.update(.fileRead(.check, found)) == [])
    #expect(model.banner?.title.hasPrefix("Not written. ") == true)
    var other = model
    #expect(model.press("s") == [.writeCalendar(changed("slotDuration", 45))])
    #expect(other.press("r") == [.readFile(.check)])
  }

  @Test func loadingAgain() {
    var model = makeModel()
    #expect(model.press("F5") == [.readFile(.load)])
    _ = model.update(.fileRead(.load, .success(changed("name", "Theirs"))))
    #expect(model.document?.current[key: "name"] == "Theirs")
    model.edit("slotDuration", to: 45)
    #expect(model.press("F5 m") == [.readFile(.merge)])
    _ = model.update(.fileRead(.merge, .success(changed("name", "Other"))))
    #expect(model.document?.current[key: "name"] == "Other")
    #expect(model.document?.current[key: "slotDuration"] == 45)
    #expect(model.document?.validation.modifiedKeys == ["slotDuration"])
    let failure = FileFailure(path: Self.path, reason: "\(Self.path): Permission denied")
    #expect(model.press("F5 m") == [.readFile(.merge)])
    _ = model.update(.fileRead(.merge, .failure(failure)))
    #expect(model.banner?.title == "Nothing was loaded. \(failure.reason)")
    #expect(model.document?.isModified == true)
  }
}
