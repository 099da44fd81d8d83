import CalendarModel
import TextUI

/// A weekday: its name, its hours on a scale of 24 hours, and as text, which is typed into.
struct DayView: LineView {
  private let day: Int
  private let columns: DayColumns
  private let typed: Typed?
  private let notes: NoteLines

  /// What is typed, as far as it can be read.
  private struct Typed {
    let buffer: TextBuffer
    let result: Result<WeekTyping, HoursError>
    /// Whether it is being typed now: what is unfinished is not wrong yet.
    let isUnderWay: Bool

    init(_ buffer: TextBuffer, day: Int, isUnderWay: Bool) {
      self.buffer = buffer
      self.isUnderWay = isUnderWay
      result = Result { () throws(HoursError) in try WeekTyping(buffer.text, day: day) }
    }
  }

  init(_ day: Int, _ editor: __shared CalendarEditor, width: Int) {
    self.day = day
    columns = DayColumns(width: width)
    var notes = (editor.layout.week?.now[day].oddities(in: editor.format) ?? []).map {
      FieldState.Note(severity: .warning, text: $0)
    }
    if let input = editor.input, input.target == .day(day), !input.isFresh {
      typed = Typed(input.buffer, day: day, isUnderWay: true)
    } else if let text = editor.unfinished[.day(day)] {
      typed = Typed(TextBuffer(text), day: day, isUnderWay: false)
    } else {
      typed = nil
    }
    switch typed?.result {
    case .failure(let error)? where typed?.isUnderWay == false:
      notes = [FieldState.Note(severity: .error, text: error.message(in: editor.format))]
    case .success(let typing)? where typing.namesDays:
      notes = [FieldState.Note(severity: .note, text: typing.summary(in: editor.format))]
    default: break
    }
    self.notes = NoteLines(notes, editor, width: width, column: columns.bar)
  }

  var height: Int { 1 + notes.count }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    guard let week = editor.layout.week else { return }
    let theme = editor.theme
    let state = week.now[day]
    LineMetrics.drawMarks(
      isFocused: isFocused, isChanged: week.isChanged(day), editor, in: &grid, rect: rect)
    notes.draw(editor, in: &grid, below: rect)
    grid.draw(
      columns.name(of: day), row: rect.row, column: rect.column + 3,
      style: theme.style(isFocused ? .focusedLabel : .label))
    let ranges = (try? typed?.result.get())?.hours[day] ?? state.ranges
    if editor.display.hasBoxes, !isOverBar {
      grid.draw(
        HourBar.text(
          ranges.map { $0.open..<$0.close }, width: columns.barWidth, isASCII: grid.isASCII),
        row: rect.row, column: rect.column + columns.bar, width: columns.barWidth,
        style: theme.style(ranges.isEmpty ? .hint : .bar))
    }
    drawText(state, isFocused, editor, in: &grid, rect: rect)
  }

  /// Whether what is typed, with what it means, stands where the bar has no room for both.
  private var isOverBar: Bool { typed != nil && columns.isNarrow }

  private func drawText(
    _ state: WeekHours.Day, _ isFocused: Bool, _ editor: CalendarEditor, in grid: inout Grid,
    rect: Rect
  ) {
    let theme = editor.theme
    let start = isOverBar ? columns.bar : columns.text
    let column = rect.column + start
    let width = rect.columns - start
    if let typed {
      var mark: Range<Int>?
      if !typed.isUnderWay, case .failure(let error) = typed.result { mark = error.place }
      if isFocused {
        TextField.draw(
          typed.buffer, in: &grid, row: rect.row, column: column, width: width, mark: mark,
          markStyle: theme.style(.error))
      } else {
        grid.draw(
          TextWrap.cut(typed.buffer.text, width: width), row: rect.row, column: column,
          width: width, style: theme.style(.error))
      }
      // Where it has no room, the lines under the form say it.
      if case .success(let typing) = typed.result,
        let reading = Self.reading(typing, editor),
        columns.hasRoom(for: reading, behind: typed.buffer.text, width: rect.columns)
      {
        let end = column + typed.buffer.text.displayWidth + DayColumns.gap
        grid.draw(
          reading, row: rect.row, column: end, width: rect.endColumn - end,
          style: theme.style(.hint))
      }
      return
    }
    let format = editor.format
    var text = state.isExact ? HoursText.format(state.ranges, in: format) : Self.raw(state, format)
    if text.displayWidth > width, state.isExact {
      text = HoursText.short(state.ranges, in: format)
    }
    grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: column, width: width,
      style: theme.style(state.raw.isEmpty ? .unset : .text))
    if isFocused { grid.cursor = Position(row: rect.row, column: column) }
  }

  /// What hours that are typed mean, as it stands behind them; nil for those that name days, which
  /// stand in a row of their own.
  static func reading(_ typing: WeekTyping, _ editor: __shared CalendarEditor) -> String? {
    typing.namesDays ? nil : "= " + typing.summary(in: editor.format)
  }

  /// The ranges as they came, where something is odd about them.
  private static func raw(_ day: WeekHours.Day, _ format: LocalFormat) -> String {
    day.raw.isEmpty ? "?" : day.raw.map(format.range).joined(separator: ", ")
  }
}

/// The hours over the bars of the days.
struct ScaleView: LineView {
  private let columns: DayColumns

  init(width: Int) {
    columns = DayColumns(width: width)
  }

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    if editor.display.hasBoxes {
      grid.draw(
        HourBar.scale(width: columns.barWidth, label: editor.format.hourLabel), row: rect.row,
        column: rect.column + columns.bar, style: editor.theme.style(.hint))
    }
    let width = rect.columns - columns.text
    guard let zone = editor.zone.label(width: width) else { return }
    grid.draw(
      zone, row: rect.row, column: rect.column + columns.text, width: width,
      style: editor.theme.style(.hint))
  }
}

/// Where the parts of a day's line stand, by the width of the form.
struct DayColumns {
  private let isShort: Bool
  /// Whether a bar and a reading of what is typed do not fit on one line.
  let isNarrow: Bool
  let bar: Int
  let barWidth: Int
  let text: Int

  init(width: Int) {
    isShort = width < 80
    isNarrow = width < 50
    bar = isShort ? 7 : 14
    barWidth = width >= 80 ? 48 : width >= 50 ? 24 : 12
    text = bar + barWidth + 2
  }

  /// What stands between a text that is typed and what it means.
  static let gap = 2

  /// Whether what a typed text means has room behind it on the line.
  ///
  /// - Parameter width: of the form.
  func hasRoom(for reading: String, behind text: String, width: Int) -> Bool {
    let start = isNarrow ? bar : self.text
    return start + text.displayWidth + Self.gap + reading.displayWidth <= width
  }

  func name(of day: Int) -> String {
    isShort ? String(Wording.weekday(day).prefix(3)) : Wording.weekday(day)
  }
}
