import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Looking before a save, and knowing what became of it.
@Suite struct SaveFlowTests {
  private func changed() -> TestApp {
    var model = makeModel(checksBeforeSaving: true)
    model.visit("slotDuration")
    model.press("Ctrl-U 4 5")
    return model
  }

  /// After Ctrl-S twice: the calendar is being loaded again, with request 2.
  private func checking() -> TestApp {
    var model = changed()
    #expect(model.press("Ctrl-S Ctrl-S") == [.load(request: 2)])
    return model
  }

  private func calendar(_ changes: [JSONPath: JSONValue] = [:]) -> JSONValue {
    var calendar = sampleCalendar
    for (path, value) in changes { _ = calendar.update(at: path) { $0 = value } }
    return calendar
  }

  private func loaded(_ calendar: JSONValue) -> Result<LoadedCalendar, ServiceError> {
    .success(LoadedCalendar(calendar: calendar, duplicateKeys: []))
  }

  private func saved(_ calendar: JSONValue?) -> Result<SavedCalendar, ServiceError> {
    .success(
      SavedCalendar(
        calendar: calendar, whyMissing: calendar == nil ? "it is empty" : nil, route: .documented,
        status: 200))
  }

  private func failure(
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
    _ = model.update(.loaded(model.lastRequestID, loaded(theirs)))
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

  // MARK: After

  /// A save whose answer is lost: the calendar is being loaded, with request 4.
  private func lost(
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
    #expect(!model.screen.contains("so far"), "the gateway had the answer")
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
    _ = model.update(.saved(model.lastRequestID, saved(held)))
    _ = model.update(.loaded(model.lastRequestID, loaded(held)))
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
      model.edit("slotDuration", to: "x")
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
    #expect(model.screen.contains("Not everything was stored"))
    #expect(model.press("s").isEmpty)
    #expect(model.screen.contains("There is an error"))
  }

  // MARK: Changes of others

  /// However the save ends, what was taken over is told.
  @Test func whatOthersChangedIsToldAlsoWhenTheSaveFails() {
    func ended(_ end: (inout TestApp) -> Void) -> Bool {
      var model = checking()
      _ = model.update(.loaded(2, loaded(calendar(["eventTitle": "Theirs"]))))
      end(&model)
      return model.banner?.details.contains { $0.contains("Changed by somebody else") } == true
    }
    func lostThen(_ changes: [JSONPath: JSONValue]) -> (inout TestApp) -> Void {
      { model in
        _ = model.update(
          .saved(3, .failure(failure(.transport(.connectionClosed), mayHaveBeenSaved: true))))
        _ = model.update(.loaded(4, loaded(calendar(changes))))
      }
    }
    let all: [JSONPath: JSONValue] = ["slotDuration": 45, "eventTitle": "Theirs"]
    #expect(ended { _ = $0.update(.saved(3, saved(calendar(all)))) })
    #expect(ended { _ = $0.update(.saved(3, .failure(failure(.badRequest)))) })
    #expect(ended(lostThen(["eventTitle": "Theirs"])))
    #expect(ended(lostThen(["eventTitle": "Theirs", "slotDuration": 45])))
    #expect(ended(lostThen(["eventTitle": "Theirs", "slotDuration": 50])))
    #expect(
      ended {
        _ = $0.update(.saved(3, .failure(failure(.rateLimited(retryAfterSeconds: 9)))))
        $0.press("Esc")
      })
  }

  // MARK: Waiting and tokens

