import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// What a save became, seen by looking.
extension SaveFlowTests {
  // MARK: After

  /// A save whose answer is lost: the calendar is being loaded, with request 4.
  func lost(
    _ error: ServiceError.Kind = .transport(.timedOut(seconds: 30))
  ) -> TestApp {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(
      model.update(.saved(3, .failure(failure(error, mayHaveBeenSaved: true)))) == [
        .load(request: 4)
      ], "it is looked for, and never sent again by itself")
    #expect(model.screen.contains("Checking whether it was saved"))
    return model
  }

  @Test func aLostAnswerOfATakenSaveIsFoundOut() {
    var model = lost()
    #expect(model.update(.loaded(4, loaded(calendar(["slotDuration": 45])))).butTheRecord.isEmpty)
    #expect(model.screen.contains("Saved: the answer was lost"))
    #expect(model.document?.isModified == false)
  }

  @Test func aLostSaveThatWasNotTakenIsFoundOut() {
    var model = lost(.server(status: 502))
    #expect(model.update(.loaded(4, loaded(calendar()))).butTheRecord.isEmpty)
    #expect(model.screen.contains("Not saved"))
    #expect(model.body == ["slotDuration": 45])
    #expect(model.screen.contains("so far"), "the service may have it still")
    #expect(model.press("s") == [.load(request: 5)], "sending again looks first")
  }

  /// Nobody has ended what was sent: it may be carried out after the look.
  @Test(arguments: [ServiceError.Kind.transport(.timedOut(seconds: 30)), .server(status: 504), nil])
  func whatIsSentMayArriveLate(_ error: ServiceError.Kind?) {
    var model = checking()
    if let error {
      model = lost(error)
    } else {
      _ = model.update(.loaded(2, loaded(calendar())))
      model.press("Esc")
    }
    _ = model.update(.loaded(4, loaded(calendar())))
    #expect(model.screen.contains("Not saved so far"))
    #expect(model.screen.contains("still arrive."))
    #expect(model.body == ["slotDuration": 45])
    // It has arrived by the time of the next look, and nothing is sent twice.
    model.press("s")
    #expect(model.update(.loaded(5, loaded(calendar(["slotDuration": 45])))).isEmpty)
    #expect(model.screen.contains("There is nothing left to save"))
  }

  @Test func aHalfTakenSaveIsFoundOut() {
    var model = makeModel(checksBeforeSaving: true)
    model.visit("slotDuration")
    model.press("Ctrl-U 4 5")
    model.visit("slotInterval")
    model.press("Ctrl-U 1 5 Ctrl-S Ctrl-S")
    _ = model.update(.loaded(2, loaded(calendar())))
    _ = model.update(
      .saved(3, .failure(failure(.transport(.connectionClosed), mayHaveBeenSaved: true))))
    _ = model.update(.loaded(4, loaded(calendar(["slotDuration": 45]))))
    #expect(model.banner?.title.contains("part") == true)
    #expect(model.body == ["slotInterval": 15], "what is left")
  }

  @Test func whenNobodyCanSayItIsSaid() {
    var model = lost()
    _ = model.update(.loaded(4, .failure(failure(.transport(.refused)))))
    #expect(model.screen.contains("Was it saved?"))
    #expect(model.body == ["slotDuration": 45])
    #expect(model.press("l") == [.load(request: 5)])
  }

  @Test func anUnreadableSuccessIsLookedAfter() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(model.update(.saved(3, saved(nil))) == [.load(request: 4)])
  }

  @Test func whatTheServiceDidNotKeepIsListed() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    let held = calendar(["slotDuration": 40])
    #expect(model.update(.saved(3, saved(held))) == [.load(request: 4)], "an answer is no proof")
    _ = model.update(.loaded(4, loaded(held)))
    #expect(model.banner?.kind == .warning)
    #expect(
      model.banner?.title
        == "The property was not stored, though the service said that it saved; yours stays as an edit."
    )
    #expect(model.screen.contains("Not everything was stored"))
    #expect(model.body == ["slotDuration": 45], "the edit is kept")
    #expect(model.document?.base["slotDuration"] == 40)
    #expect(model.banner?.details.contains { $0.contains("40") && $0.contains("45") } == true)
  }

  /// However many there are: what has no room is a key away, also when it is put away.
  @Test func allThatWasNotKeptCanBeRead() {
    var model = makeModel(checksBeforeSaving: false)
    let keys: [JSONPath] = [
      "slotDuration", "slotInterval", "preBuffer", "appoinmentPerSlot", "allowBookingFor",
      "allowBookingAfter", "appoinmentPerDay",
    ]
    for key in keys { model.edit(key, to: 77) }
    model.press("Ctrl-S Ctrl-S")
    let held = calendar(.init(uniqueKeysWithValues: keys.map { ($0, 78) }))
    _ = model.update(.saved(model.calls.lastID, saved(held)))
    _ = model.update(.loaded(model.calls.lastID, loaded(held)))
    #expect(model.press("k").isEmpty)
    #expect(model.screen.contains("None of 7 properties was stored"))
    #expect(model.screen.contains("F4 or Alt-V shows all of it"))
    for keys in ["F4", "Esc Esc Alt-V"] {
      model.press(keys)
      #expect(
        model.screen.split(separator: "\n").count { $0.contains(" 77") } == 7, "\(model.screen)")
    }
    model.press("Esc")
    #expect(model.dialogs.isEmpty && model.banner == nil)
  }

  @Test func escDuringASaveLooksWhatBecameOfIt() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(model.press("Esc") == [.cancel(request: 3), .load(request: 4)])
  }

  @Test func escDuringTheLookSendsNothing() {
    var model = checking()
    #expect(model.press("Esc") == [.cancel(request: 2)])
    #expect(model.screen.contains("Nothing was saved"))
    #expect(model.update(.loaded(2, loaded(calendar()))).isEmpty, "a late answer is nothing")
  }
}
