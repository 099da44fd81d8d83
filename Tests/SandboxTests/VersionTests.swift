import JSON
import Testing

@testable import Sandbox

/// The versions of the API, and the words of refusals.
@Suite struct VersionTests {
  private static let id = Sandbox.calendarIDs[2]
  private static let location = "?locationId=\(Sandbox.locationID)"
  private static let calendarCalls = [
    "/calendars/\(id)", "/calendars/\(location)", "/calendars/groups\(location)",
    "/calendars/\(id)/free-slots?startDate=1780000000000&endDate=1780086400000",
  ]

  @Test(arguments: SandboxOptions.Versions.allCases)
  func calendarCallsTakeTheirVersions(_ versions: SandboxOptions.Versions) throws {
    try withSandbox {
      $0.versions = versions
    } _: { sandbox in
      let taken = ["2021-04-15": versions != .v3, "v3": versions != .page]
      for target in Self.calendarCalls {
        for version in ["2021-04-15", "v3", "2021-07-28", "V3", "v4"] {
          let answer = sandbox.get(target, version: version)
          #expect(answer.status == (taken[version] == true ? 200 : 401), "\(version) \(target)")
          if answer.status == 401 { #expect(answer.message == "version header is invalid") }
        }
        let answer = sandbox.get(target, version: nil)
        #expect(answer.status == 401)
        #expect(answer.message == "version header was not found.")
      }
    }
  }

  @Test func theNewVersionHasOnePathForUpdates() throws {
    for routes in SandboxOptions.Routes.allCases {
      try withSandbox {
        $0.routes = routes
      } _: { sandbox in
        let body: JSONValue = ["name": "n"]
        let page = "/calendars/\(Self.id)/free-slots"
        let old = sandbox.send("PUT", page, body)
        #expect(old.status == (routes == .resourceOnly ? 404 : 200))
        let new = sandbox.send("PUT", page, version: "v3", body)
        #expect(new.status == 404)
        #expect(new.message == .text("Cannot PUT \(page)"))
        #expect(sandbox.put(Self.id, body, version: "v3").status == 200)
      }
    }
    // A version that is refused is refused as such, and not as a path.
    try withSandbox {
      $0.versions = .page
    } _: { sandbox in
      let answer = sandbox.send("PUT", "/calendars/\(Self.id)/free-slots", version: "v3", [:])
      #expect(answer.status == 401)
      #expect(answer.message == "version header is invalid")
    }
  }

  @Test func theNewVersionTakesMinutesOfNotice() throws {
    try withSandbox { sandbox in
      let body: JSONValue = ["allowBookingAfter": 90, "allowBookingAfterUnit": "mins"]
      let refused = sandbox.put(Self.id, body)
      #expect(refused.status == 422)
      #expect(
        refused.message == [
          "allowBookingAfterUnit must be one of the following values: hours, days, weeks, months"
        ])
      #expect(sandbox.put(Self.id, body, version: "v3").status == 200)
      #expect(sandbox.loaded(Self.id)?[key: "allowBookingAfterUnit"] == "mins")
      // Elsewhere the new version is as strict as the old one.
      for body: JSONValue in [
        ["allowBookingForUnit": "mins"], ["allowBookingAfterUnit": "years"], ["version": 1],
      ] { #expect(sandbox.put(Self.id, body, version: "v3").status == 422) }
    }
  }

  // MARK: Refusals

  @Test(arguments: SandboxOptions.UnknownCalendar.allCases)
  func anUnknownCalendarIsSaid(_ unknown: SandboxOptions.UnknownCalendar) throws {
    try withSandbox {
      $0.unknownCalendar = unknown
    } _: { sandbox in
      let status = unknown == .badRequest ? 400 : 404
      for answer in [
        sandbox.get("/calendars/nobody"), sandbox.put("nobody", [:]),
        sandbox.get("/calendars/nobody/free-slots?startDate=1&endDate=2"),
      ] {
        #expect(answer.status == status)
        #expect(answer.message == "Calendar not found")
        #expect(answer.json?[key: "statusCode"]?.int == status)
      }
    }
  }

  @Test(arguments: SandboxOptions.ErrorShape.allCases)
  func refusalsHaveTheShapeOfTheOption(_ shape: SandboxOptions.ErrorShape) throws {
    try withSandbox {
      $0.errors = shape
    } _: { sandbox in
      let text: JSONValue = "Calendar not found"
      let list: JSONValue = ["property foo should not exist"]
      for (answer, status, message) in [
        (sandbox.get("/calendars/nobody"), 400, text),
        (sandbox.put(Self.id, ["foo": 1]), 422, list),
      ] {
        #expect(answer.status == status)
        let body = try #require(answer.json)
        switch shape {
        case .plain:
          #expect(body.keys == ["statusCode", "message", "error"])
          #expect(body[key: "message"] == message)
        case .exception:
          #expect(body.keys == ["status", "message", "name", "traceId"])
          #expect(body[key: "message"] == message && body[key: "name"] == "HttpException")
          #expect(body[key: "status"]?.int == status)
        case .nested:
          #expect(body[key: "statusCode"]?.int == status)
          #expect(body["message.message"] == message)
        }
      }
      #expect(sandbox.loaded(Self.id) == sandbox.calendar(Self.id))
    }
  }
}
