import JSON
import Testing

@testable import Sandbox

/// Answers that are not what they seem, and refusals in the words of the field.
@Suite struct ReportedFaultTests {
  private static let id = Sandbox.demoCalendarID
  private static let rename: JSONValue = ["name": "n", "slotDuration": 20]

  @Test(arguments: [520, 521, 522, 523, 524, 502, 504], [false, true])
  func aProxySaysNothingAboutTheWrite(_ status: Int, _ carriesOut: Bool) throws {
    try withSandbox { sandbox in
      let before = sandbox.calendar(Self.id)
      sandbox.inject(.proxy(status, carriesOut: carriesOut), method: "PUT")
      #expect(sandbox.get("/calendars/\(Self.id)").status == 200)
      let answer = sandbox.put(Self.id, Self.rename)
      #expect(answer.status == status)
      #expect(answer.head.contains("text/html") && answer.text.contains("Error \(status)"))
      #expect((sandbox.calendar(Self.id) == before) != carriesOut)
      #expect(sandbox.calendar(Self.id)?[key: "name"] == "n" || !carriesOut)
      #expect(sandbox.put(Self.id, Self.rename).status == 200)
    }
  }

  @Test func reportedRefusalsStoreNothing() throws {
    try withSandbox { sandbox in
      let before = sandbox.calendar(Self.id)
      for (fault, status, message) in [
        (SandboxFault.calendarNotFound, 400, "Calendar not found"),
        (.otherLocation, 403, "The token does not have access to this location."),
        (.missingScope, 401, "The token is not authorized for this scope."),
        (.wrongVersion, 401, "version header is invalid"),
      ] {
        sandbox.inject(fault)
        let answer = sandbox.put(Self.id, Self.rename)
        #expect(answer.status == status && answer.message == .text(message))
        #expect(answer.json?.keys == ["statusCode", "message", "error"])
        #expect(answer.json?[key: "statusCode"]?.int == status)
      }
      #expect(sandbox.calendar(Self.id) == before)
    }
  }

  /// A refusal of the sandbox itself has the same words as the fault.
  @Test func faultsAreWordedAsRefusals() throws {
    try withSandbox {
      $0.lookups = .unauthorized
    } _: { sandbox in
      let groups = "/calendars/groups?locationId=\(Sandbox.locationID)"
      let refusals = [
        sandbox.get("/calendars/nobody"), sandbox.get(groups),
        sandbox.get(groups, version: "1"),
      ]
      let faults = [SandboxFault.calendarNotFound, .missingScope, .wrongVersion]
      for (refusal, fault) in zip(refusals, faults) {
        sandbox.inject(fault)
        #expect(sandbox.get(groups).text == refusal.text)
      }
    }
  }

  @Test(arguments: [false, true], SandboxOptions.PutAnswer.allCases)
  func anUpdateMayStoreNothing(_ claims: Bool, _ answers: SandboxOptions.PutAnswer) throws {
    try withSandbox {
      $0.answer = answers
      $0.hours = .deletes
    } _: { sandbox in
      // Of a calendar that a schedule governs, so that it could lose that too.
      let id = Sandbox.calendarIDs[4]
      let before = try #require(sandbox.calendar(id))
      let schedules = sandbox.schedules
      sandbox.inject(.storeNothing(claims: claims), method: "PUT")
      let answer = sandbox.put(id, Self.rename.with(["openHours": []]))
      #expect(answer.status == 200)
      #expect(sandbox.calendar(id) == before)
      #expect(sandbox.schedules == schedules)
      let shown = try #require(answer.calendar)
      let isNew = claims || answers == .echo
      #expect(shown[key: "name"] == (isNew ? "n" : before[key: "name"]))
      #expect(
        shown[key: "openHours"] == (answers == .short ? nil : isNew ? [] : before[key: "openHours"])
      )
      if answers == .full, !claims { #expect(shown == before) }
      // What is refused is refused all the same.
      sandbox.inject(.storeNothing(claims: claims))
      #expect(sandbox.put(id, ["foo": 1]).status == 422)
      #expect(sandbox.put(id, Self.rename).status == 200)
      #expect(sandbox.calendar(id)?[key: "name"] == "n")
    }
  }

  @Test func anUpdateMayLoseKeys() throws {
    try withSandbox { sandbox in
      let before = try #require(sandbox.calendar(Self.id))
      let keys = [
        "teamMembers.priority", "teamMembers.locationConfigurations.location", "notes",
        "reschedulePreference.unit", "nothing.there", "name.inside",
      ]
      sandbox.inject(.lose(keys))
      let answer = sandbox.put(Self.id, Self.rename)
      #expect(answer.status == 200)
      let after = try #require(sandbox.calendar(Self.id))
      #expect(answer.calendar == after)
      let members = try #require(before[key: "teamMembers"]?.array)
      let expected = members.map { member in
        let locations = member[key: "locationConfigurations"]?.array ?? []
        return member.without("priority").with([
          "locationConfigurations": .array(locations.map { $0.without("location") })
        ])
      }
      #expect(after[key: "teamMembers"]?.array == expected)
      #expect(after[key: "reschedulePreference"] == ["value": 2])
      #expect(after[key: "notes"] == nil && after[key: "name"] == "n")
      let touched = ["teamMembers", "reschedulePreference", "notes", "name", "slotDuration"]
      for key in before.keys where !(touched + ["dateUpdated", "version"]).contains(key) {
        #expect(after[key: key] == before[key: key], "\(key)")
      }
    }
  }

  @Test func anAnswerMayHaveAKeyTwice() throws {
    try withSandbox { sandbox in
      for key in ["name", "slotDuration", "notThere"] {
        sandbox.inject(.doubleKey(key, first: "first"))
        let answer = sandbox.put(Self.id, Self.rename)
        let members = try #require(answer.calendar?.object?.members).filter { $0.key == key }
        let stored = sandbox.calendar(Self.id)?[key: key]
        #expect(members.map(\.value) == ["first"] + (stored.map { [$0] } ?? []))
        #expect(stored == Self.rename[key: key])
      }
    }
  }

  @Test func faultsMeetTheCallsTheyAreMeantFor() throws {
    try withSandbox { sandbox in
      sandbox.inject(.proxy(524, carriesOut: false), method: "GET", path: "/locations/")
      sandbox.inject(.missingScope, path: "/calendars/schedules")
      #expect(sandbox.get("/calendars/\(Self.id)").status == 200)
      #expect(sandbox.put(Self.id, [:]).status == 200)
      let location = "/locations/\(Sandbox.locationID)"
      let schedules = "/calendars/schedules/search?locationId=\(Sandbox.locationID)"
      #expect(sandbox.get(schedules).status == 401)
      #expect(sandbox.get(location, version: "2021-07-28").status == 524)
      #expect(sandbox.get(schedules).status == 200)
      #expect(sandbox.get(location, version: "2021-07-28").status == 200)
    }
  }
}
