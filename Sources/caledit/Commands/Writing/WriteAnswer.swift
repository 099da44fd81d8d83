import CalendarModel
import CalendarWork
import CommandOutput
import JSON
import Terminal

/// What a command that changes calendars answers: the plan, and what became of each.
struct WriteAnswer {
  private let output: OutputOptions
  private let plans: [JSONValue]
  private let namesAccounts: Bool
  /// Why what is wanted has no effect, by the calendar.
  private let withoutEffect: [BatchTarget: [String]]
  var results: [(target: BatchTarget, outcome: BatchOutcome)] = []
  /// What is to be said instead of results.
  var note: String?
  /// How to go on where something is left.
  var resume: String?

  init(_ output: OutputOptions, _ plans: [PlannedCalendar]) {
    self.output = output
    let namesAccounts = Set(plans.map(\.target.account)).count > 1
    self.namesAccounts = namesAccounts
    withoutEffect = plans.reduce(into: [:]) { $0[$1.target] = $1.withoutEffect }
    self.plans =
      output.isForPrograms
      ? plans.map { PlanReport(namesAccounts: namesAccounts).json($0) } : []
  }

  /// Shows people what would be done.
  ///
  /// - Parameter pages: whether a pager may wait for a key.
  func show(plan plans: [PlannedCalendar], pages: Bool) {
    var printout = Printout()
    for plan in plans { printout += PlanReport(namesAccounts: namesAccounts).printout(plan) }
    printout.add(StyledText(Self.summary(plans)))
    let idle = plans.filter { if case .stopped = $0.verdict { false } else { true } }
      .map(\.withoutEffect)
    for line in Self.idle(idle, isDone: false) { printout.add(StyledText(line, .warn)) }
    Pager.show(printout.lines(OutputPlace.style), isWanted: !output.noPager && pages)
  }

  /// What a plan does, counted: "38 calendars to change, 1 unchanged".
  static func summary(_ plans: [PlannedCalendar]) -> String {
    var (changed, same, stopped) = (0, 0, 0)
    for plan in plans {
      switch plan.verdict {
      case .change: changed += 1
      case .unchanged: same += 1
      case .stopped: stopped += 1
      }
    }
    var parts = ["\(Wording.counted(changed, "calendar")) to change"]
    if same > 0 { parts.append("\(same) unchanged") }
    if stopped > 0 { parts.append("\(stopped) that cannot be changed") }
    return parts.joined(separator: ", ") + "."
  }

  /// The answer.
  ///
  /// - Parameters:
  ///   - status: what it ends with where nothing was to become of the calendars.
  ///   - showsResults: whether people are shown what became of each.
  func report(status: ExitStatus? = nil, showsResults: Bool = true) -> CommandReport {
    var report = CommandReport()
    let results = results.map {
      ResultReport.json($0.target, $0.outcome, warnings: warnings($0.target, $0.outcome))
    }
    report.data = .object(
      JSONObject([
        .init(key: "plan", value: .array(plans)), .init(key: "results", value: .array(results)),
      ]))
    report.records = plans.map { ("plan", $0) } + results.map { ("result", $0) }
    // What became of the calendars is seen without a key.
    report.isWhole = true
    if let note { report.printout.add(StyledText(note)) }
    if showsResults, !self.results.isEmpty {
      report.printout += ResultReport.table(self.results, warnings: warnings)
      report.printout.add(StyledText(Self.summary(self.results.map(\.outcome))))
      for line in Self.idle(self.results.map { warnings($0.target, $0.outcome) }, isDone: true) {
        report.printout.add(StyledText(line, .warn))
      }
      if let resume { report.printout.add(StyledText(resume)) }
    }
    report.done = self.results.count { $0.outcome.isAsWanted }
    report.status = status ?? ExitStatus(self.results.map(\.outcome))
    return report
  }

  /// Why a calendar that is as it was wanted is the same for bookers, in sentences.
  private func warnings(_ target: BatchTarget, _ outcome: BatchOutcome) -> [String] {
    switch outcome.kind {
    case .saved, .savedOtherwise, .unchanged: withoutEffect[target] ?? []
    case .refused, .conflict, .failed, .unknown, .notDone: []
    }
  }

  /// How many calendars are the same for bookers, and why: "16 of these stay as they were for bookers:
  /// …"; a line for each reason, the most frequent ones first.
  ///
  /// - Parameters:
  ///   - reasons: those of each calendar.
  ///   - isDone: whether it was sent already.
  static func idle(_ reasons: [[String]], isDone: Bool) -> [String] {
    let all = Dictionary(grouping: reasons.filter { !$0.isEmpty }) { $0.joined(separator: " ") }
    return all.map { (reason: $0, count: $1.count) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
      .map { reason, count in
        let verb = count == 1 ? (isDone ? "was" : "is") : (isDone ? "were" : "are")
        let stay = count == 1 ? "stays as it" : "stay as they"
        return "\(count) of these \(stay) \(verb) for bookers: \(reason)"
      }
  }

  /// What became of the calendars, counted: "38 saved, 1 unchanged".
  static func summary(_ outcomes: [BatchOutcome]) -> String {
    var tally = BatchTally(total: outcomes.count)
    for outcome in outcomes { tally.add(outcome) }
    return tally.sum + "."
  }
}

extension ExitStatus {
  /// What a run ends with.
  init(_ outcomes: [BatchOutcome]) {
    self = ExitStatus(rawValue: Int32(BatchExit(outcomes).rawValue)) ?? .failure
  }
}
