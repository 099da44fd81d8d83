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
  private let halted = Mutex<[String: String]>([:])

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
  }

  /// Begins no other calendar; those whose update is on its way are waited for.
  func stop() { isStopped.withLock { $0 = true } }

  private var hasStopped: Bool { isStopped.withLock { $0 } }

  /// Does the items, those of each sub-account in their order.
  func run(_ items: [Item]) async {
    let byAccount = Dictionary(grouping: items, by: \.account)
    await withTaskGroup(of: Void.self) { group in
      for (account, items) in byAccount {
        let queue = Queue(items)
        for _ in 0..<min(Self.most, items.count) {
          group.addTask {
            while let item = queue.next() { await self.run(item, account) }
          }
        }
      }
    }
  }

  private func run(_ item: Item, _ account: String) async {
    if let why = halted.withLock({ $0[account] }) {
      tell(.ended(item.index, .notDone(why)))
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
    if let halt = outcome.halt {
      halted.withLock { $0[account] = $0[account] ?? halt.sentence }
    }
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
      "An update of another calendar lost what it did not name; --update whole sends everything."
    case .notReached: "The service could not be reached for another calendar of the sub-account."
    }
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
