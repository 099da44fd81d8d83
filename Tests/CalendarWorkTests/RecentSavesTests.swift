import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// The service shows what was there before a save for some seconds: nothing is taken back by it.
@Suite struct RecentSavesTests {
  private static let now = 1_795_381_440

  private static func hours(_ from: Int, _ to: Int, on days: [Int]) -> JSONValue {
    [
      "daysOfTheWeek": .array(days.map { .integer($0) }),
      "hours": [
        [
          "openHour": .integer(from), "openMinute": 0, "closeHour": .integer(to), "closeMinute": 0,
        ]
      ],
    ]
  }

  /// Monday is other than the rest.
  private static let saved = calendarOfTests.with([
    "openHours": [hours(10, 12, on: [1]), hours(9, 17, on: [2, 3, 4, 5])]
  ])

  private func recent(_ changes: [JSONValue], ages: [Int]? = nil) -> RecentSaves {
    var saves: [RecentSaves.Save] = []
    for (index, (before, after)) in zip(changes, changes.dropFirst()).enumerated() {
      saves.append(
        RecentSaves.Save(
          before: before, sent: after, after: after,
          at: Self.now - (ages?[index] ?? changes.count - index)))
    }
    return RecentSaves(saves.reversed(), at: Self.now)
  }

  private func old(_ read: JSONValue, _ recent: RecentSaves) -> OldRead? {
    recent.oldRead(in: read, names: [:], format: .standard)
  }

  /// A job whose user changes Tuesday, on top of the saved Monday.
  private func job() -> SaveJob {
    var document = documentOfTests(Self.saved)
    document.set(
      "openHours",
      to: [
        Self.hours(10, 12, on: [1]), Self.hours(13, 14, on: [2]), Self.hours(9, 17, on: [3, 4, 5]),
      ])
    var job = SaveJob(document, SaveSettings())
    job.recent = recent([calendarOfTests, Self.saved])
    return job
  }

  private func day(_ day: Int, of calendar: JSONValue) -> String {
    WeekHours(calendar[key: "openHours"])[day].ranges.map { "\($0.open / 60)-\($0.close / 60)" }
      .joined(separator: " ")
  }

  // MARK: What is old

  @Test func whatWasThereBeforeIsOld() throws {
    let recent = recent([calendarOfTests, Self.saved])
    let found = try #require(old(calendarOfTests, recent))
    #expect(found.keys == ["openHours"])
    #expect(found.sentences.count == 1)
    #expect(found.sentences[0].contains("10:00") && found.sentences[0].contains("17:00"))
    #expect(old(Self.saved, recent) == nil)
    // What somebody else has made of it is no old state.
    let other = calendarOfTests.with(["openHours": [Self.hours(7, 8, on: [1])]])
    #expect(old(other, recent) == nil)
    #expect(old(calendarOfTests.with(["name": "x"]), recent)?.keys == ["openHours"])
    #expect(old(calendarOfTests, RecentSaves()) == nil)
  }

  /// Of several saves each earlier state is old, and the last one is not, even where it was there once.
  @Test func everyEarlierStateIsOld() {
    let states = [30, 45, 60].map { calendarOfTests.with(["slotDuration": .integer($0)]) }
    let recent = recent(states)
    #expect(states.map { old($0, recent) != nil } == [true, true, false])
    let undone = self.recent([states[0], states[1], states[0]])
    #expect(states.map { old($0, undone) != nil } == [false, true, false])
  }

  @Test func onlyAMomentCounts() {
    for (age, isOld) in [(0, true), (29, true), (30, false), (-5, true), (86_400, false)] {
      let recent = recent([calendarOfTests, Self.saved], ages: [age])
      #expect((old(calendarOfTests, recent) != nil) == isOld, "\(age)")
    }
  }

  @Test func whatWasNotSentOrIsWithheldDoesNotCount() {
    let other = Self.saved.with(["notes": "other", "dateUpdated": "2027-01-01"])
    for (sent, withheld): (JSONValue, Set<String>) in [
      (["notes": "other"], []), (["notes": "other", "openHours": []], ["openHours"]), ([:], []),
      (["dateUpdated": "2027-01-01"], []),
    ] {
      let save = RecentSaves.Save(
        before: calendarOfTests, sent: sent, after: other, at: Self.now, without: withheld)
      let recent = RecentSaves([save], at: Self.now)
      #expect(old(other.with(["openHours": calendarOfTests[key: "openHours"]]), recent) == nil)
    }
  }

  @Test func oddCalendarsAreNoOldState() {
    let recent = recent([calendarOfTests, Self.saved])
    for odd: JSONValue in [.null, [], "x", [:], ["openHours": 3], ["openHours": .null]] {
      #expect(old(odd, recent) == nil, "\(odd)")
    }
  }

