import CalendarModel
import TextUI

/// The picture of the preview: the week as a table, and the chosen day below it or beside it.
struct PreviewView {
  private let dialog: PreviewDialog
  private let editor: CalendarEditor

  init(_ dialog: PreviewDialog, _ editor: CalendarEditor) {
    self.dialog = dialog
    self.editor = editor
  }

  private var theme: Theme { editor.theme }

  func draw(in grid: inout Grid, room: Rect) {
    let week = dialog.week
    let inner = Panel.draw(
      "Preview \(week.first) to \(week.last)", in: &grid, rect: room, symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    // Where there is room for the week only, Space shows the day.
    guard inner.rows >= 14 else {
      drawFoot(PreviewText.foot(dialog), in: &grid, room: room)
      drawWeek(in: &grid, rect: inner, showsTotal: false)
      return
    }
    var rect = drawHead(in: &grid, rect: inner)
    let tableRows = 9
    if inner.columns >= 106 {
      var left = rect
      left.columns = 72
      drawWeek(in: &grid, rect: left, showsTotal: true)
      left.row += tableRows + 1
      left.rows -= tableRows + 1
      _ = drawLines(PreviewText.foundations(dialog, isShort: true), in: &grid, rect: left)
      rect.column += left.columns + 3
      rect.columns -= left.columns + 3
    } else {
      drawWeek(in: &grid, rect: rect, showsTotal: true)
      rect.row += tableRows
      rect.rows -= tableRows
      if rect.rows > 6 {
        rect.row += 1
        rect.rows -= 1
      }
      let count = dialog.remarks.count
      if count > 0 {
        drawFoot("a: \(Wording.counted(count, "remark"))", in: &grid, room: room)
      }
    }
    drawDay(in: &grid, rect: rect)
  }

  /// Draws what holds for the week, and returns the room below.
  ///
  /// An answer that comes does not move the table: its place does not depend on the words.
  private func drawHead(in grid: inout Grid, rect: Rect) -> Rect {
    let rows = (rect.rows >= 18 ? 1 : 0) + (rect.columns < 106 ? 2 : 1)
    var head = rect
    head.rows = rows
    var lines = [PreviewText.now(dialog)]
    if let status = editor.status { lines = [.init(text: status.text, role: .warning)] }
    if rect.rows >= 18 { lines.insert(PreviewText.clock(dialog), at: 0) }
    _ = drawLines(lines, in: &grid, rect: head)
    var rest = rect
    rest.row += rows
    rest.rows -= rows
    return PreviewText.draft(dialog).map { drawLines([$0], in: &grid, rect: rest) } ?? rest
  }

  /// A few words on the lower border.
  private func drawFoot(_ text: String, in grid: inout Grid, room: Rect) {
    let shown = " " + TextWrap.cut(text, width: room.columns - 6) + " "
    grid.draw(
      shown, row: room.endRow - 1, column: room.column + 2, width: room.columns - 4,
      style: theme.style(.hint))
  }

  /// Draws lines one below the other, and returns the room that is left.
  private func drawLines(_ lines: [TextDialog.Line], in grid: inout Grid, rect: Rect) -> Rect {
    var rest = rect
    for line in lines {
      let width = max(8, rect.columns - line.hanging)
      for (part, text) in TextWrap.lines(line.text, width: width).enumerated() where rest.rows > 0 {
        grid.draw(
          text, row: rest.row, column: rest.column + (part > 0 ? line.hanging : 0),
          width: rest.columns, style: theme.style(line.role))
        rest.row += 1
        rest.rows -= 1
      }
    }
    return rest
  }

  // MARK: The week

  private func drawWeek(in grid: inout Grid, rect: Rect, showsTotal: Bool) {
    let isNarrow = rect.columns < 60
    let table = PreviewTable(dialog, isNarrow: isNarrow)
    let numbers = rect.endColumn - table.width
    let label = rect.column + 2
    let hours = label + (isNarrow ? 10 : 16)
    var row = rect.row
    if !isNarrow {
      grid.draw("Day", row: row, column: label, style: theme.style(.hint))
      grid.draw("Open", row: row, column: hours, style: theme.style(.hint))
    }
    drawNumbers(table.titles, in: &grid, row: row, column: numbers, role: .hint)
    row += 1
    for (index, day) in dialog.week.days.enumerated() where row < rect.endRow {
      let isChosen = index == dialog.selection
      let role: Theme.Role = isChosen ? .focusedLabel : .text
      if isChosen {
        grid.draw(editor.symbols.focus, row: row, column: rect.column)
        grid.cursor = Position(row: row, column: label)
      }
      let date = isNarrow ? String(day.date.description.dropFirst(5)) : day.date.description
      grid.draw(
        "\(day.date.shortWeekdayName) \(date)", row: row, column: label,
        style: theme.style(isChosen ? .selection : .text))
      let change = dialog.week.comparison.days[index]
      if isNarrow, let reason = day.reason, change.now.isEmpty, change.after.isEmpty {
        let width = rect.endColumn - hours
        grid.draw(
          TextWrap.cut(reason.text(in: dialog.format), width: width), row: row, column: hours,
          width: width,
          style: theme.style(.hint))
      } else {
        if !isNarrow {
          grid.draw(
            TextWrap.cut(PreviewText.open(day, dialog.format), width: numbers - hours), row: row,
            column: hours, style: theme.style(day.reason == nil ? role : .hint))
        }
        drawNumbers(table.cells(index), in: &grid, row: row, column: numbers, role: role)
      }
      row += 1
    }
    guard showsTotal, row < rect.endRow else { return }
    grid.draw("Week", row: row, column: label, style: theme.style(.hint))
    drawNumbers(table.total, in: &grid, row: row, column: numbers, role: .hint)
  }

  private func drawNumbers(
    _ cells: [PreviewTable.Cell], in grid: inout Grid, row: Int, column: Int, role: Theme.Role
  ) {
    var end = column
    for cell in cells {
      end += cell.width
      grid.draw(
        cell.text, row: row, column: end - cell.text.displayWidth,
        style: theme.style(cell.role ?? role))
    }
  }

  // MARK: The day

  private func drawDay(in grid: inout Grid, rect: Rect) {
    guard rect.rows > 1 else { return }
    var rest = drawLines(PreviewText.day(dialog), in: &grid, rect: rect)
    let times = PreviewTimes(dialog.change, dialog.format)
    if times.all.isEmpty || rest.rows == 0 { return }
    // A mark, the time, and a blank.
    let width = (times.all.map(\.text.displayWidth).max() ?? 0) + 2
    let perRow = max(1, (rest.columns + 1) / width)
    let rows = (times.all.count + perRow - 1) / perRow
    let legendRows = times.legend.isEmpty ? 0 : 1
    if rest.rows > rows + legendRows {
      rest.row += 1
      rest.rows -= 1
    }
    let fits = rows + legendRows <= rest.rows
    let shownRows = fits ? rows : max(0, rest.rows - 1)
    for (index, start) in times.all.prefix(shownRows * perRow).enumerated() {
      let (line, place) = index.quotientAndRemainder(dividingBy: perRow)
      grid.draw(
        start.mark.symbol + start.text, row: rest.row + line, column: rest.column + place * width,
        width: rest.columns - place * width, style: theme.style(start.mark.role))
    }
    let row = rest.row + shownRows
    if fits {
      drawLegend(times.legend, in: &grid, row: row, rect: rest)
    } else {
      let more = times.all.count - shownRows * perRow
      grid.draw(
        "\(editor.symbols.more) \(Wording.counted(more, "more start")); Space shows the day alone.",
        row: row, column: rest.column, width: rest.columns, style: theme.style(.hint))
    }
  }

  private func drawLegend(
    _ legend: [PreviewTimes.Mark], in grid: inout Grid, row: Int, rect: Rect
  ) {
    var column = rect.column
    for mark in legend {
      let text = "\(mark.symbol) \(mark.meaning)"
      guard column + text.displayWidth <= rect.endColumn else { return }
      column += grid.draw(text, row: row, column: column, style: theme.style(mark.role)) + 2
    }
  }
}
