import JSON
import Testing

@testable import Sandbox

/// The limit of requests of each sub-account.
@Suite struct RateLimitTests {
  private static let accounts = Sandbox.accounts(count: 2, calendars: 1)

  private func rate(_ answer: RawAnswer, _ name: String) -> Int? {
    answer.head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased()) }
      .flatMap { Int($0.split(separator: " ").last ?? "") }
  }

  private func load(_ account: Int, _ sandbox: Sandbox, token: String? = nil) -> RawAnswer {
    let account = Self.accounts[account]
    return sandbox.get(
      "/calendars/\(account.calendarIDs[0])", token: token ?? account.tokens[0])
  }

  @Test func eachSubAccountHasItsOwn() throws {
    try withSandbox(accounts: Self.accounts) {
      $0.rateLimit = SandboxOptions.RateLimit(
        requests: 3, milliseconds: 600_000, requestsPerDay: 50)
    } _: { sandbox in
      let answers = (0..<5).map { _ in load(0, sandbox) }
      #expect(answers.map(\.status) == [200, 200, 200, 429, 429])
      #expect(answers.map { rate($0, "X-RateLimit-Remaining") } == [2, 1, 0, 0, 0])
      #expect(answers.map { rate($0, "X-RateLimit-Daily-Remaining") } == [49, 48, 47, 47, 47])
      #expect(answers.allSatisfy { rate($0, "X-RateLimit-Max") == 3 })
      #expect(answers.allSatisfy { rate($0, "X-RateLimit-Interval-Milliseconds") == 600_000 })
      #expect(answers.allSatisfy { rate($0, "X-RateLimit-Limit-Daily") == 50 })
      #expect(answers[4].message == "Too Many Requests")
      let other = load(1, sandbox)
      #expect(other.status == 200 && rate(other, "X-RateLimit-Remaining") == 2)
      // The token counts: the first one is over its limit wherever it asks.
      #expect(load(1, sandbox, token: Self.accounts[0].tokens[0]).status == 429)
      #expect(load(1, sandbox).status == 200)
    }
  }

  /// What is refused for the limit is not carried out, and leaves the faults for later.
  @Test func aRefusedRequestDoesNothing() throws {
    try withSandbox(accounts: Self.accounts) {
      $0.rateLimit = SandboxOptions.RateLimit(requests: 1, milliseconds: 600_000)
    } _: { sandbox in
      let account = Self.accounts[0]
      _ = load(0, sandbox)
      sandbox.inject(.close, call: .save)
      let answer = sandbox.put(account.calendarIDs[0], ["name": "n"], token: account.tokens[0])
      #expect(answer.status == 429)
      #expect(sandbox.calendar(account.calendarIDs[0]) == account.calendars[0])
      #expect(sandbox.requests.count == 2, "it is kept all the same")
      let other = Self.accounts[1]
      #expect(sandbox.put(other.calendarIDs[0], [:], token: other.tokens[0]).status == 0)
    }
  }

  /// Fixed intervals begin anew at once; sliding ones let go of requests one by one.
  @Test(arguments: SandboxOptions.RateLimit.Window.allCases)
  func windows(_ window: SandboxOptions.RateLimit.Window) {
    let limit = SandboxOptions.RateLimit(
      requests: 2, milliseconds: 1000, requestsPerDay: 50, window: window)
    let start = ContinuousClock.now
    var count = RateCount()
    let refused = [0, 900, 950, 1001, 1100, 1850, 2000].map {
      count.add(start + .milliseconds($0), limit).isRefused
    }
    switch window {
    case .sliding: #expect(refused == [false, false, true, false, true, true, false])
    case .fixed: #expect(refused == [false, false, true, false, false, true, false])
    }
    #expect(count.refusals == refused.filter { $0 }.count)
    #expect(count.arrivals.count == refused.filter { !$0 }.count)
  }

  @Test func theIntervalPasses() {
    let limit = SandboxOptions.RateLimit(requests: 2, milliseconds: 1000, requestsPerDay: 5)
    var count = RateCount()
    let start = ContinuousClock.now
    let refused = [0, 10, 20, 999, 1000, 1009, 1010, 1500, 2100, 2200, 9000].map { milliseconds in
      count.add(start.advanced(by: .milliseconds(milliseconds)), limit).isRefused
    }
    #expect(
      refused == [
        false, false, true, true, false, true, false, true, false, true, true,
      ], "the last two: two in the interval, five in all")
  }

  /// Without a limit nothing is refused, and the headers are those of the service.
  @Test func withoutALimitNothingIsRefused() throws {
    try withSandbox { sandbox in
      let answers = (0..<103).map { _ in sandbox.get("/calendars/\(Sandbox.demoCalendarID)") }
      #expect(answers.allSatisfy { $0.status == 200 })
      #expect(rate(answers[0], "X-RateLimit-Remaining") == 99)
      #expect(rate(answers[0], "X-RateLimit-Max") == 100)
      #expect(rate(answers[102], "X-RateLimit-Daily-Remaining") == 199_897)
    }
    let start = ContinuousClock.now
    var count = RateCount()
    let last = (0..<103).map { count.add(start + .milliseconds($0), nil) }.last
    #expect(last?.isRefused == false)
    #expect(last?.headers.first { $0.name == "X-RateLimit-Remaining" }?.value == "0")
  }
}
