import CalendarModel
import Testing

@testable import CalendarWork

@Suite struct AccountHabitsTests {
  @Test func nothingIsKnownAtFirst() {
    #expect(AccountHabits().sendsWhole == nil)
    #expect(AccountHabits().sendsUndocumented == nil)
    #expect(AccountHabits().losesUnnamed == nil)
  }

  /// A loss is known until an update that was sent in spite of it loses nothing; that updates lose
  /// nothing where none ever did is not worth a note.
  @Test(
    arguments: [
      ([Bool](), nil), ([false], nil), ([true], true), ([true, false], false),
      ([false, true], true),
      ([true, false, true], true), ([true, false, false], false),
    ] as [([Bool], Bool?)])
  func aLossIsKnownUntilNothingIsLost(seen: [Bool], known: Bool?) {
    var habits = AccountHabits(sendsUndocumented: true)
    for lost in seen {
      habits.note(lost: lost, scope: .changed)
      // An update of everything tells nothing of what it does not name.
      for lost in [true, false] { habits.note(lost: lost, scope: .whole) }
    }
    #expect(habits == AccountHabits(sendsUndocumented: true, losesUnnamed: known))
  }
}
