import CalendarAPI
import CalendarModel
import JSON
import TestSupport
import Testing

/// The version that each call names, and the path that it has then.
@Suite struct APIVersionTests {
  private func service(
    _ transport: ScriptedTransport, _ version: APIVersion, route: RouteSetting = .auto,
    memory: InMemoryRouteMemory = InMemoryRouteMemory()
  ) throws -> CalendarService {
    CalendarService(
      token: try Token(secret), transport: transport, routeSetting: route, routeMemory: memory,
      apiVersion: version)
  }

  @Test(arguments: APIVersion.allCases)
  func calendarCallsNameTheVersion(_ version: APIVersion) async throws {
    let calendar = ScriptedTransport.Answer.json(200, #"{"calendar":{"id":"x"}}"#)
    let transport = ScriptedTransport([
      calendar, calendar, .json(200, #"{"calendars":[]}"#), .json(200, #"{"groups":[]}"#),
      .json(200, "{}"), .json(200, #"{"users":[]}"#), .json(200, #"{"forms":[]}"#),
    ])
    let service = try service(transport, version)
    _ = try await service.loadCalendar(id: "x")
    _ = try await service.saveCalendar(id: "x", body: [:])
    _ = try await service.calendars(locationID: "l")
    _ = try await service.groups(locationID: "l")
    _ = try? await service.freeSlots(calendarID: "x", from: 1, to: 2)
    _ = try await service.users(locationID: "l")
    _ = try await service.forms(locationID: "l")
    let sent = transport.requests.map { $0.header("Version") }
    #expect(
      sent == Array(repeating: version.rawValue, count: 5) + ["2021-07-28", "2021-07-28"])
  }

  /// Version v3 has one path for the update, and says nothing of the paths of the other version.
  @Test(arguments: RouteSetting.allCases, [200, 404, 405, 422])
  func v3SavesAtTheResource(_ route: RouteSetting, _ status: Int) async throws {
    let body =
      status == 200 ? #"{"calendar":{"id":"x"}}"# : #"{"message":"Cannot PUT /calendars/x"}"#
    let transport = ScriptedTransport([.json(status, body)])
    let memory = InMemoryRouteMemory([.live: .documented])
    let service = try service(transport, .v3, route: route, memory: memory)
    let error = await failure { () async throws(ServiceError) in
      let saved = try await service.saveCalendar(id: "x", body: ["name": "n"])
      #expect(saved.route == .resource)
    }
    #expect((error == nil) == (status == 200))
    #expect((error?.kind == .noSuchRoute) == (status == 404 || status == 405))
    #expect(transport.requests.map(\.url) == ["https://services.leadconnectorhq.com/calendars/x"])
    #expect(transport.requests.first?.body == Array(#"{"name":"n"}"#.utf8))
    #expect(memory.route(for: .live) == .documented)
  }

  @Test(arguments: APIVersion.allCases)
  func aRefusedVersionNamesTheOption(_ version: APIVersion) async throws {
    let refusal = ScriptedTransport.Answer.json(401, #"{"message":"version header is invalid"}"#)
    let service = try service(ScriptedTransport([refusal]), version)
    let error = await failure { () async throws(ServiceError) in
      try await service.loadCalendar(id: "x")
    }
    #expect(error?.kind == .versionRefused)
    #expect(error?.advice.contains("The request used version \(version.rawValue).") == true)
    let other = version == .v3 ? "2021-04-15" : "v3"
    #expect(error?.advice.hasSuffix("--api-version: \(other).") == true)
  }
}
