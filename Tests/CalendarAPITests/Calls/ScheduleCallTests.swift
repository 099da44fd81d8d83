import CalendarAPI
import CalendarModel
import JSON
import Testing

/// The schedules of a calendar: asked about by calendar, or user by user.
@Suite struct ScheduleCallTests {
  private static let search =
    "https://services.leadconnectorhq.com/calendars/schedules/search?locationId=l%26c&calendarId=c1"

  private func entry(_ id: String, _ user: String = "u1") -> String {
    #"{"id":"\#(id)","userId":"\#(user)","calendarIds":["c1"],"timezone":"Europe/Berlin","#
      + #""rules":[{"type":"wday","day":"monday","intervals":[{"from":"09:00","to":"17:00"}]}]}"#
  }

  private func ask(
    _ answers: [ScriptedTransport.Answer], users: [String] = ["u1", "u2", "u3"]
  ) async throws -> (result: Result<ScheduleList, ServiceError>, urls: [String]) {
    let transport = ScriptedTransport(answers)
    let service = try service(transport)
    do throws(ServiceError) {
      let list = try await service.schedules(
        locationID: "l&c", calendarID: "c1", userIDs: users)
      #expect(transport.requests.allSatisfy { $0.header("Version") == "2021-04-15" })
      #expect(transport.requests.allSatisfy { $0.method == "GET" && $0.body == nil })
      return (.success(list), transport.requests.map(\.url))
    } catch {
      return (.failure(error), transport.requests.map(\.url))
    }
  }

  @Test func oneRequestAsksForAll() async throws {
    for body in [
      #"{"schedules":[\#(entry("a")),\#(entry("b", "u2"))]}"#, "[\(entry("a")),\(entry("b"))]",
    ] {
      let (result, urls) = try await ask([.json(200, body)])
      let list = try result.get()
      #expect(list.schedules.map(\.id) == ["a", "b"] && list.unreadable == [])
      #expect(list.askedUserIDs == nil && list.calendarID == "c1")
      #expect(list.schedules[0].week.text == "Mon 09:00–17:00")
      #expect(urls == [Self.search + "&limit=500"])
    }
  }

  @Test func whatCannotBeReadIsCounted() async throws {
    let (result, _) = try await ask([
      .json(200, #"{"schedules":[7,{"id":"x"},\#(entry("a")),null]}"#)
    ])
    let list = try result.get()
    #expect(list.schedules.map(\.id) == ["a"] && list.unreadable.count == 3)
  }

  static let refusals: [(Int, String)] = [
    (
      422, #"{"statusCode":422,"message":["userId must be a string","userId should not be empty"]}"#
    ),
    (400, #"{"statusCode":400,"message":"UserId is required"}"#),
    (422, #"{"statusCode":422,"message":"userId should not be empty","error":"Unprocessable"}"#),
  ]

  @Test(arguments: refusals)
  func usersAreAskedAboutWhereOneMustBeNamed(_ status: Int, _ body: String) async throws {
    let (result, urls) = try await ask([
      .json(status, body), .json(200, #"{"schedules":[\#(entry("a"))]}"#),
      .json(400, #"{"message":"User not found"}"#),
      .json(200, "[\(entry("a")),\(entry("b", "u3"))]"),
    ])
    let list = try result.get()
    #expect(list.schedules.map(\.id) == ["a", "b"], "each once")
    #expect(list.askedUserIDs == ["u1", "u3"], "u2 is not known to have none")
    #expect(
      urls == [Self.search + "&limit=500"]
        + ["u1", "u2", "u3"].map { Self.search + "&userId=\($0)&limit=500" })
  }

  /// No answer is not the answer "none".
  static let failures: [(ScriptedTransport.Answer, Int)] = [
    (.json(401, #"{"statusCode":401,"message":"The token is not authorized for this scope."}"#), 1),
    (.json(403, #"{"statusCode":403,"message":"Forbidden resource"}"#), 1),
    (.json(404, #"{"statusCode":404,"message":"Cannot GET /calendars/schedules/search"}"#), 1),
    (.json(400, #"{"statusCode":400,"message":"Bad"}"#), 1), (.json(500, ""), 1),
    (.json(429, #"{"message":"Too Many Requests"}"#), 1), (.failure(.timedOut(seconds: 5)), 1),
    (.json(200, "{}"), 1), (.json(200, "<html>"), 1), (.json(200, #"{"schedules":{}}"#), 1),
  ]

  @Test(arguments: failures)
  func aFailureIsThrown(_ answer: ScriptedTransport.Answer, _ requests: Int) async throws {
    let (result, urls) = try await ask([answer, .json(200, "[]"), .json(200, "[]")])
    #expect(throws: ServiceError.self) { try result.get() }
    #expect(urls.count == requests)
    let later = try await ask([
      .json(400, #"{"message":"userId required"}"#), .json(200, "[]"), answer, .json(200, "[]"),
    ])
    if case .success(let other) = answer, other.status == 400 {
      #expect(try later.result.get().askedUserIDs == ["u1", "u3"], "it can be about the user")
    } else {
      #expect(throws: ServiceError.self) { try later.result.get() }
      #expect(later.urls.count == 3)
    }
  }

  @Test func withoutATeamTheRefusalIsTheAnswer() async throws {
    let (result, urls) = try await ask([.json(400, #"{"message":"userId required"}"#)], users: [])
    #expect(throws: ServiceError.self) { try result.get() }
    #expect(urls.count == 1)
  }

  @Test func aLargeTeamIsAskedAboutInPart() async throws {
    let users = (0..<80).map { "u\($0)" }
    let answers =
      [ScriptedTransport.Answer.json(400, #"{"message":"userId required"}"#)]
      + users.map { _ in .json(200, "[]") }
    let (result, urls) = try await ask(answers, users: users)
    #expect(try result.get().askedUserIDs == Set(users.prefix(30)))
    #expect(urls.count == 31)
  }

  @Test func pagesAreTurned() async throws {
    func page(_ range: Range<Int>) -> ScriptedTransport.Answer {
      .json(200, "[\(range.map { entry("s\($0)") }.joined(separator: ","))]")
    }
    let (result, urls) = try await ask([page(0..<500), page(500..<510)])
    #expect(try result.get().schedules.count == 510)
    #expect(urls == [Self.search + "&limit=500", Self.search + "&skip=500&limit=500"])
    let same = try await ask([page(0..<500), page(0..<500), page(0..<500)])
    #expect(try same.result.get().schedules.count == 500 && same.urls.count == 2)
  }
}
