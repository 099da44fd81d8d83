import JSON
import Testing

@testable import Sandbox

/// The calls that read schedules and the sub-account.
@Suite struct ScheduleTests {
  private static let search = "/calendars/schedules/search?locationId=\(Sandbox.locationID)"
  private static let coach = Sandbox.calendarIDs[4]
  private static let panel = Sandbox.calendarIDs[3]
  private static let tomasz = "c7NxTzB2kIuE8rWaPl1j"

  private func found(_ answer: RawAnswer) -> [JSONValue] {
    #expect(answer.status == 200)
    return answer.json?[key: "schedules"]?.array ?? []
  }

  private func names(_ answer: RawAnswer) -> [String] {
    found(answer).compactMap { $0[key: "name"]?.text }
  }

  @Test func searchedByCalendarAndUser() throws {
    try withSandbox { sandbox in
      #expect(found(sandbox.get(Self.search)) == sandbox.schedules)
      #expect(sandbox.schedules.count == 7)
      #expect(names(sandbox.get(Self.search + "&calendarId=\(Self.coach)")) == ["Coaching hours"])
      #expect(
        names(sandbox.get(Self.search + "&calendarId=\(Self.panel)"))
          == ["Interviews", "Evenings", "Interviews, last year"])
      #expect(
        names(sandbox.get(Self.search + "&userId=\(Self.tomasz)"))
          == ["Coaching hours", "Interviews, last year"])
      #expect(
        names(sandbox.get(Self.search + "&userId=\(Self.tomasz)&calendarId=\(Self.panel)"))
          == ["Interviews, last year"])
      #expect(names(sandbox.get(Self.search + "&calendarId=nobody")) == [])
      #expect(
        names(sandbox.get(Self.search + "&skip=1&limit=2")) == ["Interviews", "Evenings"])
      #expect(found(sandbox.get(Self.search, version: "v3")).count == 7)
    }
  }

  @Test func wrongSearchesAreRefused() throws {
    try withSandbox { sandbox in
      for (query, status) in [
        ("&limit=501", 422), ("&limit=x", 422), ("&skip=-1", 422), ("&limit=500", 200),
      ] { #expect(sandbox.get(Self.search + query).status == status, "\(query)") }
      #expect(sandbox.get("/calendars/schedules/search").status == 422)
      #expect(sandbox.get("/calendars/schedules/search?locationId=other").status == 403)
      #expect(sandbox.get(Self.search, version: "2021-07-28").status == 401)
    }
  }

  /// Ids come in both spellings; what is deleted and what governs nothing is there too.
  @Test func demoSchedulesAreOfEveryKind() throws {
    try withSandbox { sandbox in
      let all = sandbox.schedules
      #expect(all.contains { $0[key: "id"] == nil && $0[key: "_id"] != nil })
      #expect(all.contains { $0[key: "id"] != nil && $0[key: "_id"] == nil })
      #expect(all.contains { $0[key: "deleted"] == true })
      #expect(all.contains { $0[key: "calendarIds"] == [] })
      #expect(all.contains { $0[key: "timezone"] != "Europe/Berlin" })
      let rules = all.flatMap { $0[key: "rules"]?.array ?? [] }
      #expect(Set(rules.compactMap { $0[key: "type"]?.text }) == ["date", "wday"])
      #expect(rules.contains { $0[key: "intervals"] == [] })
      for schedule in all {
        let id = try #require((schedule[key: "id"] ?? schedule[key: "_id"])?.text)
        #expect(id.utf8.count == 20)
        #expect(schedule[key: "locationId"]?.text == Sandbox.locationID)
        #expect(DemoAccount.users.contains { $0[key: "id"] == schedule[key: "userId"] })
        let one = sandbox.get("/calendars/schedules/\(id)")
        #expect(one.status == 200 && one.json == single("schedule", schedule))
      }
      #expect(sandbox.get("/calendars/schedules/nobody").status == 404)
    }
  }

  /// Members with a schedule that counts, of all members, calendar by calendar.
  @Test func demoCalendarsAreGovernedEachWay() {
    let state = SandboxState(SandboxOptions())
    let governed = state.calendars.map { calendar in
      let members = calendar.value[key: "teamMembers"]?.array ?? []
      let users = Set(state.schedules(governing: calendar.value).compactMap { $0[key: "userId"] })
      return [members.count { users.contains($0[key: "userId"] ?? .null) }, members.count]
    }
    #expect(governed == [[0, 4], [0, 2], [0, 1], [2, 3], [1, 1], [0, 0]])
  }

  @Test(arguments: SandboxOptions.ScheduleSearch.allCases)
  func theSearchMayBeRefused(_ search: SandboxOptions.ScheduleSearch) throws {
    try withSandbox {
      $0.schedules = search
    } _: { sandbox in
      let byCalendar = sandbox.get(Self.search + "&calendarId=\(Self.coach)")
      let byUser = sandbox.get(Self.search + "&userId=\(Self.tomasz)")
      switch search {
      case .filtered: #expect([names(byCalendar).count, names(byUser).count] == [1, 2])
      case .all: #expect([names(byCalendar).count, names(byUser).count] == [7, 7])
      case .needsUser:
        #expect(byCalendar.status == 422)
        #expect(byCalendar.message == ["userId must be a string", "userId should not be empty"])
        #expect(names(byUser).count == 2)
      case .unauthorized:
        #expect([byCalendar.status, byUser.status] == [401, 401])
        #expect(byUser.message == "The token is not authorized for this scope.")
      case .forbidden:
        #expect(byUser.status == 403)
        #expect(byUser.message == "The token does not have access to this location.")
      case .missing:
        #expect(byUser.status == 404)
        #expect(byUser.message == "Cannot GET /calendars/schedules/search")
      }
      // Nothing else is refused for it.
      #expect(sandbox.get("/calendars/\(Self.coach)").status == 200)
      #expect(sandbox.get("/calendars/groups?locationId=\(Sandbox.locationID)").status == 200)
    }
  }

  // MARK: The sub-account

  private static let location = "/locations/\(Sandbox.locationID)"

  @Test(arguments: [nil, "Europe/Berlin", "America/Lord_Howe", "Nowhere/At_All"])
  func theSubAccountHasATimeZone(_ zone: String?) throws {
    try withSandbox {
      $0.timezone = zone
    } _: { sandbox in
      let answer = sandbox.get(Self.location, version: "2021-07-28")
      #expect(answer.status == 200)
      let location = try #require(answer.json?[key: "location"])
      #expect(location[key: "id"]?.text == Sandbox.locationID)
      #expect(location[key: "name"] == "Lumen Studio")
      #expect(location[key: "timezone"] == zone.map(JSONValue.text))
    }
  }

  @Test func theSubAccountIsAskedForInItsOwnVersion() throws {
    try withSandbox { sandbox in
      for version in ["2021-04-15", "v3", ""] {
        #expect(sandbox.get(Self.location, version: version).status == 401)
      }
      #expect(sandbox.get("/locations/other", version: "2021-07-28").status == 403)
      #expect(SandboxOptions().timezone == "Europe/Berlin")
    }
  }

  @Test(arguments: SandboxOptions.LookupAnswer.allCases)
  func theSubAccountMayBeForbidden(_ answer: SandboxOptions.LookupAnswer) throws {
    let status = [.unauthorized: 401, .forbidden: 403][answer] ?? 200
    try withSandbox {
      $0.location = answer
    } _: { sandbox in
      #expect(sandbox.get(Self.location, version: "2021-07-28").status == status)
      #expect(sandbox.get(Self.search).status == 200)
    }
    try withSandbox {
      $0.lookups = answer
    } _: { sandbox in
      #expect(sandbox.get(Self.location, version: "2021-07-28").status == status)
      #expect(sandbox.get(Self.search).status == status)
    }
  }
}
