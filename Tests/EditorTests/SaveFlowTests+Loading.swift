import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Loading the calendar again.
extension SaveFlowTests {
  // MARK: Loading

  @Test func loadingWaitsAndReadsTheTokenToo() {
    var model = changed()
    model.press("F5 l")
    let id = model.calls.lastID
    #expect(
      model.update(.loaded(id, .failure(failure(.rateLimited(retryAfterSeconds: 1))))) == [
        .wait(request: id + 1, seconds: 1)
      ])
    #expect(model.screen.contains("1 s left"))
    #expect(model.update(.waited(id + 1)) == [.load(request: id + 2)])
    _ = model.update(.loaded(id + 2, .failure(failure(.unauthorized))))
    #expect(model.press("r") == [.readToken(request: id + 3)])
    #expect(model.update(.tokenRead(id + 3, failure: nil)) == [.load(request: id + 4)])
    _ = model.update(.loaded(id + 4, loaded(calendar())))
    #expect(model.document?.isModified == false)
  }

  @Test func loadingAgainCanKeepTheChanges() {
    var model = changed()
    #expect(model.press("F5 m") == [.load(request: 2)])
    _ = model.update(.loaded(2, loaded(calendar(["name": "Renamed"]))))
    #expect(model.banner?.title == "Loaded again: 1 changed property kept.")
    #expect(model.banner?.details.contains { $0.contains("somebody else meanwhile") } == true)
    #expect(model.document?["name"] == "Renamed")
    #expect(model.body == ["slotDuration": 45])
  }

  @Test(arguments: [("m", JSONValue.integer(45)), ("t", .integer(60))])
  func loadingAgainAsksWhereBothChangedTheSame(key: String, kept: JSONValue) {
    var model = changed()
    model.press("F5 m")
    #expect(model.update(.loaded(2, loaded(calendar(["slotDuration": 60])))).isEmpty)
    #expect(model.screen.contains("theirs  60"))
    #expect(model.press("\(key) Ctrl-S").isEmpty, "loading sends nothing")
    #expect(model.document?["slotDuration"] == kept)
    #expect(model.document?.base["slotDuration"] == 60)
    #expect(model.document?.isModified == (key == "m"))
  }
}
