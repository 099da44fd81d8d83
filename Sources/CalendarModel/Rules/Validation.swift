import JSON

/// What is wrong with a calendar and what is changed in it, kept up to date change by change.
///
/// A change costs the value or the row that it is made in, never the whole calendar.
package struct Validation: Sendable {
  package let today: CalendarDate
  private let statedType: CalendarType?
  private let context: RuleContext
  /// The problems found in the values of the properties that are no lists, where there are any.
  private(set) var values: [String: [Problem]] = [:]
  private(set) var lists: [String: ListState] = [:]
  /// What the rules about the whole calendar found.
  private(set) var calendar = CalendarFindings()
  /// The facts of the lists as they were loaded, where rules have asked for them.
  private var loadedTallies: [String: Tallies] = [:]
  /// The top-level keys of the request whose value differs from what was loaded.
  package private(set) var modifiedKeys: Set<String> = []
  /// Those of them that are absent now: they are not sent, and the service keeps what it has.
  private(set) var unsetKeys: Set<String> = []
  /// How many errors and warnings the calendar has.
  package private(set) var counts = ProblemCounts()
  package private(set) var sectionCounts: [Section: ProblemCounts] = [:]
  /// Another number whenever an update finds something else in values that were not changed.
  private(set) var findingsRevision = 0

  package var calendarType: CalendarType? { context.calendarType }

  /// - Parameters:
  ///   - isGoverned: whether a schedule is known to govern the calendar.
  ///   - version: of the calls.
  ///   - format: how times are said in messages.
  init(
    base: JSONValue, current: JSONValue, today: CalendarDate, statedType: CalendarType?,
    isGoverned: Bool = false, version: APIVersion = .dated, format: LocalFormat = .standard
  ) {
    self.today = today
    self.statedType = statedType
    context = RuleContext(
      calendarType: Self.type(of: current) ?? statedType, today: today, isGoverned: isGoverned,
      version: version, format: format)
    for field in CalendarSchema.all {
      check(field, base: base, current: current)
      noteModification(field, base: base, current: current)
    }
    runCalendarRules(after: .all, base: base, current: current)
    countAll()
  }

  private static func type(of calendar: JSONValue) -> CalendarType? {
    calendar[.calendarType]?.text.flatMap(CalendarType.init(rawValue:))
  }

  // MARK: Keeping up

  mutating func update(after change: Edit, base: JSONValue, current: JSONValue) {
    guard let key = change.path.topKey, key != CalendarKey.calendarType.rawValue else {
      self = Validation(
        base: base, current: current, today: today, statedType: statedType,
        isGoverned: context.isGoverned, version: context.version, format: context.format)
      return
    }
    guard let field = CalendarSchema.field(key) else { return }
    var trigger = RuleTrigger(key: key)
    let (unsetBefore, modifiedBefore) = (unsetKeys, modifiedKeys)
    if case .list(let type) = field.type, let rows = current[key: key]?.array, lists[key] != nil {
      guard let facts = updateList(field, type, rows, after: change, base: base, current: current)
      else { return }
      trigger.facts = facts.isWholeList ? nil : facts.names
    } else {
      let found = values[key]
      check(field, base: base, current: current)
      if change.path.count > 1, values[key] != found { findingsRevision += 1 }
    }
    noteModification(field, base: base, current: current)
    trigger.isUnsetChanged = unsetBefore != unsetKeys
    let isOther = runCalendarRules(after: trigger, base: base, current: current)
    // How severe a problem is depends on what is sent.
    if isOther || unsetBefore != unsetKeys || modifiedBefore != modifiedKeys {
      findingsRevision += 1
    }
    countAll()
  }

  /// Takes note of a change in a list.
  ///
  /// - Returns: the facts that have changed; nil where there is no such row.
  private mutating func updateList(
    _ field: Field, _ type: ObjectType, _ rows: [JSONValue], after change: Edit,
    base: JSONValue, current: JSONValue
  ) -> (isWholeList: Bool, names: Set<String>)? {
    let key = field.key
    if let index = change.path.row {
      guard rows.indices.contains(index) else { return nil }
      let (row, view) = check(rows[index], type, baseRow: base[key: key]?[.index(index)])
      // It may be said of another value of the row.
      if lists[key]?.rows[index].problems != row.problems { findingsRevision += 1 }
      return (false, lists[key]?.replace(at: index, with: row, view) ?? [])
    }
    switch change {
    case .insert(let value, _, let index, _):
      let (row, view) = check(value, type, baseRow: base[key: key]?[.index(index)])
      lists[key]?.insert(row, view, at: index)
      // At the end nothing moves.
      if index < rows.count - 1 { compareRows(key, base: base, current: rows) }
    case .remove(_, let index):
      lists[key]?.remove(at: index)
      if index < rows.count { compareRows(key, base: base, current: rows) }
    case .move(_, let from, let to):
      if let row = lists[key]?.rows[from] {
        let view = RowView(rows[to], type: type, context: context, problems: row.problems)
        lists[key]?.remove(at: from)
        lists[key]?.insert(row, view, at: to)
      }
      compareRows(key, base: base, current: rows)
    case .set: check(field, base: base, current: current)
    }
    return (true, [])
  }

  private mutating func compareRows(_ key: String, base: JSONValue, current: [JSONValue]) {
    lists[key]?.compare(current, with: base[key: key]?.array ?? [])
  }

  private func check(
    _ value: JSONValue, _ type: ObjectType, baseRow: JSONValue?
  ) -> (ListState.Row, RowView) {
    var checker = ValueChecker(context: context)
    checker.check(value, type: type)
    let row = ListState.Row(
      problems: checker.problems, isModified: !areEquivalent(value, baseRow))
    return (row, RowView(value, type: type, context: context, problems: checker.problems))
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
        let (row, view) = check(value, type, baseRow: baseRow)
        state.insert(row, view, at: index)
      }
      lists[field.key] = state
    } else if let value {
      var checker = ValueChecker(context: context, at: JSONPath([.key(field.key)]))
      checker.check(value, of: field)
      if !checker.problems.isEmpty { values[field.key] = checker.problems }
    }
  }

  private mutating func noteModification(_ field: Field, base: JSONValue, current: JSONValue) {
    guard !field.isReadOnly else { return }
    let key = field.key
    let (loaded, now) = (base[key: key], current[key: key])
    let isModified: Bool
    if let list = lists[key] {
      isModified = loaded?.array?.count != list.rows.count || list.modifiedRows > 0
    } else {
      isModified = !areEquivalent(loaded, now)
    }
    if isModified { modifiedKeys.insert(key) } else { modifiedKeys.remove(key) }
    if isModified, now == nil { unsetKeys.insert(key) } else { unsetKeys.remove(key) }
  }

  /// - Returns: whether they find something else.
  @discardableResult
  private mutating func runCalendarRules(
    after trigger: RuleTrigger, base: JSONValue, current: JSONValue
  ) -> Bool {
    let reader = CalendarReader(
      current: current, base: base, context: context, modifiedKeys: modifiedKeys,
      unsetKeys: unsetKeys, lists: lists, loadedTallies: loadedTallies)
    let isOther = calendar.run(reader, after: trigger)
    if reader.hasNewTallies {
      lists = reader.lists
      loadedTallies = reader.loadedTallies
    }
    return isOther
  }

  /// Counts once for each change what is shown with every frame.
  private mutating func countAll() {
    var (all, bySection) = (ProblemCounts(), [Section: ProblemCounts]())
    func add(_ found: ProblemCounts, of key: String) {
      guard !found.isEmpty, let section = CalendarSchema.section(of: key) else { return }
      bySection[section, default: ProblemCounts()] += found
      all += found
    }
    for (key, list) in lists { add(asNow(list.counts, of: key), of: key) }
    for (key, problems) in values {
      var found = ProblemCounts()
      for problem in problems { found.add(problem.severity) }
      add(asNow(found, of: key), of: key)
    }
    calendar.forEachProblem { problem in
      guard let key = problem.path.topKey else { return }
      var found = ProblemCounts()
      found.add(severity(of: problem))
      add(found, of: key)
    }
    (counts, sectionCounts) = (all, bySection)
  }

  /// The counts of what is found in a property itself: what was loaded broken is a warning.
  private func asNow(_ counts: ProblemCounts, of key: String) -> ProblemCounts {
    modifiedKeys.contains(key) ? counts : counts.asLoaded
  }
}
