import Testing

@testable import CalendarWork

@Suite struct AccountHabitsTests {
  @Test func nothingIsKnownAtFirst() {
    #expect(AccountHabits().losesUnnamed == nil)
    #expect(AccountHabits().sendsUndocumented == nil)
  }
}
