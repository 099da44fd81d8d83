import CalendarModel
import TextUI

/// What is wrong with a line, in words under it.
struct NoteLines {
  private let lines: [(text: String, role: Theme.Role)]
  private let column: Int

  /// - Parameter limit: how many rows one note may take.
  init(
    _ notes: [FieldState.Note], _ editor: __shared CalendarEditor, width: Int, column: Int? = nil,
    limit: Int = 3
  ) {
    let column = column ?? (width >= 76 ? LineMetrics.labelWidth(width) : 5)
    self.column = column
    let room = max(10, width - column - 1)
    lines = notes.flatMap { note in
      let (mark, role) = Self.mark(note.severity, editor.symbols)
      let said = note.isFromService ? "The service: \(note.text)" : note.text
      return TextWrap.lines(said, width: room - 2, limit: limit).enumerated().map {
        (text: ($0.offset == 0 ? "\(mark) " : "  ") + $0.element, role: role)
      }
    }
  }

  static func mark(_ severity: Problem.Severity, _ symbols: Symbols) -> (String, Theme.Role) {
    switch severity {
    case .error: (symbols.error, .error)
    case .warning: (symbols.warning, .warning)
    case .note: (symbols.note, .hint)
    }
  }

  var count: Int { lines.count }

  /// Draws the notes into the rows after the first.
  func draw(_ editor: CalendarEditor, in grid: inout Grid, below rect: Rect) {
    for (offset, line) in lines.enumerated() where offset + 1 < rect.rows {
      grid.draw(
        line.text, row: rect.row + 1 + offset, column: rect.column + column,
        width: rect.columns - column - 1, style: editor.theme.style(line.role))
    }
  }
}
