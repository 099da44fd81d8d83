import CalendarModel
import JSON

/// What the rules say of changes, told from what they said before them.
package struct NewProblems {
  /// What the changes break, in sentences: the service will probably refuse it.
  package private(set) var errors: [String] = []
  /// What is odd about the changes, or was broken before them, in sentences.
  package private(set) var warnings: [String] = []

  /// - Parameters:
  ///   - after: with the changes.
  ///   - before: without them, by the same rules.
  package init(in after: CalendarDocument, since before: CalendarDocument) {
    var known: [Problem.Kind: [String]] = [:]
    for problem in before.validation.problems(under: .root) where problem.severity > .note {
      known[problem.kind, default: []].append(problem.message)
    }
    var said: Set<String> = []
    // What is said of the same values in the same words was there before.
    let found = after.validation.problemsOfChanges
    var open: [Problem] = []
    for problem in found {
      let kind = problem.kind
      guard let place = known[kind]?.firstIndex(where: { $0.hasPrefix(problem.message) }) else {
        open.append(problem)
        continue
      }
      known[kind]?.remove(at: place)
      if problem.severity == .error { add(problem, after, &said, to: \.warnings) }
    }
    for problem in open {
      let wasBroken = known[problem.kind]?.popLast() != nil
      let isNew = problem.severity == .error && !wasBroken
      add(problem, after, &said, to: isNew ? \.errors : \.warnings)
    }
  }

  private mutating func add(
    _ problem: Problem, _ document: CalendarDocument, _ said: inout Set<String>,
    to list: WritableKeyPath<NewProblems, [String]>
  ) {
    let text = "\(document.place(problem.path)): \(problem.message)"
    if said.insert(text).inserted { self[keyPath: list].append(text) }
  }
}

/// The errors of a calendar that no change bears on: the service looks at the whole calendar, and may
/// refuse every update of it.
package struct OldErrors {
  package let problems: [Problem]

  /// - Parameter document: with the changes.
  package init(in document: CalendarDocument) {
    let changed = Set(
      document.validation.problems(under: .root).filter { $0.severity == .error }.map(Place.init))
    // A single value is as the service has it, and is not sent.
    problems = document.validation.rawProblems.filter {
      $0.severity == .error && !$0.rule.hasPrefix("value.") && !changed.contains(Place($0))
    }
  }

  /// All of them in one sentence for a plan; nil where there are none.
  ///
  /// - Parameters:
  ///   - document: that of the initialiser, for the names of the places.
  ///   - said: what is said already, by ``NewProblems``.
  package func warning(in document: CalendarDocument, besides said: [String]) -> String? {
    let problems = problems.map { "\(document.place($0.path)): \($0.message)" }
      .filter { !said.contains($0) }
    guard !problems.isEmpty else { return nil }
    let what = problems.count == 1 ? "an error" : "\(problems.count) errors"
    let shown = problems.prefix(Self.mostShown)
    let more = problems.count - shown.count
    return "The calendar has \(what) that this does not change; the service may refuse the update: "
      + shown.joined(separator: " ") + (more > 0 ? " And \(more) more." : "")
  }

  private static let mostShown = 4

  /// Which problem it is, however severe.
  package struct Place: Hashable {
    let rule: String
    let path: JSONPath

    package init(_ problem: Problem) { (rule, path) = (problem.rule, problem.path) }
  }
}
