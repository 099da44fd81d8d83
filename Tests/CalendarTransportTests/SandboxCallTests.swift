import CalendarAPI
import CalendarTransport
import JSON
import Sandbox
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(240))) struct SandboxCallTests {
  static let id = Sandbox.demoCalendarID

  @Test(arguments: Sandbox.calendarIDs) func calendarsAreLoaded(_ id: String) async throws {
    try await withSandbox { sandbox, service in
      let loaded = try await service.loadCalendar(id: id)
      #expect(loaded.calendar == sandbox.calendar(id))
      #expect(loaded.calendar[key: "id"]?.text == id)
      #expect(loaded.rateLimit?.limit == 100)
      #expect(loaded.duplicateKeys.isEmpty)
      #expect(sandbox.requests.first?.header("User-Agent") == "caledit")
    }
  }

  @Test func aSaveIsKept() async throws {
    try await withSandbox { sandbox, service in
      let body: JSONValue = ["slotDuration": 60, "availabilityType": 1, "name": "Ñandú 🦤"]
      let saved = try await service.saveCalendar(id: Self.id, body: body)
      #expect((saved.status, saved.route) == (200, .documented))
      let loaded = try await service.loadCalendar(id: Self.id)
      #expect(loaded.calendar == saved.calendar)
      #expect(loaded.calendar[key: "slotDuration"] == 60)
      #expect(loaded.calendar[key: "name"]?.text == "Ñandú 🦤")
      #expect(loaded.calendar[key: "slotDurationUnit"] == "mins")
      #expect(sandbox.requests.map(\.method) == ["PUT", "GET"])
      #expect(sandbox.requests[0].json == body)
      #expect(sandbox.requests[0].path == "/calendars/\(Self.id)/free-slots")
      #expect(!"\(sandbox.requests)".contains(Sandbox.demoToken))
    }
  }

  @Test func availabilitiesGetIdsAndGo() async throws {
    try await withSandbox { _, service in
      let before = try await service.loadCalendar(id: Self.id).calendar
      var entries = try #require(before[key: "availabilities"]?.array)
      let gone = try #require(entries[0].object)
      var deleted = gone
      deleted["deleted"] = true
      entries[0] = .object(deleted)
      entries.append(["date": "2031-05-06T00:00:00.000Z", "hours": [], "deleted": false])
      let saved = try await service.saveCalendar(
        id: Self.id, body: ["availabilities": .array(entries)])
      let after = try #require(saved.calendar?[key: "availabilities"]?.array)
      #expect(after.count == entries.count - 1)
      #expect(!after.contains(.object(gone)))
      #expect(after[0] == entries[1])
      #expect(after.last?[key: "id"]?.text?.utf8.count == 20)
      #expect(after.allSatisfy { $0[key: "deleted"] == nil })
      let again = try await service.saveCalendar(
        id: Self.id, body: ["availabilities": .array(after)])
      #expect(again.calendar?[key: "availabilities"]?.array == after)
    }
  }

  @Test func aRefusalNamesThePlaces() async throws {
    try await withSandbox { sandbox, service in
      let error = await failure { () async throws(ServiceError) in
        try await service.saveCalendar(
          id: Self.id,
          body: ["foo": 1, "slotDurationUnit": "days", "openHours": [["daysOfTheWeek": [9]]]])
      }
      #expect(error?.kind == .invalid)
      #expect(error?.mayHaveBeenSaved == false)
      #expect(
        error?.messages.map { $0.path?.description } == [
          "foo", "slotDurationUnit", "openHours[0].daysOfTheWeek", "openHours[0].hours",
        ])
      #expect(error?.messages.map(\.isUnknownProperty) == [true, false, false, false])
      #expect(sandbox.calendar(Self.id)?[key: "slotDurationUnit"] == "mins")
      #expect(sandbox.requests.count == 1)
    }
  }

  /// The sandbox words its messages by itself, so this tests the reader of messages too.
  @Test func everyMessageOfTheValidatorNamesAPlace() throws {
    let body: JSONValue = [
      "foo": 1, "name": 1, "slotDuration": "x", "openHours": [[:], 1], "recurring": 1,
      "teamMembers": [
        ["userId": 1, "selected": 1, "locationConfigurations": [["kind": "x", "y": 1]]]
      ],
      "availabilities": [["date": "x", "hours": [["openHour": 99]]]], "alertEmail": "x",
      "lookBusyConfig": [:], "notifications": [[:]], "eventColor": "x", "isActive": "x",
    ]
    let problems = SandboxValidator.problems(inUpdate: body, of: [:])
    #expect(problems.count > 25)
    for problem in problems {
      let message = ServiceMessage(problem)
      let path = try #require(message.path, "\(problem)")
      #expect(body[JSONPath([path.components[0]])] != nil, "\(problem)")
      #expect(body[path.parent] != nil, "\(problem)")
    }
  }

  @Test func aRuleBrokenIsABadRequest() async throws {
    try await withSandbox { _, service in
      let error = await failure { () async throws(ServiceError) in
        try await service.saveCalendar(id: Self.id, body: ["enableRecurring": true])
      }
      #expect(error?.kind == .badRequest)
      #expect(error?.messages.first?.text.contains("one team member") == true)
      #expect(error?.messages.first?.path == nil)
    }
  }

  @Test(arguments: SandboxOptions.MissingRouteAnswer.allCases, RouteSetting.allCases)
  func everyRouteIsFound(
    _ answer: SandboxOptions.MissingRouteAnswer, _ setting: RouteSetting
  ) async throws {
    for routes in SandboxOptions.Routes.allCases {
      let options = SandboxOptions(routes: routes, missingRouteAnswer: answer)
      try await withSandbox(options, setting: setting) { sandbox, service in
        let works =
          setting == .auto || routes == .both
          || (setting == .documented) == (routes == .documentedOnly)
        if works {
          let expected: Route =
            setting == .resource || routes == .resourceOnly ? .resource : .documented
          for _ in 0..<2 {
            let saved = try await service.saveCalendar(id: Self.id, body: ["name": "n"])
            #expect(saved.route == expected)
          }
          let isDetour = setting == .auto && routes == .resourceOnly
          #expect(sandbox.requests.count == (isDetour ? 3 : 2))
        } else {
          let error = await failure { () async throws(ServiceError) in
            try await service.saveCalendar(id: Self.id, body: ["name": "n"])
          }
          #expect(error?.kind == .noSuchRoute)
        }
      }
    }
  }

  @Test func tokensAreChecked() async throws {
    let options = SandboxOptions(acceptedToken: "the-only-one")
    try await withSandbox(options, token: "the-only-one") { _, service in
      _ = try await service.loadCalendar(id: Self.id)
    }
    try await withSandbox(options, token: "another-one") { sandbox, service in
      let error = await service.failureOfLoading()
      #expect(error?.kind == .unauthorized)
      #expect(error?.messages.map(\.text) == ["Invalid token: access token is invalid"])
      #expect(sandbox.requests.first?.header("authorization") == "Bearer [token]")
    }
  }

  @Test func anUnknownCalendarIsNotFound() async throws {
    var options = SandboxOptions()
    options.unknownCalendar = .notFound
    try await withSandbox(options) { _, service in
      #expect(await service.failureOfLoading("nobody")?.kind == .notFound)
      let save = await failure { () async throws(ServiceError) in
        try await service.saveCalendar(id: "nobody", body: [:])
      }
      #expect(save?.kind == .notFound)
    }
  }

  @Test func lookupsAreAnswered() async throws {
    try await withSandbox(SandboxOptions(extraForms: 120)) { _, service in
      let location = Sandbox.locationID
      #expect(try await service.calendars(locationID: location).map(\.id) == Sandbox.calendarIDs)
      #expect(try await service.groups(locationID: location).count == 4)
      let users = try await service.users(locationID: location)
      #expect(users.first { $0.name == "Sofía Álvarez" }?.detail == "sofia@lumen-studio.example")
      let forms = try await service.forms(locationID: location)
      #expect(forms.count == 124)
      #expect(Set(forms.map(\.id)).count == 124)
    }
  }

  @Test(arguments: [SandboxOptions.LookupAnswer.forbidden, .unauthorized])
  func lookupsMayBeForbidden(_ answer: SandboxOptions.LookupAnswer) async throws {
    try await withSandbox(SandboxOptions(lookups: answer)) { _, service in
      let error = await failure { () async throws(ServiceError) in
        try await service.users(locationID: Sandbox.locationID)
      }
      #expect(error?.isTokenRefused == true)
      #expect(error?.kind == (answer == .forbidden ? .otherAccount : .missingScope))
      _ = try await service.loadCalendar(id: Self.id)
    }
  }

  @Test func slotsAreOffered() async throws {
    let now = 1_780_000_000
    try await withSandbox(SandboxOptions(now: now)) { _, service in
      let slots = try await service.freeSlots(
        calendarID: Self.id, from: now * 1000, to: (now + 14 * 86400) * 1000,
        timezone: "America/New_York")
      #expect(slots.starts.count > 5)
      #expect(slots.offsets == ["-04:00"])
      #expect(slots.unreadable == 0)
      let tooLong = await failure { () async throws(ServiceError) in
        try await service.freeSlots(
          calendarID: Self.id, from: 0, to: 32 * 86_400_000, timezone: "UTC")
      }
      #expect(tooLong?.kind == .badRequest)
    }
  }
}
