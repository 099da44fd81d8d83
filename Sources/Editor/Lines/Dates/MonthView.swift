import CalendarModel
import JSON
import TextUI

/// The month in which dates are chosen, and under it what holds on them or what is typed.
struct MonthView: LineView {
  /// How to use it.
  static func help(_ editor: CalendarEditor) -> String {
    "Type hours, as in \(HoursText.short(HoursText.shortExample, in: editor.format)), or closed, or "
      + "dates with hours: 12-24..31 closed. "
      + (editor.display.isSpoken
        ? "A date alone goes there; \(editor.keymap.word(of: .deleteRow)) deletes its entry, "
          + "\(editor.keymap.word(of: .copyDate)) copies it."
        : "Space begins a run of days, - deletes, Ctrl-D copies.")
  }

  /// The rows of what stands under the month.
  static let footHeight = 4

  var height: Int { MonthGrid.height + Self.footHeight }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let (month, foot) = parts(rect)
    Self.drawMonth(editor, in: &grid, rect: month, isFocused: isFocused)
    Self.drawFoot(editor, in: &grid, rect: foot, isFocused: isFocused)
  }

  /// The month and what stands under it, in the room of the line.
  func parts(_ room: Rect) -> (month: Rect, foot: Rect) {
    let foot = min(Self.footHeight, max(1, room.rows - 5))
    let rows = min(room.rows, height) - foot
    return (
      Rect(row: room.row, column: room.column, rows: rows, columns: room.columns),
      Rect(row: room.row + max(0, rows), column: room.column, rows: foot, columns: room.columns)
    )
  }

  private static func grid(_ month: Rect) -> Rect {
    Rect(row: month.row, column: month.column + 1, rows: month.rows, columns: 29)
  }

  /// The date at a place of the screen.
  static func date(at position: Position, _ editor: CalendarEditor, in month: Rect) -> CalendarDate?
  {
    let chosen = editor.dates.cursor.date
    return MonthGrid(editor).day(at: position, in: grid(month)).map {
      chosen.adding(days: $0 - chosen.day)
    }
  }

  static func drawMonth(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool)
  {
    LineMetrics.drawMarks(isFocused: isFocused, isChanged: false, editor, in: &grid, rect: rect)
    MonthGrid(editor).draw(
      in: &grid, rect: Self.grid(rect), symbols: editor.symbols, theme: editor.theme,
      isFocused: isFocused)
    drawZone(editor, in: &grid, rect: Self.grid(rect))
  }

  /// Says at the end of the title line in which zone a day of the month begins.
  private static func drawZone(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    let title = MonthGrid(editor).title.displayWidth + 2
    guard rect.rows > 2, let zone = editor.zone.label(width: rect.columns - title) else { return }
    grid.draw(
      zone, row: rect.row, column: rect.endColumn - zone.displayWidth,
      style: editor.theme.style(.hint))
  }

  /// What holds on the chosen dates, or what is typed with what it means.
  static func drawFoot(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let rect = rect.inset(columns: 2)
    guard let document = editor.document, !rect.isEmpty else { return }
    if isFocused, let input = editor.input, input.target == .dates {
      TypedAnswer.draw(
        input.buffer, editor.dateReading(input.buffer.text), editor, in: &grid, rect: rect)
      return
    }
    let cursor = editor.dates.cursor
    if let typed = editor.unfinished[.dates(cursor.selection)] {
      let problem =
        editor.problem(of: typed, at: .dates(cursor.selection))?.message(in: editor.format) ?? ""
      for (offset, line) in TextWrap.lines(
        "\(typed)  \(editor.symbols.error) \(problem)", width: rect.columns, limit: rect.rows
      ).enumerated() {
        grid.draw(
          line, row: rect.row + offset, column: rect.column, style: editor.theme.style(.error))
      }
      return
    }
    var text =
      cursor.anchor == nil
      ? document.summary(of: cursor.date) : "\(DateTyping.named(cursor.dates)) marked"
    if cursor.anchor == nil, document.schedules.governs,
      let day = document.governing.dayText(cursor.date)
    {
      text = "By schedule: \(day). Here: \(text)"
    }
    for (offset, line) in TextWrap.lines(text, width: rect.columns, limit: rect.rows).enumerated() {
      grid.draw(
        line, row: rect.row + offset, column: rect.column,
        style: editor.theme.style(isFocused ? .focusedLabel : .text))
    }
  }
}

extension MonthGrid {
  /// The month of the chosen date with its marks.
  init(_ editor: __shared CalendarEditor) {
    let cursor = editor.dates.cursor
    let date = cursor.date
    let count = CalendarDate.days(inMonth: date.month, of: date.year)
    let first = CalendarDate(daysSinceEpoch: date.daysSinceEpoch - date.day + 1)
    var days = [Day](repeating: Day(), count: count)
    if let document = editor.document {
      for date in document.markedDates(in: first...first.adding(days: count - 1)) {
        days[date.day - 1] = Self.day(date, document)
      }
    }
    // What a schedule says of a date is marked where the calendar has no entry of its own.
    let governs = editor.document?.schedules.governs == true
    for schedule in governs ? editor.document?.governing.schedules ?? [] : [] {
      for other in schedule.dates.keys {
        let day = other.daysSinceEpoch - first.daysSinceEpoch
        if days.indices.contains(day), days[day].mark == .none { days[day].mark = .elsewhere }
      }
    }
    let start = cursor.selection.lowerBound.daysSinceEpoch - first.daysSinceEpoch + 1
    let end = cursor.selection.upperBound.daysSinceEpoch - first.daysSinceEpoch + 1
    let run = cursor.anchor == nil ? nil : start...end
    let today = editor.today.daysSinceEpoch - first.daysSinceEpoch + 1
    self.init(
      title: "\(date.monthName) \(date.year)",
      weekdays: editor.format.weekdays.map { String(Wording.weekday($0).prefix(2)) },
      firstColumn: editor.format.column(of: first.weekday),
      days: days, chosen: date.day, run: run, today: (1...count).contains(today) ? today : nil)
  }

  private static func day(_ date: CalendarDate, _ document: CalendarDocument) -> Day {
    let mark: Day.Mark =
      switch document.dateState(of: date) {
      case .none: .none
      case .closed: .closed
      case .open: .open
      case .deleted: .deleted
      }
    return Day(mark, isChanged: document.isDateChanged(date))
  }
}
