import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// A save from its beginning to its end, without a screen.
@Suite struct SaveJobTests {
  private func edited(_ edit: (inout CalendarDocument) -> Void = { $0.set("slotDuration", to: 45) })
    -> CalendarDocument
  {
    var document = documentOfTests()
    edit(&document)
    return document
  }

  private func failure(_ kind: ServiceError.Kind, unknown: Bool = false) -> ServiceError {
    ServiceError(kind, mayHaveBeenSaved: unknown)
  }

  /// A job that waits for the answer to its update.
  private func sent(_ document: CalendarDocument? = nil, _ settings: SaveSettings = SaveSettings())
    -> SaveJob
  {
    var job = SaveJob(document ?? edited(), settings)
    _ = job.begin()
    _ = job.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
    return job
  }

  private func request(_ step: SaveJob.Step) -> SaveRequest? {
    if case .request(let request) = step { request } else { nil }
  }

  private func report(_ step: SaveJob.Step) -> SaveReport? {
    if case .ended(.seen(let report, _)) = step { report } else { nil }
  }

  // MARK: The way

  @Test func aWholeAnswerNeedsNoLook() throws {
    var service = ServiceModel(calendarOfTests)
    var job = SaveJob(edited(), SaveSettings())
    let found = try #require(report(service.run(&job)))
    #expect(service.requests == ["check", "put"])
    #expect(found.isExact && found.storedKeys == ["slotDuration"])
    #expect(!job.document.isModified && job.document["slotDuration"] == 45)
  }

  @Test(arguments: [ServiceModel.Answer.short, .echo])
  func aPoorAnswerIsNoProof(_ answer: ServiceModel.Answer) throws {
    var service = ServiceModel(calendarOfTests)
    service.answer = answer
    var job = SaveJob(edited(), SaveSettings())
    let found = try #require(report(service.run(&job)))
    #expect(service.requests == ["check", "put", "look"])
    #expect(found.isExact && !job.document.isModified)
  }

  @Test func anAnswerWithAKeyTwiceIsNoProof() {
    var job = sent()
    let step = job.saved(
      .success(
        SavedCalendar(
          calendar: edited().current, duplicateKeys: ["slotDuration"], route: .documented,
          status: 200)))
    #expect(request(step) == .look)
  }

  @Test func anAnswerThatShowsSomethingElseIsNoProof() {
    var job = sent()
    let step = job.saved(
      .success(SavedCalendar(calendar: calendarOfTests, route: .documented, status: 200)))
    #expect(request(step) == .look)
  }

  @Test func withoutACheckItIsSentAtOnce() {
    var job = SaveJob(edited(), SaveSettings(checks: false))
    #expect(request(job.begin()) == .put(["slotDuration": 45]))
  }

  @Test func conflictsWaitForChoices() throws {
    var job = SaveJob(edited(), SaveSettings())
    _ = job.begin()
    var theirs = calendarOfTests
    _ = theirs.update(at: "slotDuration") { $0 = 60 }
    guard case .conflicts(let merge) = job.loaded(.success(LoadedCalendar(calendar: theirs)))
    else {
      Issue.record("no conflict")
      return
    }
    #expect(request(job.resolve(merge, [:])) == .put(["slotDuration": 45]))
  }

  @Test func theSameChangeElsewhereLeavesNothing() {
    var service = ServiceModel(edited().current)
    var job = SaveJob(edited(), SaveSettings())
    guard case .ended(.nothingLeft) = service.run(&job) else {
      Issue.record("something was sent")
      return
    }
    #expect(service.requests == ["check"])
  }

  @Test func anotherCalendarIsNeverTheBase() {
    for other: JSONValue in [[:], ["id": "c2"], ["id": .null]] {
      var job = SaveJob(edited(), SaveSettings())
      _ = job.begin()
      guard
        case .stopped(.checkFailed(.otherCalendar)) = job.loaded(
          .success(LoadedCalendar(calendar: other)))
      else {
        Issue.record("taken: \(other)")
        continue
      }
      job = sent()
      _ = job.saved(.failure(failure(.server(status: 502), unknown: true)))
      guard case .stopped(.unknown) = job.loaded(.success(LoadedCalendar(calendar: other))) else {
        Issue.record("taken: \(other)")
        continue
      }
      #expect(job.isInDoubt && job.document.isModified)
    }
  }

