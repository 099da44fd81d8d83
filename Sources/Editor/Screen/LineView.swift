import CalendarModel
import JSON
import TextUI

/// How one line of a form looks; some are several rows high.
protocol LineView {
  /// In rows.
  var height: Int { get }

  /// Draws into the rows that are left on the screen, which may be fewer than the height.
  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool)
}

extension FormItem {
  /// The view of the line for a form of that width.
  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    switch self {
    case .heading(let title): TextLineView(title, .heading, editor, width: width)
    case .note(let text, let role): TextLineView(text, role, editor, width: width, indent: 2)
    case .field(let field, let path, let indent):
      FieldView(field, path, indent: indent, editor, width: width)
    case .columns(_, let indent): MemberHeadView(width: width, indent: indent)
    case .row(let type, let list, let index, let indent) where type.hasColumns:
      MemberView(list: list, index: index, width: width, indent: indent)
    case .row(_, DateIndex.path, let index, _) where editor.layout.monthLine != nil:
      DateRowView(row: index)
    case .row(let type, let list, let index, let indent):
      RowView(type, list: list, index: index, indent: indent)
    case .add(let type, _, let indent):
      AddView(noun: type.noun, indent: indent)
    case .scale: ScaleView(width: width)
    case .month: MonthView()
    case .past(let count, let isShown): PastView(count: count, isShown: isShown)
    case .day(let day): DayView(day, editor, width: width)
    case .picture(let day): DayView(day, editor, width: width)
    case .pictureOf(let day): ScheduleView(.day(day), width: width)
    case .schedule(let line): ScheduleView(line, width: width)
    case .link(let link): LinkView(link, width: width)
    }
  }
}

/// The columns and marks that all lines share.
enum LineMetrics {
  /// Where values begin.
  static func labelWidth(_ width: Int) -> Int { width >= 52 ? 24 : 17 }

  /// The marker of the focus and that of a change, at the beginning of a line.
  ///
  /// The blanks behind the marker look as it does: each change of style is ten bytes on the line.
  static func drawMarks(
    isFocused: Bool, isChanged: Bool, _ editor: CalendarEditor, in grid: inout Grid, rect: Rect
  ) {
    if isFocused {
      grid.draw(
        editor.symbols.focus + "  ", row: rect.row, column: rect.column,
        style: editor.theme.style(.focusedLabel))
    }
    if isChanged {
      grid.draw(
        editor.symbols.changed, row: rect.row, column: rect.column + 1,
        style: editor.theme.style(.changed))
    }
  }
}

/// The line that adds a row.
struct AddView: LineView {
  let noun: String
  let indent: Int

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    LineMetrics.drawMarks(isFocused: isFocused, isChanged: false, editor, in: &grid, rect: rect)
    grid.draw(
      "+ Add \(noun)", row: rect.row, column: rect.column + 3 + 2 * indent,
      width: rect.columns - 5, style: editor.theme.style(isFocused ? .focusedLabel : .hint))
  }
}
