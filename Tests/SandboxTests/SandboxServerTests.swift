import Glibc
import JSON
import Testing

@testable import Sandbox

@Suite struct SandboxServerTests {
  private func answer(
    _ method: String, _ target: String, _ headers: [String: String] = [:], body: String = "",
    options: SandboxOptions = SandboxOptions()
  ) -> SandboxAnswer {
    var state = SandboxState(options)
    let all = ["Authorization": "Bearer t", "Version": "2021-04-15"].merging(headers) { $1 }
    return state.answer(
      method: method, target: target, headers: { all[$0] }, body: Array(body.utf8))
  }

  private func message(_ answer: SandboxAnswer) -> JSONValue? {
    (try? JSONDocument(parsing: answer.body))?.value[key: "message"]
  }

  static let id = Sandbox.demoCalendarID

  @Test func versionsAreChecked() {
    let location = "?locationId=\(Sandbox.locationID)"
    for target in [
      "/calendars/\(Self.id)", "/calendars/\(location)", "/calendars/groups\(location)",
    ] {
      #expect(answer("GET", target).status == 200)
      #expect(answer("GET", target, ["Version": "2021-07-28"]).status == 401)
    }
    for target in ["/users/\(location)", "/forms/\(location)"] {
      #expect(answer("GET", target).status == 401)
      #expect(answer("GET", target, ["Version": "2021-07-28"]).status == 200)
    }
    #expect(answer("GET", "/calendars/\(Self.id)", ["Version": ""]).status == 401)
  }

  @Test(arguments: ["", "Bearer", "Bearer ", "Bearer   ", "Basic abc"])
  func tokensAreAskedFor(_ header: String) {
    let answer = answer("GET", "/calendars/\(Self.id)", ["Authorization": header])
    #expect(answer.status == 401)
    #expect(message(answer) == "Invalid token: access token is invalid")
  }

  @Test func accountsAreAskedFor() {
    #expect(answer("GET", "/calendars/").status == 422)
    #expect(answer("GET", "/calendars/?locationId=other").status == 403)
  }

  @Test func bodiesThatAreNoJSONAreBad() {
    let path = "/calendars/\(Self.id)/free-slots"
    let json = ["Content-Type": "application/json"]
    for body in ["", "{", "[]", "1", "\"x\""] {
      #expect(answer("PUT", path, json, body: body).status == 400)
    }
    #expect(answer("PUT", path, ["Content-Type": "text/plain"], body: "{}").status == 400)
    #expect(answer("PUT", path, json, body: "{}").status == 200)
    #expect(answer("PUT", "/calendars/nobody", json, body: "{}").status == 400)
  }

  @Test func missingRoutesAnswerAsTheServiceDoes() {
    let path = "/calendars/\(Self.id)/free-slots"
    var options = SandboxOptions(routes: .resourceOnly)
    #expect(message(answer("PUT", path, options: options))?.text == "Cannot PUT \(path)")
    options.missingRouteAnswer = .gatewayUnauthorized
    let gateway = answer("PUT", path, options: options)
    #expect(gateway.status == 401)
    #expect(
      message(gateway)?.text?.contains("route is not yet supported by the IAM Service") == true)
    options.missingRouteAnswer = .methodNotAllowed
    #expect(answer("PUT", path, options: options).status == 405)
    #expect(answer("DELETE", "/calendars/\(Self.id)").status == 404)
  }

  @Test func formsArePaged() throws {
    let base = "/forms/?locationId=\(Sandbox.locationID)"
    let version = ["Version": "2021-07-28"]
    let options = SandboxOptions(extraForms: 60)
    let page = answer("GET", base + "&skip=50&limit=50", version, options: options)
    let value = try JSONDocument(parsing: page.body).value
    #expect(value[key: "forms"]?.array?.count == 14)
    #expect(value[key: "total"] == 64)
    for query in ["&limit=51", "&limit=0", "&skip=-1", "&limit=x"] {
      #expect(answer("GET", base + query, version).status == 422)
    }
  }

  /// A browser writes a space as `+`; what is no escape is no number either.
  @Test func queriesAreReadAsServersReadThem() {
    let query = Query("/x?a=%41+b&c=%+5&d=100%&e=%2B&f%3D=g&a=2&h&i=")
    let expected = ["a": "A b", "c": "% 5", "d": "100%", "e": "+", "f=": "g", "h": "", "i": ""]
    for (name, value) in expected { #expect(query[name] == value) }
    #expect(query["g"] == nil)
  }

  @Test func onlyLoopbackIsServed() async throws {
    await #expect(throws: Sandbox.StartError.notLoopback(host: "0.0.0.0")) {
      try await Sandbox.start(host: "0.0.0.0")
    }
  }

  @Test func aThreadThatDoesNotAwaitCanStartOne() throws {
    let sandbox = try Sandbox.startBlocking()
    #expect(sandbox.port > 0)
    sandbox.stopBlocking()
    var again: Sandbox?
    // A program that another test has just started may have inherited the socket that listened.
    for _ in 0..<200 where again == nil {
      again = try? Sandbox.startBlocking(port: sandbox.port)
      if again == nil { usleep(50_000) }
    }
    #expect(again?.port == sandbox.port)
    again?.stopBlocking()
  }

  @Test func aPortThatIsTakenIsSaid() async throws {
    let first = try await Sandbox.start()
    #expect(first.port > 0)
    #expect(first.baseURL == "http://127.0.0.1:\(first.port)")
    await #expect(throws: Sandbox.StartError.self) { try await Sandbox.start(port: first.port) }
    await first.stop()
    var second: Sandbox?
    for _ in 0..<200 where second == nil {
      second = try? await Sandbox.start(port: first.port)
      if second == nil { try await Task.sleep(for: .milliseconds(50)) }
    }
    #expect(second?.port == first.port)
    await second?.stop()
  }
}
