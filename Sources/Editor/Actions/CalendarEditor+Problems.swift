import CalendarModel
import JSON

/// Going from one problem to the next: errors first, then warnings, each in the order of the
/// sections.
extension CalendarEditor {
  /// Goes to the next place with a problem, or the one before (-1); after the last comes the first.
  mutating func goToProblem(step: Int) {
    guard let target = nextProblem(step) else {
      say("There are no problems.", .success)
      return
    }
    let place = unfinished.texts.first { $0.place.path == target }?.place
    jump { editor in
      if let place { editor.go(toUnfinished: place) } else { editor.go(to: target) }
    }
    visited.problemStop = VisitedPlaces.ProblemStop(problem: target, focus: focusedItem?.path)
  }

  private func nextProblem(_ step: Int) -> JSONPath? {
    let places = problemPlaces()
    let all = (places.errors + places.warnings).map(\.path)
    guard !all.isEmpty else { return nil }
    guard var here = focusedItem?.path else { return step > 0 ? all.first : all.last }
    if let stop = visited.problemStop, stop.focus == here { here = stop.problem }
    if let index = all.firstIndex(of: here) {
      return all[(index + step + all.count) % all.count]
    }
    let order = Self.screenOrder(here)
    let near = places.errors.isEmpty ? places.warnings : places.errors
    let next =
      step > 0
      ? near.first { order.lexicographicallyPrecedes($0.order) }
      : near.last { $0.order.lexicographicallyPrecedes(order) }
    return next?.path ?? (step > 0 ? near.first : near.last)?.path
  }

  private typealias Place = (path: JSONPath, order: [Int])

  /// The places with errors, those of the service among them, and those with warnings only.
  private func problemPlaces() -> (errors: [Place], warnings: [Place]) {
    var worst: [JSONPath: Problem.Severity] = [:]
    for problem in document?.validation.problems(under: .root) ?? []
    where problem.severity > .note {
      worst[problem.path] = max(problem.severity, worst[problem.path] ?? .note)
    }
    for path in serverProblems.paths + unfinished.texts.map(\.place.path) { worst[path] = .error }
    let places = worst.map { (path: $0.key, order: Self.screenOrder($0.key), isError: $0.value) }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
    return (
      places.filter { $0.isError == .error }.map { ($0.path, $0.order) },
      places.filter { $0.isError != .error }.map { ($0.path, $0.order) }
    )
  }

  /// Compares like the places on the screen: sections, rows, fields of a row.
  private static func screenOrder(_ path: JSONPath) -> [Int] {
    var fields = CalendarSchema.all
    return path.components.map { component in
      switch component {
      case .index(let index): return index
      case .key(let key):
        let place = fields.firstIndex { $0.key == key }
        fields = place.flatMap { fields[$0].objectType?.fields } ?? []
        return place ?? .max
      }
    }
  }
}
