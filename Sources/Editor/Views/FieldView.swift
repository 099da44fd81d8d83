import CalendarModel
import JSON
import TextUI

/// One line of a form: marker, marks, label and value, and under it what is wrong.
struct FieldView {
  private let item: FormItem
  private let model: Model
  private let state: FieldState?
  private let notes: [(text: String, role: Theme.Role)]
  private let labelWidth: Int
  private let noteColumn: Int

  init(_ item: FormItem, _ model: Model, width: Int) {
    self.item = item
    self.model = model
    labelWidth = width >= 52 ? 24 : 17
    guard case .field(_, let path, _) = item else {
      state = nil
      notes = []
      noteColumn = 0
      return
    }
    let state = FieldState(path, in: model)
    self.state = state
    noteColumn = width >= 76 ? labelWidth : 5
    let room = max(10, width - noteColumn - 1)
    notes = state.notes.flatMap { note in
      let (mark, role) = FieldView.mark(note.severity, model.symbols)
      let said = note.isFromService ? "The service: \(note.text)" : note.text
      return TextWrap.lines(said, width: room - 2, limit: 3).enumerated().map {
        (text: ($0.offset == 0 ? "\(mark) " : "  ") + $0.element, role: role)
      }
    }
  }

  static func mark(
    _ severity: Problem.Severity, _ symbols: Symbols
  ) -> (String, Theme.Role) {
    switch severity {
    case .error: (symbols.error, .error)
    case .warning: (symbols.warning, .warning)
    case .note: (symbols.note, .hint)
    }
  }

  /// In lines.
  var height: Int { 1 + notes.count }

  func draw(in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let theme = model.theme
    if isFocused {
      grid.draw(
        model.symbols.focus, row: rect.row, column: rect.column,
        style: theme.style(.focusedLabel))
    }
    switch item {
    case .heading(let title):
      grid.draw(
        title, row: rect.row, column: rect.column + 1, width: rect.columns - 1,
        style: theme.style(.heading))
    case .field(let field, let path, let indent):
      drawField(field, path, indent, in: &grid, rect: rect, isFocused: isFocused)
    case .row(let type, let list, let index, let indent):
      drawRow(type, list.appending(index), index, indent, in: &grid, rect: rect, isFocused)
    case .add(let type, _, let indent):
      grid.draw(
        "+ Add \(type.noun)", row: rect.row, column: rect.column + 3 + 2 * indent,
        width: rect.columns - 5, style: theme.style(isFocused ? .focusedLabel : .hint))
    }
    for (offset, note) in notes.enumerated() where offset + 1 < rect.rows {
      grid.draw(
        note.text, row: rect.row + 1 + offset, column: rect.column + noteColumn,
        width: rect.columns - noteColumn - 1, style: theme.style(note.role))
    }
  }

