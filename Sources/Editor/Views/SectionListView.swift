import CalendarModel
import JSON
import TextUI

/// The list of sections with a mark for changes and one for problems.
enum SectionListView {
  static func draw(
    _ model: Model, _ document: CalendarDocument, in grid: inout Grid, rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    let theme = model.theme
    let workspace = model.workspace
    let changed = Set(document.validation.modifiedKeys.compactMap(CalendarSchema.section(of:)))
    let top = top(model, rect)
    for offset in 0..<rect.rows where Workspace.entries.indices.contains(top + offset) {
      let index = top + offset
      let row = rect.row + offset
      let isChosen = index == workspace.entry
      grid.draw(
        isChosen ? model.symbols.focus : " ", row: row, column: rect.column,
        style: theme.style(workspace.isInList ? .focusedLabel : .hint))
      var marks: [(String, Theme.Role)] = []
      if case .section(let section) = Workspace.entries[index] {
        marks = self.marks(section, isChanged: changed.contains(section), model, document)
      }
      var column = rect.endColumn - marks.reduce(0) { $0 + $1.0.displayWidth + 1 }
      let room = column - rect.column - 3
      grid.draw(
        TextWrap.cut(Workspace.entries[index].title, width: room), row: row,
        column: rect.column + 2, width: room, style: theme.style(isChosen ? .focusedLabel : .text))
      for (text, role) in marks {
        column += grid.draw(text, row: row, column: column, style: theme.style(role)) + 1
      }
    }
    if rect.columns < model.size.columns {
      grid.fill(
        Rect(row: rect.row, column: rect.endColumn, rows: rect.rows, columns: 1),
        with: model.symbols.vertical, style: theme.style(.border))
    }
  }

  private static func top(_ model: Model, _ rect: Rect) -> Int {
    Scrolling.top(
      0, showing: model.workspace.entry, height: rect.rows, count: Workspace.entries.count)
  }

  /// The number of the entry at a place of the screen.
  static func entry(at position: Position, _ model: Model) -> Int? {
    let rect = Screen.parts(model).list
    guard rect.contains(position) else { return nil }
    let entry = top(model, rect) + position.row - rect.row
    return Workspace.entries.indices.contains(entry) ? entry : nil
  }

  private static func marks(
    _ section: Section, isChanged: Bool, _ model: Model, _ document: CalendarDocument
  ) -> [(String, Theme.Role)] {
    var marks: [(String, Theme.Role)] = []
    let counts = document.validation.counts(section)
    let errors = counts.errors + model.serverProblems.count(section)
    if isChanged { marks.append((model.symbols.changed, .changed)) }
    if errors > 0 { marks.append(("\(model.symbols.error)\(errors)", .error)) }
    if counts.warnings > 0 {
      marks.append(("\(model.symbols.warning)\(counts.warnings)", .warning))
    }
    return marks
  }
}
