import JSON

/// What was found, by place and by section.
extension Validation {
  /// The problems of the value at a path itself, worst first.
  package func problems(at path: JSONPath) -> [Problem] {
    guard let key = path.topKey else { return [] }
    var found = values[key]?.filter { $0.path == path } ?? []
    if let index = path.row, let rows = lists[key]?.rows, rows.indices.contains(index) {
      let rest = path.withinRow
      found += rows[index].problems.filter { $0.path == rest }.map { $0.moved(to: path) }
    }
    calendar.forEachProblem { if $0.path == path { found.append($0) } }
    if found.isEmpty { return [] }
    return found.map(adjusted).sorted { ($0.severity, $1.rule) > ($1.severity, $0.rule) }
  }

  /// The problems of the value at a path and of all that stands in it, in document order.
  ///
  /// For a path that leads to a row or into it the cost is that of the row.
  package func problems(under path: JSONPath) -> [Problem] { unadjusted(under: path).map(adjusted) }

  /// All problems in document order, without regard to what is changed: what was loaded broken is an
  /// error.
  package var rawProblems: [Problem] { unadjusted(under: .root) }

  private func unadjusted(under path: JSONPath) -> [Problem] {
    guard let key = path.topKey else {
      return CalendarSchema.all.flatMap { unadjusted(under: JSONPath([.key($0.key)])) }
    }
    var found = values[key]?.filter { $0.path.hasPrefix(path) } ?? []
    let rows = lists[key]?.rows ?? []
    if let index = path.row {
      if rows.indices.contains(index) {
        found += located(rows[index].problems, row: index, of: key).filter {
          $0.path.hasPrefix(path)
        }
      }
    } else {
      for (index, row) in rows.enumerated() where !row.problems.isEmpty {
        found += located(row.problems, row: index, of: key)
      }
    }
    found += calendar.problems.filter { $0.path.hasPrefix(path) }
    return found
  }

  /// The first problems of the calendar, errors before warnings, each in the order of the screen.
  ///
  /// Costs a walk through all problems.
  package func firstProblems(_ limit: Int) -> [Problem] {
    let all = problems(under: .root)
    let errors = Array(all.filter { $0.severity == .error }.prefix(limit))
    return errors + all.filter { $0.severity == .warning }.prefix(limit - errors.count)
  }

  /// The problems that bear on what is changed: those in the changed properties, and those of rules
  /// that looked at one of them.
  package var problemsOfChanges: [Problem] {
    let local = CalendarSchema.all.filter { modifiedKeys.contains($0.key) }.flatMap {
      problems(under: JSONPath([.key($0.key)]))
    }
    let others = calendar.results.filter { $0.reads(anyOf: modifiedKeys) }.flatMap(\.problems)
      .filter { !modifiedKeys.contains($0.path.topKey ?? "") }
    return (local + others.map(adjusted)).filter { $0.severity > .note }
  }

  /// The worst that is found at a path or below it; nil when there is nothing.
  package func worst(under path: JSONPath) -> Problem.Severity? {
    problems(under: path).map(\.severity).max()
  }

  /// The worst that is found in a row of a list; nil, at hardly any cost, when there is nothing.
  package func worst(inRow index: Int, of key: String) -> Problem.Severity? {
    guard let rows = lists[key]?.rows, rows.indices.contains(index) else { return nil }
    let isFree =
      rows[index].problems.isEmpty
      && !calendar.problems.contains { $0.path.row == index && $0.path.topKey == key }
    return isFree ? nil : worst(under: JSONPath([.key(key), .index(index)]))
  }

  /// How many errors and warnings a top-level property has.
  package func counts(_ key: String) -> ProblemCounts {
    var counts = lists[key]?.counts ?? ProblemCounts()
    for problem in values[key] ?? [] { counts.add(problem.severity) }
    if !modifiedKeys.contains(key) { counts = counts.asLoaded }
    for problem in calendar.problems where problem.path.topKey == key {
      counts.add(severity(of: problem))
    }
    return counts
  }

  /// How many errors and warnings a section has.
  package func counts(_ section: Section) -> ProblemCounts {
    sectionCounts[section] ?? ProblemCounts()
  }

  /// How many errors and warnings the rules find, without regard to what is changed: what was loaded
  /// broken is an error.
  var rawCounts: ProblemCounts {
    var counts = ProblemCounts()
    for list in lists.values { counts += list.counts }
    for problems in values.values { for problem in problems { counts.add(problem.severity) } }
    for problem in calendar.problems { counts.add(problem.severity) }
    return counts
  }

  private func located(_ problems: [Problem], row: Int, of key: String) -> [Problem] {
    let path = JSONPath([.key(key), .index(row)])
    return problems.map { $0.moved(to: path.appending($0.path)) }
  }

  /// A problem with the severity that it has now.
  ///
  /// What was loaded broken is a warning until it is changed: it is left alone and not sent. What is
  /// unset is not sent either.
  private func adjusted(_ problem: Problem) -> Problem {
    severity(of: problem) == problem.severity ? problem : problem.asLoaded
  }

  /// The severity that a problem has now, without the words.
  func severity(of problem: Problem) -> Problem.Severity {
    guard problem.severity == .error, let key = problem.path.topKey else {
      return problem.severity
    }
    let rule = calendar.result(of: problem.rule)
    return rule?.reads(where: isSent) ?? isSent(key) ? .error : .warning
  }

  /// Whether an update has the property in it.
  private func isSent(_ key: String) -> Bool {
    modifiedKeys.contains(key) && !unsetKeys.contains(key)
  }
}
