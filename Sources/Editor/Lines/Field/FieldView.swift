import CalendarModel
import JSON
import TextUI

/// A field: marker, marks, label and value, and under it what is wrong.
struct FieldView: LineView {
  private let field: Field
  private let path: JSONPath
  private let indent: Int
  private let state: FieldState
  private let notes: NoteLines
  private let labelWidth: Int

  init(_ field: Field, _ path: JSONPath, indent: Int, _ editor: __shared CalendarEditor, width: Int)
  {
    self.field = field
    self.path = path
    self.indent = indent
    labelWidth = LineMetrics.labelWidth(width)
    state = FieldState(path, in: editor)
    notes = NoteLines(state.notes, editor, width: width)
  }

  var height: Int { 1 + notes.count }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let theme = editor.theme
    LineMetrics.drawMarks(
      isFocused: isFocused, isChanged: state.isChanged, editor, in: &grid, rect: rect)
    notes.draw(editor, in: &grid, below: rect)
    let labelColumn = rect.column + 3 + 2 * indent
    let labelRoom = rect.column + labelWidth - labelColumn - 1
    grid.draw(
      TextWrap.cut(label(editor), width: labelRoom), row: rect.row, column: labelColumn,
      width: labelRoom,
      style: theme.style(isFocused ? .focusedLabel : field.isReadOnly ? .readOnly : .label))
    let column = rect.column + labelWidth
    let width = rect.columns - labelWidth - 1
    if isFocused, let input = editor.input, input.target == .field(path) {
      drawInput(input, editor, in: &grid, row: rect.row, column: column, width: width)
      return
    }
    let (text, role) = value(editor)
    let used = grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: column, width: width,
      style: theme.style(role))
    if isColor {
      ColorSwatch.draw(
        text, editor, in: &grid, row: rect.row, column: column + used + 2, end: column + width)
    }
    let remark = remark(editor)
    if !remark.isEmpty, used + remark.displayWidth + 2 < width {
      grid.draw(
        remark, row: rect.row, column: column + used + 2, style: theme.style(.hint))
    }
    if isFocused { grid.cursor = Position(row: rect.row, column: column) }
  }

  /// What stands behind the value.
  private func remark(_ editor: CalendarEditor) -> String {
    if field.isReadOnly {
      return field.key == CalendarKey.calendarType.rawValue && editor.document?.calendarType == nil
        ? "Enter states it" : "read-only"
    }
    if field.isDeprecated { return "deprecated" }
    return meetingPlace(editor) == .notApplicable ? "not used" : ""
  }

  /// The field's label; that of a meeting place says what the kind of location wants.
  private func label(_ editor: CalendarEditor) -> String {
    field.label(in: editor.document?[path.parent])
  }

  /// What a meeting place is for its kind of location; nil for every other field.
  private func meetingPlace(_ editor: CalendarEditor) -> MeetingPlace? {
    guard case .text(.meetingPlace) = field.type else { return nil }
    return MeetingPlace(
      kind: editor.document?[path.parent.appending(LocationKey.kind)]?.text,
      location: state.value?.text)
  }

  private var isColor: Bool { if case .text(.color) = field.type { true } else { false } }

  private func drawInput(
    _ input: Input, _ editor: CalendarEditor, in grid: inout Grid, row: Int, column: Int, width: Int
  ) {
    guard input.buffer.isEmpty else {
      TextField.draw(input.buffer, in: &grid, row: row, column: column, width: width)
      let end = column + input.buffer.text.displayWidth(upTo: width) + 2
      if isColor {
        ColorSwatch.draw(
          input.buffer.text, editor, in: &grid, row: row, column: end, end: column + width)
      }
      if let remark = inputRemark(editor), end + min(remark.displayWidth, 6) < column + width {
        grid.draw(
          TextWrap.cut(remark, width: column + width - end), row: row, column: end,
          style: editor.theme.style(.hint))
      }
      return
    }
    let (text, role) = value(editor)
    grid.draw(
      TextWrap.cut(text, width: width), row: row, column: column, width: width,
      style: editor.theme.style(role))
    grid.cursor = Position(row: row, column: column)
  }

  /// What is shown behind a value while it is typed: the unit of a number, the name of an id.
  private func inputRemark(_ editor: CalendarEditor) -> String? {
    if case .text(.id) = field.type, let id = state.value?.text {
      return editor.document?.names[id]
    }
    return meetingPlace(editor) == .notApplicable ? "not used" : unit(editor)
  }

  private func unit(_ editor: CalendarEditor) -> String? {
    guard let key = field.unitKey, let unit = CalendarSchema.field(key),
      let value = editor.document?.current[key: key]
    else { return nil }
    return Wording.value(value, of: unit) + (unit.isReadOnly ? "  unit read-only" : "")
  }

  /// The value as it is shown where it is not being typed.
  private func value(_ editor: CalendarEditor) -> (String, Theme.Role) {
    guard let value = state.value else {
      let assumed = field.defaultValue.map { " (default \(Wording.value($0, of: field)))" } ?? ""
      return ("unset\(assumed)", .unset)
    }
    let role: Theme.Role = field.isReadOnly ? .readOnly : .text
    if value.isNull, !field.hasNullChoice { return ("null", .unset) }
    if case .text(.id) = field.type, let id = value.text, let name = editor.document?.names[id] {
      return ("\(name)  \(id)", role)
    }
    switch (field.type, value) {
    case (.text(.date), .string): return (FieldText.text(of: value, field: field), role)
    case (.text, .string(let string)), (.longText, .string(let string)):
      if string.value.isEmpty { return ("\"\" (empty)", .unset) }
      return (Self.firstLines(string.value), role)
    case (.toggle, .bool(let isOn)): return (isOn ? "[x] yes" : "[ ] no", role)
    case (.object, .object): return ("set; its parts stand above", .hint)
    case (.number, _):
      return (Wording.value(value, of: field) + (unit(editor).map { "  \($0)" } ?? ""), role)
    default: return (Wording.value(value, of: field, in: editor.format), role)
    }
  }

  /// As much of a text as a line can show, with blanks for its line breaks.
  private static func firstLines(_ text: String) -> String {
    let part = text.utf8.count > 1000 ? text.prefix(500) : text[...]
    // Nothing else in ASCII breaks a line.
    if part.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x80 }) { return String(part) }
    return part.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
