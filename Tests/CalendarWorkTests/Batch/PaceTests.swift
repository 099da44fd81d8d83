import CalendarModel
import JSON
import TestSupport
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// A limit as the headers of an answer say it.
func rateLimit(
  max: Int? = 100, remaining: Int? = nil, interval: Int? = 10_000, daily: Int? = nil
) -> RateLimit? {
  let headers = [
    ("X-RateLimit-Max", max), ("X-RateLimit-Remaining", remaining),
    ("X-RateLimit-Interval-Milliseconds", interval), ("X-RateLimit-Daily-Remaining", daily),
  ].compactMap { name, value in value.map { HTTPField(name, "\($0)") } }
  return RateLimit(HTTPResponse(status: 200, headers: headers, body: []))
}

/// A service that counts requests in intervals, in simulated time.
private struct LimitedService {
  enum Window: CaseIterable { case fixed, sliding }

  let window: Window
  var limit = 100
  var interval = 10_000_000
  /// When the first fixed interval begins, so that it is not the start of the run.
  var phase = 0
  private var counted: [Int] = []

  init(_ window: Window, phase: Int = 0) { (self.window, self.phase) = (window, phase) }

  /// - Returns: how many requests are left; nil for a refusal.
  mutating func take(at time: Int) -> Int? {
    let start =
      window == .sliding ? time - interval : time - (time + phase) % interval - 1
    counted.removeAll { $0 <= start }
    guard counted.count < limit else { return nil }
    counted.append(time)
    return limit - counted.count
  }
}

/// Clients that share a pace, and somebody else who sends at a rate of their own, until an end.
private struct PaceSimulation {
  var service: LimitedService
  var pace = Pace()
  /// How many requests are on their way at once.
  var connections = 8
  /// How many requests somebody else sends in an interval.
  var strangers = 0
  var latency = 20_000...600_000
  var hasHeaders = true
  var random = SeededGenerator(seed: 7)
  private(set) var refused = 0
  private(set) var refusedStrangers = 0
  private(set) var taken = 0
  private(set) var takenLate = 0

  private enum Event {
    case ask
    case arrive(sent: Int, back: Int)
    case answer(sent: Int, RateLimit?)
    case refusal(Int)
    case stranger
  }

  mutating func run(seconds: Int) {
    var events: [(time: Int, event: Event)] = (0..<connections).map { ($0 * 1000, .ask) }
    if strangers > 0 { events.append((0, .stranger)) }
    let (end, half) = (seconds * 1_000_000, seconds * 500_000)
    while let index = events.indices.min(by: { events[$0].time < events[$1].time }) {
      let (now, event) = events.remove(at: index)
      if now >= end { break }
      switch event {
      case .ask:
        guard case .at(let time) = pace.reserve(at: now) else { continue }
        let whole = Int.random(in: latency, using: &random)
        let there = Int.random(in: 0...whole, using: &random)
        events.append((time + there, .arrive(sent: time, back: whole - there)))
      case .arrive(let sent, let back):
        if let left = service.take(at: now) {
          taken += 1
          if now >= half { takenLate += 1 }
          events.append(
            (now + back, .answer(sent: sent, hasHeaders ? rateLimit(remaining: left) : nil)))
        } else {
          refused += 1
          events.append((now + back, .refusal(10)))
        }
      case .answer(let sent, let limit):
        pace.note(limit, sentAt: sent, now: now)
        events.append((now, .ask))
      case .refusal(let seconds):
        pace.refused(retryAfter: seconds, now: now)
        events.append((now, .ask))
      case .stranger:
        if service.take(at: now) == nil { refusedStrangers += 1 }
        events.append((now + service.interval / strangers, .stranger))
      }
    }
  }

  /// Of what was allowed, in percent, in the second half of the time.
  func share(ofSeconds seconds: Int) -> Double {
    Double(takenLate) / (Double(seconds) / 2 / 10 * 100) * 100
  }
}

@Suite struct PaceTests {
  private static let latencies = [1_000...5_000, 20_000...600_000, 300_000...900_000]

  @Test(arguments: LimitedService.Window.allCases, latencies)
  private func nearlyAllIsUsedAndNothingIsRefused(
    _ window: LimitedService.Window, _ latency: ClosedRange<Int>
  ) {
    for phase in [0, 1_700_000, 5_000_000, 9_900_000] {
      for hasHeaders in [true, false] {
        var run = PaceSimulation(service: LimitedService(window, phase: phase))
        (run.hasHeaders, run.latency, run.connections) = (hasHeaders, latency, 12)
        run.run(seconds: 200)
        #expect(run.refused == 0)
        #expect(run.share(ofSeconds: 200) >= 90, "\(phase) \(hasHeaders)")
      }
    }
  }

  @Test(arguments: LimitedService.Window.allCases)
  private func aShortRunUsesNearlyAllAsWell(_ window: LimitedService.Window) {
    for phase in stride(from: 0, to: 10_000_000, by: 1_300_000) {
      var run = PaceSimulation(service: LimitedService(window, phase: phase))
      run.latency = 5_000...80_000
      run.run(seconds: 22)
      #expect(run.refused == 0 && run.taken >= 220 * 90 / 100)
    }
  }

