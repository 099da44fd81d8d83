import TextUI

/// The bottom line: the keys that work here.
enum KeyBarView {
  static func draw(_ model: Model, in grid: inout Grid, rect: Rect) {
    let theme = model.theme
    var column = rect.column + 1
    for hint in hints(model) {
      let width = hint.key.displayWidth + 1 + hint.text.displayWidth
      guard column + width <= rect.endColumn else { break }
      column += grid.draw(hint.key, row: rect.row, column: column, style: theme.style(.key))
      column += grid.draw(" " + hint.text, row: rect.row, column: column) + 2
    }
  }

  private static func hints(_ model: Model) -> [KeyHint] {
    if model.request != nil { return [KeyHint("Esc", "Cancel"), KeyHint("Ctrl-Q", "Quit")] }
    if let layer = model.layers.last { return layer.hints }
    guard model.document != nil else {
      return [KeyHint("F5", "Try again"), KeyHint("Ctrl-Q", "Quit"), KeyHint("F1", "Help")]
    }
    let local = model.workspace.isInList ? [KeyHint("Enter", "Open")] : itemHints(model)
    let isTyping = model.input?.isPending == true
    let isNarrow = model.size.columns < 64 && !model.workspace.isInList && !isTyping
    let back = isNarrow ? [KeyHint("Esc", "Back")] : []
    let preview = model.dateOfFocus == nil ? nil : Actions.byID[.preview]?.hint
    return local + back + [preview].compactMap { $0 }
      + order.compactMap { $0.availability(model) == .available ? $0.hint : nil }
  }

  /// From the most to the least needed; what does not fit is left out.
  private static let order: [Action] = [
    ActionID.review, .makePrimary, .raisePriority, .addRow, .deleteRow, .duplicateRow,
    .copyDate, .reset,
    .search, .nextProblem, .undo,
    .help, .quit, .palette, .fieldMenu,
  ].compactMap { Actions.byID[$0] }

  private static func itemHints(_ model: Model) -> [KeyHint] {
    switch model.focusedItem {
    case .row?: [KeyHint("Enter", "Open")]
    case .link?: [KeyHint("Enter", "Go there"), KeyHint("Esc", "Sections")]
    case .month? where model.input != nil: [KeyHint("Enter", "Take"), KeyHint("Esc", "Drop")]
    case .month?: [KeyHint("Enter", "Open"), KeyHint("Space", "Mark")]
    case .past(_, let isShown)?: [KeyHint("Enter", isShown ? "Fold" : "Show")]
    case .day?: [KeyHint("Enter", "Take"), KeyHint("< >", "Shift")]
    case .add?: [KeyHint("Enter", "Add")]
    case .field(let field, _, _)? where !field.isReadOnly:
      switch field.type {
      case .toggle: [KeyHint("Space", "Switch")]
      case .choice, .choices: [KeyHint("Enter", "List")]
      case .longText: [KeyHint("Enter", "Edit")]
      default: []
      }
    default: []
    }
  }
}
