import CalendarModel
import CalendarWork
import TextUI

/// What is told of a run while it goes on.
package enum BatchNews: Sendable, Equatable {
  /// The turn of a calendar has come, by its number in the order.
  case began(Int)
  case ended(Int, BatchOutcome)
  /// Time has passed.
  case ticked
  /// It was not begun, and why, in a sentence; nothing was sent.
  case failed(String)
  /// Nothing more will be done.
  ///
  /// - Parameters:
  ///   - left: the numbers of the calendars that it could go on with.
  ///   - id: what `caledit runs` calls it; nil where nothing is kept.
  case finished(left: [Int], id: String?)
}

/// A run: what it does, and how far it has come.
package struct BatchRun: Sendable {
  enum State: Sendable, Hashable { case running, stopping, ended }

  package let number: Int
  package let order: BatchOrder
  private(set) var state = State.running
  /// What became of each calendar; nil before.
  private(set) var outcomes: [BatchOutcome?]
  /// The numbers of the calendars whose turn it is.
  private(set) var underWay: Set<Int> = []
  private(set) var tally: BatchTally
  /// Seconds since it began.
  private(set) var now = 0.0
  /// Why it was not begun.
  private(set) var problem: String?
  /// The calendars that it can go on with.
  private(set) var left: [Int] = []
  /// What it is called on disk.
  private(set) var id: String?
  /// Whether the program ends when it has ended.
  var quitsThen = false

  init(_ number: Int, _ order: BatchOrder) {
    (self.number, self.order) = (number, order)
    outcomes = order.plans.map(\.settled)
    tally = BatchTally(total: order.plans.count)
    count()
  }

  private mutating func count() {
    tally = BatchTally(total: order.plans.count)
    for outcome in outcomes { if let outcome { tally.add(outcome) } }
    tally.begin(at: now)
  }

  mutating func stop() { if state == .running { state = .stopping } }

  /// Goes on with what is left.
  mutating func goOn() {
    for index in left where outcomes.indices.contains(index) { outcomes[index] = nil }
    (left, problem, state) = ([], nil, .running)
    count()
  }

  /// - Parameter time: seconds since it began.
  mutating func take(_ news: BatchNews, at time: Double) {
    now = max(now, time)
    switch news {
    case .began(let index): underWay.insert(index)
    case .ended(let index, let outcome):
      underWay.remove(index)
      guard outcomes.indices.contains(index), outcomes[index] == nil else { return }
      outcomes[index] = outcome
      tally.add(outcome)
    case .ticked: break
    case .failed(let why):
      (state, problem) = (.ended, why)
      fillIn("Nothing was sent.")
    case .finished(let left, let id):
      (state, self.left, self.id) = (.ended, left, id)
      underWay = []
      fillIn("Its turn did not come.")
    }
  }

  private mutating func fillIn(_ why: String) {
    for index in outcomes.indices where outcomes[index] == nil {
      let outcome = BatchOutcome.notDone(why)
      outcomes[index] = outcome
      tally.add(outcome)
    }
  }

  // MARK: What it comes to

  /// The plan of a calendar; nil for a number that the order does not have.
  func plan(at index: Int) -> PlannedCalendar? {
    order.plans.indices.contains(index) ? order.plans[index] : nil
  }

  var isOver: Bool { state == .ended }

  /// "24/40".
  var progress: String { "\(tally.done)/\(tally.total)" }

  /// "38 saved, 1 unchanged, 1 in conflict".
  var sum: String { tally.done == 0 ? "nothing done yet" : tally.sum }

  /// The calendars in the order in which they are shown: those whose turn it is, those that are not as
  /// they were wanted, the others that have ended, those that wait.
  var shownOrder: [Int] {
    func group(_ index: Int) -> Int {
      guard let outcome = outcomes[index] else { return underWay.contains(index) ? 0 : 3 }
      return outcome.isAsWanted ? 2 : 1
    }
    return outcomes.indices.sorted { (group($0), $0) < (group($1), $1) }
  }

  /// The report as a text, for the clipboard and for files; sanitised.
  var report: String {
    let several = order.accounts.count > 1
    var lines = [sum, ""]
    for index in shownOrder {
      let target = order.plans[index].target
      let place = several ? " (\(order.title(of: target)))" : ""
      let outcome = outcomes[index]
      lines.append(
        "\(target.title)\(place), \(target.calendarID): \(outcome?.title ?? "not done yet")")
      lines += ((outcome?.details ?? []) + (outcome?.leftOut ?? [])).map { "  \($0)" }
    }
    return lines.map { $0.sanitized + "\n" }.joined()
  }
}
