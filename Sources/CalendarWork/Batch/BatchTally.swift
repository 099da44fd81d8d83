/// How far a run has come: how many calendars ended how, how fast it goes, and how long the rest will
/// take.
package struct BatchTally: Sendable, Hashable {
  /// How many calendars the run has.
  package let total: Int
  private var counts: [BatchOutcome.Kind: Int] = [:]
  /// How many of those that have ended are as they were wanted.
  package private(set) var asWanted = 0
  /// When requests began, in seconds; nil before.
  private var begun: Double?
  /// How many calendars ended before requests began, so that they tell nothing of the pace.
  private var free = 0

  package init(total: Int) { self.total = max(0, total) }

  package func count(_ kind: BatchOutcome.Kind) -> Int { counts[kind] ?? 0 }

  /// How many calendars have ended.
  package var done: Int { counts.values.reduce(0, +) }

  package var left: Int { max(0, total - done) }

  /// Notes that requests begin.
  ///
  /// - Parameter now: in seconds, by a clock that never goes back.
  package mutating func begin(at now: Double) {
    if begun == nil { (begun, free) = (now, done) }
  }

  package mutating func add(_ outcome: BatchOutcome) {
    counts[outcome.kind, default: 0] += 1
    if outcome.isAsWanted { asWanted += 1 }
  }

  /// How many calendars end in a second; nil while that cannot be told.
  package func rate(at now: Double) -> Double? {
    guard let begun, now - begun >= 1, done > free else { return nil }
    return Double(done - free) / (now - begun)
  }

  /// How many seconds the rest will take at the pace so far, rounded up; nil while that cannot be
  /// told, and 0 where nothing is left.
  package func secondsLeft(at now: Double) -> Int? {
    if left == 0 { return 0 }
    return rate(at: now).map { Int(min((Double(left) / $0).rounded(.up), 1e9)) }
  }
}