  @Test(arguments: LimitedService.Window.allCases, [10, 25, 50])
  private func whatOthersUseIsLeftToThem(_ window: LimitedService.Window, _ strangers: Int) {
    for phase in [0, 3_300_000, 5_000_000, 8_000_000] {
      var run = PaceSimulation(service: LimitedService(window, phase: phase))
      run.strangers = strangers
      run.run(seconds: 400)
      #expect(run.refused == 0)
      #expect(run.share(ofSeconds: 400) + Double(strangers) >= 88)
      #expect(run.refusedStrangers <= 2)
    }
  }

  @Test(arguments: LimitedService.Window.allCases)
  private func othersWhoUseNearlyAllAreNotFought(_ window: LimitedService.Window) {
    var run = PaceSimulation(service: LimitedService(window))
    run.strangers = 90
    run.run(seconds: 400)
    #expect(run.refused <= 12 && run.taken > 100)
  }

  @Test func anotherLimitIsTakenFromAnswers() {
    var pace = Pace()
    guard case .at(let first) = pace.reserve(at: 0) else { return }
    pace.note(rateLimit(max: 10, remaining: 9, interval: 1000), sentAt: first, now: 1000)
    var times: [Int] = []
    for _ in 0..<30 {
      if case .at(let time) = pace.reserve(at: 1000) { times.append(time) }
    }
    for start in times {
      #expect(times.count { $0 >= start && $0 < start + 1_000_000 } <= 10)
    }
    #expect(times[29] - times[0] < 4_000_000)
  }

  @Test func nonsenseInAnswersChangesNothing() {
    for (max, interval) in [(0, 0), (100_001, 10), (1, 3_600_001), (Int.max, Int.max)] {
      var pace = Pace()
      pace.note(rateLimit(max: max, remaining: Int.max, interval: interval), sentAt: 0, now: 0)
      #expect(pace.limit == (max == 1 ? 1 : 100))
      #expect((1...3_600_000_000).contains(pace.interval))
      for now in [0, 1, 1_000_000] {
        guard case .at(let time) = pace.reserve(at: now) else { continue }
        #expect(time >= now && time <= now + 2 * pace.interval)
      }
    }
  }

  @Test func aRefusalIsWaitedFor() {
    for (asked, waits) in [(nil, 10), (3, 3), (0, 1), (-5, 1), (100_000, 120)] as [(Int?, Int)] {
      var pace = Pace()
      _ = pace.reserve(at: 0)
      pace.refused(retryAfter: asked, now: 1_000_000)
      #expect(pace.reserve(at: 1_000_001) == .at(1_000_000 + waits * 1_000_000))
    }
  }

  @Test func nothingLeftForTodayStops() {
    var pace = Pace()
    _ = pace.reserve(at: 0)
    pace.note(rateLimit(remaining: 50, daily: 0), sentAt: 0, now: 100)
    #expect(pace.reserve(at: 200) == .usedUp)
    #expect(pace.reserve(at: 599_000_000) == .usedUp)
    // It is tried again after a while, and when somebody else got an answer that says more.
    #expect(pace.reserve(at: 601_000_000) == .at(601_000_000))
    pace.note(rateLimit(remaining: 50, daily: 0), sentAt: 0, now: 601_000_000)
    pace.note(rateLimit(remaining: 50, daily: 7), sentAt: 0, now: 601_000_001)
    #expect(pace.reserve(at: 602_000_000) == .at(602_000_000))
  }

  @Test func aClockThatWasSetBackIsNoReasonToWait() {
    var pace = Pace()
    let later = 10_000_000_000
    for _ in 0..<50 { _ = pace.reserve(at: later) }
    pace.refused(retryAfter: 100, now: later)
    pace.note(rateLimit(remaining: 3), sentAt: later, now: later + 5)
    #expect(pace.reserve(at: 5_000_000) == .at(5_000_000))
  }

  @Test func aPaceComesBackFromItsJSON() throws {
    var run = PaceSimulation(service: LimitedService(.fixed, phase: 2_000_000))
    run.strangers = 30
    run.run(seconds: 60)
    run.pace.note(rateLimit(remaining: 9, daily: 0), sentAt: 59_000_000, now: 59_000_100)
    let text = run.pace.json.printed()
    #expect(Pace(try JSONDocument(parsing: text).value) == run.pace)
    #expect(text.utf8.count < 8000)
    #expect(Pace(Pace().json) == Pace())
  }

  @Test func brokenJSONIsNoPace() {
    let whole = Pace().json
    for (key, value): (String, JSONValue?) in [
      ("limit", 0), ("limit", nil), ("limit", 1_000_000_000), ("interval", 1), ("interval", "x"),
      ("sent", [3, 2]), ("sent", ["a"]), ("sent", [-1]), ("sent", nil), ("others", [[1]]),
      ("others", [1]), ("pausedUntil", -1), ("pausedUntil", 1e300), ("sent", [3e18]),
    ] {
      #expect(Pace(whole.with([key: value])) == nil, "\(key)")
    }
    for value: JSONValue in [.null, [], 1, "pace", [:]] { #expect(Pace(value) == nil) }
  }
}
