import CalendarAPI
import CalendarModel
import CalendarWork
import CommandOutput
import State

/// A run that was not finished.
extension WriteRun {
  /// Goes on with a run.
  ///
  /// - Parameter changes: those that the command line gives as well; they have to be those of the run.
  func resume(
    _ reach: ReachOptions, changes: CalendarChanges? = nil
  ) async throws(Failure) -> CommandReport {
    let runs = try RunFiles()
    let choice = RunChoice(verb: name, selection: selection, changes: changes, reach: reach)
    let entry = try choice.entry(of: runs.runs, named: options.run)
    guard case .success(let header) = entry.header else {
      if case .failure(let why) = entry.header { throw Failure("run \(entry.id): \(why.message)") }
      throw Failure("run \(entry.id) cannot be read")
    }
    return try await CalendarFinder.with(
      reach.inProfiles(header.accounts.map(\.name)), troubles
    ) { finder throws(Failure) in
      try await resume(entry.id, header, try await finder.accounts(), in: runs)
    }
  }

  private func resume(
    _ id: String, _ header: RunHeader, _ accounts: CommandAccounts, in runs: RunFiles
  ) async throws(Failure) -> CommandReport {
    let reached = try subAccounts(of: header, accounts, run: id)
    let run = try JournaledRun(
      opening: id, without: accounts.accounts.compactMap(\.connection.secret), in: runs)
    defer { run.end() }
    let plans = try run.plansLeft()
    let targets = plans.map(\.target)
    var answer = WriteAnswer(options.output, plans)
    if !options.output.isForPrograms { answer.show(plan: plans, pages: !options.yes) }
    if options.dryRun {
      answer.note = "Nothing was sent: it is a dry run."
      return answer.report(status: ExitStatus(plans.map(\.expected)))
    }
    guard try agrees(plans.count) else {
      answer.note = "Nothing was sent."
      return answer.report(status: .done)
    }
    let planner = BatchPlanner(
      work: header.work, policy: header.policy, format: accounts.format, updates: options.update)
    var links: [String: BatchLink] = [:]
    for (name, account) in reached {
      let own = targets.filter { $0.account == name }
      guard !own.isEmpty else { continue }
      links[name] = await planner.link(
        account, own.map { FoundCalendar($0.calendarID, in: account, of: accounts) })
    }
    let rows = zip(run.items, targets).map { Row(index: $0.index, target: $1) }
    answer.results = await carryOut(run, rows, links)
    answer.resume = Self.advice(run.journal, answer.results.map(\.outcome))
    return answer.report()
  }

  /// The sub-accounts of a run that is gone on with, or put back, by the names that it knows them by.
  ///
  /// - Throws: where none of them is what it was; it says which options lead there.
  func subAccounts(
    of header: RunHeader, _ accounts: CommandAccounts, run id: String
  ) throws(Failure) -> [(name: String, account: CommandAccount)] {
    func isSame(_ known: RunHeader.Account, _ account: CommandAccount) -> Bool {
      guard account.base == known.base else { return false }
      // Where nobody said it then, each calendar says it when it is loaded.
      let isUnsaid = known.sending.locationID == nil && accounts.only != nil
      return isUnsaid || account.location == known.sending.locationID
    }
    var reached: [(name: String, account: CommandAccount)] = []
    var missing: [Failure] = []
    for known in header.accounts {
      // One that was reached without a profile may have one now.
      let found =
        accounts.accounts.first { $0.name == known.name && isSame(known, $0) }
        ?? accounts.accounts.first { known.name.isEmpty && isSame(known, $0) }
      if let found {
        reached.append((known.name, found))
        continue
      }
      let named = accounts.accounts.first { $0.name == known.name } ?? accounts.only
      guard let named else { continue }
      var options: [String] = []
      if named.base != known.base { options.append("--base-url \(known.base)") }
      if let location = known.sending.locationID, named.location != location {
        options.append("--location \(location)")
      }
      let title = known.name.isEmpty ? "the run \(id)" : "\(known.name): the run \(id)"
      missing.append(
        Failure(
          "\(title) is of another sub-account than this command",
          details: options.isEmpty ? [] : ["Give \(options.joined(separator: " "))."],
          status: .usage))
    }
    if reached.isEmpty, let first = missing.first { throw first }
    for failure in missing { troubles.note(failure) }
    return reached
  }
}
