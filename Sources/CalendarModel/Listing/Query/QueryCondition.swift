import JSON

/// One thing that a query asks of a calendar.
enum QueryCondition: Sendable, Hashable {
  /// Words in name, slug, id, group, members, type or state; `letters` are those of the words where
  /// letters that stand close together in the name are enough.
  case words([FoldedText], letters: [UInt8])
  /// A field; `phrase` is a name that is meant as well, where the text could be one.
  case field([FieldPlace], ValueTest, phrase: FoldedText?)
  case state(isActive: Bool)
  case lookBusy(isOn: Bool)
  /// It is on, and its share is compared, in percent.
  case hidden(Comparison)
  case problems(ProblemKind, Comparison)
  case open(OpenDays)
  /// A schedule governs its hours.
  case governed

  /// What the rules find.
  enum ProblemKind: String, Sendable, Hashable, CaseIterable {
    case errors, warnings, problems

    func count(_ counts: ProblemCounts) -> Int {
      switch self {
      case .errors: counts.errors
      case .warnings: counts.warnings
      case .problems: counts.errors + counts.warnings
      }
    }
  }

  func truth(of calendar: ListedCalendar, _ context: QueryContext) -> Truth {
    switch self {
    case .words(let words, let letters):
      return Truth(
        calendar.searchKey.contains(words) || calendar.searchKey.isScattered(letters))
    case .field(let places, let test, let phrase):
      if let phrase, calendar.searchKey.name.contains(phrase) { return .yes }
      return test.truth(at: places, in: calendar)
    case .state(let isActive): return Self.state(of: calendar, isActive)
    case .lookBusy(let isOn): return Self.lookBusy(of: calendar, isOn)
    case .hidden(let comparison): return Self.hidden(of: calendar, comparison)
    case .problems(let kind, let comparison):
      let count = kind.count(calendar.problems(today: context.today))
      return Truth(comparison.holds(Double(count)))
    case .open(let days): return days.truth(in: calendar, context)
    case .governed: return context.isGoverned(calendar)
    }
  }

  private static func state(of calendar: ListedCalendar, _ isActive: Bool) -> Truth {
    switch calendar.state {
    case .active: Truth(isActive)
    case .draft: Truth(!isActive)
    case .unknown: .unknown
    }
  }

  private static func lookBusy(of calendar: ListedCalendar, _ isOn: Bool) -> Truth {
    guard let effect = lookBusy(of: calendar) else { return .unknown }
    return Truth(effect.isOn == isOn)
  }

  private static func hidden(of calendar: ListedCalendar, _ comparison: Comparison) -> Truth {
    guard let effect = lookBusy(of: calendar) else { return .unknown }
    guard effect.isOn else { return .no }
    guard let percentage = effect.percentage else { return .unknown }
    return Truth(comparison.holds(percentage))
  }

  /// Nil where the entry does not say it, and where the switch is neither on nor off.
  private static func lookBusy(of calendar: ListedCalendar) -> LookBusyEffect? {
    guard calendar.isKnown(.lookBusyConfig) else { return nil }
    let effect = LookBusyEffect(config: calendar.calendar[.lookBusyConfig])
    return effect.oddSwitch == nil ? effect : nil
  }

  /// Whether what it says depends on who decides on the hours.
  var isAboutHours: Bool { if case .open = self { true } else { false } }
}

/// Conditions that are put together.
indirect enum QueryNode: Sendable, Hashable {
  case leaf(QueryCondition)
  case all([QueryNode])
  case any([QueryNode])
  case not(QueryNode)

  func truth(of calendar: ListedCalendar, _ context: QueryContext) -> Truth {
    switch self {
    case .leaf(let condition): condition.truth(of: calendar, context)
    case .all(let nodes): Truth.all(nodes.lazy.map { $0.truth(of: calendar, context) })
    case .any(let nodes): Truth.any(nodes.lazy.map { $0.truth(of: calendar, context) })
    case .not(let node): !node.truth(of: calendar, context)
    }
  }

  /// One node for several, and the node itself where it is alone.
  static func joined(_ nodes: [QueryNode], _ join: ([QueryNode]) -> QueryNode) -> QueryNode {
    nodes.count == 1 ? nodes[0] : join(nodes)
  }

  var leaves: [QueryCondition] {
    switch self {
    case .leaf(let condition): [condition]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.leaves)
    case .not(let node): node.leaves
    }
  }

  var isAboutHours: Bool { leaves.contains(where: \.isAboutHours) }
}
