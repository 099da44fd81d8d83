import CalendarAPI
import JSON
import TestSupport
import Testing

@Suite struct CalendarServiceTests {
  @Test func loadingSendsTheDocumentedHeaders() async throws {
    let body = #"{"traceId":1,"calendar":{"slotDuration":30.0,"a":1,"b":{"c":1,"c":2},"a":2}}"#
    let limits = [
      HTTPField("X-RateLimit-Max", "100"), HTTPField("x-ratelimit-remaining", "99"),
      HTTPField("X-RateLimit-Interval-Milliseconds", "10000"),
      HTTPField("X-RateLimit-Limit-Daily", "200000"),
      HTTPField("X-RateLimit-Daily-Remaining", "199999"),
    ]
    let transport = ScriptedTransport([.json(200, body, headers: limits)])
    let loaded = try await service(transport).loadCalendar(id: "a/b ?é")
    #expect(loaded.calendar.printed() == #"{"slotDuration":30.0,"a":1,"b":{"c":1,"c":2},"a":2}"#)
    #expect(loaded.duplicateKeys.map(\.description) == ["b.c", "a"])
    #expect(loaded.rateLimit?.remaining == 99)
    #expect(loaded.rateLimit?.dailyRemaining == 199_999)

    let request = try #require(transport.requests.first)
    #expect(request.method == "GET")
    #expect(
      request.url == "https://services.leadconnectorhq.com/calendars/a%2Fb%20%3F%C3%A9")
    #expect(request.header("Version") == "2021-04-15")
    #expect(request.header("Accept") == "application/json")
    #expect(request.header("Authorization") == "Bearer \(secret)")
    #expect(request.header("Content-Type") == nil)
    #expect(request.body == nil)
  }

  @Test func savingSendsTheBodyAsItIs() async throws {
    let transport = ScriptedTransport([.json(200, #"{"calendar":{"id":"x"}}"#)])
    let body = try JSONDocument(parsing: #"{"slotDuration":45.0,"availabilityType":null}"#).value
    let saved = try await service(transport).saveCalendar(id: "x", body: body)
    #expect(saved.calendar == ["id": "x"])
    #expect(saved.whyMissing == nil)
    #expect((saved.route, saved.status) == (.documented, 200))
    let request = try #require(transport.requests.first)
    #expect(request.method == "PUT")
    #expect(request.body == Array(#"{"slotDuration":45.0,"availabilityType":null}"#.utf8))
    #expect(request.header("Content-Type") == "application/json")
    #expect(request.header("Version") == "2021-04-15")
  }

  @Test(arguments: ["", "ok", "[]", "{}", #"{"calendar":null}"#, "<html></html>"])
  func aSaveWithoutCalendarIsStillASave(_ body: String) async throws {
    let saved = try await service(ScriptedTransport([.json(200, body)]))
      .saveCalendar(id: "x", body: [:])
    #expect(saved.calendar == nil)
    #expect(saved.whyMissing?.isEmpty == false)
  }

  @Test(arguments: ["", "ok", "[]", "{}", #"{"calendar":[]}"#, "<html></html>", #"{"calendar":"#])
  func aLoadWithoutCalendarIsUnreadable(_ body: String) async throws {
    let service = try service(ScriptedTransport([.json(200, body)]))
    let error = await failure { () async throws(ServiceError) in
      try await service.loadCalendar(id: "x")
    }
    guard case .unreadable(let why)? = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!why.isEmpty)
    #expect(error?.raw == body)
    #expect(error?.status == 200)
  }

  @Test(arguments: ["", ".", ".."]) func idsThatCannotStandInAPathAreNotSent(_ id: String)
    async throws
  {
    let transport = ScriptedTransport([])
    let service = try service(transport)
    let load = await failure { () async throws(ServiceError) in
      try await service.loadCalendar(id: id)
    }
    let save = await failure { () async throws(ServiceError) in
      try await service.saveCalendar(id: id, body: [:])
    }
    #expect(load?.kind == .unusableID(id))
    #expect(save?.kind == .unusableID(id))
    #expect(transport.requests.isEmpty)
  }

  static let statuses: [(Int, ServiceError.Kind)] = [
    (400, .badRequest), (401, .unauthorized), (403, .forbidden), (404, .notFound),
    (405, .noSuchRoute), (418, .unexpected(status: 418)), (422, .invalid),
    (429, .rateLimited(retryAfterSeconds: nil)), (500, .server(status: 500)),
    (503, .server(status: 503)), (302, .redirected(location: nil)),
    (304, .redirected(location: nil)), (600, .unexpected(status: 600)),
  ]

  @Test(arguments: statuses) func statusHasAKindAndWords(_ status: Int, _ kind: ServiceError.Kind)
    async throws
  {
    let service = try service(
      ScriptedTransport([.json(status, #"{"message":["name must be a string","b"]}"#)]))
    let error = await failure { () async throws(ServiceError) in
      try await service.loadCalendar(id: "x")
    }
    #expect(error?.kind == kind)
    #expect(error?.status == status)
    #expect(error?.messages.map(\.text) == ["name must be a string", "b"])
    #expect(error?.messages.first?.path == "name")
    #expect(error?.title.contains("\(status)") == true)
    #expect(error?.advice.isEmpty == false)
  }

  static let bodies: [(String, [String])] = [
    (#"{"message":"one"}"#, ["one"]), (#"{"message":["a","b"]}"#, ["a", "b"]),
    (#"{"message":[{"x":1},null,2]}"#, [#"{"x":1}"#, "2"]), (#"{"error":"E"}"#, ["E"]),
    (#"{"message":null,"error":"E"}"#, ["E"]), (#""text""#, ["text"]), ("plain", ["plain"]),
    ("", []), ("{}", []), ("[]", []),
  ]

  @Test(arguments: bodies, [400, 422, 500])
  func messagesAreFoundUnderAnyStatus(_ body: (String, [String]), _ status: Int) async throws {
    let service = try service(ScriptedTransport([.json(status, body.0)]))
    let error = await failure { () async throws(ServiceError) in
      try await service.loadCalendar(id: "x")
    }
    #expect(error?.messages.map(\.text) == body.1)
    #expect(error?.isHTML == false)
  }

  @Test func aPageFromAProxyIsSaid() async throws {
    let page = "\n<!DOCTYPE html><HEAD><TITLE>502\n Bad Gateway</TITLE></HEAD>"
    let service = try service(ScriptedTransport([.html(502, page)]))
    let error = await failure { () async throws(ServiceError) in
      try await service.saveCalendar(id: "x", body: [:])
    }
    #expect(error?.isHTML == true)
    #expect(error?.messages.map(\.text) == ["502 Bad Gateway"])
    #expect(error?.advice.contains("proxy") == true)
    #expect(error?.mayHaveBeenSaved == true)
    #expect(error?.raw == page)
  }

  private func dates(_ then: String, _ now: String) -> [HTTPField] {
    [HTTPField("Retry-After", then), HTTPField("date", now)]
  }

  /// Nobody unpacks it, so nobody can make it say anything.
  @Test(arguments: [
    ([0x1F, 0x8B, 8], []), ([0x28, 0xB5], [HTTPField("content-encoding", "zstd")]),
    (Array("t-123".utf8), [HTTPField("Content-Encoding", "br")]),
  ])
  func compressedAnswersAreSaid(_ body: [UInt8], _ headers: [HTTPField]) async throws {
    for status in [200, 500] {
      let answer = HTTPResponse(status: status, headers: headers, body: body)
      let service = try service(ScriptedTransport([.success(answer)]))
      let error = await failure { () async throws(ServiceError) in
        try await service.loadCalendar(id: "x")
      }
      let said = status == 200 ? error?.title : error?.messages.first?.text
      #expect(said?.contains("is compressed, although the request asked for it plain") == true)
      #expect(error?.raw == "")
      #expect(error?.advice.contains("you can read the whole answer") == false)
    }
  }

  @Test func whatIsOnlyCalledCompressedIsRead() async throws {
    let answer = HTTPResponse(
      status: 200, headers: [HTTPField("Content-Encoding", "gzip")],
      body: Array(#"{"calendar":{"id":"x"}}"#.utf8))
    let loaded = try await service(ScriptedTransport([.success(answer)])).loadCalendar(id: "x")
    #expect(loaded.calendar == ["id": "x"])
  }

  @Test func waitingTimesAreRead() async throws {
    let interval = HTTPField("X-RateLimit-Interval-Milliseconds", "10000")
    let none = HTTPField("X-RateLimit-Daily-Remaining", "0")
    let cases: [([HTTPField], Int?)] = [
      ([HTTPField("Retry-After", "7"), interval], 7), ([interval], 10), ([interval, none], nil),
      ([HTTPField("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")], nil), ([], nil),
      (dates("Wed, 21 Oct 2026 07:28:05 GMT", "Wed, 21 Oct 2026 07:27:58 GMT"), 7),
      (dates("Fri, 01 Mar 2024 00:00:01 GMT", "Thu, 29 Feb 2024 23:59:59 GMT"), 2),
      (dates("Mon, 01 Mar 2100 00:00:01 GMT", "Sun, 28 Feb 2100 23:59:59 GMT"), 2),
      (dates("Fri, 01 Jan 2027 00:01:00 GMT", "Thu, 31 Dec 2026 23:59:00 GMT"), 120),
      (dates("Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 07:29:00 GMT"), 0),
      (dates("soon", "Wed, 21 Oct 2026 07:29:00 GMT"), nil), (dates("-1", ""), nil),
      (dates("Wed, 21 Oct 99999999999999999999 07:28:00 GMT", "x"), nil),
    ]
    for (headers, seconds) in cases {
      let service = try service(ScriptedTransport([.json(429, "", headers: headers)]))
      let error = await failure { () async throws(ServiceError) in
        try await service.loadCalendar(id: "x")
      }
      #expect(error?.kind == .rateLimited(retryAfterSeconds: seconds))
    }
  }

  static let failures: [(TransportError, Bool)] = [
    (.refused, false), (.hostNotFound(host: "h"), false), (.timedOut(seconds: 30), true),
    (.tls(reason: "r"), false), (.certificateFile(path: "p", reason: "r"), false),
    (.connectionClosed, true), (.cancelled, true), (.tooLarge(limit: 8 << 20), true),
    (.other("o"), true),
  ]

  @Test(arguments: failures)
  func withoutAnAnswerASaveMayHaveHappened(_ reason: TransportError, _ may: Bool) async throws {
    let saving = try service(ScriptedTransport([.failure(reason)]))
    let save = await failure { () async throws(ServiceError) in
      try await saving.saveCalendar(id: "x", body: [:])
    }
    #expect(save?.kind == .transport(reason))
    #expect(save?.mayHaveBeenSaved == may)
    #expect(save?.advice.contains("load again") == may)
    let loading = try service(ScriptedTransport([.failure(reason)]))
    let load = await failure { () async throws(ServiceError) in
      try await loading.loadCalendar(id: "x")
    }
    #expect(load?.mayHaveBeenSaved == false)
    #expect(load?.title.isEmpty == false)
    #expect(load?.advice.isEmpty == false)
  }
}
