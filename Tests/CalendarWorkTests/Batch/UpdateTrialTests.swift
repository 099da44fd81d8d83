import CalendarModel
import Testing

@testable import CalendarWork

/// What a run learns of whether a sub-account keeps what an update does not name.
@Suite struct UpdateTrialTests {
  private static let loss = BatchOutcome(.savedOtherwise, "Saved.", halt: .losesUnnamed)

  private func state(_ outcomes: [BatchOutcome], _ scope: UpdateScope = .changed)
    -> UpdateTrial.State
  {
    var trial = UpdateTrial(BatchAccount(scope: scope))
    for outcome in outcomes { trial.note(outcome, scope: scope) }
    return trial.state
  }

  @Test func onlyASaveThatWasSeenTells() {
    #expect(state([]) == .unseen)
    for code in BatchOutcome.Code.allCases where code != .saved {
      #expect(state([BatchOutcome(code, "")]) == .unseen, "\(code)")
    }
    #expect(state([BatchOutcome(.refused, ""), BatchOutcome(.saved, "")]) == .keeps)
    #expect(state([Self.loss]) == .loses)
    #expect(state([BatchOutcome(.savedOtherwise, "", halt: .losesUndocumented)]) == .loses)
  }

  @Test func aLossCountsWhateverWasSeenElse() {
    let saved = BatchOutcome(.saved, "")
    #expect(state([saved, Self.loss]) == .loses && state([Self.loss, saved]) == .loses)
  }

  /// Where a loss is known nothing is sent, unless somebody wants it or each update names everything.
  @Test(arguments: BatchAccount.Unnamed.allCases, UpdateScope.allCases)
  func whatIsKnownCounts(unnamed: BatchAccount.Unnamed, scope: UpdateScope) {
    let account = BatchAccount(scope: scope, unnamed: unnamed)
    let known: UpdateTrial.State =
      scope == .whole ? .keeps : unnamed == .lost ? .loses : .unseen
    #expect(UpdateTrial(account).state == known)
    #expect(account.holdsBack == (known == .loses))
  }

  /// Where each update names everything, nothing can be lost that it does not name.
  @Test func wholeUpdatesNeedNoTrial() {
    #expect(state([], .whole) == .keeps && state([Self.loss], .whole) == .keeps)
  }
}
