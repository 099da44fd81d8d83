import CalendarModel
import JSON
import TextUI

/// The lines under the form: what the line with the focus means, and what was just done.
enum ContextView {
  static func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    let theme = editor.theme
    var rect = rect
    if rect.rows > 2 {
      grid.fill(
        Rect(row: rect.row, column: rect.column, rows: 1, columns: rect.columns),
        with: editor.symbols.horizontal, style: theme.style(.border))
      let border = Screen.parts(editor).list.endColumn
      if (1..<rect.columns - 1).contains(border) {
        grid.fill(
          Rect(row: rect.row, column: border, rows: 1, columns: 1), with: editor.symbols.joinAbove,
          style: theme.style(.border))
      }
      rect.row += 1
      rect.rows -= 1
    }
    rect = rect.inset(columns: 1)
    var (facts, help) = text(editor)
    if let status = editor.status {
      let lines = TextWrap.lines(status.text, width: rect.columns, limit: rect.rows)
      for (offset, line) in lines.enumerated() {
        grid.draw(
          line, row: rect.row + offset, column: rect.column, style: theme.style(status.kind.role))
      }
      rect.row += lines.count
      rect.rows -= lines.count
    }
    guard rect.rows > 0 else { return }
    if facts.isEmpty { swap(&help, &facts) }
    if rect.rows == 1 {
      if help.isEmpty { swap(&help, &facts) }
      grid.draw(
        TextWrap.cut(help, width: rect.columns), row: rect.row, column: rect.column,
        style: theme.style(.hint))
      return
    }
    grid.draw(
      TextWrap.cut(facts, width: rect.columns), row: rect.row, column: rect.column,
      style: theme.style(.hint))
    for (offset, line) in TextWrap.lines(help, width: rect.columns, limit: rect.rows - 1)
      .enumerated()
    {
      grid.draw(line, row: rect.row + 1 + offset, column: rect.column)
    }
  }

  /// The facts and the help of the line with the focus.
  private static func text(_ editor: CalendarEditor) -> (facts: String, help: String) {
    guard let document = editor.document else { return ("", "") }
    switch editor.focusedItem {
    case .field(let field, let path, _)?:
      let facts = FieldFacts(field, path, in: editor)
      return (facts.short, facts.help)
    case .row(let type, let list, let index, _)?:
      let path = list.appending(index)
      let problem = document.validation.problems(under: path).max { $0.severity < $1.severity }
      let help =
        problem.map { "\(document.place($0.path)): \($0.message)" }
        ?? (list == DateIndex.path ? document.dateExplanation(ofRow: index) : nil)
      return ("\(path) · \(type.noun)", help ?? rowHelp(type))
    case .add(let type, let list, _)?:
      return (list.description, addHelp(type))
    case .month?:
      return (
        "\(DateIndex.path) · \(DateTyping.named(editor.dates.cursor.dates))",
        governs(document)
          + (document.remarks(on: editor.dates.cursor.date) + [MonthView.help])
          .joined(separator: " ")
      )
    case .past(let count, let isShown)?:
      return (
        "\(DateIndex.path) · \(Wording.counted(count, "past date"))",
        "They have no effect any more. Enter \(isShown ? "folds them away" : "shows them")."
      )
    case .day(let day)?:
      return (
        "\(WeekHours.path) · \(Wording.weekday(day))",
        governs(document)
          + "Type hours as in 9-12, 13:30-17, or closed, or 24h, or with days: mon-fri 9-17. They take"
          + " the place of the old ones; End edits those."
      )
    case .schedule(let line)?: return (line.words, "A schedule is edited in HighLevel, not here.")
    case .link(let link)?:
      return ("\(link.target)", "Enter goes there. Typing searches for a field.")
    default:
      let kind = editor.workspace.page.kind
      return ("", kind.help)
    }
  }

  /// What governs, as the beginning of a help; empty where nothing does.
  private static func governs(_ document: CalendarDocument) -> String {
    guard case .listed(let list) = document.schedules else { return "" }
    switch list.governing.count {
    case 0: return ""
    case 1: return "A schedule governs. "
    case let count: return "\(count) schedules govern. "
    }
  }

  private static func rowHelp(_ type: ObjectType) -> String {
    type.primaryMark != nil
      ? "Enter opens it, with its locations. Space makes it primary, < and > step its priority."
      : "Enter opens it."
  }

  private static func addHelp(_ type: ObjectType) -> String {
    switch type.firstChoice {
    case .user: "Enter adds a team member: a user by name or e-mail, or an id."
    case .locationKind: "Enter adds a location of a kind."
    case nil: "Enter adds a new \(type.noun) and opens it."
    }
  }
}

extension Status.Kind {
  /// How a line of the kind is drawn.
  var role: Theme.Role {
    switch self {
    case .plain: .focusedLabel
    case .success: .success
    case .problem: .warning
    }
  }
}