  // MARK: A save behind it

  /// After some looks the save goes on, and takes nothing back.
  @Test(arguments: 0...RecentSaves.pauses.count)
  func itIsLookedAtAgain(_ count: Int) {
    var service = ServiceModel(Self.saved)
    service.older = Array(repeating: calendarOfTests, count: count)
    var job = job()
    guard case .ended(.seen(let report, _)) = service.run(&job) else {
      Issue.record("not saved")
      return
    }
    #expect(report.isExact && job.takenOver.isEmpty)
    #expect(
      service.waited == RecentSaves.pauses.prefix(count).map { SaveRequest.pause(seconds: $0) })
    #expect(service.requests.count { $0 == "check" } == count + 1)
    #expect(day(1, of: service.held) == "10-12" && day(2, of: service.held) == "13-14")
  }

  @Test(arguments: [OldReadChoice.saved, .read])
  func whatStaysOldIsAsked(_ choice: OldReadChoice) throws {
    var service = ServiceModel(calendarOfTests)
    var job = job()
    guard case .stopped(.oldRead(let old)) = service.run(&job) else {
      Issue.record("it went on")
      return
    }
    #expect(old.keys == ["openHours"] && !service.requests.contains("put"))
    // One more look asks again at once.
    guard case .stopped(.oldRead) = service.run(&job, from: job.again()) else {
      Issue.record("it went on")
      return
    }
    #expect(service.waited.count == RecentSaves.pauses.count)
    guard case .ended(.seen) = service.run(&job, from: job.goOn(by: choice)) else {
      Issue.record("not saved")
      return
    }
    #expect(day(1, of: service.held) == (choice == .saved ? "10-12" : "9-17"))
    #expect(day(2, of: service.held) == "13-14")
    #expect(job.takenOver.isEmpty == (choice == .saved))
  }

  @Test func itCanBeCancelledWhileItWaits() {
    var job = job()
    _ = job.begin()
    guard case .request(.pause) = job.loaded(.success(LoadedCalendar(calendar: calendarOfTests)))
    else {
      Issue.record("no pause")
      return
    }
    guard case .ended(.cancelled) = job.cancel() else {
      Issue.record("it went on")
      return
    }
  }

  /// An update that was taken and does not show yet is looked for more than once.
  @Test(arguments: 0...RecentSaves.pausesBehind.count)
  func aLookBehindAnUpdateMayBeOldToo(_ count: Int) {
    var service = ServiceModel(calendarOfTests)
    service.answer = .short
    service.older = Array(repeating: calendarOfTests, count: count + 1)
    var document = documentOfTests()
    document.set("slotDuration", to: 45)
    var job = SaveJob(document, SaveSettings())
    guard case .ended(.seen(let report, _)) = service.run(&job) else {
      Issue.record("no end")
      return
    }
    #expect(report.isExact && !job.document.isModified)
    #expect(service.waited.count == count)
  }

  // MARK: A run

  /// The plan and the first looks know nothing of the save before; the run does.
  @Test func aRunWaitsAndKeepsWhatWasSaved() {
    var source = BatchSample.context(["openHours"])
    source.work = .copy(
      from: calendarOfTests.with([
        "id": "source",
        "openHours": [Self.hours(9, 17, on: [1, 3, 4, 5]), Self.hours(13, 14, on: [2])],
      ]), CopyChoices(["openHours"]))
    for stays in [false, true] {
      var run = CalendarRun(BatchSample.plan(calendarOfTests, source), in: source)
      run.recent = recent([calendarOfTests, Self.saved])
      var service = BatchService(Self.saved)
      var step = run.begin()
      var looks = 0
      while case .request(let request) = step, looks < 20 {
        switch request {
        case .pause: step = run.again()
        case .check:
          looks += 1
          let shown = stays || looks < 3 ? calendarOfTests : Self.saved
          step = run.loaded(.success(LoadedCalendar(calendar: shown)))
        case .put(let body):
          #expect(!stays && body[key: "openHours"] != nil)
          service.carryOut(body)
          step = run.saved(
            .success(SavedCalendar(calendar: service.held, route: .documented, status: 200)))
        default: step = run.loaded(.success(LoadedCalendar(calendar: service.held)))
        }
      }
      guard case .ended(let outcome) = step else {
        Issue.record("no end")
        continue
      }
      #expect(looks == (stays ? RecentSaves.pauses.count + 1 : 3))
      #expect(outcome.code == (stays ? .conflict : .saved), "\(outcome)")
      #expect(outcome.details.contains { $0.contains("10:00") } || !stays)
      #expect(day(1, of: service.held) == "10-12")
      #expect(day(2, of: service.held) == (stays ? "9-17" : "13-14"))
    }
  }
}
