import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import CalendarWork

/// What runs come to.
@Suite struct BatchOutcomeTests {
  private typealias Code = BatchOutcome.Code

  private func outcomes(_ codes: [BatchOutcome.Code]) -> [BatchOutcome] {
    codes.map { BatchOutcome($0, "") }
  }

  private static let exits: [([Code], BatchExit)] = [
    ([], .done), ([.saved], .done), ([.unchanged], .done), ([.found, .saved, .unchanged], .done),
    // One calendar has its own reason.
    ([.savedOtherwise], .failed), ([.refused], .refused), ([.rules], .refused),
    ([.governed], .refused), ([.cannotUnset], .refused), ([.mistake], .refused),
    ([.losesUnnamed], .refused), ([.readOnly], .refused), ([.conflict], .conflict),
    ([.failed], .failed),
    ([.notFound], .failed), ([.otherCalendar], .failed), ([.otherAccount], .failed),
    ([.notReached], .notReached), ([.token], .token), ([.rateLimited], .failed),
    ([.usedUp], .failed), ([.notSaved], .failed), ([.unknown], .failed), ([.notDone], .failed),
    // Some of many.
    ([.saved, .refused], .partly), ([.unchanged, .notDone], .partly), ([.saved, .token], .partly),
    ([.saved, .saved, .unknown], .partly),
    // None of many.
    ([.refused, .rules], .refused), ([.conflict, .conflict], .conflict),
    ([.token, .notDone, .notDone], .token), ([.notReached, .notDone], .notReached),
    ([.failed, .unknown], .failed), ([.refused, .conflict], .partly),
    ([.token, .notReached], .partly), ([.notDone, .notDone], .partly),
  ]

  @Test(arguments: exits)
  private func theExitStatusSaysWhatARunCameTo(_ codes: [Code], _ exit: BatchExit) {
    #expect(BatchExit(outcomes(codes)) == exit)
    let reasons = outcomes(codes).filter { !$0.isAsWanted }.compactMap { BatchExit($0) }
    #expect(
      BatchExit(
        all: codes.count, asWanted: outcomes(codes).count(where: \.isAsWanted),
        reasons: Set(reasons)) == exit)
  }

  @Test func everyCodeIsInTheTable() {
    #expect(
      Set(Self.exits.filter { $0.0.count == 1 }.flatMap(\.0)).union([.found])
        == Set(Code.allCases))
    #expect(BatchExit.allCases.map(\.rawValue) == [0, 1, 3, 4, 6, 69, 77])
  }

  @Test func hoursThatWereLeftOutAreNotAsWanted() {
    let outcome = BatchOutcome(.saved, "Saved.", leftOut: ["Open hours: left out."])
    #expect(!outcome.isAsWanted && outcome.isFinal && BatchExit([outcome]) == .refused)
    #expect(BatchExit([outcome, BatchOutcome(.saved, "")]) == .partly)
  }

  @Test func outcomesComeBackFromTheirJSON() throws {
    for code in Code.allCases {
      for halt in [nil] + BatchOutcome.Halt.allCases.map(Optional.some) {
        let outcome = BatchOutcome(
          code, "Title\u{1B}[0m", details: ["one", "\n"], leftOut: code == .saved ? ["x"] : [],
          halt: halt)
        let json = try JSONDocument(parsing: outcome.json.printed()).value
        #expect(BatchOutcome(json) == outcome)
        #expect(json[key: "outcome"]?.text == outcome.kind.rawValue)
      }
    }
    for json: JSONValue in [.null, [:], ["code": "else"], ["code": 1], ["outcome": "saved"]] {
      #expect(BatchOutcome(json) == nil)
    }
  }

  @Test func policiesAndAccountsComeBackFromTheirJSON() {
    for conflicts in BatchPolicy.Conflicts.allCases {
      for bits in 0..<16 {
        let policy = BatchPolicy(
          conflicts: conflicts, force: bits & 1 > 0, hoursAnyway: bits & 2 > 0,
          verifies: bits & 8 > 0, isReadOnly: bits & 4 > 0)
        #expect(BatchPolicy(policy.json) == policy)
        #expect(BatchPolicy(policy.json.with(["force": nil])) == nil)
      }
    }
    for undocumented in BatchAccount.Undocumented.allCases {
      for (scope, location) in [(UpdateScope.changed, nil), (.whole, "l1")] {
        for unnamed in BatchAccount.Unnamed.allCases {
          let account = BatchAccount(
            locationID: location, scope: scope, undocumented: undocumented, unnamed: unnamed)
          #expect(BatchAccount(account.json) == account)
        }
      }
    }
    let habits = AccountHabits(sendsWhole: true, sendsUndocumented: false)
    let account = BatchAccount(locationID: "l1", setting: .auto, habits: habits)
    #expect(account.scope == .whole && account.undocumented == .leaveOut)
    #expect(BatchAccount(locationID: nil, setting: .changed, habits: habits).scope == .changed)
    let losing = AccountHabits(losesUnnamed: true)
    for setting in UpdateSetting.allCases {
      let held = BatchAccount(locationID: nil, setting: setting, habits: losing)
      #expect(held.holdsBack == (setting != .whole))
      let risked = BatchAccount(locationID: nil, setting: setting, habits: losing, risks: true)
      #expect(!risked.holdsBack && risked.unnamed == .risked)
    }
    #expect(
      !BatchAccount(
        locationID: nil, setting: .auto, habits: AccountHabits(losesUnnamed: false)
      ).holdsBack)
  }

  @Test func theTallyTellsThePace() {
    var tally = BatchTally(total: 10)
    tally.add(BatchOutcome(.unchanged, ""))
    tally.begin(at: 100)
    #expect(tally.rate(at: 100) == nil && tally.secondsLeft(at: 150) == nil)
    for _ in 0..<3 { tally.add(BatchOutcome(.saved, "")) }
    tally.add(BatchOutcome(.conflict, ""))
    #expect(tally.done == 5 && tally.left == 5 && tally.asWanted == 4)
    #expect(tally.count(.saved) == 3 && tally.count(.unknown) == 0)
    #expect(tally.rate(at: 108) == 0.5 && tally.secondsLeft(at: 108) == 10)
    for _ in 0..<5 { tally.add(BatchOutcome(.saved, "")) }
    #expect(tally.left == 0 && tally.secondsLeft(at: 1e9) == 0)
  }
}
