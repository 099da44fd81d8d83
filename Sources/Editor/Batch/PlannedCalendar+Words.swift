import CalendarModel
import CalendarWork
import JSON
import TextUI

/// What a plan says of one calendar.
extension PlannedCalendar {
  /// In short, for its line in the list.
  var summary: String {
    switch verdict {
    case .change:
      let notes =
        (leftOut.isEmpty ? [] : ["hours left out"])
        + (errors.isEmpty ? [] : [Wording.counted(errors.count, "error")])
        + (warnings.isEmpty ? [] : [Wording.counted(warnings.count, "warning")])
      // What is to be noticed comes first: a long line is cut.
      return (notes.isEmpty ? "" : "(\(notes.joined(separator: ", "))) ")
        + lines.joined(separator: "; ")
    case .unchanged: return "unchanged: it is so already"
    case .stopped(let outcome):
      return ([outcome.title] + outcome.details.prefix(1)).joined(separator: " ")
    }
  }

  var role: Theme.Role {
    switch verdict {
    case .change: errors.isEmpty && leftOut.isEmpty ? .text : .warning
    case .unchanged: .hint
    case .stopped: .error
    }
  }

  /// The whole of it.
  func details(in account: String, hasOwnChanges: Bool) -> [TextDialog.Line] {
    var text: [TextDialog.Line] = [
      .init(text: target.title, role: .heading),
      .init(
        text: [account, target.calendarID].filter { !$0.isEmpty }.joined(separator: ", "),
        role: .hint),
    ]
    func add(_ lines: [String], _ role: Theme.Role, _ lead: String = "") {
      text += lines.map { .init(text: lead + $0, role: role, hanging: 2) }
    }
    text.append(.init(text: ""))
    switch verdict {
    case .change: break
    case .unchanged: add(["Unchanged: everything is as it was wanted."], .hint)
    case .stopped(let outcome):
      add([outcome.title], .error)
      if outcome.details != errors { add(outcome.details, .error) }
      if outcome.code == .losesUnnamed { add([UpdateSetting.wholeAdvice], .hint) }
    }
    add(lines, .text)
    add(leftOut, .warning)
    add(errors, .error, "Error: ")
    add(warnings, .warning, "Warning: ")
    if hasOwnChanges {
      add(
        [
          "It is open with changes of its own. They stay there as they are; only what stands above "
            + "is saved."
        ], .hint)
    }
    return text
  }

  /// Where it is changed first; nil where nothing is.
  var firstPlace: JSONPath? { changes.first.map { JSONPath([.key($0.key)]) } }
}
