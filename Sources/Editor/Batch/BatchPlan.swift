import CalendarModel
import CalendarWork
import JSON

/// What would be done to many calendars, before anything is sent: seen from the lists of the
/// sub-accounts, so that it costs no request.
package struct BatchPlan: Sendable, Hashable {
  /// A calendar with what is known of it.
  struct Source: Sendable, Hashable {
    let target: BatchTarget
    /// As it was listed, or as it was loaded where it is open; nil where it is in the list no more.
    let calendar: JSONValue?
    /// Whether a key that it does not have is not set; a list may leave keys out.
    let isComplete: Bool
    /// Whether it is open with changes of its own, which stay there.
    let hasOwnChanges: Bool
  }

  /// What the calendars have in common; the plans of all are in it.
  private(set) var order: BatchOrder
  private var sources: [Source]
  /// How many of them are planned by what is known and decided now.
  private(set) var ready = 0
  /// The numbers of those that somebody took out.
  private(set) var out: Set<Int> = []
  /// Why numbers that were typed without a unit cannot be meant for all calendars that are in, in
  /// sentences; empty until every calendar is planned.
  private(set) var ambiguities: [String] = []

  init(_ order: BatchOrder, _ sources: [Source]) {
    (self.order, self.sources) = (order, sources)
    self.order.plans = sources.map {
      PlannedCalendar($0.target, stopped: .notDone("It is not planned yet."))
    }
    plan()
  }

  /// How many calendars are planned at once, so that no key waits for more.
  static let piece = 25

  /// Whether every calendar is planned.
  var isReady: Bool { ready == sources.count }

  /// Begins to plan every calendar by what is known and decided now.
  private mutating func plan() {
    ready = 0
    planMore()
  }

  /// Plans some calendars more.
  mutating func planMore() {
    var contexts: [String: (BatchContext, [String: ScheduleAnswer])] = [:]
    for account in order.accounts {
      contexts[account.id.name] = (order.context(of: account), account.schedules)
    }
    let end = min(sources.count, ready + Self.piece)
    for index in ready..<end {
      let source = sources[index]
      let target = source.target
      guard let (context, schedules) = contexts[target.account], let calendar = source.calendar
      else {
        order.plans[index] = PlannedCalendar(
          target, stopped: BatchOutcome(.notFound, "The calendar is not in the list any more."))
        continue
      }
      order.plans[index] = PlannedCalendar(
        target, calendar, isComplete: source.isComplete,
        schedules: schedules[target.calendarID] ?? .notAsked, in: context)
    }
    ready = end
    findAmbiguities()
  }

  private mutating func findAmbiguities() {
    ambiguities =
      isReady ? CalendarChanges.ambiguities(agreed.plans.map(\.presentUnits)) : []
  }

  /// Decides otherwise; what was taken out stays out.
  mutating func decide(_ policy: BatchPolicy) {
    guard policy != order.policy else { return }
    order.policy = policy
    plan()
  }

  /// Takes over what has become known since; the calendars and what was decided stay.
  mutating func learn(_ accounts: [BatchOrder.Account], _ newer: [Source]) {
    guard newer.map(\.target.calendarID) == sources.map(\.target.calendarID),
      newer != sources || accounts != order.accounts
    else { return }
    sources = newer
    order.accounts = accounts
    plan()
  }

  // MARK: What it comes to

  var plans: [PlannedCalendar] { order.plans }
  var policy: BatchPolicy { order.policy }
  var targets: [BatchTarget] { sources.map(\.target) }

  /// Whether a calendar is one that something would be sent for.
  func isChange(_ index: Int) -> Bool { plans[index].settled == nil }

  func isOut(_ index: Int) -> Bool { out.contains(index) }

  func hasOwnChanges(_ index: Int) -> Bool { sources[index].hasOwnChanges }

  /// Takes a calendar out, or puts it back.
  mutating func toggle(_ index: Int) {
    if out.remove(index) == nil { out.insert(index) }
    findAmbiguities()
  }

  /// How many of the calendars to change keep hours that a schedule governs.
  var keepingHours: Int {
    plans.indices.count { !isOut($0) && isChange($0) && !plans[$0].leftOut.isEmpty }
  }

  /// How many calendars there are of each kind.
  struct Counts: Sendable, Hashable {
    var toChange = 0
    var unchanged = 0
    var cannot = 0
    var takenOut = 0
    /// In how many sub-accounts those to change are.
    var accounts = 0

    /// "38 to change, 1 unchanged, 1 cannot be changed, 2 taken out".
    var words: String {
      let parts = [
        (unchanged, "unchanged"), (cannot, "cannot be changed"), (takenOut, "taken out"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return (["\(toChange) to change"] + parts).joined(separator: ", ")
    }
  }

  var counts: Counts {
    var counts = Counts()
    var accounts: Set<String> = []
    for (index, plan) in plans.prefix(ready).enumerated() {
      if out.contains(index) {
        counts.takenOut += 1
        continue
      }
      switch plan.verdict {
      case .change:
        counts.toChange += 1
        accounts.insert(plan.target.account)
      case .unchanged: counts.unchanged += 1
      case .stopped: counts.cannot += 1
      }
    }
    counts.accounts = accounts.count
    return counts
  }

  /// What is to be run: without what was taken out.
  var agreed: BatchOrder {
    var order = order
    order.plans = plans.indices.filter { !out.contains($0) }.map { plans[$0] }
    return order
  }

  // MARK: What can be decided

  /// Whether it matters whether hours are sent that a schedule governs.
  var mattersHours: Bool {
    policy.hoursAnyway
      || plans.contains { !$0.keysKeptOut.isEmpty || $0.settled?.code == .governed }
  }

  /// Whether it matters whether rules are broken.
  var mattersForce: Bool {
    policy.force || plans.contains { !$0.errors.isEmpty }
  }

  /// What was asked for, in sentences.
  var sentences: [String] {
    guard case .changes(let changes) = order.work else { return [] }
    return changes.sentences
  }

  /// What is to be known of all of them, in sentences.
  var cautions: [String] {
    guard case .changes(let changes) = order.work else { return [] }
    let names = changes.identifying
    let alike =
      names.isEmpty || targets.count < 2
      ? []
      : ["All of them get the same \(names.joined(separator: " and ").lowercased())."]
    let labels = changes.leftOut.map { CalendarSchema.field($0)?.label ?? $0 }
    return ambiguities + alike
      + (labels.isEmpty
        ? []
        : [
          "Left out, because what stands there breaks the schema: "
            + labels.joined(separator: ", ") + "."
        ])
  }
}

extension BatchPolicy.Conflicts {
  /// What is decided where others changed the same since the plan.
  var words: String {
    switch self {
    case .stop: "the calendar stays as it is"
    case .mine: "the planned value is saved"
    case .theirs: "their value stays"
    }
  }

  /// The next one to choose.
  var next: Self {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
