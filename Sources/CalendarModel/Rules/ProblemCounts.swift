/// How many problems there are of each severity that counts.
package struct ProblemCounts: Sendable, Hashable {
  package var errors = 0
  package var warnings = 0

  package init() {}

  package var isEmpty: Bool { errors == 0 && warnings == 0 }

  mutating func add(_ severity: Problem.Severity, times count: Int = 1) {
    switch severity {
    case .error: errors += count
    case .warning: warnings += count
    case .note: break
    }
  }

  package static func += (a: inout ProblemCounts, b: ProblemCounts) {
    a.errors += b.errors
    a.warnings += b.warnings
  }

  /// The counts while the values are the loaded ones: errors are warnings then.
  var asLoaded: ProblemCounts {
    var counts = ProblemCounts()
    counts.warnings = errors + warnings
    return counts
  }
}
