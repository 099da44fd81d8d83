import CalendarModel
import TextUI

/// The line on top: which calendar it is, where it is from, how much is changed and wrong.
enum TitleView {
  static func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    let theme = editor.theme
    let marks = marks(editor, columns: rect.columns)
    let marksWidth = marks.reduce(0) { $0 + $1.0.displayWidth + 1 }
    var column = grid.draw("caledit  ", row: rect.row, column: 1, style: theme.style(.title)) + 1
    let room = rect.columns - column - marksWidth - 1
    column += grid.draw(
      name(editor, width: room), row: rect.row, column: column, width: room)
    column = rect.endColumn - marksWidth
    for (text, role) in marks {
      column += grid.draw(text, row: rect.row, column: column, style: theme.style(role)) + 1
    }
  }

  /// The calendar in few words; what is cut is its name, as long as enough of it is left.
  private static func name(_ editor: CalendarEditor, width: Int) -> String {
    guard let document = editor.document else {
      return TextWrap.cut(editor.source.place, width: width)
    }
    let calendar = document.current
    let name = calendar[.name]?.text ?? "Calendar without a name"
    let state = calendar[.isActive] == false ? "draft" : "active"
    let type = document.calendarType?.label ?? "type not known"
    let account = TextWrap.cut(
      editor.accountName ?? calendar[.locationId]?.text ?? "", width: width < 80 ? 14 : 24)
    // That it is a demonstration or a file comes before what can be missed.
    let origin = [editor.source.label]
    let parts =
      [account] + (editor.source.isService ? [] : origin) + [type, state]
      + (editor.source.isService ? origin : [])
    let rest = parts.filter { !$0.isEmpty }.map { " · \($0)" }.joined()
    let room = max(width < 50 ? 12 : 28, width - rest.displayWidth)
    return TextWrap.cut(TextWrap.cut(name, width: room) + rest, width: width)
  }

  private static func marks(_ editor: CalendarEditor, columns: Int) -> [(String, Theme.Role)] {
    guard let document = editor.document else { return [] }
    var marks: [(String, Theme.Role)] = []
    let changes = document.validation.modifiedKeys.count
    let counts = document.validation.counts
    let errors = counts.errors + editor.serverProblems.count + editor.unfinished.texts.count
    let symbols = editor.symbols
    marks.append(
      changes == 0 ? ("unchanged", .hint) : ("\(symbols.changed)\(changes) changed", .changed))
    if errors > 0 { marks.append(("\(symbols.error)\(errors)", .error)) }
    if counts.warnings > 0 { marks.append(("\(symbols.warning)\(counts.warnings)", .warning)) }
    if let problem = editor.draftProblem {
      // Where there is no room for the reason, the report has it, and the name of the calendar stays.
      let reason = columns < 60 ? "" : ": \(TextWrap.cut(problem.reason, width: 24))"
      marks.append(("\(symbols.error) no draft\(reason)", .error))
      if columns < 60, changes == 0 { marks.removeAll { $0.0 == "unchanged" } }
    }
    return marks
  }
}
