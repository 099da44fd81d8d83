import CalendarAPI
import JSON
import TestSupport
import Testing

/// What a job asks an error: whether to wait, and whether undocumented keys were refused.
@Suite struct DecidingTests {
  private func error(
    _ status: Int, _ body: String = "", headers: [HTTPField] = []
  ) async throws -> ServiceError {
    let service = try service(ScriptedTransport([.json(status, body, headers: headers)]))
    let error = await failure { () async throws(ServiceError) in
      try await service.saveCalendar(id: "x", body: [:])
    }
    return try #require(error)
  }

  // MARK: Waiting

  private static let after = HTTPField("Retry-After", "7")
  private static let interval = HTTPField("X-RateLimit-Interval-Milliseconds", "10500")
  private static let none = HTTPField("X-RateLimit-Remaining", "0")
  private static let today = HTTPField("X-RateLimit-Daily-Remaining", "0")
  private static let most = HTTPField("X-RateLimit-Limit-Daily", "200000")
  private static let left = HTTPField("X-RateLimit-Daily-Remaining", "5")

  static let waits: [(headers: [HTTPField], seconds: Int?)] = [
    ([], 10), ([after], 7), ([interval], 11), ([interval, none], 11), ([none], 10),
    ([after, interval, none], 7), ([interval, left], 11), ([left], 10), ([interval, today], nil),
    ([today], nil), ([today, most], nil), ([after, today], 7),
    ([HTTPField("Retry-After", "soon")], 10), ([HTTPField("Retry-After", "-1"), interval], 11),
  ]

  @Test(arguments: waits)
  func theTimeToWaitIsKnown(_ headers: [HTTPField], _ seconds: Int?) async throws {
    let error = try await error(429, headers: headers)
    #expect(error.retryAfter == seconds)
    let isUsedUp = headers.contains(Self.today)
    #expect(error.isUsedUpToday == isUsedUp)
    #expect(error.advice.contains("Today's requests are used up") == isUsedUp)
    #expect(error.advice.contains("all 200000 of them") == headers.contains(Self.most))
    if isUsedUp, seconds == nil { #expect(error.advice.contains("tomorrow")) }
    #expect(
      error.rateLimit?.dailyRemaining == (isUsedUp ? 0 : headers.contains(Self.left) ? 5 : nil))
  }

  @Test(arguments: [200, 302, 400, 401, 403, 404, 422, 500, 503])
  func otherAnswersAskForNoWait(_ status: Int) async throws {
    let headers = [Self.after, Self.interval, Self.none, Self.today]
    guard status != 200 else {
      let saved = try await service(
        ScriptedTransport([.json(200, #"{"calendar":{"id":"x"}}"#, headers: headers)])
      ).saveCalendar(id: "x", body: [:])
      #expect(saved.rateLimit?.isUsedUpToday == true)
      return
    }
    let error = try await error(status, headers: headers)
    #expect(error.retryAfter == nil)
    #expect(!error.isUsedUpToday)
    #expect(error.rateLimit?.remaining == 0)
    #expect(!error.advice.contains("used up"))
  }

  // MARK: Undocumented keys

  @Test(arguments: [400, 401, 422, 500])
  func refusedKeysAreNamedWithTheirPlaces(_ status: Int) async throws {
    let error = try await error(
      status,
      #"""
      {"message":["teamMembers.0.property selected should not exist","name must be a string",
        {"property":"teamMembers","children":[{"property":"1","children":[{"property":"zoomOauthId",
          "constraints":{"w":"property zoomOauthId should not exist"}}]}]}]}
      """#)
    let isRefusal = [400, 422].contains(status)
    #expect(error.refusedKeys.isEmpty != isRefusal)
    #expect(
      error.refusedKeys.map(\.description)
        == (isRefusal ? ["teamMembers[0].selected", "teamMembers[1].zoomOauthId"] : []))
  }

  @Test(arguments: [
    #"{"message":["name must be a string"]}"#, "", #"{"message":"Calendar not found"}"#,
    #"{"message":"The calendar should not exist"}"#,
  ])
  func otherRefusalsAreNotAboutKeys(_ body: String) async throws {
    let error = try await error(422, body)
    #expect(error.refusedKeys.isEmpty)
    #expect(error.refusedKeys.isEmpty)
  }
}
