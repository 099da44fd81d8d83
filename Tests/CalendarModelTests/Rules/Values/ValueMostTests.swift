import JSON
import Testing

@testable import CalendarModel

@Suite("value.most")
struct ValueMostTests {
  static let cases: [RuleCase] = [
    .init(
      "recurring.count", accepts: 24, rejects: 25, with: ["enableRecurring": true]),
    .init(
      "recurring.count", accepts: 24.0, rejects: 24.5, with: ["enableRecurring": true],
      besides: ["value.whole"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueMost) }
}
