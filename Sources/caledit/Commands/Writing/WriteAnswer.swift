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
  var results: [(target: BatchTarget, outcome: BatchOutcome)] = []
  /// What is to be said instead of results.
  var note: String?
  /// How to go on where something is left.
  var resume: String?

  init(_ output: OutputOptions, _ plans: [PlannedCalendar]) {
    self.output = output
    let namesAccounts = Set(plans.map(\.target.account)).count > 1
    self.namesAccounts = namesAccounts
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
    let results = results.map { ResultReport.json($0.target, $0.outcome) }
    report.data = .object(
      JSONObject([
        .init(key: "plan", value: .array(plans)), .init(key: "results", value: .array(results)),
      ]))
    report.records = plans.map { ("plan", $0) } + results.map { ("result", $0) }
    // What became of the calendars is seen without a key.
    report.isWhole = true
    if let note { report.printout.add(StyledText(note)) }
    if showsResults, !self.results.isEmpty {
      report.printout += ResultReport.table(self.results)
      report.printout.add(StyledText(Self.summary(self.results.map(\.outcome))))
      if let resume { report.printout.add(StyledText(resume)) }
    }
    report.done = self.results.count { $0.outcome.isAsWanted }
    report.status = status ?? ExitStatus(self.results.map(\.outcome))
    return report
  }

  /// What became of the calendars, counted: "38 saved, 1 unchanged".
  static func summary(_ outcomes: [BatchOutcome]) -> String {
    let words: [(BatchOutcome.Kind, String)] = [
      (.saved, "saved"), (.savedOtherwise, "saved otherwise"), (.unchanged, "unchanged"),
      (.refused, "refused"), (.conflict, "in conflict"), (.failed, "failed"),
      (.unknown, "unknown"), (.notDone, "not done"),
    ]
    return words.compactMap { kind, word in
      let count = outcomes.count { $0.kind == kind }
      return count > 0 ? "\(count) \(word)" : nil
    }.joined(separator: ", ") + "."
  }
}

extension ExitStatus {
  /// What a run ends with.
  init(_ outcomes: [BatchOutcome]) {
    self = ExitStatus(rawValue: Int32(BatchExit(outcomes).rawValue)) ?? .failure
  }
}
