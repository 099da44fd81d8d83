import Terminal
import Testing

/// What is due every few seconds.
@Suite struct RepetitionTests {
  /// Simulates a loop that does what is due, and counts.
  private func count(pause: Duration, moments: [Duration]) -> Int {
    let start = ContinuousClock.now
    var due = start + pause
    var count = 0
    for moment in moments {
      let now = start + moment
      // As a loop does that asks again for what is due.
      for _ in 0..<100_000 where due <= now {
        count += 1
        due = Repetition.next(after: due, every: pause, now: now)
      }
    }
    return count
  }

  @Test func itKeepsStep() {
    #expect(count(pause: .seconds(3), moments: (1...30).map { .seconds($0) }) == 10)
    #expect(count(pause: .seconds(3), moments: (1...300).map { .milliseconds($0 * 100) }) == 10)
    let start = ContinuousClock.now
    #expect(
      Repetition.next(after: start, every: .seconds(1), now: start + .milliseconds(400))
        == start + .seconds(1), "a late turn does not move the beat")
  }

  @Test(arguments: [3, 60, 8 * 3600, 8 * 86400])
  func aSleepIsOnce(seconds: Int) {
    #expect(count(pause: .seconds(3), moments: [.seconds(seconds)]) == 1)
    #expect(
      count(pause: .seconds(3), moments: [.seconds(seconds), .seconds(seconds + 3)]) == 2)
  }
}
