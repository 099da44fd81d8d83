import JSON
import Testing

@testable import CalendarModel

@Suite("recurring.withoutRule")
struct RecurringWithoutRuleTests {
  static let cases: [RuleCase] = [
    .init(
      "recurring", at: "recurring.freq", accepts: ["freq": "DAILY"], rejects: ["count": 2],
      with: ["enableRecurring": true]),
    .init(
      "recurring.freq", accepts: "DAILY", rejects: .null, with: ["enableRecurring": true]),
    .init(
      "recurring", at: "recurring.freq", accepts: nil, rejects: .null,
      with: ["enableRecurring": true], besides: ["field.unset"]),
    .init(
      "enableRecurring", at: "recurring.freq", accepts: false, rejects: true,
      with: ["recurring": nil]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.recurringWithoutRule) }
}
