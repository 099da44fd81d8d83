import Glibc
import TestSupport
import Testing

@testable import State

struct RecordNameTests {
  /// A clock between two seconds is read twice for a name, and the second can turn in between.
  @Test(arguments: 0..<50) func theySortAsTheyBegan(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var clock = timespec(tv_sec: 1_795_000_000, tv_nsec: 0)
    var last: RecordName?
    for _ in 0..<40 {
      clock.tv_nsec += Int.random(in: 1...600_000_000, using: &random)
      clock.tv_sec += clock.tv_nsec / 1_000_000_000
      clock.tv_nsec %= 1_000_000_000
      let isOver = Bool.random(using: &random)
      let name = RecordName(
        at: DraftTime(seconds: clock.tv_sec - (isOver ? 1 : 0)), clock: clock)
      #expect(name.begun.seconds == clock.tv_sec)
      if let last { #expect(last < name, "\(last.text) \(name.text)") }
      last = name
    }
  }

  @Test func aTimeThatIsLongAgoStays() {
    let time = DraftTime(seconds: 1_700_000_000)
    #expect(RecordName(at: time).begun == time)
    #expect(RecordName(RecordName(at: time).text)?.begun == time)
  }

  /// No clock says the second that another has left already.
  @Test func thereIsOneClock() {
    let end = DraftTime.now.seconds + 1
    while DraftTime.now.seconds < end {
      let before = DraftTime.clock.tv_sec
      #expect(DraftTime.now.seconds >= before)
    }
  }
}
