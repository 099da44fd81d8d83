import Testing

@testable import CalendarWork

@Suite struct AccountHabitsTests {
  @Test func nothingIsKnownAtFirst() {
    #expect(AccountHabits().sendsWhole == nil)
    #expect(AccountHabits().sendsUndocumented == nil)
  }
}
