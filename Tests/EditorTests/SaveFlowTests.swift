import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Looking before a save, and knowing what became of it.
@Suite struct SaveFlowTests {
  func changed() -> TestApp {
    var model = makeModel(checksBeforeSaving: true)
    model.visit("slotDuration")
    model.press("Ctrl-U 4 5")
    return model
  }

  /// After Ctrl-S twice: the calendar is being loaded again, with request 2.
  func checking() -> TestApp {
    var model = changed()
    #expect(model.press("Ctrl-S Ctrl-S") == [.load(request: 2)])
    return model
  }

  func calendar(_ changes: [JSONPath: JSONValue] = [:]) -> JSONValue {
    var calendar = sampleCalendar
    for (path, value) in changes { _ = calendar.update(at: path) { $0 = value } }
    return calendar
  }

  func loaded(_ calendar: JSONValue) -> Result<LoadedCalendar, ServiceError> {
    .success(LoadedCalendar(calendar: calendar, duplicateKeys: []))
  }

  func saved(_ calendar: JSONValue?) -> Result<SavedCalendar, ServiceError> {
    .success(
      SavedCalendar(
        calendar: calendar, whyMissing: calendar == nil ? "it is empty" : nil, route: .documented,
        status: 200))
  }

  func failure(
    _ kind: ServiceError.Kind, mayHaveBeenSaved: Bool = false
  ) -> ServiceError {
    ServiceError(kind, mayHaveBeenSaved: mayHaveBeenSaved)
  }

  // MARK: Before

  @Test func withoutChangesOfOthersItIsSentAtOnce() {
    var model = checking()
    #expect(model.screen.contains("Checking for other people's changes"))
    #expect(
      model.update(.loaded(2, loaded(calendar()))) == [
        .save(request: 3, body: ["slotDuration": 45])
      ])
  }

  @Test func changesElsewhereAreTakenOverAndReported() {
    var model = checking()
    let theirs = calendar(["name": "Renamed"])
    #expect(
      model.update(.loaded(2, loaded(theirs))) == [.save(request: 3, body: ["slotDuration": 45])],
      "only ours is sent")
    #expect(model.document?["name"] == "Renamed")
    let after = calendar(["name": "Renamed", "slotDuration": 45])
    #expect(model.update(.saved(3, saved(after))).butTheRecord.isEmpty)
    #expect(model.document?.isModified == false)
    #expect(model.banner?.details.contains { $0.contains("somebody else meanwhile") } == true)
    #expect(model.banner?.title == "Saved: 1 property.")
  }

  @Test func theSameChangeOnBothSidesLeavesNothingToSend() {
    var model = checking()
    #expect(model.update(.loaded(2, loaded(calendar(["slotDuration": 45])))).isEmpty)
    #expect(model.screen.contains("nothing left to save"))
    #expect(model.document?.isModified == false)
  }

  @Test(arguments: [("m", JSONValue.integer(45)), ("t", .integer(60))])
  func aConflictIsShownThreeWayAndChosen(key: String, kept: JSONValue) {
    var model = checking()
    #expect(model.update(.loaded(2, loaded(calendar(["slotDuration": 60])))).isEmpty)
    for text in ["loaded  30", "theirs  60", "mine    45"] {
      #expect(model.screen.contains(text), "\(model.screen)")
    }
    #expect(model.press("Ctrl-S").isEmpty, "nothing is sent before it is chosen")
    #expect(model.screen.contains("Choose for each: m keeps yours, t uses theirs."))
    let effects = model.press("\(key) Ctrl-S")
    #expect(model.document?["slotDuration"] == kept)
    #expect(
      effects == (key == "m" ? [.save(request: 3, body: ["slotDuration": 45])] : []))
  }

  @Test func aLongConflictCanBeReadWhole() {
    var model = checking()
    let long = String(repeating: "A long text. ", count: 20)
    model.press("Esc")
    model.edit("description", to: .text(long + "Mine."))
    model.press("Ctrl-S Ctrl-S")
    let theirs = calendar(["description": .text(long + "Theirs,\non two lines.")])
    _ = model.update(.loaded(model.calls.lastID, loaded(theirs)))
    #expect(model.screen.contains("theirs"))
    model.press("v")
    #expect(model.screen.contains("on two lines."))
    #expect(model.screen.contains("Mine."))
    model.press("Esc")
    #expect(model.press("m Ctrl-S").count == 1)
  }

  @Test func leavingAConflictSendsNothingAndKeepsTheEdit() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar(["slotDuration": 60]))))
    #expect(model.press("Esc").isEmpty)
    #expect(model.body == ["slotDuration": 45])
    #expect(model.press("Ctrl-S Ctrl-S") == [.load(request: 3)], "the next save looks again")
  }

  @Test func whenTheLookFailsTheUserDecides() {
    var model = checking()
    #expect(model.update(.loaded(2, .failure(failure(.server(status: 503))))).isEmpty)
    #expect(model.screen.contains("Save without checking"))
    #expect(model.press("s") == [.save(request: 3, body: ["slotDuration": 45])])
    model = checking()
    _ = model.update(.loaded(2, .failure(failure(.server(status: 503)))))
    #expect(model.press("r") == [.load(request: 3)])
  }

  @Test func noCheckSendsAtOnce() {
    var model = makeModel()
    model.visit("slotDuration")
    #expect(
      model.press("Ctrl-U 4 5 Ctrl-S Ctrl-S") == [.save(request: 2, body: ["slotDuration": 45])])
  }
}
