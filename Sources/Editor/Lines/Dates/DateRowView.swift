import CalendarModel
import JSON
import TextUI

/// An entry of the date-specific hours in one line: its day, its hours, and what becomes of it.
struct DateRowView: LineView {
  let row: Int

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    guard let document = editor.document, let value = document[DateIndex.path.appending(row)] else {
      return
    }
    let theme = editor.theme
    let entry = DateEntry(value)
    let isChanged = document.isChanged(DateIndex.path.appending(row))
    LineMetrics.drawMarks(
      isFocused: isFocused, isChanged: isChanged, editor, in: &grid, rect: rect)
    let column = rect.column + 2
    let mark = mark(document, editor)
    let width = rect.endColumn - column - 1 - (mark == nil ? 0 : 2)
    grid.draw(
      TextWrap.cut(text(entry, value, document, editor, width: width), width: width), row: rect.row,
      column: column, width: width,
      style: theme.style(isFocused ? .focusedLabel : entry.isDeleted ? .unset : .text))
    if let (mark, role) = mark {
      grid.draw(mark, row: rect.row, column: rect.endColumn - 2, style: theme.style(role))
    }
    if isFocused { grid.cursor = Position(row: rect.row, column: column) }
  }

  /// As long as there is room: the weekday goes first, then the spelling of the hours.
  private func text(
    _ entry: DateEntry, _ value: JSONValue, _ document: CalendarDocument, _ editor: CalendarEditor,
    width: Int
  ) -> String {
    guard let date = entry.date else { return document.summary(value, .availability) }
    let weekday = date.shortWeekdayName
    if entry.isDeleted {
      let strike = editor.symbols.deleted
      let long = "\(strike)\(weekday) \(date)\(strike) deleted when saved"
      return long.displayWidth <= width ? long : "\(strike)\(date)\(strike) deleted"
    }
    let isNew = document.isNewDate(row)
    let new = isNew ? "  new" : ""
    let short = HoursText.short(entry.ranges, in: editor.format)
    let candidates = [
      "\(weekday) \(date) \(HoursText.format(entry.ranges, in: editor.format))\(new)",
      "\(weekday) \(date) \(short)\(new)", "\(date) \(short)\(new)", "\(date) \(short)",
    ]
    return candidates.first { $0.displayWidth <= width } ?? candidates[3]
  }

  private func mark(_ document: CalendarDocument, _ editor: CalendarEditor) -> (String, Theme.Role)?
  {
    var worst = document.validation.worst(inRow: row, of: CalendarKey.availabilities.rawValue)
    if editor.serverProblems.isAny(under: DateIndex.path.appending(row)) { worst = .error }
    guard let worst, worst > .note else { return nil }
    return NoteLines.mark(worst, editor.symbols)
  }
}

/// The entries of days that have passed, folded into a line or shown under it.
struct PastView: LineView {
  let count: Int
  let isShown: Bool

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    LineMetrics.drawMarks(isFocused: isFocused, isChanged: false, editor, in: &grid, rect: rect)
    grid.draw(
      "[\(isShown ? "-" : "+")] \(Wording.counted(count, "past date"))", row: rect.row,
      column: rect.column + 2, width: rect.columns - 3,
      style: editor.theme.style(isFocused ? .focusedLabel : .hint))
    if isFocused { grid.cursor = Position(row: rect.row, column: rect.column + 2) }
  }
}
