import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Review, save, and what the service says to it.
@Suite struct SavingTests {
  private func changed() -> TestApp {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-U 4 5")
    return model
  }

  private func saving() -> TestApp {
    var model = changed()
    model.press("Ctrl-S Ctrl-S")
    return model
  }

  private func error(_ status: Int, _ body: String, _ kind: ServiceError.Kind) throws
    -> ServiceError
  {
    ServiceError(
      HTTPResponse(status: status, body: Array(body.utf8)), kind: kind, token: try Token("secret"))
  }

  @Test func savingTakesTwoKeysAndSendsWhatChanged() {
    var model = changed()
    #expect(model.press("Ctrl-S").isEmpty)
    #expect(model.screen.contains("Slot duration: 30 min → 45 min"))
    #expect(model.press("Ctrl-S") == [.save(request: 2, body: ["slotDuration": 45])])
    #expect(model.screen.contains("Saving"))
  }

  @Test func nothingToSaveSaysSoAndSendsNothing() {
    var model = makeModel()
    #expect(model.press("Ctrl-S Ctrl-S").isEmpty)
    #expect(model.status?.text.contains("no changes to save") == true)
  }

  @Test func aSavedCalendarIsTheNewBase() {
    var model = saving()
    var answer = sampleCalendar
    _ = answer.update(at: "slotDuration") { $0 = 45 }
    _ = answer.update(at: "dateUpdated") { $0 = "2026-11-22T12:00:00.000Z" }
    _ = model.update(
      .saved(
        2, .success(SavedCalendar(calendar: answer, whyMissing: nil, route: .resource, status: 200))
      ))
    #expect(model.document?.isModified == false)
    #expect(model.screen.contains("Saved: 1 property."))
    model.press("Ctrl-Z")
    #expect(model.document?["slotDuration"] == 30, "undo reaches back behind a save")
    #expect(model.body == ["slotDuration": 30])
  }

  @Test func aValueThatTheServiceKeptIsTold() {
    var model = saving()
    _ = model.update(
      .saved(
        2,
        .success(
          SavedCalendar(calendar: sampleCalendar, whyMissing: nil, route: .documented, status: 200))
      ))
    // It may show an older state for some seconds.
    for _ in 0...RecentSaves.pausesBehind.count {
      _ = model.update(
        .loaded(model.calls.lastID, .success(LoadedCalendar(calendar: sampleCalendar))))
      _ = model.update(.waited(model.calls.lastID))
    }
    #expect(model.screen.contains("kept 30 instead of 45"))
    #expect(model.document?["slotDuration"] == 45, "it stays as an edit")
    #expect(model.body == ["slotDuration": 45])
    model.press("t")
    #expect(model.document?["slotDuration"] == 30)
    #expect(model.document?.isModified == false)
    model.press("Ctrl-Z")
    #expect(model.document?["slotDuration"] == 45, "the edit can be had back")
  }

  @Test func messagesLandAtTheirFields() throws {
    var model = changed()
    model.visit("slotInterval")
    model.press("Ctrl-U 9 Ctrl-S Ctrl-S")
    let body =
      #"{"statusCode":422,"message":["slotDuration must not be less than 50","#
      + #""teamMembers.1.priority must be one of the following values: 0, 0.5, 1","#
      + #""teamMembers.0.property selected should not exist","#
      + #""property foo should not exist","the moon is full"],"error":"Unprocessable Entity"}"#
    _ = model.update(.saved(2, .failure(try error(422, body, .invalid))))
    #expect(
      model.focusedPath == "slotDuration", "what the user changed, not a row that was sent along")
    #expect(model.serverProblems.at("slotDuration") == ["slotDuration must not be less than 50"])
    #expect(model.serverProblems.at("teamMembers[1].priority").count == 1)
    #expect(model.serverProblems.at("teamMembers[0]").count == 1)
    #expect(model.screen.contains("property foo should not exist"))
    #expect(model.body == ["slotDuration": 45, "slotInterval": 9], "the edit stays")

