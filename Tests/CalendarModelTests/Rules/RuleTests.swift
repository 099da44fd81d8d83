import JSON
import Testing

@testable import CalendarModel

@Suite("Every rule at its border")
struct RuleTests {
  @Test func everyRuleHasCases() {
    let ids = Validation.ruleIDs
    #expect(Set(ids).count == ids.count)
    #expect(Set(RuleCase.all.map(\.rule)) == Set(ids))
  }

  @Test(arguments: RuleCase.all)
  func acceptsAndRejects(_ test: RuleCase) {
    var document = Calendars.document(test.calendars?.accepted ?? test.calendar)
    document.set(test.path, to: test.accepted)
    #expect(document.problems(test.rule) == [], "accepted")

    document = Calendars.document(test.calendars?.rejected ?? test.calendar)
    document.set(test.path, to: test.rejected)
    // A value that was loaded like this is set anew, so that it counts as changed.
    if !document.isModified { document.set("name", to: "changed") }
    let found = document.problems(test.rule)
    #expect(found.map(\.path) == [test.expected], "rejected")
    #expect(document.validation.problems(at: test.expected).contains { $0.rule == test.rule })
    let severity: Problem.Severity =
      ["type.unknown", "availability.past"].contains(test.rule)
      ? .note : test.isError ? .error : .warning
    for problem in found where document.validation.modifiedKeys.contains(problem.path.topKey ?? "")
    {
      #expect(problem.severity == severity)
    }
    for problem in found {
      #expect(!problem.message.isEmpty && problem.message.first?.isLowercase == false)
    }
  }

  @Test func severitiesAreThoseOfTheTable() {
    let errors = Set(
      ValueRule.all.filter { $0.severity == .error }.map(\.id)
        + ObjectRule.all.filter { $0.severity == .error }.map(\.id)
        + DocumentRule.all.filter { $0.severity == .error }.map(\.id)
        + [ValueChecker.requiredRule])
    #expect(Set(RuleCase.all.filter(\.isError).map(\.rule)) == errors)
    #expect(RuleCase.all.allSatisfy { $0.isError == errors.contains($0.rule) })
  }
}
