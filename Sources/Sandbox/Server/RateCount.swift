/// The requests of one sub-account, counted against its limit.
struct RateCount {
  /// What a request is told.
  struct Verdict: Sendable {
    /// Whether it is refused.
    let isRefused: Bool
    /// The headers of its answer.
    let headers: [(name: String, value: String)]
  }

  /// When the requests of the last interval came, no more of them than the limit.
  private var recent: [ContinuousClock.Instant] = []
  private var total = 0
  /// When the first request came: fixed intervals are counted from then.
  private var start: ContinuousClock.Instant?
  /// How many requests were refused.
  private(set) var refusals = 0
  /// When each request came that was not refused; of more than 20,000 the oldest are forgotten.
  private(set) var arrivals: [ContinuousClock.Instant] = []

  /// Counts a request; one that is refused does not count.
  ///
  /// - Parameter limit: nil refuses nothing, and the headers speak of the documented limits.
  mutating func add(
    _ now: ContinuousClock.Instant, _ limit: SandboxOptions.RateLimit?
  ) -> Verdict {
    let rule = limit ?? SandboxOptions.RateLimit()
    let begun = begun(now, rule)
    recent.removeAll { $0 <= begun }
    let isFull = recent.count >= rule.requests
    let isRefused = limit != nil && (isFull || total >= rule.requestsPerDay)
    if !isRefused {
      if isFull, !recent.isEmpty { recent.removeFirst() }
      recent.append(now)
      if arrivals.count >= 20_000 { arrivals.removeFirst(10_000) }
      arrivals.append(now)
      total += 1
    } else {
      refusals += 1
    }
    return Verdict(
      isRefused: isRefused,
      headers: [
        ("X-RateLimit-Limit-Daily", "\(rule.requestsPerDay)"),
        ("X-RateLimit-Daily-Remaining", "\(max(0, rule.requestsPerDay - total))"),
        ("X-RateLimit-Interval-Milliseconds", "\(rule.milliseconds)"),
        ("X-RateLimit-Max", "\(rule.requests)"),
        ("X-RateLimit-Remaining", "\(max(0, rule.requests - recent.count))"),
      ])
  }

  /// The moment behind which requests count.
  private mutating func begun(
    _ now: ContinuousClock.Instant, _ rule: SandboxOptions.RateLimit
  ) -> ContinuousClock.Instant {
    let interval = Duration.milliseconds(rule.milliseconds)
    switch rule.window {
    case .sliding: return now - interval
    case .fixed:
      var begin = start ?? now
      while begin + interval <= now { begin += interval }
      start = begin
      // The request that comes at the moment when the interval begins is in it.
      return begin - .nanoseconds(1)
    }
  }
}
