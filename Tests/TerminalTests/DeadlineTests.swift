import Terminal
import Testing

@Suite struct DeadlineTests {
  @Test func theEarlierMomentCounts() {
    let now = ContinuousClock.now
    let later = now + .seconds(1)
    #expect(Deadline.earlier(nil, nil) == nil)
    #expect(Deadline.earlier(now, nil) == now)
    #expect(Deadline.earlier(nil, later) == later)
    #expect(Deadline.earlier(now, later) == now)
    #expect(Deadline.earlier(later, now) == now)
  }
}
