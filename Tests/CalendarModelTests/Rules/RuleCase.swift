import JSON
import Testing

@testable import CalendarModel

/// One rule at its border: the last value that it accepts and the first that it does not.
struct RuleCase: Sendable {
  /// What is set.
  let path: JSONPath
  /// Where the rule then complains.
  let complaint: JSONPath
  let accepted: JSONValue?
  let rejected: JSONValue?
  /// The calendars that the values are set in.
  private var calendars: (accepted: JSONValue, rejected: JSONValue)
  /// Rules that say something else of the two values, too.
  private let others: Set<String>
  /// Whether a schedule governs the calendars.
  private let isGoverned: Bool

  /// - Parameters:
  ///   - complaint: nil for the path itself.
  ///   - changes: what the calendar has instead of the full one's values.
  ///   - others: rules that say something else of the two values, too; no other one may.
  init(
    _ path: JSONPath, at complaint: JSONPath? = nil, accepts accepted: JSONValue?,
    rejects rejected: JSONValue?, with changes: [String: JSONValue?] = [:],
    besides others: Set<String> = [], isGoverned: Bool = false
  ) {
    self.path = path
    self.complaint = complaint ?? path
    self.accepted = accepted
    self.rejected = rejected
    calendars = (Calendars.full(changes), Calendars.full(changes))
    self.others = others
    self.isGoverned = isGoverned
  }

  /// For a rule that depends on what stands elsewhere: the calendars of either side.
  func loading(accepted: [String: JSONValue?], rejected: [String: JSONValue?]) -> RuleCase {
    var copy = self
    copy.calendars = (Calendars.full(accepted), Calendars.full(rejected))
    return copy
  }

  /// Checks what the rule says of either value, and that all that other rules say stays.
  func check(_ rule: Rule, severity: Problem.Severity? = nil) {
    let good = document(calendars.accepted, accepted)
    #expect(good.problems(rule.id) == [], "accepted")
    let bad = document(calendars.rejected, rejected)
    let found = bad.problems(rule.id)
    #expect(found.map(\.path) == [complaint], "rejected")
    for problem in found {
      #expect(bad.validation.problems(at: complaint).contains(problem))
      #expect(problem.severity == severity ?? rule.severity)
      #expect(problem.message.last == "." || problem.message.last == ")", "\(problem.message)")
      #expect(problem.message.first?.isLowercase == false, "\(problem.message)")
    }
    let changed = Self.others(good, rule).symmetricDifference(Self.others(bad, rule))
    #expect(Set(changed.map(\.rule)) == others, "\(changed)")
  }

  private static func others(_ document: CalendarDocument, _ rule: Rule) -> Set<Problem> {
    Set(document.validation.problems(under: .root).filter { $0.rule != rule.id })
  }

  private func document(_ calendar: JSONValue, _ value: JSONValue?) -> CalendarDocument {
    var document = Calendars.document(calendar)
    if isGoverned { document.schedules = Schedules.answer }
    document.set(path, to: value)
    // A value that was loaded like this is set anew, so that it counts as changed.
    if !document.isModified { document.set("name", to: "changed") }
    return document
  }
}

extension RuleCase: CustomTestStringConvertible {
  var testDescription: String { "\(path) \(rejected?.printed() ?? "absent")" }
}
