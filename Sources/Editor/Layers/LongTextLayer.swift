import CalendarModel
import JSON
import TextUI

/// Edits a text of several lines.
struct LongTextLayer: Layer {
  private let path: JSONPath
  private let field: Field
  private var buffer: TextBuffer
  private var width = 60

  init(_ path: JSONPath, _ field: Field, in model: Model) {
    self.path = path
    self.field = field
    let text = FieldText.text(of: model.document?[path], field: field)
    buffer = TextBuffer(text, isMultiline: true)
    width = Self.frame(Rect(model.size)).columns - 4
  }

  var hints: [KeyHint] {
    [
      KeyHint("Esc", "Done"), KeyHint("Enter", "New line"), KeyHint("Alt-E", "Editor"),
      KeyHint("Ctrl-Z", "Undo"),
    ]
  }

  private static func frame(_ room: Rect) -> Rect {
    room.centered(rows: max(8, room.rows - 4), columns: min(room.columns, 84))
  }

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    width = Self.frame(Rect(model.size)).columns - 4
    switch key {
    case .escape, .control("s"):
      model.document?.close()
      return .close(key == .escape ? [] : model.perform(.review))
    case .alt("e"): return .stay(model.perform(.externalEditor))
    case .alt("c"): return .stay(model.perform(.copyValue))
    case .enter: insert("\n", &model)
    case .tab: insert("\t", &model)
    case .up: move(-1)
    case .down: move(1)
    case .pageUp: move(-10)
    case .pageDown: move(10)
    case .control("z"), .control("y"):
      model.travel(key == .control("z") ? "Undo" : "Redo") {
        key == .control("z") ? $0.undo() : $0.redo()
      }
      refresh(model)
    default:
      switch buffer.handle(key) {
      case .edited: store(&model)
      case .moved: break
      case .ignored: return .ignored
      }
    }
    return .stay()
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

  private mutating func move(_ lines: Int) {
    buffer.place(at: TextArea(buffer, width: width).cursor(movedBy: lines))
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    let theme = model.theme
    let inner = Panel.draw(
      field.label, in: &grid, rect: Self.frame(room), symbols: model.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    var textRect = inner
    if let status = model.status {
      let line = TextWrap.cut(status.text, width: inner.columns)
      grid.draw(
        line, row: inner.endRow - 1, column: inner.column, width: inner.columns,
        style: theme.style(status.kind.role))
      textRect.rows -= 1
    }
    let area = TextArea(buffer, width: textRect.columns)
    let top = Scrolling.top(
      0, showing: area.cursorLine, height: textRect.rows, count: area.lines.count)
    area.draw(in: &grid, rect: textRect, top: top)
  }
}
