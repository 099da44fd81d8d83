import CalendarModel
import CalendarWork
import JSON
import TextUI

extension BatchOutcome {
  var role: Theme.Role {
    switch grade {
    case .good: .success
    case .idle: .hint
    case .warning: .warning
    case .bad: .error
    }
  }
}

extension Symbols {
  /// What stands before a calendar that has ended.
  func mark(of outcome: BatchOutcome) -> String {
    switch outcome.kind {
    case .saved: outcome.isAsWanted ? done : warning
    case .unchanged: "="
    case .savedOtherwise: warning
    case .notDone: "-"
    case .unknown: "?"
    case .refused, .conflict, .failed: error
    }
  }
}

extension BatchRun {
  /// Where a calendar was changed first; nil where nothing was to change.
  func place(of index: Int) -> JSONPath? { order.plans[index].firstPlace }

  /// All that is known of a calendar.
  func details(of index: Int) -> [TextDialog.Line] {
    let planned = order.plans[index]
    var lines: [TextDialog.Line] = [
      .init(text: planned.target.title, role: .heading),
      .init(
        text: [order.title(of: planned.target), planned.target.calendarID]
          .filter { !$0.isEmpty }.joined(separator: ", "), role: .hint),
      .init(text: ""),
    ]
    if let outcome = outcomes[index] {
      lines.append(.init(text: outcome.title, role: outcome.role, hanging: 2))
      lines += outcome.details.map { .init(text: $0, hanging: 2) }
      lines += outcome.leftOut.map { .init(text: $0, role: .warning, hanging: 2) }
    } else {
      lines.append(
        .init(text: underWay.contains(index) ? "Its turn has come." : "It waits for its turn."))
    }
    if !planned.lines.isEmpty {
      lines += [.init(text: ""), .init(text: "What was planned", role: .heading)]
      lines += planned.lines.map { .init(text: $0, hanging: 2) }
    }
    return lines
  }
}

extension ConfirmDialog {
  /// The question whether a run is to stop.
  ///
  /// - Parameter quits: whether the program is to end then.
  init(stopping run: BatchRun, quits: Bool) {
    let left = run.tally.left
    self.init(
      quits ? "Quit while calendars are changed?" : "Stop the run?",
      lines: [
        "\(run.tally.done) of \(run.tally.total) are done, \(left) to go.",
        "What is under way is finished first; what is left can be gone on with later.",
      ],
      answers: [
        .init(
          key: "s", text: quits ? "Stop the run, and quit then" : "Stop the run",
          request: .stopRun(quits: quits)),
        .init(key: "k", text: "Go on", action: nil),
      ])
  }
}
