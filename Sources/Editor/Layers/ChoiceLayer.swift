import CalendarModel
import JSON
import TextUI

/// The list of a field's values, with null where it means something and "unset".
struct ChoiceLayer: Layer {
  static let yesNo = [Choice(true, "yes"), Choice(false, "no")]

  private let path: JSONPath
  private let title: String
  private let values: [JSONValue?]
  private var list: FilterList

  init(_ path: JSONPath, _ field: Field, _ choices: [Choice], in model: Model) {
    self.path = path
    title = field.label
    let value = model.document?[path]
    var values: [JSONValue?] = choices.map(\.value)
    var entries = choices.map { choice in
      let reason = Self.reasonUnsupported(choice, field, in: model)
      return FilterList.Entry(
        choice.label, detail: reason ?? choice.meaning,
        keywords: choice.value.text ?? choice.value.printed(), isEnabled: reason == nil)
    }
    if !field.hasNullChoice {
      values.append(.null)
      entries.append(.init("null", detail: "Sent as null, which clears the value."))
    }
    values.append(nil)
    entries.append(.init("unset", detail: unsetMeaning))
    self.values = values
    list = FilterList(
      entries, matching: .prefixOfTitle,
      selected: values.firstIndex { areEquivalent($0, value) } ?? 0)
  }

  /// Why the calendar's type does not support a kind of location; it can be chosen all the same.
  private static func reasonUnsupported(
    _ choice: Choice, _ field: Field, in model: Model
  ) -> String? {
    guard field.key == "kind" else { return nil }
    return choice.value.text.flatMap(LocationKind.init(rawValue:))?
      .reasonUnsupported(in: model.document?.calendarType)
  }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Choose"), KeyHint("Esc", "Back"), KeyHint("type", "Narrow")]
  }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      guard let chosen = list.selected else { return .stay() }
      model.document?.close()
      model.edit(path, to: values[chosen])
      return .close()
    default: return list.handle(key) ? .stay() : .ignored
    }
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    let rect = room.centered(rows: list.entries.count + 3, columns: 76)
    ListPanel.draw(title, list, model, in: &grid, rect: rect)
  }
}

/// What leaving a property out means to the service.
let unsetMeaning = "Not sent; the service keeps what it has."

/// Draws a list in a frame, with the text that narrows it.
enum ListPanel {
  /// What stands in a list that has nothing to choose.
  enum Empty {
    case hint(String)
    /// Something that Enter takes all the same.
    case choice(String)
  }

  /// - Parameter notice: what is worth knowing of the list, above it.
  static func draw(
    _ title: String, _ list: FilterList, _ model: Model, in grid: inout Grid, rect: Rect,
    showsQuery: Bool = false, notice: String? = nil, whenEmpty: Empty = .hint("Nothing matches.")
  ) {
    let theme = model.theme
    var inner = Panel.draw(
      title, in: &grid, rect: rect, symbols: model.symbols, border: theme.style(.border),
      heading: theme.style(.heading))
    for line in notice.map({ TextWrap.lines($0, width: inner.columns, limit: 3) }) ?? [] {
      guard inner.rows > 2 else { break }
      grid.draw(line, row: inner.row, column: inner.column, style: theme.style(.hint))
      inner.row += 1
      inner.rows -= 1
    }
    if showsQuery || !list.query.text.isEmpty {
      let used = grid.draw("/ ", row: inner.row, column: inner.column, style: theme.style(.key))
      TextField.draw(
        list.query, in: &grid, row: inner.row, column: inner.column + used,
        width: inner.columns - used)
      inner = Rect(
        row: inner.row + 1, column: inner.column, rows: inner.rows - 1, columns: inner.columns)
    }
    if list.matches.isEmpty {
      let (text, role): (String, Theme.Role) =
        switch whenEmpty {
        case .hint(let text): (text, .hint)
        case .choice(let text): ("\(model.symbols.focus) \(text)", .focusedLabel)
        }
      grid.draw(
        TextWrap.cut(text, width: inner.columns), row: inner.row, column: inner.column,
        width: inner.columns, style: theme.style(role))
    }
    list.draw(in: &grid, rect: inner, theme: theme, symbols: model.symbols)
  }
}