  /// What the service drops of nested keys that were sent is listed, and nothing is left to send.
  @Test(arguments: [true, false])
  func droppedNestedKeysAreListed(isHeard: Bool) {
    var model = makeModel(checksBeforeSaving: true)
    model.change("teamMembers") { $0.set("teamMembers[1].priority", to: 0) }
    model.press("Ctrl-S u")
    #expect(model.press("Ctrl-S") == [.load(request: 2)])
    _ = model.update(.loaded(2, loaded(calendar())))
    var held = calendar(["teamMembers[1].priority": 0])
    _ = held.update(at: "teamMembers[0]") { row in
      guard case .object(var member) = row else { return }
      member["selected"] = nil
      row = .object(member)
    }
    if isHeard {
      #expect(model.update(.saved(3, saved(held))) == [.load(request: 4)])
    } else {
      _ = model.update(
        .saved(3, .failure(failure(.transport(.connectionClosed), mayHaveBeenSaved: true))))
    }
    _ = model.update(.loaded(4, loaded(held)))
    #expect(model.banner?.kind == .warning)
    #expect(
      model.banner?.details.contains("Team members › ana › selected: yes was not stored") == true,
      "\(model.screen)")
    #expect(model.document?.isModified == false)
    #expect(!model.screen.contains("What is left is still here"), "\(model.screen)")
    #expect(!model.screen.contains("Send again?"))
  }

  @Test func leavingAWaitForTheLookLeavesItInDoubt() {
    var model = lost()
    _ = model.update(.loaded(4, .failure(failure(.rateLimited(retryAfterSeconds: 20)))))
    #expect(model.screen.contains("20 s left"))
    model.press("Esc")
    #expect(model.screen.contains("It is not known whether it was saved."))
    #expect(model.body == ["slotDuration": 45])
  }

  @Test func tooManyRequestsWaitAndGoOn() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(
      model.update(.saved(3, .failure(failure(.rateLimited(retryAfterSeconds: 2))))) == [
        .wait(request: 4, seconds: 2)
      ])
    #expect(model.screen.contains("2 s left"))
    #expect(model.update(.secondPassed).isEmpty)
    #expect(model.update(.secondPassed).isEmpty, "the clock of the screen counts nothing")
    #expect(model.update(.waited(3)).isEmpty, "a late answer is nothing")
    #expect(
      model.update(.waited(4)) == [.save(request: 5, body: ["slotDuration": 45])])
  }

  @Test func waitingEndsWithEsc() {
    var model = checking()
    _ = model.update(.loaded(2, .failure(failure(.rateLimited(retryAfterSeconds: 20)))))
    #expect(model.screen.contains("20 s left"))
    model.press("Esc")
    #expect(model.request == nil)
    #expect(model.body == ["slotDuration": 45])
  }

  @Test func itDoesNotWaitForEver() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    var id = 3
    for _ in 0..<PatientCalls.most {
      _ = model.update(.saved(id, .failure(failure(.rateLimited(retryAfterSeconds: 1)))))
      _ = model.update(.waited(model.lastRequestID))
      id = model.request?.id ?? 0
    }
    _ = model.update(.saved(id, .failure(failure(.rateLimited(retryAfterSeconds: 1)))))
    #expect(model.request == nil)
    #expect(model.screen.contains("Too many requests"))
  }

  @Test func aRefusedTokenIsReadAgainAndTheSaveGoesOn() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(model.update(.saved(3, .failure(failure(.unauthorized)))).isEmpty)
    #expect(model.press("r") == [.readToken(request: 4)])
    #expect(
      model.update(.tokenRead(4, failure: nil)) == [
        .save(request: 5, body: ["slotDuration": 45])
      ])
  }

  @Test func aTokenThatCannotBeReadIsSaid() {
    var model = checking()
    _ = model.update(.loaded(2, .failure(failure(.unauthorized))))
    model.press("r")
    _ = model.update(.tokenRead(3, failure: "the file is gone"))
    #expect(model.screen.contains("the file is gone"))
    #expect(model.body == ["slotDuration": 45])
    #expect(model.press("r") == [.readToken(request: 4)], "it can be tried again at once")
    #expect(model.update(.tokenRead(4, failure: nil)) == [.load(request: 5)])
  }

  /// Who goes on editing after a refusal has not agreed to send what is edited then.
  @Test func aTokenThatIsReadLaterSendsNothing() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    _ = model.update(.saved(3, .failure(failure(.unauthorized))))
    model.press("k")
    model.visit("name")
    model.press("\"!\"")
    #expect(model.perform(.readToken) == [.readToken(request: 4)])
    let effects = model.update(.tokenRead(4, failure: nil))
    #expect(!effects.contains { if case .save = $0 { true } else { false } })
    #expect(model.document?.isModified == true)
  }

  @Test func whatOthersChangedIsReportedWhenTheSaveIsRefused() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar(["name": "Renamed"]))))
    _ = model.update(.saved(3, .failure(failure(.badRequest))))
    #expect(model.banner?.kind == .error)
    #expect(model.banner?.details.contains { $0.contains("somebody else meanwhile") } == true)
  }

  // MARK: Loading

  @Test func loadingWaitsAndReadsTheTokenToo() {
    var model = changed()
    model.press("F5 l")
    let id = model.lastRequestID
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
