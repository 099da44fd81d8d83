import CalendarAPI
import JSON
import TestSupport
import Testing

/// What a server answers first, and whether the other path may be tried then.
struct RouteCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let answer: ScriptedTransport.Answer
  let goesOn: Bool

  init(_ name: String, _ answer: ScriptedTransport.Answer, goesOn: Bool) {
    (testDescription, self.answer, self.goesOn) = (name, answer, goesOn)
  }
}

@Suite struct RouteTests {
  static let saved = #"{"calendar":{"id":"x","name":"n"}}"#
  static let gateway =
    #"{"statusCode":401,"message":"This route is not yet supported by the IAM Service. Update it."}"#

  static let cases: [RouteCase] = [
    .init(
      "404 Cannot PUT",
      .json(404, #"{"message":"Cannot PUT /calendars/x/free-slots"}"#), goesOn: true),
    .init(
      "404 Cannot PUT in a list", .json(404, #"{"message":["Cannot PUT /calendars/x"]}"#),
      goesOn: true),
    .init("404 Cannot GET", .json(404, #"{"message":"Cannot GET /calendars/x"}"#), goesOn: false),
    .init("404 cannot", .json(404, #"{"message":"cannot PUT /"}"#), goesOn: false),
    .init(
      "404 quoted", .json(404, #"{"message":"Error: Cannot PUT /calendars/x"}"#), goesOn: false),
    .init("404 calendar", .json(404, #"{"message":"Calendar not found"}"#), goesOn: false),
    .init("404 page", .html(404, "<html><pre>Cannot PUT /calendars</pre>"), goesOn: false),
    .init("404 empty", .json(404, ""), goesOn: false),
    .init("405", .json(405, ""), goesOn: true),
    .init("405 page", .html(405, "<html>"), goesOn: true),
    .init("401 gateway", .json(401, gateway), goesOn: true),
    .init("403 gateway", .json(403, gateway), goesOn: true),
    .init("400 gateway", .json(400, gateway), goesOn: false),
    .init("401", .json(401, #"{"message":"Invalid token"}"#), goesOn: false),
    .init("403", .json(403, #"{"message":"no"}"#), goesOn: false),
    .init("422", .json(422, #"{"message":["Cannot PUT x"]}"#), goesOn: false),
    .init("429", .json(429, ""), goesOn: false),
    .init("500", .json(500, #"{"message":"Cannot PUT x"}"#), goesOn: false),
    .init("502 page", .html(502, "<html>"), goesOn: false),
    .init("301", .json(301, ""), goesOn: false),
    .init("time-out", .failure(.timedOut(seconds: 1)), goesOn: false),
    .init("closed", .failure(.connectionClosed), goesOn: false),
    .init("refused", .failure(.refused), goesOn: false),
    .init("cancelled", .failure(.cancelled), goesOn: false),
    .init("too large", .failure(.tooLarge(limit: 1)), goesOn: false),
  ]

  @Test(arguments: cases) func autoGoesOnOnlyWhenThereIsNoRoute(_ item: RouteCase) async throws {
    for first in Route.allCases {
      let transport = ScriptedTransport([item.answer, .json(200, Self.saved)])
      let memory = InMemoryRouteMemory([.live: first])
      let service = try service(transport, memory: memory)
      let other: Route = first == .documented ? .resource : .documented
      if item.goesOn {
        let saved = try await service.saveCalendar(id: "x", body: ["name": "n"])
        #expect(saved.route == other)
        #expect(memory.route(for: .live) == other)
        #expect(
          transport.requests.map(\.url) == [url(first), url(other)])
        #expect(
          transport.requests.map(\.body) == Array(repeating: Array(#"{"name":"n"}"#.utf8), count: 2)
        )
      } else {
        let error = await failure { () async throws(ServiceError) in
          try await service.saveCalendar(id: "x", body: ["name": "n"])
        }
        #expect(error != nil)
        #expect(transport.requests.count == 1)
        #expect(memory.route(for: .live) == first)
      }
    }
  }

  @Test(arguments: cases, [RouteSetting.documented, .resource])
  func aFixedRouteIsTheOnlyOne(_ item: RouteCase, _ setting: RouteSetting) async throws {
    let transport = ScriptedTransport([item.answer, .json(200, Self.saved)])
    let service = try service(transport, setting: setting)
    let error = await failure { () async throws(ServiceError) in
      try await service.saveCalendar(id: "x", body: [:])
    }
    #expect((error?.kind == .noSuchRoute) == item.goesOn)
    #expect(
      transport.requests.map(\.url) == [url(setting == .documented ? .documented : .resource)])
  }

  @Test func whatWorkedIsRememberedForEachAddress() async throws {
    let missing = ScriptedTransport.Answer.json(405, "")
    let transport = ScriptedTransport([missing, .json(200, Self.saved), .json(200, Self.saved)])
    let memory = InMemoryRouteMemory()
    let service = try service(transport, memory: memory)
    _ = try await service.saveCalendar(id: "x", body: [:])
    _ = try await service.saveCalendar(id: "x", body: [:])
    #expect(transport.requests.map(\.url) == [url(.documented), url(.resource), url(.resource)])
    #expect(memory.route(for: try BaseURL("https://other.example")) == nil)
  }

  @Test func noRouteAtAllIsSaidAndNotRemembered() async throws {
    let transport = ScriptedTransport([.json(405, ""), .json(405, "")])
    let memory = InMemoryRouteMemory()
    let service = try service(transport, memory: memory)
    let error = await failure { () async throws(ServiceError) in
      try await service.saveCalendar(id: "x", body: [:])
    }
    #expect(error?.kind == .noSuchRoute)
    #expect(error?.mayHaveBeenSaved == false)
    #expect(transport.requests.count == 2)
    #expect(memory.route(for: .live) == nil)
  }

  @Test func aTimeOutAtTheSecondPathIsNotRemembered() async throws {
    let transport = ScriptedTransport([.json(405, ""), .failure(.timedOut(seconds: 1))])
    let memory = InMemoryRouteMemory()
    let service = try service(transport, memory: memory)
    let error = await failure { () async throws(ServiceError) in
      try await service.saveCalendar(id: "x", body: [:])
    }
    #expect(error?.kind == .transport(.timedOut(seconds: 1)))
    #expect(error?.mayHaveBeenSaved == true)
    #expect(memory.route(for: .live) == nil)
  }

  private func url(_ route: Route) -> String {
    "https://services.leadconnectorhq.com/calendars/x" + (route == .documented ? "/free-slots" : "")
  }
}
