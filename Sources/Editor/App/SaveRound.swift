import CalendarModel
import TextUI

/// Calendars that are reviewed and saved one after the other, each with its own outcome.
struct SaveRound: Sendable {
  /// Those whose turn comes.
  var waiting: [CalendarID]
  /// How many there were.
  let count: Int
  /// The one whose turn it is.
  var current: CalendarID?
  /// The number of its last call when its turn came: another one says that something was sent.
  var lastRequest = 0
  /// What became of those before, in words.
  var outcomes: [(title: String, text: String, isGood: Bool)] = []

  init(_ ids: [CalendarID]) {
    waiting = ids
    count = ids.count
  }
}

extension App {
  /// Begins to review and save the changed calendars.
  mutating func beginRound() {
    let changed = order.filter { self[$0].hasUnsavedWork }
    guard !changed.isEmpty else {
      calendar.say("Nothing is changed in the calendars that are open.")
      return
    }
    round = SaveRound(changed)
    takeTurn()
  }

  /// Goes on with the next calendar when the one whose turn it is has ended.
  mutating func goOnWithRound(skipping: Bool = false) -> [AppEffect] {
    guard let round, let current = round.current else { return [] }
    guard isOpen(current) else {
      takeTurn()
      return []
    }
    let calendar = self[current]
    if skipping {
      note(calendar, "Not saved; the changes are kept.", isGood: false)
      takeTurn()
      return []
    }
    guard shown == current, calendar.isAtRest else { return [] }
    if calendar.calls.lastID == round.lastRequest, calendar.hasUnsavedWork {
      self[current].dialogs.append(ConfirmDialog(skipping: calendar, round))
      return []
    }
    let isSaved = !calendar.hasUnsavedWork
    note(
      calendar,
      calendar.banner?.title
        ?? (isSaved ? "Nothing was left to save." : "Not saved; the changes are kept."),
      isGood: isSaved && calendar.banner.map { $0.kind == .success } ?? true)
    takeTurn()
    return []
  }

  /// Says what became of the calendars, and ends.
  mutating func endRound() {
    guard let round else { return }
    self.round = nil
    let left = ([round.current].compactMap { $0 } + round.waiting).filter(isOpen)
    var lines = round.outcomes.map { outcome in
      TextDialog.Line(
        text: "\(outcome.isGood ? display.symbols.done : display.symbols.error) \(outcome.title): "
          + outcome.text, hanging: 2)
    }
    lines += left.map { .init(text: "- \(OpenCalendar($0, self[$0]).title): not looked at") }
    calendar.dialogs.append(TextDialog("What became of the calendars", lines))
  }

  private mutating func note(_ calendar: CalendarEditor, _ text: String, isGood: Bool) {
    let title = calendar.title
    round?.outcomes.append((title, text, isGood))
  }

  /// Shows the next calendar with its review; behind the last one says what became of all.
  private mutating func takeTurn() {
    round?.current = nil
    while let next = round?.waiting.first {
      round?.waiting.removeFirst()
      guard isOpen(next), self[next].hasUnsavedWork else { continue }
      round?.current = next
      let lastRequest = self[next].calls.lastID
      round?.lastRequest = lastRequest
      show(next)
      self[next].banner = nil
      self[next].openReview()
      // Where the review does not open, it has said why.
      if let round, !self[next].dialogs.isEmpty {
        self[next].say("\(round.count - round.waiting.count) of \(round.count) to save")
      }
      return
    }
    endRound()
  }
}

extension ConfirmDialog {
  /// The question when a review was left without saving, amid others that wait.
  fileprivate init(skipping calendar: CalendarEditor, _ round: SaveRound) {
    let left = Wording.counted(round.waiting.count, "calendar")
    self.init(
      "Not saved",
      lines: ["\(calendar.title) is not saved; its changes are kept.", "\(left) to go."],
      answers: [
        .init(key: "n", text: "Go on without saving this one", request: .skip),
        .init(key: "r", text: "Review it again", action: .review),
        .init(key: "s", text: "Stop here", request: .stopRound),
      ], leaving: [.app(.stopRound)])
  }
}
