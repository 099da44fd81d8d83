import CalendarAPI
import TestSupport
import Testing

/// What a log is told of a call, and what not.
@Suite struct LoggedTransportTests {
  private func service(
    _ answers: [ScriptedTransport.Answer], _ told: KeptLog
  ) throws -> CalendarService {
    let token = try Token(secret)
    return CalendarService(
      token: token,
      transport: LoggedTransport(ScriptedTransport(answers), token: token, log: told))
  }

  @Test func aCallIsARequestAndAnAnswer() async throws {
    let told = KeptLog(wantsBodies: false)
    let answer = ScriptedTransport.Answer.json(
      200, #"{"calendar":{"id":"c1"}}"#,
      headers: [HTTPField("Set-Cookie", "a=b"), HTTPField("CF-Ray", "8f2")])
    _ = try await service([answer], told).loadCalendar(id: "c1")
    try #require(told.events.count == 2)
    #expect(
      told.events[0]
        == .request(
          method: "GET", url: "https://services.leadconnectorhq.com/calendars/c1", bodySize: 0,
          body: nil))
    guard case .answer(200, let time, let headers, 24, nil) = told.events[1] else {
      Issue.record("\(told.events[1])")
      return
    }
    #expect(time >= 0)
    #expect(headers.map(\.name) == ["content-type", "cf-ray"])
    #expect(told.numbers[0] == told.numbers[1])
  }

  @Test func bothTriesOfASaveAreTold() async throws {
    let told = KeptLog(wantsBodies: true)
    let no = ScriptedTransport.Answer.json(
      404, #"{"message":"Cannot PUT /calendars/c1/free-slots"}"#)
    let yes = ScriptedTransport.Answer.json(200, #"{"calendar":{"name":"n"}}"#)
    _ = try await service([no, yes], told).saveCalendar(id: "c1", body: ["name": "n"])
    let bodies = told.events.compactMap { event -> String? in
      switch event {
      case .request(_, _, _, let body), .answer(_, _, _, _, let body): body
      case .failure: nil
      }
    }
    #expect(
      bodies == [
        #"{"name":"n"}"#, #"{"message":"Cannot PUT /calendars/c1/free-slots"}"#, #"{"name":"n"}"#,
        #"{"calendar":{"name":"n"}}"#,
      ])
    #expect(Set(told.numbers).count == 2)
  }

  @Test func whyNoAnswerCameIsTold() async throws {
    let told = KeptLog(wantsBodies: false)
    let service = try service([.failure(.timedOut(seconds: 30))], told)
    let error = await failure { () async throws(ServiceError) in
      try await service.loadCalendar(id: "c1")
    }
    #expect(error?.kind == .transport(.timedOut(seconds: 30)))
    guard case .failure(.timedOut(seconds: 30), _)? = told.events.last else {
      Issue.record("\(told.events)")
      return
    }
  }

  /// The address, a body, a header and a reason repeat it, as it is and as they would spell it.
  @Test(arguments: [true, false])
  func theTokenIsNotTold(withBodies: Bool) async throws {
    let told = KeptLog(wantsBodies: withBodies)
    let echo = "Bearer \(secret), \(percentEncodedSecret)"
    let answers: [ScriptedTransport.Answer] = [
      .json(401, #"{"message":"\#(echo)"}"#, headers: [HTTPField("Location", "/?t=\(secret)")]),
      .html(500, String(repeating: "x", count: 65_530) + secret + "y"),
      .failure(.other("no \(secret)")),
    ]
    let service = try service(answers, told)
    for id in [secret, "c1", "c1"] {
      _ = await failure { () async throws(ServiceError) in try await service.loadCalendar(id: id) }
    }
    #expect(told.events.count == 6)
    #expect(!String(reflecting: told.events).contains(secret))
    #expect(!String(reflecting: told.events).contains(percentEncodedSecret))
    #expect(
      !String(reflecting: told.events).contains(secret.prefix(6)),
      "a cut body ends in no part of it either")
    #expect(String(reflecting: told.events).contains("[token]"))
  }

  private let percentEncodedSecret = "pit-5b1c-SECRET%2B%2F%3Dvalue"
}