    model.visit("slotDuration")
    #expect(model.screen.contains("The service: slotDuration must not be less than"))
    model.press("Ctrl-U 6 0")
    #expect(model.serverProblems.at("slotDuration").isEmpty, "an edit answers the message")
    #expect(model.serverProblems.at("teamMembers[1].priority").count == 1)
    model.press("F4")
    #expect(model.screen.contains("the moon is full"))
  }

  @Test(arguments: [
    (400, ServiceError.Kind.badRequest), (403, .forbidden), (404, .notFound),
    (429, .rateLimited(retryAfterSeconds: nil)), (503, .server(status: 503)),
  ])
  func everyErrorSaysWhatToDoAndKeepsTheEdit(status: Int, kind: ServiceError.Kind) throws {
    var model = saving()
    let failure = try error(status, #"{"message":"no"}"#, kind)
    _ = model.update(.saved(2, .failure(failure)))
    #expect(model.request == nil)
    #expect(model.body == ["slotDuration": 45])
    #expect(model.screen.contains(failure.title.prefix(30)))
    #expect(model.banner?.advice == failure.advice)
    #expect(model.press("Ctrl-S Ctrl-S") == [.save(request: 3, body: ["slotDuration": 45])])
  }

  @Test func escapeCancelsAndALateAnswerIsNothing() {
    var model = saving()
    _ = model.update(.secondPassed)
    #expect(model.screen.contains("1 s"))
    #expect(model.press("Esc") == [.cancel(request: 2), .load(request: 3)], "and looks after it")
    #expect(model.body == ["slotDuration": 45])
    _ = model.update(
      .saved(
        2,
        .success(
          SavedCalendar(calendar: sampleCalendar, whyMissing: nil, route: .documented, status: 200))
      ))
    #expect(model.body == ["slotDuration": 45])
  }

  @Test func errorsAskBeforeTheyAreSent() {
    var model = makeModel()
    model.visit("enableRecurring")
    model.press("Space Ctrl-S")
    #expect(model.press("Ctrl-S").isEmpty)
    #expect(model.screen.contains("Save anyway"))
    #expect(model.press("s") == [.save(request: 2, body: ["enableRecurring": true])])
  }

  @Test func quittingAsksOnlyWhenSomethingWouldBeLost() {
    var model = makeModel()
    #expect(model.press("Ctrl-Q") == [.quit(status: 0, keepsDraft: false)])
    model = changed()
    #expect(model.press("Ctrl-Q").isEmpty)
    #expect(model.press("Esc").isEmpty)
    #expect(model.press("Ctrl-Q q") == [.quit(status: 0, keepsDraft: false)])
  }

  @Test func changesCanBeLeftForLater() {
    var model = changed()
    model.draftStatus.isKept = true
    model.press("Ctrl-Q")
    #expect(model.screen.contains("Quit and keep the draft"))
    #expect(model.press("d") == [.quit(status: 0, keepsDraft: true)])
    // While a draft cannot be written, and without one, it is not offered.
    model = changed()
    model.draftStatus.isKept = true
    _ = model.update(.draftFailed(FileFailure(path: "d", reason: "disk full")))
    model.press("Ctrl-Q")
    #expect(!model.screen.contains("keep the draft"))
    model = changed()
    model.press("Ctrl-Q")
    #expect(!model.screen.contains("keep the draft"))
  }

  @Test func reloadingAsksWhenSomethingWouldBeLost() {
    var model = makeModel()
    #expect(model.press("F5") == [.load(request: 2)])
    model = changed()
    #expect(model.press("F5").isEmpty)
    #expect(model.press("l") == [.load(request: 2)])
  }

  @Test func aChangeCanBeTakenOutOfTheReview() {
    var model = changed()
    model.visit("name")
    model.press("\"!\" Ctrl-S r")
    #expect(model.body == ["slotDuration": 45])
    model.press("r")
    #expect(model.document?.isModified == false)
    #expect(model.dialogs.isEmpty)
  }

  @Test func signalsEndTheProgram() {
    var model = changed()
    #expect(
      model.update(.terminal(.terminate(signal: 15))) == [.quit(status: 143, keepsDraft: true)])
    #expect(model.update(.terminal(.hangUp)) == [.quit(status: 129, keepsDraft: true)])
  }
}
