import CalendarWork
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import CalendarModel
@testable import Editor

/// What cannot be read is never sent: a save goes to it, or leaves it out.
@Suite struct UnreadableTextTests {
  /// Another change, and a text that cannot be read in some place.
  private func model(_ path: JSONPath, _ text: String) -> TestApp {
    var model = makeModel()
    model.edit("notes", to: "Other")
    model.edit(path, to: .text(text))
    return model
  }

  private static let places: [JSONPath] = [
    "slotDuration", "appoinmentPerDay", "lookBusyConfig.LookBusyPercentage",
    "openHours[0].hours[0].openHour", "availabilities[0].date",
  ]

  @Test(arguments: places, ["abc", "4abc", "1,500", "\u{7}", String(repeating: "9x", count: 5000)])
  func aSaveAsksAndLeavesItOut(_ path: JSONPath, _ text: String) throws {
    var model = model(path, text)
    let key = try #require(path.topKey)
    #expect(model.document?.unreadableTexts == [UnreadableText(path: path, text: text)])
    #expect(model.press("Ctrl-S").isEmpty)
    #expect(model.screen.contains("A text cannot be read"), "\(model.screen)")
    #expect(model.press("l").isEmpty)
    #expect(model.dialogs.last is ReviewDialog)
    #expect(model.screen.contains("Left out, because it cannot be read"), "\(model.screen)")
    #expect(
      !model.screen.contains("Ctrl-S asks first"), "what is not sent is no error of the update")
    #expect(model.press("Ctrl-S") == [.save(request: 2, body: ["notes": "Other"])])
    #expect(model.document?[path]?.text == text, "it stays where it was typed")
    #expect(model.document?.validation.modifiedKeys.contains(key) == true)
  }

  @Test func itIsStillThereBehindTheSave() {
    var model = model("slotDuration", "4abc")
    model.press("Ctrl-S l Ctrl-S")
    var saved = sampleCalendar
    _ = saved.update(at: "notes") { $0 = "Other" }
    _ = model.update(
      .saved(
        2,
        .success(SavedCalendar(calendar: saved, whyMissing: nil, route: .documented, status: 200))))
    _ = model.update(.loaded(3, .success(LoadedCalendar(calendar: saved, duplicateKeys: []))))
    #expect(model.document?.validation.modifiedKeys == ["slotDuration"])
    #expect(model.document?.current[key: "slotDuration"] == "4abc")
    // The next save asks again.
    model.dialogs.removeAll()
    model.press("Ctrl-S")
    #expect(model.screen.contains("A text cannot be read"), "\(model.screen)")
  }

  @Test(arguments: ["g", "Enter"]) func itLeadsToTheText(_ key: String) {
    var model = model("slotDuration", "4abc")
    model.visit("name")
    #expect(model.press("Ctrl-S \(key)").isEmpty)
    #expect(model.dialogs.isEmpty && model.focusedPath == "slotDuration")
    #expect(model.screen.contains("\"4abc\" cannot be read"), "\(model.screen)")
  }

  @Test(arguments: ["b", "Esc"]) func orBack(_ key: String) {
    var model = model("slotDuration", "4abc")
    model.visit("name")
    #expect(model.press("Ctrl-S \(key)").isEmpty)
    #expect(model.dialogs.isEmpty && model.focusedPath == "name")
  }

  /// A number means nothing without its unit.
  @Test func theUnitStaysBehindWithItsNumber() throws {
    var model = model("slotDuration", "4abc")
    model.edit("slotDurationUnit", to: "hours")
    #expect(model.body == ["notes": "Other"])
    // In an update of the whole calendar both go out as they were loaded.
    let document = try #require(model.document)
    let whole = UpdateBody(document, scope: .whole, asLoaded: document.unreadableKeys)
    #expect(whole.json[key: "slotDuration"] == 30)
    #expect(whole.json[key: "slotDurationUnit"] == "mins")
    #expect(Set(whole.keptOut) == ["slotDuration", "slotDurationUnit"])
  }

  @Test func nothingIsSentWhereThereIsNothingElse() {
    var model = makeModel()
    model.edit("slotDuration", to: "4abc")
    #expect(model.press("Ctrl-S l Ctrl-S").isEmpty)
    #expect(model.screen.contains("Only what cannot be read is changed"), "\(model.screen)")
  }

  /// The way without a review asks as well, and each time.
  @Test func aSaveWithoutAReviewAsks() {
    var model = model("slotDuration", "4abc")
    model.press("Ctrl-S l Esc")
    #expect(model.perform(.send).isEmpty)
    #expect(model.screen.contains("A text cannot be read"), "\(model.screen)")
    #expect(model.press("l") == [.save(request: 2, body: ["notes": "Other"])])
  }

  @Test func hoursAreLeftOutTheSameWay() throws {
    var model = makeModel()
    model.edit("notes", to: "Other")
    model.visit("openHours")
    model.focus(line: try #require(model.layout.firstLine { $0.day == 1 }))
    model.syncInput()
    model.press("\"9-12x\" Ctrl-S")
    #expect(model.screen.contains("Monday: \"9-12x\" cannot be read."), "\(model.screen)")
    #expect(model.press("l Ctrl-S") == [.save(request: 2, body: ["notes": "Other"])])
    #expect(model.unfinished[.day(1)] == "9-12x" || model.input?.buffer.text == "9-12x")
  }

  /// What was loaded like that is no typed text.
  @Test func whatWasLoadedOddIsNoTypedText() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "slotDuration") { $0 = "soon" }
    var model = makeModel(calendar)
    model.edit("notes", to: "Other")
    #expect(model.document?.unreadableTexts == [])
    #expect(model.body == ["notes": "Other"])
    model.edit("appoinmentPerDay", to: "9")
    #expect(model.document?.unreadableTexts == [], "a text that says a number can be read")
  }
}
