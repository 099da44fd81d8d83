import TextUI

/// The frame around a dialog.
enum DialogFrame {
  /// Draws the frame and returns the room inside.
  static func draw(
    _ title: String, _ editor: CalendarEditor, in grid: inout Grid, rect: Rect
  ) -> Rect {
    Panel.draw(
      title, in: &grid, rect: rect, symbols: editor.symbols, border: editor.theme.style(.border),
      heading: editor.theme.style(.heading))
  }

  /// Says on the lower border that there is more than is shown.
  ///
  /// - Parameter place: where in the whole that is, such as `20/40`.
  static func drawMore(
    above: Bool, below: Bool, place: String = "", _ editor: CalendarEditor, in grid: inout Grid,
    rect: Rect
  ) {
    let more =
      switch (above, below) {
      case (false, false): ""
      case (true, false): "more above"
      case (false, true): "more below"
      case (true, true): "more above, below"
      }
    guard !more.isEmpty else { return }
    let text = " " + [place, more].filter { !$0.isEmpty }.joined(separator: "  ") + " "
    grid.draw(
      text, row: rect.endRow - 1,
      column: max(rect.column + 1, rect.endColumn - text.displayWidth - 2),
      width: rect.columns - 2, style: editor.theme.style(.key))
  }
}

/// Answers of a question, one below the other; a long one is wrapped, never cut.
struct AnswerLines {
  /// The rows: of which answer each is, its letter where it is the first, and its text.
  let rows: [(answer: Int, key: String, text: String)]

  init(_ answers: [(key: String, text: String)], width: Int) {
    rows = answers.enumerated().flatMap { index, answer in
      TextWrap.lines(answer.text, width: max(8, width - 5)).enumerated().map { part, text in
        (index, part == 0 ? answer.key : "", text)
      }
    }
  }

  /// Draws the answers from a row on; the cursor goes to the selected one.
  ///
  /// - Parameter selection: nil where no answer is selected.
  func draw(
    selection: Int?, _ editor: CalendarEditor, in grid: inout Grid, row start: Int, _ inner: Rect
  ) {
    let theme = editor.theme
    for (offset, line) in rows.enumerated() where start + offset < inner.endRow {
      let row = start + offset
      let isSelected = line.answer == selection
      if isSelected, !line.key.isEmpty {
        grid.draw(editor.symbols.focus, row: row, column: inner.column)
        grid.cursor = Position(row: row, column: inner.column + 4)
      }
      grid.draw(line.key, row: row, column: inner.column + 2, style: theme.style(.key))
      grid.draw(
        line.text, row: row, column: inner.column + 4, width: inner.columns - 4,
        style: theme.style(isSelected ? .selection : .text))
    }
  }
}
