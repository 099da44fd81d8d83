import CalendarAPI
import CalendarModel
import CalendarWork
import JSON
import State
import Synchronization

/// Carries out what was planned: all sub-accounts at once, several calendars of each, at the pace that
/// its service allows.
///
/// What is about to be sent is on disk before it is sent, and what became of it behind it, so that a
/// run that ends in the middle can be gone on with.
final class BatchRunner: Sendable {
  /// A calendar of the run.
  struct Item: Sendable {
    /// Its place in the journal.
    let index: Int
    /// The name of its sub-account.
    let account: String
    /// When an earlier run sent an update of which nobody saw what became of it; nil where none did.
    var sentAt: DraftTime?
  }

  enum Event: Sendable {
    /// Its turn has come.
    case began(Int)
    case ended(Int, BatchOutcome)
  }

  /// How many calendars of one sub-account are on their way at most; the pace decides how many are.
  private static let most = 6

  private let journal: RunJournal
  private let links: [String: BatchLink]
  private let history: StateFolder?
  private let tell: @Sendable (Event) -> Void
  private let isStopped = Mutex(false)
  /// Why the rest of a sub-account is not begun.
  private let halted = Mutex<[String: BatchOutcome.Halt]>([:])
  /// What was seen of the updates of each sub-account.
  private let trials: Mutex<[String: UpdateTrial]>

  /// - Parameters:
  ///   - journal: holds the plans.
  ///   - links: the sub-accounts by name.
  ///   - history: where the records of the saves go; nil where none are kept.
  ///   - tell: is told of each calendar; works on any thread.
  init(
    _ journal: RunJournal, links: [String: BatchLink], history: StateFolder?,
    tell: @escaping @Sendable (Event) -> Void
  ) {
    (self.journal, self.links, self.history, self.tell) = (journal, links, history, tell)
    trials = Mutex(links.mapValues { UpdateTrial($0.context.account) })
    for (account, link) in links where link.context.account.holdsBack {
      halt(account, .losesUnnamed)
    }
    takeEarlier()
  }

  /// Takes note of what an earlier part of the run saw, as the journal has it.
  private func takeEarlier() {
    for index in journal.ended(as: [.saved, .savedOtherwise]) {
      guard let plan = try? journal.planned(at: index),
        let outcome = try? journal.outcome(of: index)
      else { continue }
      // Who wants to risk it knows of it.
      let isRisked = links[plan.target.account]?.context.account.unnamed == .risked
      if !(isRisked && outcome.halt == .losesUnnamed) { note(outcome, of: plan.target.account) }
    }
  }

  /// - Returns: what an update was seen to do, where that is news of the sub-account.
  @discardableResult
  private func note(_ outcome: BatchOutcome, of account: String) -> UpdateTrial.State? {
    guard let scope = links[account]?.context.account.scope else { return nil }
    let (before, state) = trials.withLock { trials in
      let before = trials[account]?.state
      trials[account]?.note(outcome, scope: scope)
      return (before, trials[account]?.state)
    }
    if state == .loses { halt(account, outcome.halt ?? .losesUnnamed) }
    return state == before ? nil : state
  }

  private func halt(_ account: String, _ halt: BatchOutcome.Halt) {
    halted.withLock { $0[account] = $0[account] ?? halt }
  }

  /// Whether calendars of a sub-account go side by side.
  private func isTried(_ account: String) -> Bool {
    trials.withLock { $0[account]?.state } == .keeps
  }

  /// Begins no other calendar; those whose update is on its way are waited for.
  func stop() { isStopped.withLock { $0 = true } }

  private var hasStopped: Bool { isStopped.withLock { $0 } }

  /// Does the items, those of each sub-account in their order: one by one until a save was seen that
  /// lost nothing, and several at once from then on.
  func run(_ items: [Item]) async {
    let byAccount = Dictionary(grouping: items, by: \.account)
    await withTaskGroup(of: Void.self) { group in
      for (account, items) in byAccount {
        group.addTask { await self.run(Queue(items), account) }
      }
    }
  }

  private func run(_ queue: Queue, _ account: String) async {
    while !isTried(account), let item = queue.next() { await run(item, account) }
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<Self.most {
        group.addTask {
          while let item = queue.next() { await self.run(item, account) }
        }
      }
    }
  }

  private func run(_ item: Item, _ account: String) async {
    if let halt = halted.withLock({ $0[account] }) {
      tell(.ended(item.index, .notDone(halt.sentence, halt: halt)))
      return
    }
    guard !hasStopped else {
      tell(.ended(item.index, .notDone("The run was stopped before its turn.")))
      return
    }
    guard let link = links[account] else {
      tell(.ended(item.index, .notDone("The sub-account “\(account)” cannot be reached.")))
      return
    }
    tell(.began(item.index))
    var outcome: BatchOutcome
    do throws(Failure) {
      outcome = try await CalendarCourse(item, journal, link, history) { self.hasStopped }.run()
      try journal.keep(outcome, of: item.index)
    } catch {
      // What cannot be kept cannot be gone on with.
      outcome = .notDone("The journal of the run: \(error.message)")
      stop()
    }
    switch note(outcome, of: account) {
    // No update could have named what no document lists.
    case .loses?: if outcome.halt != .losesUndocumented { link.noteUpdate(lost: true) }
    case .keeps?: link.noteUpdate(lost: false)
    case .unseen?, nil: break
    }
    if let halt = outcome.halt { self.halt(account, halt) }
    tell(.ended(item.index, outcome))
  }

  /// What waits for its turn.
  private final class Queue: Sendable {
    private let waiting: Mutex<ArraySlice<Item>>
    init(_ items: [Item]) { waiting = Mutex(items[...]) }
    func next() -> Item? { waiting.withLock { $0.popFirst() } }
  }
}

extension BatchOutcome.Halt {
  /// Why the rest of a sub-account is not begun.
  var sentence: String {
    switch self {
    case .token: "The token was refused for another calendar of the sub-account."
    case .usedUp: "No request of the sub-account is left for today."
    case .losesUnnamed:
      "An update in this sub-account lost what it did not name. \(UpdateSetting.wholeAdvice)"
    case .losesUndocumented:
      "An update of another calendar lost properties that no document lists. "
        + "“\(UpdateSetting.whole.line)” in the profile goes on all the same; no update brings them back."
    case .notReached: "The service could not be reached for another calendar of the sub-account."
    }
  }
}

extension BatchOutcome {
  /// What to do where saves lost what they did not name, in sentences.
  ///
  /// - Parameter goesOn: how to go on with what is left; nil where nothing is.
  static func lossAdvice(_ outcomes: [BatchOutcome], goesOn: String?) -> String {
    let lost = outcomes.count { $0.halt == .losesUnnamed && $0.kind == .savedOtherwise }
    var sentences: [String] = []
    if lost > 0 { sentences.append("\(Wording.counted(lost, "calendar")) lost properties.") }
    sentences.append(UpdateSetting.wholeAdvice)
    if lost > 0 { sentences.append("With that, caledit restore ID puts them back.") }
    if let goesOn { sentences.append(goesOn) }
    return sentences.joined(separator: " ")
  }
}

extension RunJournal {
  /// Keeps what became of a calendar.
  fileprivate func keep(_ outcome: BatchOutcome, of index: Int) throws(Failure) {
    do throws(FileError) {
      try ended(outcome, of: index)
    } catch {
      throw Failure(error.message)
    }
  }
}
