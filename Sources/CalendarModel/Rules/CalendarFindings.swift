import JSON

/// What the rules about the whole calendar found, and what each of them looked at.
struct CalendarFindings: Sendable {
  /// What one rule found when it ran last.
  struct Result: Sendable {
    let problems: [Problem]
    let reads: Set<CalendarReader.Read>
    /// A bit for each property that it looked at; several may share one.
    private let keys: UInt64

    init(_ problems: [Problem] = [], reads: Set<CalendarReader.Read> = []) {
      (self.problems, self.reads) = (problems, reads)
      keys = reads.reduce(0) { $0 | ($1.key.map(Self.bit) ?? 0) }
    }

    /// The bit of a property.
    static func bit(of key: String) -> UInt64 { 1 << UInt64(CalendarSchema.number(of: key) & 63) }

    /// Whether the rule may have looked at the property of a bit; most that did not are told at once.
    func mayRead(_ bit: UInt64) -> Bool { keys & bit != 0 }

    /// Whether the rule looked at one of some properties.
    func reads(anyOf keys: Set<String>) -> Bool { reads(where: keys.contains) }

    /// Whether the rule looked at a property of some kind.
    func reads(where isWanted: (String) -> Bool) -> Bool {
      reads.contains { $0.key.map(isWanted) ?? false }
    }
  }

  /// In the order of ``RuleTable/calendar``.
  private(set) var results = [Result](repeating: Result(), count: RuleTable.calendar.count)

  /// All problems, in no order that means something to a reader.
  var problems: some Sequence<Problem> { results.lazy.flatMap(\.problems) }

  /// Looks at all of them, without a copy of what each rule looked at.
  func forEachProblem(_ body: (Problem) -> Void) {
    for index in results.indices where !results[index].problems.isEmpty {
      for problem in results[index].problems { body(problem) }
    }
  }

  /// What one rule found; nil for a rule about values or objects.
  func result(of rule: String) -> Result? {
    RuleTable.calendar.firstIndex { $0.rule.id == rule }.map { results[$0] }
  }

  /// Runs the rules that looked at something that has changed.
  ///
  /// - Returns: whether they find something else.
  mutating func run(_ calendar: CalendarReader, after change: RuleTrigger) -> Bool {
    var isOther = false
    // What is unset is no property of its own.
    let bit = change.isUnsetChanged ? nil : change.key.map(Result.bit)
    for index in results.indices
    where (bit.map(results[index].mayRead) ?? true) && change.concerns(anyOf: results[index].reads)
    {
      let entry = RuleTable.calendar[index]
      let problems = entry.check(calendar).map { $0.problem(of: entry.rule) }
      let reads = calendar.takeReads()
      // What a rule looked at matters for its problems only.
      isOther =
        isOther || problems != results[index].problems
        || !problems.isEmpty && reads != results[index].reads
      results[index] = Result(problems, reads: reads)
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

  /// Whether a rule that looked at some things has to run.
  func concerns(anyOf reads: Set<CalendarReader.Read>) -> Bool {
    if isAll { return true }
    for read in reads where concerns(read) { return true }
    return false
  }

  private func concerns(_ read: CalendarReader.Read) -> Bool {
    switch read {
    case .value(let key): key == self.key
    case .rows(let list): list == key && facts == nil
    case .fact(let list, let name): list == key && facts?.contains(name) ?? true
    case .unset: isUnsetChanged
    }
  }
}