  @Test func aCalendarWithoutAnIDIsLookedAtInAnyCase() {
    for calendar: JSONValue in [["name": "a"], ["id": "", "name": "a"], ["id": .null]] {
      var document = documentOfTests(calendar)
      document.set("slotDuration", to: 45)
      var job = SaveJob(document, SaveSettings(checks: false))
      #expect(request(job.begin()) == .check)
      #expect(
        request(job.loaded(.success(LoadedCalendar(calendar: calendar))))
          == .put(["slotDuration": 45]))
    }
    for calendar: JSONValue in [["_id": "c1"], ["id": "c1"]] {
      var document = documentOfTests(calendar)
      document.set("slotDuration", to: 45)
      var job = SaveJob(document, SaveSettings(checks: false))
      #expect(request(job.begin()) == .put(["slotDuration": 45]))
    }
  }

  @Test func theIDCountsAndNotItsKey() {
    let pairs: [(JSONValue, JSONValue, Bool)] = [
      (["id": "a"], ["_id": "a"], true), (["_id": "a"], ["id": "a"], true),
      (["id": "a", "_id": "b"], ["id": "a"], true), (["id": "a"], ["_id": "b"], false),
      (["id": 7], ["id": "7"], true), (["_id": "a"], [:], false), ([:], ["id": "a"], true),
    ]
    for (own, other, isSame) in pairs {
      #expect(documentOfTests(own).isSameCalendar(as: other) == isSame, "\(own) \(other)")
    }
  }

  // MARK: Lost answers

  /// Whatever came in the place of the answer, what was sent may arrive behind a look that saw nothing.
  @Test(
    arguments: [
      .server(status: 500), .server(status: 502), .server(status: 503), .server(status: 504),
      .server(status: 522), .transport(.timedOut(seconds: 30)), .transport(.connectionClosed),
      .redirected(location: nil),
    ] as [ServiceError.Kind])
  func aLostAnswerIsLookedFor(_ kind: ServiceError.Kind) {
    var job = sent()
    #expect(request(job.saved(.failure(failure(kind, unknown: true)))) == .look)
    #expect(job.isInDoubt)
    expectNotSavedSoFar(&job)
  }

  /// A success without a calendar may come from a proxy that has only taken the update.
  @Test func aSuccessWithoutACalendarIsNoAnswer() {
    for status in [200, 202, 204] {
      var job = sent()
      let saved = SavedCalendar(
        calendar: nil, whyMissing: "It is a web page", route: .documented, status: status)
      #expect(request(job.saved(.success(saved))) == .look)
      expectNotSavedSoFar(&job)
    }
  }

  private func expectNotSavedSoFar(_ job: inout SaveJob) {
    guard
      case .ended(.notSaved(let answer, _)) = job.loaded(
        .success(LoadedCalendar(calendar: calendarOfTests)))
    else {
      Issue.record("no end")
      return
    }
    #expect(answer.mayArriveLate && job.document.isModified)
  }

  @Test func aRefusalSendsNothingTwice() {
    var job = sent()
    guard case .ended(.refused) = job.saved(.failure(failure(.invalid))) else {
      Issue.record("no end")
      return
    }
    #expect(!job.isInDoubt && job.document.isModified)
  }

  @Test func cancellingAnUpdateLooksForIt() {
    var job = sent()
    #expect(request(job.cancel()) == .look)
    job = SaveJob(edited(), SaveSettings())
    _ = job.begin()
    guard case .ended(.cancelled) = job.cancel() else {
      Issue.record("not cancelled")
      return
    }
  }

  // MARK: Waiting

  @Test func waitsAreLimitedAndCountedByTheJob() {
    var job = sent()
    for _ in 0..<PatientCalls.most {
      let step = job.saved(.failure(failure(.rateLimited(retryAfterSeconds: 7))))
      #expect(request(step) == .wait(seconds: 7))
      #expect(!job.isInDoubt, "a refused update is no doubt")
      #expect(request(job.timeIsOver()) == .put(["slotDuration": 45]))
    }
    guard
      case .ended(.refused) = job.saved(.failure(failure(.rateLimited(retryAfterSeconds: 7))))
    else {
      Issue.record("it waits for ever")
      return
    }
  }

  @Test func aWaitThatIsTooLongIsLeftToThePerson() {
    var job = sent()
    let error = failure(.rateLimited(retryAfterSeconds: PatientCalls.longest + 1))
    guard case .ended(.refused) = job.saved(.failure(error)) else {
      Issue.record("it waits")
      return
    }
  }

  @Test func aRefusedTokenGoesOnWhereItStopped() {
    var job = sent()
    guard case .stopped(.tokenRefused) = job.saved(.failure(failure(.unauthorized))) else {
      Issue.record("no stop")
      return
    }
    #expect(!job.isInDoubt)
    #expect(request(job.again()) == .put(["slotDuration": 45]))
  }

  // MARK: What is lost

  @Test func whatWasNotSentAndIsGoneIsReported() throws {
    var service = ServiceModel(calendarOfTests)
    service.put = .replace
    var job = SaveJob(edited(), SaveSettings())
    let found = try #require(report(service.run(&job)))
    let texts = found.unsent.map(\.text)
    #expect(texts.contains("Weekly hours: 5 days → none, not sent by you"), "\(texts)")
    #expect(texts.contains("Team members: 2 team members → none, not sent by you"), "\(texts)")
    #expect(!texts.contains { $0.contains("dateUpdated") })
    #expect(found.losesUnnamed && found.canSendBack)
    #expect(job.document.current["openHours"] == nil, "the screen shows what is held")

    // Sent back, whole, everything is there again.
    var document = job.document
    document.putBack(found)
    #expect(document.undoSteps.last?.title == "Restore what the save lost")
    var again = SaveJob(document, SaveSettings(scope: .whole, sendsUndocumented: true))
    let second = try #require(report(service.run(&again)))
    #expect(second.isExact)
    for field in CalendarSchema.all where !field.isReadOnly {
      let expected = field.key == "slotDuration" ? 45 : calendarOfTests[key: field.key]
      // A date that was gone comes back with another id.
      if field.key == "availabilities" {
        #expect(service.held["availabilities[0].date"] == calendarOfTests["availabilities[0].date"])
        continue
      }
      #expect(areEquivalent(service.held[key: field.key], expected), "\(field.key)")
    }
  }

  /// Only a load tells that a property is gone which no document lists.
  @Test(arguments: ServiceModel.Answer.allCases)
  func undocumentedPropertiesThatAreGoneAreReported(_ answer: ServiceModel.Answer) throws {
    let calendar = calendarOfTests.with(["linkedCalendars": ["c2"], "version": 3])
    for loses in [[], ["linkedCalendars", "version"]] {
      var service = ServiceModel(calendar)
      (service.answer, service.loses) = (answer, loses)
      var document = documentOfTests(calendar)
      document.set("slotDuration", to: 45)
      var job = SaveJob(document, SaveSettings())
      let found = try #require(report(service.run(&job)))
      #expect(found.lostKeys.keys == loses && found.isExact == loses.isEmpty)
      let words = SaveWords(found, SaveAnswer(route: .documented, lost: nil))
      #expect(words.isGood == loses.isEmpty)
      let said = "Gone, not documented: linkedCalendars, version"
      #expect(words.details.contains(said) == !loses.isEmpty, "\(words.details)")
      #expect(words.title.hasSuffix("; 2 others are gone or changed.") == !loses.isEmpty)
      #expect(service.requests.last == (loses.isEmpty && answer == .full ? "put" : "look"))
    }
  }

  @Test func nestedKeysThatAListLostAreReportedAndSentBack() throws {
    var service = ServiceModel(calendarOfTests)
    var job = SaveJob(edited { $0.set("teamMembers[1].priority", to: 0) }, SaveSettings())
    let found = try #require(report(service.run(&job)))
    #expect(
      found.lostMembers.map(\.text) == [
        "Team members › selected: gone in 2 rows, not sent by you",
        "Team members › zoomOauthId: gone in 1 row, not sent by you",
      ])
    #expect(!found.losesUnnamed && found.canSendBack)
    var document = job.document
    document.putBack(found)
    var again = SaveJob(document, SaveSettings(sendsUndocumented: true))
    let second = try #require(report(service.run(&again)))
    #expect(second.isExact)
    #expect(service.held["teamMembers[0].zoomOauthId"] == "z1")
    #expect(service.held["teamMembers[1].priority"] == 0)
  }

  // MARK: Schedules

  private func list(_ entries: JSONValue...) -> ScheduleList {
    var list = ScheduleList(calendarID: "c1")
    list.add(entries)
    return list
  }

  private static let schedule: JSONValue = [
    "id": "s1", "name": "Office", "userId": "ana", "timezone": "Europe/Berlin",
    "calendarIds": ["c1"],
    "rules": [
      ["type": "wday", "day": "monday", "intervals": [["from": "09:00", "to": "12:00"]]]
    ],
  ]

  private func governed(_ edit: (inout CalendarDocument) -> Void) -> CalendarDocument {
    var document = edited(edit)
    document.schedules = .listed(list(Self.schedule))
    return document
  }

  /// After governed hours were sent, a look tells whether the schedule is still there.
  @Test(arguments: [true, false])
  func theScheduleIsLookedFor(isThere: Bool) throws {
    var service = ServiceModel(calendarOfTests)
    service.schedules = isThere ? list(Self.schedule) : list()
    var job = SaveJob(governed { $0.set("openHours", to: []) }, SaveSettings())
    let found = try #require(report(service.run(&job)))
    #expect(service.requests == ["check", "put", "schedules"])
    #expect(found.storedKeys == ["openHours"])
    #expect(job.scheduleNotes.isEmpty == isThere)
    if !isThere {
      let note = try #require(job.scheduleNotes.first)
      #expect(note.contains("no longer governs") && note.contains("09:00"), "\(note)")
      #expect(
        !SaveWords(found, SaveAnswer(route: .documented, lost: nil), schedules: [note]).isGood)
    }
  }

  @Test func otherPropertiesNeedNoLookAtSchedules() {
    var service = ServiceModel(calendarOfTests)
    var job = SaveJob(governed { $0.set("slotDuration", to: 45) }, SaveSettings())
    _ = service.run(&job)
    #expect(service.requests == ["check", "put"])
  }

  /// Hours that the user left out of the save stay as edits.
  @Test func hoursThatAreKeptOutStayEdits() {
    var service = ServiceModel(calendarOfTests)
    let document = governed {
      $0.set("openHours", to: [])
      $0.set("slotDuration", to: 45)
    }
    var job = SaveJob(document, SaveSettings(keysKeptOut: ["openHours"]))
    _ = service.run(&job)
    #expect(service.held["slotDuration"] == 45)
    #expect(service.held["openHours"] == calendarOfTests["openHours"])
    #expect(job.document.validation.modifiedKeys == ["openHours"])
    #expect(job.document["openHours"] == [])
  }

  // MARK: Undo

  /// After a save, undo goes back through the user's own edits, as changes that can be sent.
  @Test func undoAfterASaveGoesThroughTheEdits() throws {
    var service = ServiceModel(calendarOfTests)
    var document = edited()
    let date = try #require(CalendarDate(year: 2031, month: 1, day: 2))
    document.setDateHours([], on: [date])
    document.set("teamMembers[1].priority", to: 0)
    let titles = document.undoSteps.map(\.title)
    var job = SaveJob(document, SaveSettings())
    _ = service.run(&job)
    document = job.document
    #expect(!document.isModified)
    #expect(document.undoSteps.map(\.title) == titles, "no step of its own")

    document.undo()
    #expect(document.validation.modifiedKeys == ["teamMembers"])
    #expect(UpdateBody(document).json["teamMembers[1].priority"] == 1)
    document.undo()
    let changes = ReviewLine.all(of: document).map(\.text)
    #expect(changes.count == 2 && changes.contains { $0.contains("2031-01-02") }, "\(changes)")
    document.undo()
    #expect(document["slotDuration"] == 30)
    let body = UpdateBody(document)
    #expect(body.cannotUnset.isEmpty)
    #expect(body.json["slotDuration"] == 30)
    job = SaveJob(document, SaveSettings())
    let back = try #require(report(service.run(&job)))
    #expect(back.readBack.isExact)
    #expect(service.held["availabilities"]?.array?.count == 1)
    while document.redo() != nil {}
    #expect(!document.isModified, "redo leads back to what was saved")
  }

  @Test func whatCannotBeBroughtBackIsNoChange() {
    var service = ServiceModel(calendarOfTests)
    var document = edited { $0.set("eventTitle", to: "New") }
    document.set("name", to: "N")
    var job = SaveJob(document, SaveSettings())
    _ = service.run(&job)
    document = job.document
    while document.undo() != nil {}
    #expect(document["name"] == "Consultation")
    #expect(document["eventTitle"] == "New", "an update cannot unset it")
    #expect(document.validation.modifiedKeys == ["name"])
    #expect(UpdateBody(document).cannotUnset.isEmpty)
  }

  // MARK: Whole updates

  @Test func aWholeUpdateNamesEverythingThatTheCalendarHas() {
    let body = UpdateBody(edited(), scope: .whole)
    let writable = calendarOfTests.object?.keys.filter {
      CalendarSchema.field($0)?.isReadOnly == false
    }
    #expect(Set(body.json.object?.keys ?? []) == Set(writable ?? []))
    #expect(body.changedCount == 1 && body.json["slotDuration"] == 45)
    #expect(UpdateBody(documentOfTests(), scope: .whole).isEmpty, "nothing was changed")
    let kept = UpdateBody(edited(), scope: .whole, without: ["openHours"])
    #expect(kept.json["openHours"] == nil && kept.keptOut == ["openHours"])
  }
}
