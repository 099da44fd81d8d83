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

  /// Counts a request; one that is refused does not count.
  ///
  /// - Parameter limit: nil refuses nothing, and the headers speak of the documented limits.
  mutating func add(
    _ now: ContinuousClock.Instant, _ limit: SandboxOptions.RateLimit?
  ) -> Verdict {
    let rule = limit ?? SandboxOptions.RateLimit()
    recent.removeAll { $0.duration(to: now) >= .milliseconds(rule.milliseconds) }
    let isFull = recent.count >= rule.requests
    let isRefused = limit != nil && (isFull || total >= rule.requestsPerDay)
    if !isRefused {
      if isFull, !recent.isEmpty { recent.removeFirst() }
      recent.append(now)
      total += 1
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
}
