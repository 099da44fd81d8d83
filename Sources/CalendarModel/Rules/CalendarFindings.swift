import JSON

/// What the rules about the whole calendar found, and what each of them looked at.
struct CalendarFindings: Sendable {
  /// What one rule found when it ran last.
  struct Result: Sendable {
    var problems: [Problem] = []
    var reads: Set<CalendarReader.Read> = []

    /// Whether the rule looked at one of some properties.
    func reads(anyOf keys: Set<String>) -> Bool {
      reads.contains { $0.key.map(keys.contains) ?? false }
    }
  }

  /// In the order of ``RuleTable/calendar``.
  private(set) var results = [Result](repeating: Result(), count: RuleTable.calendar.count)

  /// All problems, in no order that means something to a reader.
  var problems: some Sequence<Problem> { results.lazy.flatMap(\.problems) }

  /// What one rule found; nil for a rule about values or objects.
  func result(of rule: String) -> Result? {
    RuleTable.calendar.firstIndex { $0.rule.id == rule }.map { results[$0] }
  }

  /// Runs the rules that looked at something that has changed.
  ///
  /// - Returns: whether they find something else.
  mutating func run(_ calendar: CalendarReader, after change: RuleTrigger) -> Bool {
    var isOther = false
    for (index, entry) in RuleTable.calendar.enumerated()
    where change.isAll || results[index].reads.contains(where: change.concerns) {
      let problems = entry.check(calendar).map { $0.problem(of: entry.rule) }
      let reads = calendar.takeReads()
      // What a rule looked at matters for its problems only.
      isOther =
        isOther || problems != results[index].problems
        || !problems.isEmpty && reads != results[index].reads
      results[index] = Result(problems: problems, reads: reads)
    }
    return isOther
  }
}

/// What has changed, for the rules that looked at it.
struct RuleTrigger {
  /// Whether every rule has to run.
  var isAll = false
  /// The property that was changed.
  var key: String?
  /// The facts that a change within a row has changed; nil where the list itself is another.
  var facts: Set<String>?
  /// Whether a property was unset, or is there again.
  var isUnsetChanged = false

  static let all = RuleTrigger(isAll: true)

  func concerns(_ read: CalendarReader.Read) -> Bool {
    switch read {
    case .value(let key): key == self.key
    case .rows(let list): list == key && facts == nil
    case .fact(let list, let name): list == key && facts?.contains(name) ?? true
    case .unset: isUnsetChanged
    }
  }
}
