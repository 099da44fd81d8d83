import CalendarAPI

/// What a pace learns from answers.
extension Pace {
  /// So many requests may be counted to the wrong side: answers come while others are on their way.
  static let noise = 3
  /// How much of what was seen of others in the beginning of an interval may be taken for the whole.
  private static let mostGrowth = 4
  private static let mostGuessed = 70
  private static let mostSeen = 64

  /// Takes what an answer says of the limit.
  ///
  /// - Parameters:
  ///   - answer: nil where it says nothing.
  ///   - sentAt: when its request was sent, as ``reserve(at:)`` said.
  ///   - now: when the answer came.
  ///   - tellsOfOthers: whether what is left says how much others use. Of several requests that go out
  ///     at once, the service counts some before this program has sent all.
  package mutating func note(
    _ answer: RateLimit?, sentAt: Int, now: Int, tellsOfOthers: Bool = true
  ) {
    guard let answer else { return }
    if let limit = answer.limit, (1...100_000).contains(limit) { self.limit = limit }
    if let milliseconds = answer.intervalMilliseconds, (1...3_600_000).contains(milliseconds) {
      interval = milliseconds * 1000
    }
    usedUpAt = answer.isUsedUpToday ? now : nil
    guard tellsOfOthers, let remaining = answer.remaining, remaining <= limit else { return }
    noteReset(remaining, sentAt: sentAt)
    let used = limit - remaining
    var count = used - own(from: sentAt - interval, to: sentAt)
    var time = now
    if let start = lastReset(before: sentAt) {
      count = max(count, guess(used, from: start, sentAt, now))
      makeWay(remaining, count, from: start, sentAt, now)
    } else if let begun, sentAt - begun < interval {
      // An interval may have begun with the first request. The guess counts until a whole one was
      // seen.
      let growth = min(interval / max(sentAt - begun, 1), Self.mostGrowth)
      let areSeen = used > own(from: 0, to: now)
      count = areSeen ? max(count, min(count * growth, limit * Self.mostGuessed / 100)) : 0
      time = begun
    }
    count = max(0, count - Self.noise)
    // Little is what answers on their way make of nothing.
    if count > Self.noise { count += Self.noise }
    note(others: Seen(time: time, count: min(count, limit)))
  }

  /// Takes that the service refused a request because there were too many.
  ///
  /// - Parameter seconds: how long it asked to wait; nil where it did not say.
  package mutating func refused(retryAfter seconds: Int?, now: Int) {
    let most = Self.longestPause / 1_000_000
    let wait = seconds.map { min(max($0, 1), most) * 1_000_000 } ?? interval
    pausedUntil = max(pausedUntil, now + min(wait, Self.longestPause))
  }

  /// How many of the own requests were sent in a time, both ends included.
  private func own(from start: Int, to end: Int) -> Int {
    sent.count { $0 >= start && $0 <= end }
  }

  /// What others will use in an interval that is known, by what they used since it began.
  private func guess(_ used: Int, from start: Int, _ sentAt: Int, _ now: Int) -> Int {
    let age = sentAt - start
    guard age > interval / 2, used > own(from: start, to: now) else { return 0 }
    return (used - own(from: start, to: sentAt)) * (interval / 1000) / (age / 1000 + 1)
  }

  /// Waits for the next interval where others are about to use the rest of this one.
  private mutating func makeWay(
    _ remaining: Int, _ others: Int, from start: Int, _ sentAt: Int, _ now: Int
  ) {
    guard others > Self.noise, sentAt - start > interval / 4 else { return }
    let onTheirWay = sent.count { $0 > sentAt && $0 <= now }
    let soon = others * min(max(now - sentAt, 0), interval) / interval
    guard remaining <= onTheirWay + soon + Self.noise else { return }
    pausedUntil = max(pausedUntil, start + interval + interval / 25)
  }

  /// Notes where an interval of the service began: much more is left than was a moment before.
  private mutating func noteReset(_ remaining: Int, sentAt: Int) {
    defer { if sentAt >= last?.time ?? 0 { last = Seen(time: sentAt, count: remaining) } }
    guard let last, last.time < sentAt, sentAt - last.time < interval / 4,
      remaining - last.count >= max(limit / 5, 2)
    else { return }
    reset = last.time
  }

  /// When the interval began that a time is in; nil where that is not known.
  private func lastReset(before time: Int) -> Int? {
    guard let reset, time >= reset, time - reset < 4 * interval else { return nil }
    return time - (time - reset) % interval
  }

  /// Keeps what can be the most at some time: what is less and earlier never is.
  private mutating func note(others seen: Seen) {
    others.removeAll { $0.count <= seen.count && $0.time <= seen.time }
    others.append(seen)
    if others.count > Self.mostSeen { others.removeFirst(others.count - Self.mostSeen) }
  }
}
