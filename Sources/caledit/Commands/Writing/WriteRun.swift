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
    let planner = BatchPlanner(work: work, policy: options.policy, format: accounts.format)
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
    return try await carryOut(ordered, links, work)
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
      return answer.report(status: .done)
    }
    guard try agrees(count) else {
      answer.note = "Nothing was sent."
      return answer.report(status: .done)
    }
    let isDemo = links.values.contains { $0.base == nil }
    let runs = isDemo ? try RunFiles.ofDemo() : try RunFiles()
    let run = try JournaledRun(
      plans, work, options.policy, links, in: runs, today: CalendarFinder.today)
    defer { run.end() }
    answer.results = await carryOut(
      run.items, run.journal, plans.map(\.target), plans.map(\.settled), links)
    if !isDemo { answer.resume = Self.advice(run.journal) }
    return answer.report()
  }

  /// How to go on where something is left.
  private static func advice(_ journal: RunJournal) -> String? {
    let left = journal.left().count
    return left == 0
      ? nil
      : "\(Wording.counted(left, "calendar")) left: --resume goes on with them (run \(journal.id))."
  }

  // MARK: A run that was not finished

  /// Goes on with a run.
  func resume(_ reach: ReachOptions) async throws(Failure) -> CommandReport {
    let runs = try RunFiles()
    let entry = try Self.unfinished(in: runs, named: options.run)
    guard case .success(let header) = entry.header else {
      if case .failure(let why) = entry.header { throw Failure("run \(entry.id): \(why.message)") }
      throw Failure("run \(entry.id) cannot be read")
    }
    let accounts = try CommandAccounts(reach, named: header.accounts.map(\.name))
      .withTokens(troubles)
    defer { Task.detached { await accounts.shutdown() } }
    let run = try JournaledRun(
      opening: entry.id, without: accounts.accounts.compactMap(\.connection.secret), in: runs)
    defer { run.end() }
    let plans = try run.plansLeft()
    let targets = plans.map(\.target)
    var answer = WriteAnswer(options.output, plans)
    if !options.output.isForPrograms { answer.show(plan: plans, pages: !options.yes) }
    if options.dryRun {
      answer.note = "Nothing was sent: it is a dry run."
      return answer.report(status: .done)
    }
    guard try agrees(plans.count) else {
      answer.note = "Nothing was sent."
      return answer.report(status: .done)
    }
    let planner = BatchPlanner(work: header.work, policy: header.policy, format: accounts.format)
    var links: [String: BatchLink] = [:]
    for account in accounts.accounts {
      let own = targets.filter { $0.account == account.name }
      guard !own.isEmpty, let known = header.accounts.first(where: { $0.name == account.name })
      else { continue }
      guard account.base == known.base, account.location == known.sending.locationID else {
        troubles.note(
          Failure("\(account.title) is another sub-account now than the one of the run"))
        continue
      }
      links[account.name] = await planner.link(
        account, own.map { FoundCalendar($0.calendarID, in: account, of: accounts) })
    }
    answer.results = await carryOut(
      run.items, run.journal, targets, targets.map { _ in nil }, links)
    answer.resume = Self.advice(run.journal)
    return answer.report()
  }

  /// The run to go on with: the one that is named, or the only one that is not finished.
  private static func unfinished(
    in runs: RunFiles, named id: String?
  ) throws(Failure) -> RunStore.Entry {
    let all = runs.runs
    if let id {
      let numbered = Int(id).flatMap { all.indices.contains($0 - 1) ? all[$0 - 1] : nil }
      guard let entry = numbered ?? all.first(where: { $0.id.hasPrefix(id) }) else {
        throw Failure("there is no run \(id)", details: ["caledit runs lists them."])
      }
      return entry
    }
    let open = all.filter { $0.left > 0 && !$0.isUnderWay }
    guard let first = open.first else { throw Failure("no run is unfinished") }
    guard open.count == 1 else {
      throw Failure(
        "\(open.count) runs are unfinished; name one with --run ID:",
        details: open.map { "  \($0.id)  \($0.done) of \($0.count) done" }
          + ["The beginning of the id is enough, or its number in caledit runs."], status: .usage)
    }
    return first
  }

  /// Does what a journal holds, with a progress line.
  private func carryOut(
    _ items: [BatchRunner.Item], _ journal: RunJournal, _ targets: [BatchTarget],
    _ settled: [BatchOutcome?], _ links: [String: BatchLink]
  ) async -> [(BatchTarget, BatchOutcome)] {
    // A run that is gone on with has not all of the calendars of its journal.
    let offset = Dictionary(
      uniqueKeysWithValues: items.isEmpty || targets.count > items.count
        ? targets.indices.map { ($0, $0) } : items.enumerated().map { ($1.index, $0) })
    let results = Mutex(settled)
    let progress = BatchProgress(total: targets.count)
    for outcome in settled { if let outcome { progress.add(outcome) } }
    let runner = BatchRunner(journal, links: links, history: RunFiles.history) { event in
      guard case .ended(let index, let outcome) = event else { return }
      guard let place = offset[index] else { return }
      results.withLock { $0[place] = outcome }
      progress.ended(targets[place], outcome)
    }
    let interrupt = InterruptWatch {
      progress.say("Stopping: what is under way is finished first. Ctrl-C again ends at once.")
      runner.stop()
    }
    progress.begin()
    await runner.run(items)
    interrupt.end()
    progress.end()
    return results.withLock { results in
      zip(targets, results).map { ($0, $1 ?? .notDone("Its turn did not come.")) }
    }
  }

  // MARK: The question

  /// Asks whether to do it.
  ///
  /// - Throws: where nobody is there to ask.
  func agrees(_ count: Int, _ noun: String = "calendar") throws(Failure) -> Bool {
    if options.yes { return true }
    guard System.isOnTerminal, !options.output.isForPrograms else {
      throw Failure(
        "nothing is done: \(Wording.counted(count, noun)) would be changed, and nobody is "
          + "there to ask",
        details: ["--yes does it without asking; --dry-run only shows it."], status: .needsYes)
    }
    while true {
      TerminalOutput.error.prompt("Change \(Wording.counted(count, noun))? [y/n] ")
      guard let line = readLine() else { return false }
      switch line.trimmed.lowercased() {
      case "y", "yes": return true
      case "n", "no", "": return false
      default: TerminalOutput.error.line("Answer y or n.")
      }
    }
  }
}
