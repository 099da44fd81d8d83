import TextUI

/// The bottom line: the keys that work here.
enum KeyBarView {
  static func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    let theme = editor.theme
    for (hint, place) in places(editor, rect) {
      let used = grid.draw(
        hint.key, row: place.row, column: place.column, style: theme.style(.key))
      grid.draw(" " + hint.text, row: place.row, column: place.column + used)
    }
  }

  /// The hints that fit, with the places where they stand.
  private static func places(_ editor: CalendarEditor, _ rect: Rect) -> [(
    hint: KeyHint, place: Rect
  )] {
    var places: [(KeyHint, Rect)] = []
    var column = rect.column + 1
    for hint in hints(editor) {
      let width = hint.key.displayWidth + 1 + hint.text.displayWidth
      guard column + width <= rect.endColumn else { break }
      places.append((hint, Rect(row: rect.row, column: column, rows: 1, columns: width)))
      let isOfLine = places.count == 1 && isAlone(hint, editor)
      column += (isOfLine ? max(width, lineHintWidth) : width) + 2
    }
    return places
  }

  /// The room for what Enter or Space does on a line: the keys behind it do not jump from line to
  /// line.
  private static let lineHintWidth = 12

  /// Whether a hint is the only one for the line with the focus.
  private static func isAlone(_ hint: KeyHint, _ editor: CalendarEditor) -> Bool {
    editor.request == nil && editor.dialogs.isEmpty && !editor.workspace.isInList
      && itemHints(editor) == [hint]
  }

  /// The key that the hint at a place of the screen names; nil where it names none, or several.
  static func key(at position: Position, _ editor: CalendarEditor) -> Key? {
    places(editor, Screen.parts(editor).keys).first { $0.place.contains(position) }?.hint.press
  }

  static let keys: [String: Key] = Dictionary(
    (Actions.all.flatMap(\.keys) + [.enter, .escape, .space, .tab]).map { ($0.description, $0) },
    uniquingKeysWith: { first, _ in first })

  private static func hints(_ editor: CalendarEditor) -> [KeyHint] {
    if editor.request != nil { return [KeyHint("Esc", "Cancel"), KeyHint("Ctrl-Q", "Quit")] }
    if let dialog = editor.dialogs.last { return dialog.keyBar(editor) }
    guard editor.document != nil else {
      return [KeyHint("F5", "Try again"), KeyHint("Ctrl-Q", "Quit"), KeyHint("F1", "Help")]
    }
    let local = editor.workspace.isInList ? [KeyHint("Enter", "Open")] : itemHints(editor)
    let isTyping = editor.input?.isPending == true
    let isNarrow = editor.size.columns < 64 && !editor.workspace.isInList && !isTyping
    let hasEscape = local.contains { $0.key == "Esc" }
    let back = isNarrow && !hasEscape ? [KeyHint("Esc", "Back")] : []
    let preview = editor.dateOfFocus == nil ? nil : editor.keymap.hint(.preview)
    return local + back + [preview].compactMap { $0 }
      + order.compactMap {
        $0.availability(editor) == .available ? editor.keymap.hint($0.id) : nil
      }
  }

  /// From the most to the least needed; what does not fit is left out.
  private static let order: [Action] = [
    ActionID.review, .makePrimary, .raisePriority, .addRow, .deleteRow, .duplicateRow,
    .copyDate, .reset,
    .search, .nextProblem, .undo,
    .help, .quit, .palette, .fieldMenu,
  ].compactMap { Actions.byID[$0] }

  private static func itemHints(_ editor: CalendarEditor) -> [KeyHint] {
    switch editor.focusedItem {
    case .row?: [KeyHint("Enter", "Open")]
    case .link?: [KeyHint("Enter", "Go there"), KeyHint("Esc", "Sections")]
    case .month? where editor.input != nil: [KeyHint("Enter", "Take"), KeyHint("Esc", "Drop")]
    case .month?: [KeyHint("Enter", "Open"), KeyHint("Space", "Mark")]
    case .past(_, let isShown)?: [KeyHint("Enter", isShown ? "Fold" : "Show")]
    case .day? where editor.input?.isFresh == false:
      [KeyHint("Enter", "Take"), KeyHint("Esc", "Drop")]
    case .day?: [KeyHint("< >", "Shift")]
    case .add?: [KeyHint("Enter", "Add")]
    case .field(let field, let path, _)? where !field.isReadOnly:
      switch field.type {
      case .toggle: [KeyHint("Space", "Switch")]
      case .text where editor.isTyping(at: path): [KeyHint("Enter", "Next")]
      case .choice, .choices, .text(.emailList): [KeyHint("Enter", "List")]
      case .longText: [KeyHint("Enter", "Edit")]
      case .text(.id(let kind)):
        if case .unavailable = editor.lookUps[kind] {
          [KeyHint("Enter", "Next")]
        } else {
          [KeyHint("Enter", "Find")]
        }
      case .text, .number: [KeyHint("Enter", "Next")]
      case .list:
        [KeyHint("Enter", editor.document?[path]?.array?.isEmpty == false ? "Rows" : "Add")]
      case .object: []
      }
    default: []
    }
  }
}
