import CalendarModel
import JSON
import TextUI

/// The line on top: which calendar it is, where it is from, how much is changed and wrong.
struct TitleView: ScreenPart {
  private let look: Look
  private let source: Source
  /// The parts of the calendar that it says; nil without a calendar.
  private let calendar: Named?
  private let accountName: String?
  private let changes: Int
  private let counts: ProblemCounts
  /// Errors that the rules do not know of.
  private let otherErrors: Int
  private let draftProblem: FileFailure?
  private let around: Surroundings
  private let isReadOnly: Bool

  private struct Named: Equatable {
    let name: JSONValue?
    let isActive: JSONValue?
    let location: JSONValue?
    let type: CalendarType?
  }

  init(_ editor: __shared CalendarEditor) {
    look = Look(editor.display)
    source = editor.source
    accountName = editor.lookUps.accountName
    draftProblem = editor.draftStatus.problem
    (around, isReadOnly) = (editor.surroundings, editor.terms.isReadOnly)
    otherErrors = editor.serverProblems.count + editor.unfinishedCount
    guard let document = editor.document else {
      (calendar, changes, counts) = (nil, 0, ProblemCounts())
      return
    }
    calendar = Named(
      name: document.current[.name], isActive: document.current[.isActive],
      location: document.current[.locationId], type: document.calendarType)
    changes = document.validation.modifiedKeys.count
    counts = document.validation.counts
  }

  func draw(in grid: inout Grid, rect: Rect) {
    let theme = look.theme
    let marks = marks(columns: rect.columns)
    let marksWidth = marks.reduce(0) { $0 + $1.0.displayWidth + 1 }
    var column = grid.draw("caledit  ", row: rect.row, column: 1, style: theme.style(.title)) + 1
    let room = rect.columns - column - marksWidth - 1
    column += grid.draw(
      name(width: room), row: rect.row, column: column, width: room)
    column = rect.endColumn - marksWidth
    for (text, role) in marks {
      column += grid.draw(text, row: rect.row, column: column, style: theme.style(role)) + 1
    }
  }

  /// The calendar in few words; what is cut is its name, as long as enough of it is left.
  private func name(width: Int) -> String {
    let first = isReadOnly ? ["read-only"] : []
    guard let calendar else {
      let whose = around.isHome ? [accountName].compactMap { $0 } : []
      return TextWrap.cut(
        ([source.place] + whose + first).joined(separator: " · "), width: width)
    }
    let name = calendar.name?.text ?? "Calendar without a name"
    let state = calendar.isActive == false ? "draft" : "active"
    let type = calendar.type?.label ?? "type not known"
    let account = TextWrap.cut(
      accountName ?? calendar.location?.text ?? "", width: width < 80 ? 14 : 24)
    // That it is a demonstration or a file comes before what can be missed.
    let origin = [source.label]
    let parts =
      first + [account] + (source.isService ? [] : origin) + [type, state]
      + (source.isService ? origin : [])
    let rest = parts.filter { !$0.isEmpty }.map { " · \($0)" }.joined()
    let room = max(width < 50 ? 12 : 28, width - rest.displayWidth)
    return TextWrap.cut(TextWrap.cut(name, width: room) + rest, width: width)
  }

  private func marks(columns: Int) -> [(String, Theme.Role)] {
    var marks: [(String, Theme.Role)] = []
    if case .underWay(let progress)? = around.run { marks.append(("run \(progress)", .said)) }
    guard calendar != nil else { return marks }
    let errors = counts.errors + otherErrors
    let symbols = look.symbols
    if around.count > 1 {
      // How many of the others are changed is seen from every calendar.
      let others = around.changedOthers > 0 ? " +\(symbols.changed)\(around.changedOthers)" : ""
      marks.append(("\(around.position)/\(around.count)\(others)", .hint))
    }
    marks.append(
      changes == 0 ? ("unchanged", .hint) : ("\(symbols.changed)\(changes) changed", .changed))
    if errors > 0 { marks.append(("\(symbols.error)\(errors)", .error)) }
    if counts.warnings > 0 { marks.append(("\(symbols.warning)\(counts.warnings)", .warning)) }
    if let problem = draftProblem {
      // Where there is no room for the reason, the report has it, and the name of the calendar stays.
      let reason = columns < 60 ? "" : ": \(TextWrap.cut(problem.reason, width: 24))"
      marks.append(("\(symbols.error) no draft\(reason)", .error))
      if columns < 60, changes == 0 { marks.removeAll { $0.0 == "unchanged" } }
    }
    return marks
  }
}
