import JSON

/// What is wrong with a calendar and what is changed in it, kept up to date change by change.
///
/// A change costs the value or the row it is made in, never the whole calendar.
package struct Validation: Sendable {
  package let today: CalendarDate
  let statedType: CalendarType?
  private(set) var context: RuleContext
  /// The problems found in the values of the properties that are no lists, where there are any.
  private var values: [String: [Problem]] = [:]
  private var lists: [String: ListState] = [:]
  /// The problems found by the rules about the whole calendar, by rule, where there are any.
  private var document: [String: [Problem]] = [:]
  /// The top-level keys of the request whose value differs from what was loaded.
  package private(set) var modifiedKeys: Set<String> = []
  /// How many errors and warnings the calendar has.
  package private(set) var counts = ProblemCounts()
  private var sectionCounts: [Section: ProblemCounts] = [:]

  package var calendarType: CalendarType? { context.calendarType }

  init(base: JSONValue, current: JSONValue, today: CalendarDate, statedType: CalendarType?) {
    self.today = today
    self.statedType = statedType
    context = RuleContext(calendarType: Self.type(of: current) ?? statedType, today: today)
    for field in CalendarSchema.all { check(field, base: base, current: current) }
    runDocumentRules(current) { _ in true }
    countAll()
  }

  /// The ids of all rules there are.
  static var ruleIDs: [String] {
    ValueRule.all.map(\.id) + [ValueChecker.requiredRule] + ObjectRule.all.map(\.id)
      + DocumentRule.all.map(\.id)
  }

  private static func type(of calendar: JSONValue) -> CalendarType? {
    calendar[key: "calendarType"]?.text.flatMap(CalendarType.init(rawValue:))
  }

  // MARK: Keeping up

  mutating func update(after change: Change, base: JSONValue, current: JSONValue) {
    let path = change.path
    guard let key = path.topKey, key != "calendarType" else {
      self = Validation(base: base, current: current, today: today, statedType: statedType)
      return
    }
    guard let field = CalendarSchema.field(key) else { return }
    var factsChanged = true
    if case .list(let type) = field.type, let rows = current[key: key]?.array,
      lists[key]?.rows != nil
    {
      switch change {
      case .set where path.row != nil, .insert where path.row != nil,
        .remove where path.row != nil, .move where path.row != nil:
        guard let index = path.row, rows.indices.contains(index) else { return }
        let row = row(rows[index], type: type, baseRow: base[key: key]?[.index(index)])
        factsChanged = lists[key]?.replace(at: index, with: row) ?? true
      case .insert(let value, _, let index, _):
        let row = row(value, type: type, baseRow: base[key: key]?[.index(index)])
        lists[key]?.insert(row, at: index)
        // At the end nothing moves.
        if index < rows.count - 1 { compareRows(key, base: base, current: rows) }
      case .remove(_, let index):
        lists[key]?.remove(at: index)
        if index < rows.count { compareRows(key, base: base, current: rows) }
      case .move(_, let from, let to):
        if let row = lists[key]?.rows[from] {
          lists[key]?.remove(at: from)
          lists[key]?.insert(row, at: to)
        }
        compareRows(key, base: base, current: rows)
      case .set: check(field, base: base, current: current)
      }
    } else {
      check(field, base: base, current: current)
    }
    noteModification(field, base: base, current: current)
    if factsChanged { runDocumentRules(current) { $0.reads.contains(key) } }
    countAll()
  }

  /// Counts once for each change what is shown with every frame.
  private mutating func countAll() {
    var keys = Set(lists.keys).union(values.keys)
    keys.formUnion(document.values.joined().compactMap(\.path.topKey))
    counts = ProblemCounts()
    sectionCounts = [:]
    for key in keys {
      guard let section = CalendarSchema.section(of: key) else { continue }
      let sum = counts(key)
      sectionCounts[section, default: ProblemCounts()] += sum
      counts += sum
    }
  }

  private mutating func compareRows(_ key: String, base: JSONValue, current: [JSONValue]) {
    lists[key]?.compare(current, with: base[key: key]?.array ?? [])
  }

  private func row(_ value: JSONValue, type: ObjectType, baseRow: JSONValue?) -> ListState.Row {
    var checker = ValueChecker(context: context)
    checker.check(value, type: type)
    return ListState.Row(
      facts: RowFacts(value, kind: type.kind, today: today), problems: checker.problems,
      isModified: !areEquivalent(value, baseRow))
  }

  private mutating func check(_ field: Field, base: JSONValue, current: JSONValue) {
    let value = current[key: field.key]
    values[field.key] = nil
    lists[field.key] = nil
    if case .list(let type) = field.type, let rows = value?.array {
      var state = ListState()
      let baseRows = base[key: field.key]?.array ?? []
      for (index, value) in rows.enumerated() {
        let baseRow = index < baseRows.count ? baseRows[index] : nil
        state.insert(row(value, type: type, baseRow: baseRow), at: index)
      }
      lists[field.key] = state
    } else if let value {
      var checker = ValueChecker(context: context, at: JSONPath([.key(field.key)]))
      checker.check(value, of: field)
      if !checker.problems.isEmpty { values[field.key] = checker.problems }
    }
    noteModification(field, base: base, current: current)
  }

  private mutating func noteModification(_ field: Field, base: JSONValue, current: JSONValue) {
    guard !field.isReadOnly else { return }
    let isModified: Bool
    if let list = lists[field.key] {
      isModified = base[key: field.key]?.array?.count != list.rows.count || list.modifiedRows > 0
    } else {
      isModified = !areEquivalent(base[key: field.key], current[key: field.key])
    }
    if isModified { modifiedKeys.insert(field.key) } else { modifiedKeys.remove(field.key) }
  }

  private mutating func runDocumentRules(
    _ current: JSONValue, where isDue: (DocumentRule) -> Bool
  ) {
    let facts = DocumentFacts(current: current, context: context, lists: lists)
    for rule in DocumentRule.all where isDue(rule) {
      let found = rule.check(facts).map {
        Problem(rule: rule.id, severity: rule.severity, path: $0.path, message: $0.message)
      }
      document[rule.id] = found.isEmpty ? nil : found
    }
  }

  // MARK: Reading

  /// The problems of the value at a path itself, worst first.
  package func problems(at path: JSONPath) -> [Problem] {
    guard let key = path.topKey else { return [] }
    var found = values[key]?.filter { $0.path == path } ?? []
    if let index = path.row, let rows = lists[key]?.rows, rows.indices.contains(index) {
      let rest = path.withinRow
      found += rows[index].problems.filter { $0.path == rest }.map { $0.moved(to: path) }
    }
    for problems in document.values {
      found += problems.filter { $0.path == path }
    }
    return sorted(found)
  }

  /// The problems of the value at a path and of all that stands in it, in document order.
  ///
  /// For a path that leads to a row or into it the cost is that of the row.
  package func problems(under path: JSONPath) -> [Problem] {
    guard let key = path.topKey else {
      return CalendarSchema.all.flatMap { problems(under: JSONPath([.key($0.key)])) }
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
    for rule in DocumentRule.all {
      found += document[rule.id]?.filter { $0.path.hasPrefix(path) } ?? []
    }
    return found.map(adjusted)
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
  /// that look at one of them.
  package var problemsOfChanges: [Problem] {
    let local = CalendarSchema.all.filter { modifiedKeys.contains($0.key) }.flatMap {
      problems(under: JSONPath([.key($0.key)]))
    }
    let others = DocumentRule.all.filter { !$0.reads.isDisjoint(with: modifiedKeys) }
      .flatMap { document[$0.id] ?? [] }
    return (local + others.filter { !modifiedKeys.contains($0.path.topKey ?? "") })
      .filter { $0.severity > .note }
  }

  /// The worst that is found at a path or below it; nil when there is nothing.
  package func worst(under path: JSONPath) -> Problem.Severity? {
    problems(under: path).map(\.severity).max()
  }

  /// The worst that is found in a row of a list; nil when there is nothing, which is told at once.
  package func worst(inRow index: Int, of key: String) -> Problem.Severity? {
    guard let rows = lists[key]?.rows, rows.indices.contains(index) else { return nil }
    let isFree =
      rows[index].problems.isEmpty
      && !document.values.contains { $0.contains { $0.path.row == index && $0.path.topKey == key } }
    return isFree ? nil : worst(under: JSONPath([.key(key), .index(index)]))
  }

  /// How many errors and warnings a top-level property has.
  package func counts(_ key: String) -> ProblemCounts {
    var counts = ProblemCounts()
    if let list = lists[key] {
      counts.errors = list.errorCount
      counts.warnings = list.warningCount
    }
    for problem in values[key] ?? [] { counts.add(problem.severity) }
    if !modifiedKeys.contains(key) { counts = counts.asLoaded }
    for problems in document.values {
      for problem in problems where problem.path.topKey == key {
        counts.add(adjusted(problem).severity)
      }
    }
    return counts
  }

  /// How many errors and warnings a section has.
  package func counts(_ section: Section) -> ProblemCounts {
    sectionCounts[section] ?? ProblemCounts()
  }

  private func located(_ problems: [Problem], row: Int, of key: String) -> [Problem] {
    let path = JSONPath([.key(key), .index(row)])
    return problems.map { $0.moved(to: path.appending($0.path)) }
  }

  private func sorted(_ problems: [Problem]) -> [Problem] {
    problems.map(adjusted).sorted { ($0.severity, $1.rule) > ($1.severity, $0.rule) }
  }

  /// What was loaded broken is a warning until it is changed: it is left alone and never sent.
  private func adjusted(_ problem: Problem) -> Problem {
    guard problem.severity == .error, let key = problem.path.topKey else { return problem }
    let reads = DocumentRule.all.first { $0.id == problem.rule }?.reads ?? [key]
    return reads.isDisjoint(with: modifiedKeys) ? problem.asLoaded : problem
  }
}

/// How many problems there are of each severity that counts.
package struct ProblemCounts: Sendable, Hashable {
  package var errors = 0
  package var warnings = 0

  package init() {}

  package var isEmpty: Bool { errors == 0 && warnings == 0 }

  mutating func add(_ severity: Problem.Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: break
    }
  }

  package static func += (a: inout ProblemCounts, b: ProblemCounts) {
    a.errors += b.errors
    a.warnings += b.warnings
  }

  var asLoaded: ProblemCounts {
    var counts = ProblemCounts()
    counts.warnings = errors + warnings
    return counts
  }
}

extension Problem {
  fileprivate func moved(to path: JSONPath) -> Problem {
    Problem(rule: rule, severity: severity, path: path, message: message)
  }

  fileprivate var asLoaded: Problem {
    Problem(
      rule: rule, severity: .warning, path: path,
      message: message + " (Loaded like this; it is not sent until it is changed.)")
  }
}
