import CalendarModel
import TextUI

/// A line about a schedule: whose it is, or one of its days in the same picture as the calendar's.
struct ScheduleView: LineView {
  private let line: ScheduleLine.Content
  private let columns: DayColumns

  init(_ line: ScheduleLine.Content, width: Int) {
    self.line = line
    columns = DayColumns(width: width)
  }

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    LineMetrics.drawMarks(isFocused: isFocused, isChanged: false, editor, in: &grid, rect: rect)
    let theme = editor.theme
    switch line {
    case .head(let text):
      draw(text, at: 2, isFocused ? .focusedLabel : .heading, theme, in: &grid, rect: rect)
    case .text(let text):
      draw(text, at: 3, isFocused ? .focusedLabel : .hint, theme, in: &grid, rect: rect)
    case .day(let day):
      switch day.day {
      case .weekday(let weekday):
        drawWeekday(weekday, day.hours, isFocused, editor, in: &grid, rect: rect)
      case .date(let date):
        let words = "\(date) \(day.hours.text(in: editor.format))"
        let long = "\(date.shortWeekdayName) \(words)"
        draw(
          long.displayWidth <= rect.columns - 4 ? long : words, at: 3,
          isFocused ? .focusedLabel : .text, theme, in: &grid, rect: rect)
      }
    }
    if isFocused { grid.cursor = Position(row: rect.row, column: rect.column + 3) }
  }

  private func draw(
    _ text: String, at column: Int, _ role: Theme.Role, _ theme: Theme, in grid: inout Grid,
    rect: Rect
  ) {
    let width = max(0, rect.columns - column - 1)
    grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: rect.column + column, width: width,
      style: theme.style(role))
  }

  private func drawWeekday(
    _ weekday: Int, _ hours: DayHours, _ isFocused: Bool, _ editor: CalendarEditor,
    in grid: inout Grid, rect: Rect
  ) {
    let theme = editor.theme
    let ranges = hours.stretches
    grid.draw(
      columns.name(of: weekday), row: rect.row, column: rect.column + 3,
      style: theme.style(isFocused ? .focusedLabel : .label))
    if editor.display.hasBoxes {
      grid.draw(
        HourBar.text(
          ranges.map { $0.open..<$0.close }, width: columns.barWidth, isASCII: grid.isASCII),
        row: rect.row, column: rect.column + columns.bar, width: columns.barWidth,
        style: theme.style(ranges.isEmpty ? .hint : .bar))
    }
    let width = max(0, rect.columns - columns.text)
    var text = HoursText.format(ranges, in: editor.format)
    if text.displayWidth > width { text = HoursText.short(ranges, in: editor.format) }
    grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: rect.column + columns.text,
      width: width, style: theme.style(ranges.isEmpty ? .unset : .text))
  }
}
