import CalendarModel
import JSON
import TextUI

/// Edits a text of several lines.
struct LongTextLayer: Layer {
  private let path: JSONPath
  private let field: Field
  private var buffer: TextBuffer
  /// The first line shown.
  private var top = 0

  init(_ path: JSONPath, _ field: Field, in model: Model) {
    self.path = path
    self.field = field
    let text = FieldText.text(of: model.document?[path], field: field)
    buffer = TextBuffer(text, isMultiline: true)
  }

  var hints: [KeyHint] {
    [
      KeyHint("Esc", "Done"), KeyHint("Enter", "New line"), KeyHint("Alt-E", "Editor"),
      KeyHint("Ctrl-Z", "Undo"),
    ]
  }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape:
      model.document?.close()
      return .close()
    // What is typed is in the calendar already, so nothing is lost by going on elsewhere.
    case .control("s"): return leave(for: .review, &model)
    case .control("f"): return leave(for: .search, &model)
    case .control("p"): return leave(for: .palette, &model)
    case .alt("e"): return .stay(model.perform(.externalEditor))
    case .alt("c"): return .stay(model.perform(.copyValue))
    case .enter: insert("\n", &model)
    case .tab: insert("\t", &model)
    case .up: move(-1, model)
    case .down: move(1, model)
    case .pageUp: move(1 - textRect(model).rows, model)
    case .pageDown: move(textRect(model).rows - 1, model)
    case .control("z"), .control("y"):
      model.travel(key == .control("z") ? "Undo" : "Redo") {
        key == .control("z") ? $0.undo() : $0.redo()
      }
      refresh(model)
    default:
      switch buffer.handle(key) {
      case .edited: store(&model)
      case .moved: break
      case .ignored: return ignored(key, &model)
      }
    }
    return .stay()
  }

  private func leave(for action: ActionID, _ model: inout Model) -> LayerResponse {
    model.document?.close()
    return .close(model.perform(action))
  }

  /// Says where a command works that does not here.
  private func ignored(_ key: Key, _ model: inout Model) -> LayerResponse {
    let works: Set<ActionID> = [.quit, .repaint, .help]
    let actions = Actions.byKey[key] ?? []
    if let action = actions.first, !works.contains(action.id) {
      model.say("\(key) works in the form; Esc goes back to it.")
      return .stay()
    }
    return .ignored
  }

  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse {
    model.document?.close()
    buffer.insert(text)
    store(&model)
    model.document?.close()
    return .stay()
  }

  mutating func refresh(_ model: Model) {
    let text = FieldText.text(of: model.document?[path], field: field)
    if buffer.text != text { buffer = TextBuffer(text, isMultiline: true) }
  }

  private mutating func insert(_ text: String, _ model: inout Model) {
    buffer.insert(text)
    store(&model)
  }

  private mutating func store(_ model: inout Model) {
    model.edit(path, to: .text(buffer.text), typing: true)
  }

  private mutating func move(_ lines: Int, _ model: Model) {
    buffer.place(
      at: TextArea(buffer, width: textRect(model).columns).cursor(movedBy: lines))
  }

  // MARK: Where it stands

  private static func frame(_ room: Rect) -> Rect {
    room.centered(rows: max(8, room.rows - 4), columns: min(room.columns, 84))
  }

  /// The room of the text; what was just done is said under it.
  private func textRect(_ model: Model) -> Rect {
    var rect = Self.frame(Screen.room(model)).inset(rows: 1, columns: 2)
    rect.rows -= StatusLines(model, width: rect.columns).count
    return rect
  }

  mutating func layOut(_ model: Model) {
    let rect = textRect(model)
    let area = TextArea(buffer, width: rect.columns)
    top = Scrolling.top(
      top, showing: area.cursorLine, height: rect.rows, count: area.lines.count)
  }

  func spot(at position: Position, _ model: Model) -> Int? {
    let rect = textRect(model)
    return TextArea(buffer, width: rect.columns).index(at: position, in: rect, top: top)
  }

  mutating func choose(spot: Int, _ model: inout Model) {
    model.document?.close()
    buffer.place(at: spot)
  }

  var secondClick: Key? { nil }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    let theme = model.theme
    let inner = Panel.draw(
      field.label, in: &grid, rect: Self.frame(room), symbols: model.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    StatusLines(model, width: inner.columns).draw(model, in: &grid, at: inner)
    let rect = textRect(model)
    TextArea(buffer, width: rect.columns).draw(in: &grid, rect: rect, top: top)
  }
}

extension Model {
  /// A text that is pasted, without the control characters that no text needs; says how many were
  /// left out.
  mutating func withoutControlCharacters(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n")
    let kept = lines.unicodeScalars.filter {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    let count = lines.unicodeScalars.count - kept.count
    guard count > 0 else { return lines }
    say("\(Wording.counted(count, "control character")) left out of what was pasted.", .problem)
    return String(String.UnicodeScalarView(kept))
  }
}
