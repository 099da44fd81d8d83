import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Answers that are not the calendar.
extension SaveFlowTests {
  // MARK: What is not the calendar

  /// An empty calendar, or another one, would look as if somebody had taken everything away.
  @Test(arguments: [[:], ["id": "another"], ["id": .null, "slotDuration": 45]] as [JSONValue])
  func anotherCalendarIsNoAnswer(_ other: JSONValue) {
    var model = checking()
    #expect(model.update(.loaded(2, loaded(other))).isEmpty)
    #expect(model.screen.contains("The service answered with another calendar"))
    #expect(!model.screen.contains("Save without checking"))
    #expect(model.press("s").isEmpty, "nothing sends without a look")
    #expect(model.body == ["slotDuration": 45])
    #expect(model.press("l") == [.load(request: 3)])

    model = changed()
    #expect(model.press("F5 m") == [.load(request: 2)])
    #expect(model.update(.loaded(2, loaded(other))).isEmpty)
    #expect(model.banner?.title.contains("not this calendar") == true)
    #expect(model.body == ["slotDuration": 45])

    model = lost()
    #expect(model.update(.loaded(4, loaded(other))).isEmpty)
    #expect(model.screen.contains("Was it saved?"))
    #expect(model.body == ["slotDuration": 45])

    model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(model.update(.saved(3, saved(other))) == [.load(request: 4)])
    _ = model.update(.loaded(4, loaded(calendar(["slotDuration": 45]))))
    #expect(model.document?.isModified == false)
    #expect(model.document?["name"] == sampleCalendar[key: "name"])
    #expect(model.banner?.details.contains { $0.contains("not this calendar") } == true)
  }

  @Test func whatWasCancelledAndIsSavedIsCalledSaved() {
    for stored in [JSONValue.integer(45), .integer(30)] {
      var model = checking()
      _ = model.update(.loaded(2, loaded(calendar())))
      #expect(model.press("Esc") == [.cancel(request: 3), .load(request: 4)])
      _ = model.update(.loaded(4, loaded(calendar(["slotDuration": stored]))))
      let isSaved = stored == 45
      #expect(
        model.banner?.title
          == (isSaved
            ? "Saved: the update arrived before it was cancelled."
            : "Not saved so far: nothing has changed at the service."))
      #expect(model.document?.isModified == !isSaved)
    }
  }

  /// What a proxy mixes up must not put the edits of one calendar onto another.
  @Test(
    arguments: [.otherCalendar(asked: "a", got: "b"), .server(status: 503)] as [ServiceError.Kind])
  func afterAnotherCalendarEverySaveLooks(_ kind: ServiceError.Kind) {
    let isOther = kind == .otherCalendar(asked: "a", got: "b")
    // Without the check: what the load again brought counts.
    var model = makeModel()
    model.edit("slotDuration", to: 45)
    _ = model.press("F5 m")
    _ = model.update(.loaded(2, .failure(failure(kind))))
    let save: [Effect] = [.save(request: 3, body: ["slotDuration": 45])]
    #expect(model.press("Ctrl-S Ctrl-S") == (isOther ? [.load(request: 3)] : save))
    guard isOther else { return }
    _ = model.update(.loaded(3, .failure(failure(kind))))
    #expect(model.screen.contains("The service answered with another calendar"))
    #expect(!model.screen.contains("Save without checking"))
    // The palette has the save without a look; it looks all the same.
    model.press("k")
    #expect(model.perform(.saveUnchecked) == [.load(request: 4)])
    _ = model.update(.loaded(4, loaded(calendar())))
    #expect(model.request?.kind == .save)
    _ = model.update(.saved(5, saved(calendar(["slotDuration": 45]))))
    #expect(model.document?.isModified == false)
    // From then on it is as it was asked for.
    model.edit("slotDuration", to: 60)
    #expect(model.press("Ctrl-S Ctrl-S") == [.save(request: 6, body: ["slotDuration": 60])])
  }

  @Test(arguments: [[:], ["id": "another"], ["id": .null]] as [JSONValue])
  func aLoadAgainTakesNoOtherCalendar(_ other: JSONValue) {
    for keys in ["F5", "F5 l"] {
      var model = keys == "F5" ? makeModel() : changed()
      let before = model.document?.current
      #expect(model.press(keys) == [.load(request: 2)])
      #expect(model.update(.loaded(2, loaded(other))).isEmpty)
      #expect(model.document?.current == before)
      #expect(model.document?.base == sampleCalendar)
      #expect(model.banner?.title.contains("not this calendar") == true)
    }
  }

  @Test func aCalendarWithoutAnIDIsNamedAndLookedAtBeforeEverySave() {
    let nameless = calendar(["id": .null])
    var model = makeModel(nameless)
    #expect(model.banner?.title == "The answer contains no calendar id.")
    #expect(model.banner?.kind == .warning)
    model.edit("slotDuration", to: 45)
    #expect(model.press("Ctrl-S Ctrl-S") == [.load(request: 2)], "in spite of --no-check")
    _ = model.update(.loaded(2, .failure(failure(.server(status: 503)))))
    #expect(model.screen.contains("This calendar has no id"))
    #expect(!model.screen.contains("Save without checking"))
    #expect(model.press("l") == [.load(request: 3)])
    #expect(
      model.update(.loaded(3, loaded(nameless))) == [.save(request: 4, body: ["slotDuration": 45])])
    // One that has an id needs no word.
    #expect(makeModel().banner == nil)
  }

  @Test func whatIsDoneAgainAsksAboutErrorsAgain() {
    func agreed() -> TestApp {
      var model = makeModel(checksBeforeSaving: true)
      model.edit("eventType", to: "bogus")
      #expect(model.press("Ctrl-S Ctrl-S").isEmpty)
      #expect(model.screen.contains("There is an error"))
      #expect(model.press("s") == [.load(request: 2)])
      return model
    }
    var model = agreed()
    _ = model.update(.loaded(2, .failure(failure(.server(status: 503)))))
    #expect(model.press("r").isEmpty)
    #expect(model.screen.contains("There is an error"))
    #expect(model.press("s") == [.load(request: 3)])

    model = agreed()
    _ = model.update(.loaded(2, loaded(calendar())))
    _ = model.update(.saved(3, saved(calendar())))
    _ = model.update(.loaded(4, loaded(calendar())))
    // It may show later.
    for _ in RecentSaves.pausesBehind {
      _ = model.update(.waited(model.calls.lastID))
      _ = model.update(.loaded(model.calls.lastID, loaded(calendar())))
    }
    #expect(model.screen.contains("Not everything was stored"))
    #expect(model.press("s").isEmpty)
    #expect(model.screen.contains("There is an error"))
  }
}