  private func drawField(
    _ field: Field, _ path: JSONPath, _ indent: Int, in grid: inout Grid, rect: Rect,
    isFocused: Bool
  ) {
    let theme = model.theme
    if state?.isChanged == true {
      grid.draw(
        model.symbols.changed, row: rect.row, column: rect.column + 1,
        style: theme.style(.changed))
    }
    // A unit stands under its number, and needs no more of a name than that.
    let isUnit = CalendarSchema.isUnit(field.key) && path.count == 1
    let labelColumn = rect.column + 3 + 2 * (indent + (isUnit ? 1 : 0))
    let labelRoom = rect.column + labelWidth - labelColumn - 1
    grid.draw(
      TextWrap.cut(isUnit ? "unit" : label(of: field, path), width: labelRoom), row: rect.row,
      column: labelColumn,
      width: labelRoom,
      style: theme.style(isFocused ? .focusedLabel : field.isReadOnly ? .readOnly : .label))
    let column = rect.column + labelWidth
    let width = rect.columns - labelWidth - 1
    if isFocused, let input = model.input, input.path == path {
      drawInput(input, field, path, in: &grid, row: rect.row, column: column, width: width)
      return
    }
    let (text, role) = value(field)
    let used = grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: column, width: width,
      style: theme.style(role))
    let remark =
      field.isReadOnly
      ? (field.key == "calendarType" && model.document?.calendarType == nil
        ? "Enter states it" : "read-only")
      : field.isDeprecated
        ? "deprecated"
        : locationKind(path)?.place == .notApplicable && !isKind(field) ? "not used" : ""
    if !remark.isEmpty, used + remark.count + 2 < width {
      grid.draw(
        remark, row: rect.row, column: column + used + 2, style: theme.style(.hint))
    }
    if isFocused { grid.cursor = Position(row: rect.row, column: column) }
  }

  private func isKind(_ field: Field) -> Bool {
    if case .text(.meetingPlace) = field.type { false } else { true }
  }

  /// The field's label; that of a meeting place says what the kind of location wants.
  private func label(of field: Field, _ path: JSONPath) -> String {
    guard case .text(.meetingPlace) = field.type else { return field.label }
    return locationKind(path)?.place.label ?? field.label
  }

  private func locationKind(_ path: JSONPath) -> LocationKind? {
    model.document?[path.parent.appending("kind")]?.text.flatMap(LocationKind.init(rawValue:))
  }

  private func drawInput(
    _ input: Input, _ field: Field, _ path: JSONPath, in grid: inout Grid, row: Int, column: Int,
    width: Int
  ) {
    guard input.buffer.characters.isEmpty else {
      TextField.draw(input.buffer, in: &grid, row: row, column: column, width: width)
      let end = column + input.buffer.characters.count + 2
      if let remark = remark(of: field), end + min(remark.count, 6) < column + width {
        grid.draw(
          TextWrap.cut(remark, width: column + width - end), row: row, column: end,
          style: model.theme.style(.hint))
      }
      return
    }
    let (text, role) = value(field)
    grid.draw(
      TextWrap.cut(text, width: width), row: row, column: column, width: width,
      style: model.theme.style(role))
    grid.cursor = Position(row: row, column: column)
  }

  /// What is shown behind a value while it is typed: the unit of a number, the name of an id.
  private func remark(of field: Field) -> String? {
    if case .text(.id) = field.type, let id = state?.value?.text {
      return model.document?.names[id]
    }
    return unit(of: field)
  }

  private func unit(of field: Field) -> String? {
    guard let key = field.unitKey, let unit = CalendarSchema.field(key),
      let value = model.document?.current[key: key]
    else { return nil }
    return Wording.value(value, of: unit)
  }

  /// The value as it is shown where it is not being typed.
  private func value(_ field: Field) -> (String, Theme.Role) {
    guard let value = state?.value else {
      let assumed = field.defaultValue.map { " (default \(Wording.value($0, of: field)))" } ?? ""
      return ("unset\(assumed)", .unset)
    }
    let role: Theme.Role = field.isReadOnly ? .readOnly : .text
    if value.isNull, !field.hasNullChoice { return ("null", .unset) }
    if case .text(.id) = field.type, let id = value.text, let name = model.document?.names[id] {
      return ("\(name)  \(id)", role)
    }
    switch (field.type, value) {
    case (.text(.date), .string): return (FieldText.text(of: value, field: field), role)
    case (.text, .string(let string)), (.longText, .string(let string)):
      if string.value.isEmpty { return ("\"\" (empty)", .unset) }
      return (string.value.split(whereSeparator: \.isNewline).joined(separator: " "), role)
    case (.toggle, .bool(let isOn)): return (isOn ? "[x] yes" : "[ ] no", role)
    case (.number, .string(let string)): return (string.value, role)
    case (.number, .number(let number)):
      return (number.spelling + (unit(of: field).map { "  \($0)" } ?? ""), role)
    default: return (Wording.value(value, of: field), role)
    }
  }

  private func drawRow(
    _ type: ObjectType, _ path: JSONPath, _ index: Int, _ indent: Int, in grid: inout Grid,
    rect: Rect, _ isFocused: Bool
  ) {
    let theme = model.theme
    guard let document = model.document, let row = document[path] else { return }
    let column = rect.column + 3 + 2 * indent
    let isDeleted = row[key: "deleted"] == true
    let isChanged =
      path.count == 2
      ? document.validation.isRowModified(index, of: path.topKey ?? "")
      : !areEquivalent(row, document.loaded(path))
    if isChanged {
      grid.draw(
        model.symbols.changed, row: rect.row, column: rect.column + 1,
        style: theme.style(.changed))
    }
    var text = "\(index + 1). \(document.summary(row, type.kind))"
    if type.kind == .teamMember { text += memberDetails(row) }
    if isDeleted { text += "  deleted when saved" }
    let marks = problems(path, document)
    let width = rect.endColumn - column - 2 - (marks.isEmpty ? 0 : marks[0].0.displayWidth + 1)
    grid.draw(
      TextWrap.cut(text, width: width), row: rect.row, column: column, width: width,
      style: theme.style(isFocused ? .focusedLabel : isDeleted ? .unset : .text))
    if let (mark, role) = marks.first {
      grid.draw(
        mark, row: rect.row, column: rect.endColumn - mark.displayWidth - 1,
        style: theme.style(role))
    }
    if isFocused { grid.cursor = Position(row: rect.row, column: column) }
  }

  private func memberDetails(_ row: JSONValue) -> String {
    var details = ""
    if let priority = row[key: "priority"] {
      let field = CalendarSchema.field("teamMembers")?.objectType?.field("priority")
      details += "  \(Wording.value(priority, of: field).lowercased())"
    }
    if row[key: "isPrimary"] == true { details += "  primary" }
    let locations = row[key: "locationConfigurations"]?.array?.count ?? 0
    if locations > 0 { details += "  " + Wording.counted(locations, "location") }
    return details
  }

  private func problems(
    _ path: JSONPath, _ document: CalendarDocument
  ) -> [(String, Theme.Role)] {
    var worst = document.validation.worst(under: path)
    if model.serverProblems.isAny(under: path) { worst = .error }
    guard let worst, worst > .note else { return [] }
    return [FieldView.mark(worst, model.symbols)]
  }
}
