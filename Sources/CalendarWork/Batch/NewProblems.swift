import CalendarModel

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
    var known: [Kind: [String]] = [:]
    for problem in before.validation.problems(under: .root) where problem.severity > .note {
      known[Kind(problem), default: []].append(problem.message)
    }
    var said: Set<String> = []
    // What is said of the same values in the same words was there before.
    let found = after.validation.problemsOfChanges
    var open: [Problem] = []
    for problem in found {
      let kind = Kind(problem)
      guard let place = known[kind]?.firstIndex(where: { $0.hasPrefix(problem.message) }) else {
        open.append(problem)
        continue
      }
      known[kind]?.remove(at: place)
      if problem.severity == .error { add(problem, after, &said, to: \.warnings) }
    }
    for problem in open {
      let wasBroken = known[Kind(problem)]?.popLast() != nil
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

  /// What problems are counted by.
  private struct Kind: Hashable {
    let rule: String
    let key: String?

    init(_ problem: Problem) { (rule, key) = (problem.rule, problem.path.topKey) }
  }
}
