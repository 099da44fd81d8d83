import JSON
import Testing

@testable import CalendarModel

/// An edit changes the problems that it has to do with, and no other; undoing it brings all back.
@Suite("Problems that have nothing to do with an edit", .timeLimit(.minutes(240)))
struct StabilityTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func stay(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed)
    var checked = 0
    for _ in 0..<25 {
      let calendar = edits.chance(3) ? Calendars.full : edits.calendar()
      var document = Calendars.document(calendar)
      for _ in 0..<3 { _ = edits.edit(&document) }
      let before = Problems(document)
      let (path, field) = edits.place(in: document)
      let key = path.topKey ?? ""
      document.set(path, to: edits.value(for: field))
      // Changing the type asks other rules.
      guard key != "calendarType", document.undoSteps.last?.focus == path else { continue }
      let after = Problems(document)
      checked += 1
      for (other, problems) in before.values where other != key {
        #expect(after.values[other] == problems, "\(path) changes what is said of \(other)")
      }
      for (rule, problems) in before.calendar where !before.reads(rule, key) {
        #expect(after.calendar[rule] == problems, "\(path) changes what \(rule) says")
      }
      document.undo()
      #expect(Problems(document) == before, "undoing \(path)")
      document.redo()
      #expect(Problems(document) == after, "redoing \(path)")
    }
    #expect(checked > 8)
  }

  /// Whose text says more than its severity: an edit makes errors of what was loaded broken.
  private struct Problems: Equatable {
    /// What is said of the values of each property.
    var values: [String: [Problem]] = [:]
    /// What each rule about the whole calendar says.
    var calendar: [String: [Problem]] = [:]
    private let validation: Validation

    init(_ document: CalendarDocument) {
      validation = document.validation
      let rules = Set(RuleTable.calendar.map(\.rule.id))
      for rule in rules { calendar[rule] = [] }
      for field in CalendarSchema.all { values[field.key] = [] }
      for problem in validation.problems(under: .root) {
        if rules.contains(problem.rule) {
          calendar[problem.rule, default: []].append(problem)
        } else {
          values[problem.path.topKey ?? "", default: []].append(problem)
        }
      }
    }

    func reads(_ rule: String, _ key: String) -> Bool {
      guard let result = validation.calendar.result(of: rule) else { return false }
      return result.reads(anyOf: [key]) || result.reads.contains(.unset)
    }

    static func == (a: Problems, b: Problems) -> Bool {
      a.values == b.values && a.calendar == b.calendar
    }
  }
}
