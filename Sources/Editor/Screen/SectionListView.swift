import CalendarModel
import JSON
import TextUI

/// The list of sections with a mark for changes and one for problems.
struct SectionListView: ScreenPart {
  private let look: Look
  /// The number of the chosen entry.
  private let entry: Int
  private let isInList: Bool
  /// Whether the form stands beside it.
  private let hasBorder: Bool
  private let modifiedKeys: Set<String>
  /// Errors and warnings by section.
  private let counts: [Section: ProblemCounts]
  /// Errors that the rules do not know of; empty for none.
  private let otherErrors: [Section: Int]

  init(_ editor: __shared CalendarEditor, _ document: __shared CalendarDocument) {
    look = Look(editor.display)
    entry = editor.workspace.entry
    isInList = editor.workspace.isInList
    hasBorder = editor.size.columns >= 64
    modifiedKeys = document.validation.modifiedKeys
    counts = document.validation.sectionCounts
    if editor.serverProblems.isEmpty, editor.unfinishedCount == 0 {
      otherErrors = [:]
    } else {
      otherErrors = Dictionary(
        uniqueKeysWithValues: Section.allCases.map {
          ($0, editor.serverProblems.count($0) + editor.unfinishedCount(in: $0))
        })
    }
  }

  /// - Parameter whole: the place of the list, and of the border where there is one.
  func draw(in grid: inout Grid, rect whole: Rect) {
    var rect = whole
    if hasBorder { rect.columns -= 1 }
    guard !rect.isEmpty else { return }
    let (theme, symbols) = (look.theme, look.symbols)
    let changed = Set(modifiedKeys.compactMap(CalendarSchema.section(of:)))
    let top = Self.top(entry, rect)
    for offset in 0..<rect.rows where Workspace.entries.indices.contains(top + offset) {
      let index = top + offset
      let row = rect.row + offset
      let isChosen = index == entry
      if isChosen {
        grid.draw(
          symbols.focus, row: row, column: rect.column,
          style: theme.style(isInList ? .focusedLabel : .hint))
      }
      var marks: [(String, Theme.Role)] = []
      if case .section(let section) = Workspace.entries[index] {
        marks = self.marks(section, isChanged: changed.contains(section))
      }
      var column = rect.endColumn - marks.reduce(0) { $0 + $1.0.displayWidth + 1 }
      let room = column - rect.column - 3
      grid.draw(
        TextWrap.cut(Workspace.entries[index].title, width: room), row: row,
        column: rect.column + 2, width: room,
        style: theme.style(isChosen ? (isInList ? .focusedLabel : .said) : .text))
      for (text, role) in marks {
        column += grid.draw(text, row: row, column: column, style: theme.style(role)) + 1
      }
    }
    if hasBorder {
      grid.fill(
        Rect(row: rect.row, column: rect.endColumn, rows: rect.rows, columns: 1),
        with: symbols.vertical, style: theme.style(.border))
    }
  }

  private static func top(_ entry: Int, _ rect: Rect) -> Int {
    Scrolling.top(0, showing: entry, height: rect.rows, count: Workspace.entries.count)
  }

  /// Where the cursor stands while the list has the focus, on the chosen entry; nil while it has not.
  ///
  /// It is no part of what is drawn: the list is not drawn anew where it shows the same.
  static func cursor(_ editor: CalendarEditor) -> Position? {
    let rect = Screen.parts(editor).list
    let row = rect.row + editor.workspace.entry - top(editor.workspace.entry, rect)
    guard editor.workspace.isInList, rect.columns > 2, row < rect.endRow else { return nil }
    return Position(row: row, column: rect.column + 2)
  }

  /// The number of the entry at a place of the screen.
  static func entry(at position: Position, _ editor: CalendarEditor) -> Int? {
    let rect = Screen.parts(editor).list
    guard rect.contains(position) else { return nil }
    let entry = top(editor.workspace.entry, rect) + position.row - rect.row
    return Workspace.entries.indices.contains(entry) ? entry : nil
  }

  private func marks(_ section: Section, isChanged: Bool) -> [(String, Theme.Role)] {
    var marks: [(String, Theme.Role)] = []
    let counts = counts[section] ?? ProblemCounts()
    let errors = counts.errors + (otherErrors[section] ?? 0)
    let symbols = look.symbols
    if isChanged { marks.append((symbols.changed, .changed)) }
    if errors > 0 { marks.append(("\(symbols.error)\(errors)", .error)) }
    if counts.warnings > 0 { marks.append(("\(symbols.warning)\(counts.warnings)", .warning)) }
    return marks
  }
}
