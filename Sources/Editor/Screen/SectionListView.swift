import CalendarModel
import JSON
import TextUI

/// The list of sections with a mark for changes and one for problems.
enum SectionListView {
  static func draw(
    _ editor: CalendarEditor, _ document: CalendarDocument, in grid: inout Grid, rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    let theme = editor.theme
    let workspace = editor.workspace
    let changed = Set(document.validation.modifiedKeys.compactMap(CalendarSchema.section(of:)))
    let top = top(editor, rect)
    for offset in 0..<rect.rows where Workspace.entries.indices.contains(top + offset) {
      let index = top + offset
      let row = rect.row + offset
      let isChosen = index == workspace.entry
      grid.draw(
        isChosen ? editor.symbols.focus : " ", row: row, column: rect.column,
        style: theme.style(workspace.isInList ? .focusedLabel : .hint))
      var marks: [(String, Theme.Role)] = []
      if case .section(let section) = Workspace.entries[index] {
        marks = self.marks(section, isChanged: changed.contains(section), editor, document)
      }
      var column = rect.endColumn - marks.reduce(0) { $0 + $1.0.displayWidth + 1 }
      let room = column - rect.column - 3
      grid.draw(
        TextWrap.cut(Workspace.entries[index].title, width: room), row: row,
        column: rect.column + 2, width: room,
        style: theme.style(isChosen ? (workspace.isInList ? .focusedLabel : .said) : .text))
      for (text, role) in marks {
        column += grid.draw(text, row: row, column: column, style: theme.style(role)) + 1
      }
    }
    if rect.columns < editor.size.columns {
      grid.fill(
        Rect(row: rect.row, column: rect.endColumn, rows: rect.rows, columns: 1),
        with: editor.symbols.vertical, style: theme.style(.border))
    }
  }

  private static func top(_ editor: CalendarEditor, _ rect: Rect) -> Int {
    Scrolling.top(
      0, showing: editor.workspace.entry, height: rect.rows, count: Workspace.entries.count)
  }

  /// The number of the entry at a place of the screen.
  static func entry(at position: Position, _ editor: CalendarEditor) -> Int? {
    let rect = Screen.parts(editor).list
    guard rect.contains(position) else { return nil }
    let entry = top(editor, rect) + position.row - rect.row
    return Workspace.entries.indices.contains(entry) ? entry : nil
  }

  private static func marks(
    _ section: Section, isChanged: Bool, _ editor: CalendarEditor, _ document: CalendarDocument
  ) -> [(String, Theme.Role)] {
    var marks: [(String, Theme.Role)] = []
    let counts = document.validation.counts(section)
    let errors =
      counts.errors + editor.serverProblems.count(section) + editor.unfinished.count(section)
    if isChanged { marks.append((editor.symbols.changed, .changed)) }
    if errors > 0 { marks.append(("\(editor.symbols.error)\(errors)", .error)) }
    if counts.warnings > 0 {
      marks.append(("\(editor.symbols.warning)\(counts.warnings)", .warning))
    }
    return marks
  }
}
