import CalendarAPI
import CalendarModel
import CalendarWork
import CommandOutput
import Glibc
import JSON
import State
import Synchronization
import Terminal

/// A command that changes calendars: plans, shows, asks, does it, and says what became of each.
struct WriteRun: Sendable {
  /// The verb.
  let name: String
  let options: WriteOptions
  let troubles: Troubles
  /// What the command line says of which calendars are meant: words, filter and list.
  var selection: [String] = []

  // MARK: A new run

  /// Plans the work for the calendars, and does it where somebody agrees.
  func run(
    _ work: BatchWork, on calendars: [FoundCalendar], _ finder: CalendarFinder
  ) async throws(Failure) -> CommandReport {
    let files = calendars.compactMap(\.file)
    guard files.isEmpty else {
      guard files.count == calendars.count else {
        throw Failure(
          "files and calendars of the service cannot be changed by one command", status: .usage)
      }
      return try change(files, work)
    }
    let accounts = try await finder.accounts()
    let planner = BatchPlanner(
      work: work, policy: options.policy, format: accounts.format, updates: options.update)
    let byAccount = Dictionary(grouping: calendars) { $0.account?.name ?? "" }
    var links: [String: BatchLink] = [:]
    var plans: [String: PlannedCalendar] = [:]
    await withTaskGroup(of: (String, BatchLink, [PlannedCalendar]).self) { group in
      for (name, calendars) in byAccount {
        guard let account = calendars.first?.account else { continue }
        group.addTask {
          let link = await planner.link(account, calendars)
          return (name, link, await planner.plans(calendars, account, link))
        }
      }
      for await (name, link, planned) in group {
        links[name] = link
        for plan in planned { plans["\(name) \(plan.target.calendarID)"] = plan }
      }
    }
    let ordered = calendars.compactMap { plans["\($0.account?.name ?? "") \($0.id)"] }
    try requireOneMeaning(ordered.map(\.presentUnits))
    return try await carryOut(ordered, links, work)
  }

  /// - Throws: where a number without a unit does not mean the same in all calendars.
  func requireOneMeaning(_ units: [[String: TimeUnit]]) throws(Failure) {
    let unclear = CalendarChanges.ambiguities(units)
    guard let first = unclear.first else { return }
    throw Failure(first, details: Array(unclear.dropFirst()), status: .usage)
  }

  private func carryOut(
    _ plans: [PlannedCalendar], _ links: [String: BatchLink], _ work: BatchWork
  ) async throws(Failure) -> CommandReport {
    var answer = WriteAnswer(options.output, plans)
    let count = plans.count { $0.settled == nil }
    if !options.output.isForPrograms { answer.show(plan: plans, pages: !options.yes) }
    if count == 0 {
      // The plan has said it all.
      answer.results = plans.map { ($0.target, $0.settled ?? .notDone("")) }
      return answer.report(showsResults: false)
    }
    if options.dryRun {
      answer.note = "Nothing was sent: it is a dry run."
      return answer.report(status: ExitStatus(plans.map(\.expected)))
    }
    guard try agrees(count) else {
      answer.note = "Nothing was sent."
      return answer.report(status: .done)
    }
    let isDemo = links.values.contains { $0.base == nil }
    let runs = isDemo ? try RunFiles.ofDemo() : try RunFiles()
    let run = try JournaledRun(
      plans, work, options.policy, links, in: runs, today: CalendarFinder.today,
      command: .init(name, selection))
    defer { run.end() }
    // A new run has all plans in its journal, those that are settled as well.
    let rows = plans.enumerated().map { Row(index: $0, target: $1.target, outcome: $1.settled) }
    answer.results = await carryOut(run, rows, links)
    answer.resume = Self.advice(isDemo ? nil : run.journal, answer.results.map(\.outcome))
    return answer.report()
  }

  /// How to go on where something is left, or was lost.
  ///
  /// - Parameter journal: nil where the run is not kept.
  static func advice(_ journal: RunJournal?, _ outcomes: [BatchOutcome]) -> String? {
    let left = journal?.left().count ?? 0
    let goesOn = journal.map {
      "\(Wording.counted(left, "calendar")) left: --resume goes on with them (run \($0.id))."
    }
    guard outcomes.contains(where: { $0.halt == .losesUnnamed }) else {
      return left == 0 ? nil : goesOn
    }
    return BatchOutcome.lossAdvice(outcomes, goesOn: left == 0 ? nil : goesOn)
  }

  /// A calendar of the answer.
  struct Row: Sendable {
    /// Its place in the journal of the run.
    let index: Int
    let target: BatchTarget
    /// What became of it; nil before that is known.
    var outcome: BatchOutcome?
  }

  /// Does what is left of a run, with a progress line.
  ///
  /// - Parameter rows: the calendars of the answer, which may be some of the journal.
  func carryOut(
    _ run: JournaledRun, _ rows: [Row], _ links: [String: BatchLink]
  ) async -> [(BatchTarget, BatchOutcome)] {
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.index, $0) })
    let results = Mutex(rows.map(\.outcome))
    let progress = BatchProgress(total: rows.count)
    for outcome in rows.compactMap(\.outcome) { progress.add(outcome) }
    let runner = BatchRunner(run.journal, links: links, history: RunFiles.history) { event in
      guard case .ended(let index, let outcome) = event, let place = places[index] else { return }
      results.withLock { $0[place] = outcome }
      progress.ended(rows[place].target, outcome)
    }
    let interrupt = InterruptWatch {
      progress.say("Stopping: what is under way is finished first. Ctrl-C again ends at once.")
      runner.stop()
    }
    progress.begin()
    await runner.run(run.items)
    interrupt.end()
    progress.end()
    return results.withLock { results in
      zip(rows, results).map { ($0.target, $1 ?? .notDone("Its turn did not come.")) }
    }
  }

  // MARK: The question

  /// Asks whether to do it.
  ///
  /// - Throws: where nobody is there to ask.
  func agrees(_ count: Int, _ noun: String = "calendar") throws(Failure) -> Bool {
    if options.yes { return true }
    let nobody = Failure(
      "nothing is done: \(Wording.counted(count, noun)) would be changed, and nobody is "
        + "there to ask",
      details: ["--yes does it without asking; --dry-run only shows it."], status: .needsYes)
    if options.output.isForPrograms { throw nobody }
    return try TerminalQuestion(text: "Change \(Wording.counted(count, noun))?")
      .isAnsweredYes(orElse: nobody)
  }
}
