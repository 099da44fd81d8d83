import CalendarAPI
import CalendarModel
import CalendarWork
import Editor
import State
import Synchronization

/// Carries out what the editor planned for many calendars, and tells it what becomes of each.
final class EditorRun: Sendable {
  private struct State {
    /// The run with its journal, while calendars are under way; that of the demo stays.
    ///
    /// Between, others can go on with it.
    var run: JournaledRun?
    /// What the run is called.
    var id: String?
    /// The numbers of the calendars that were left when it ended last.
    var left: [Int] = []
    var runner: BatchRunner?
    /// Whether somebody wants no other calendar to be begun.
    var isStopped = false
    /// Whether the editor has no use for it any more.
    var isEnded = false
    /// Whether calendars are under way.
    var isBusy = false
  }

  private let order: BatchOrder
  private let links: [String: BatchLink]
  private let problems: [String: String]
  private let isDemo: Bool
  private let post: @Sendable (BatchNews, Double) -> Void
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// - Parameter post: tells the editor something, with the seconds since the start; works on any
  ///   thread.
  init(
    _ order: BatchOrder, _ accounts: AccountLinks,
    post: @escaping @Sendable (BatchNews, Double) -> Void
  ) {
    (self.order, self.post) = (order, post)
    var links: [String: BatchLink] = [:]
    var problems: [String: String] = [:]
    var isDemo = false
    for account in order.accounts {
      switch accounts[account.id]?.result {
      case .success(let link)?:
        isDemo = isDemo || link.base == nil
        links[account.id.name] = BatchLink(
          link.connection, base: link.base, .init(account), for: order.work, order.policy,
          format: order.format)
      case .failure(let failure)?: problems[account.id.name] = failure.message
      case nil: problems[account.id.name] = "It is not known how to reach it."
      }
    }
    (self.links, self.problems, self.isDemo) = (links, problems, isDemo)
  }

  private func tell(_ news: BatchNews) { post(news, start.duration(to: .now) / .seconds(1)) }

  /// Writes the journal, and begins.
  func begin() {
    state.withLock { $0.isBusy = true }
    Task.detached { [self] in
      do throws(Failure) {
        // A token that is not read yet is read by its first use; one that is cannot be in the journal.
        let runs = isDemo ? try RunFiles.ofDemo() : try RunFiles()
        let run = try JournaledRun(
          order.plans, order.work, order.policy, links, in: runs, today: WallClock().now.date,
          command: .init(EditCommand.verb))
        state.withLock { $0.run = run }
        await carryOut(run)
      } catch {
        state.withLock { $0.isBusy = false }
        tell(.failed("Nothing was sent: \(error.message)."))
      }
    }
  }

  /// Begins no other calendar; what is under way is finished.
  func stop() {
    let runner = state.withLock { state in
      state.isStopped = true
      return state.runner
    }
    runner?.stop()
  }

  /// Goes on with what is left, once it has ended.
  func goOn() {
    let last = state.withLock { state -> (run: JournaledRun?, id: String, left: [Int])? in
      guard !state.isBusy, let id = state.id else { return nil }
      (state.isBusy, state.isStopped) = (true, false)
      return (state.run, id, state.left)
    }
    guard let last else { return }
    Task.detached { [self] in
      do throws(Failure) {
        let run: JournaledRun
        if let kept = last.run {
          run = kept
        } else {
          run = try JournaledRun(
            opening: last.id, without: links.values.compactMap(\.connection.secret),
            in: try RunFiles())
          state.withLock { $0.run = run }
        }
        tellOfOthers(last.left, run)
        await carryOut(run)
      } catch {
        for index in last.left { tell(.ended(index, .notDone(error.message))) }
        state.withLock { $0.isBusy = false }
        tell(.finished(left: last.left, id: last.id))
      }
    }
  }

  /// Tells what became of calendars that somebody else went on with.
  private func tellOfOthers(_ left: [Int], _ run: JournaledRun) {
    for index in left {
      guard let outcome = try? run.journal.outcome(of: index), outcome.isFinal else { continue }
      tell(.ended(index, outcome))
    }
  }

  /// Ends with it: what is under way is finished, and the journal is left to others.
  func end() {
    let run = state.withLock { state -> JournaledRun? in
      state.isEnded = true
      return state.isBusy ? nil : state.run.take()
    }
    stop()
    run?.end()
  }

  private func carryOut(_ run: JournaledRun) async {
    let runner = BatchRunner(run.journal, links: links, history: isDemo ? nil : RunFiles.history) {
      [self] event in
      switch event {
      case .began(let index): tell(.began(index))
      case .ended(let index, let outcome): tell(.ended(index, explained(outcome, of: index)))
      }
    }
    let isStopped = state.withLock { state in
      state.runner = runner
      return state.isStopped
    }
    if isStopped { runner.stop() }
    let clock = Task.detached { [self] in
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1))
        tell(.ticked)
      }
    }
    await runner.run(run.items)
    clock.cancel()
    let left = run.journal.left().map(\.index)
    let isKept = state.withLock { state in
      let isKept = isDemo && !state.isEnded
      (state.runner, state.isBusy, state.left, state.id) = (nil, false, left, run.journal.id)
      if !isKept { state.run = nil }
      return isKept
    }
    if !isKept { run.end() }
    tell(.finished(left: left, id: isDemo ? nil : run.journal.id))
  }

  /// An outcome with the reason why a sub-account cannot be reached.
  private func explained(_ outcome: BatchOutcome, of index: Int) -> BatchOutcome {
    guard outcome.kind == .notDone, order.plans.indices.contains(index),
      let why = problems[order.plans[index].target.account]
    else { return outcome }
    return .notDone(why)
  }
}

extension BatchLink.Facts {
  fileprivate init(_ account: BatchOrder.Account) {
    self.init(
      locationID: account.locationID, isReadOnly: account.terms.isReadOnly,
      updates: account.terms.updates, names: account.names, listedIDs: account.listedIDs,
      schedules: account.schedules,
      today: account.today)
  }
}
