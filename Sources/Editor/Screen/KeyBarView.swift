import TextUI

/// The hints of the bottom line with the places where they stand.
struct KeyBar: Sendable {
  /// Where somebody is, as far as other keys work in another place.
  struct Place: Sendable, Equatable {
    private let rect: Rect
    private let dialog: DialogStack.ID?
    private let isCalling: Bool
    private let isInList: Bool
    private let isTyping: Bool
    private let page: PageKind
    private let isModified: Bool
    private let look: Look

    init(_ editor: __shared CalendarEditor, _ rect: Rect) {
      look = Look(editor.display)
      self.rect = rect
      dialog = editor.dialogs.top?.id
      isCalling = editor.request != nil
      isInList = editor.workspace.isInList
      isTyping = editor.input?.isPending == true
      page = editor.workspace.page.kind
      isModified = editor.document?.isModified == true
    }
  }

  var place: Place?
  var places: [(hint: KeyHint, place: Rect)] = []
  /// What it shows, with the look of its place.
  private(set) var id = PartID.next()
}

/// The bottom line: the keys that work here.
enum KeyBarView {
  static func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    let theme = editor.theme
    for (hint, place) in editor.frame.keyBar.places {
      let used = grid.draw(
        hint.key, row: place.row, column: place.column, style: theme.style(.key))
      grid.draw(" " + hint.text, row: place.row, column: place.column + used)
    }
  }

  /// Makes the bar anew; nil where it stays as it is.
  ///
  /// - Parameters:
  ///   - bar: the one before.
  ///   - explains: whether it goes with the line that has the focus; while a key is held it stays as
  ///     it is, as long as the place is the same.
  static func layOut(_ bar: KeyBar, _ editor: CalendarEditor, explains: Bool) -> KeyBar? {
    let rect = Screen.parts(editor).keys
    let place = KeyBar.Place(editor, rect)
    guard explains || bar.place != place else { return nil }
    return KeyBar(place: place, places: places(editor, rect))
  }

  /// The hints that fit, with the places where they stand: those that are always shown at the end.
  private static func places(_ editor: CalendarEditor, _ rect: Rect) -> [(
    hint: KeyHint, place: Rect
  )] {
    let (hints, always) = hints(editor)
    let reserved = always.reduce(0) { $0 + width($1) + 2 }
    var places: [(KeyHint, Rect)] = []
    var column = rect.column + 1
    var row = rect.row
    func put(_ hint: KeyHint, keeping room: Int) -> Bool {
      if column + width(hint) + room > rect.endColumn {
        guard row + 1 < rect.endRow else { return false }
        row += 1
        column = rect.column + 1
      }
      places.append((hint, Rect(row: row, column: column, rows: 1, columns: width(hint))))
      let isOfLine = places.count == 1 && isAlone(hint, editor)
      column += (isOfLine ? max(width(hint), lineHintWidth) : width(hint)) + 2
      return true
    }
    for hint in hints {
      // On the last row the room for what is always shown is kept free.
      let isLast = row + 1 >= rect.endRow
      if !put(hint, keeping: isLast && !places.isEmpty ? reserved : 0) { break }
    }
    for hint in always where !put(hint, keeping: 0) { break }
    return places
  }

  private static func width(_ hint: KeyHint) -> Int {
    hint.key.displayWidth + 1 + hint.text.displayWidth
  }

  /// The room for what Enter or Space does on a line: the keys behind it do not jump from line to
  /// line.
  private static let lineHintWidth = 12

  /// Whether a hint is the only one for the line with the focus.
  private static func isAlone(_ hint: KeyHint, _ editor: CalendarEditor) -> Bool {
    editor.request == nil && editor.dialogs.isEmpty && !editor.workspace.isInList
      && lineHints(editor) == [hint]
  }

  /// The key that the hint at a place of the screen names; nil where it names none, or several.
  static func key(at position: Position, _ editor: CalendarEditor) -> Key? {
    editor.frame.keyBar.places.first { $0.place.contains(position) }?.hint.press
  }

  /// What is shown as far as there is room, and what is always shown.
  private static func hints(_ editor: CalendarEditor) -> (some: [KeyHint], always: [KeyHint]) {
    let keymap = editor.keymap
    func hints(_ ids: [ActionID]) -> [KeyHint] {
      // Where nothing may be sent, the review is all that the key of a save leads to.
      ids.compactMap {
        keymap.hint($0, saying: $0 == .review && editor.terms.isReadOnly ? "Review" : nil)
      }
    }
    if editor.request != nil {
      return (keymap.hints(.cancel, in: CallKeys.table) + hints([.quit]), [])
    }
    if let dialog = editor.dialogs.last { return (dialog.hints(editor), dialog.help(editor)) }
    guard let document = editor.document else {
      let again = [keymap.hint(.reload, saying: "Try again")].compactMap { $0 }
      return (again + hints([.quit]), hints(always(editor)))
    }
    let local =
      editor.workspace.isInList
      ? keymap.hints(.open, in: SectionKeys.table) : lineHints(editor)
    let isTyping = editor.input?.isPending == true
    let isNarrow = editor.size.columns < 64 && !editor.workspace.isInList && !isTyping
    let back = keymap.hints(.back, in: FormKeys.table)
    let hasBack = local.contains { $0.press == back.first?.press }
    let here = ofLine.filter { Actions.byID[$0]?.availability(editor) == .available }
    // What nothing has been done for yet has no place here.
    let save = hints(document.isModified ? [.review] : [])
    var useful: [ActionID] = document.isModified ? (isNarrow ? [.undo] : [.review, .undo]) : []
    if editor.dateOfFocus != nil { useful.append(.preview) }
    if document.validation.counts.errors + document.validation.counts.warnings > 0
      || !editor.unfinished.isEmpty
    {
      useful.append(.nextProblem)
    }
    useful.append(.search)
    if editor.dateOfFocus == nil { useful.append(.preview) }
    return (
      local + (isNarrow ? save : []) + (isNarrow && !hasBack ? back : [])
        + hints(here + useful + [.quit]),
      hints(always(editor))
    )
  }

  /// What is always shown.
  private static func always(_ editor: CalendarEditor) -> [ActionID] {
    editor.size.columns < 64 ? [.help] : [.help, .palette]
  }

  private static func lineHints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.focusedItem?.hints(editor) ?? []
  }

  /// What can be done on a line, from the most to the least needed.
  private static let ofLine: [ActionID] = [
    .copyHoursToWeekdays, .copyHours, .closeDay, .makePrimary, .raisePriority, .hideMore, .addRow,
    .deleteRow, .duplicateRow, .copyDate, .reset,
  ]
}
