import CalendarModel
import JSON
import TextUI

/// An entry of the date-specific hours, beside or under the month.
struct DateRowLine: Line {
  enum Command: String, KeyCommand { case open, month }

  static let keys = KeyTable<Command>(
    "dateRow", "On an entry beside the month", typing: "Typing sets the hours of its day",
    [
      KeyBinding(
        .open, .enter, .right, short: "Open", help: "Opens the entry in its own form"),
      KeyBinding(.month, .left, short: "Month", help: "Goes to its day in the month"),
    ])

  private let type: ObjectType
  private let index: Int

  init(_ type: ObjectType, row index: Int) {
    self.type = type
    self.index = index
  }

  var path: JSONPath? { DateIndex.path.appending(index) }
  var row: (list: JSONPath, index: Int)? { (DateIndex.path, index) }
  var list: (type: ObjectType, path: JSONPath)? { (type, DateIndex.path) }

  var keyTables: [AnyKeyTable] { [AnyKeyTable(Self.keys)] }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView { DateRowView(row: index) }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    switch editor.keymap.command(for: key, in: Self.keys) {
    case .open:
      editor.open(row: DateIndex.path.appending(index))
      return []
    case .month:
      guard let line = editor.layout.monthLine else { return nil }
      editor.focus(line: line)
      return []
    case nil:
      // What is typed here is typed onto its day.
      guard let typed = key.typed, typed.isLetter || typed.isNumber,
        editor.document?.dateHours.date(ofRow: index) != nil, let line = editor.layout.monthLine
      else { return nil }
      editor.focus(line: line)
      return MonthLine().take(key, &editor)
    }
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] { editor.keymap.hints(.open, in: Self.keys) }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    RowLine.context(
      of: DateIndex.path.appending(index), type, document,
      help: document.dateExplanation(ofRow: index)
        ?? "\(editor.keymap.word(of: .open, in: Self.keys)) opens it.")
  }

  func words(_ editor: CalendarEditor) -> String {
    guard let document = editor.document, let value = document[DateIndex.path.appending(index)]
    else { return "" }
    let weekday = document.dateHours.date(ofRow: index).map { "\($0.shortWeekdayName) " } ?? ""
    return weekday + document.summary(value, type)
  }

  func remarks(_ editor: CalendarEditor) -> [String] {
    let path = DateIndex.path.appending(index)
    let isDeleted = editor.document?[path].map { DateEntry($0).isDeleted } == true
    let isNew = editor.document?.isNewDate(index) == true
    return RowLine.remarks(of: path, editor).map { isNew && $0 == "changed" ? "new" : $0 }
      + (isDeleted ? ["deleted when saved"] : [])
  }

  func invitation(_ editor: CalendarEditor) -> LineInvitation {
    .key(of: .open, in: Self.keys, editor)
  }

  /// What is typed here is typed onto its day.
  func take(typed text: String, _ editor: inout CalendarEditor) -> [Effect] {
    guard editor.document?.dateHours.date(ofRow: index) != nil, let line = editor.layout.monthLine
    else {
      editor.say("This entry has no date; open it and write one.", .problem)
      return []
    }
    editor.focus(line: line)
    return MonthLine().take(typed: text, &editor)
  }
}

/// The entries of days that have passed, folded into one line or shown under it.
struct PastLine: Line {
  enum Command: String, KeyCommand { case fold }

  static let keys = KeyTable<Command>(
    "past", "On the dates that have passed",
    [KeyBinding(.fold, .enter, .space, short: "Show", help: "Shows or hides them")])

  let count: Int
  let isShown: Bool

  var id: String? { "past" }

  var keyTables: [AnyKeyTable] { [AnyKeyTable(Self.keys)] }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    PastView(count: count, isShown: isShown)
  }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    guard editor.keymap.command(for: key, in: Self.keys) == .fold else { return nil }
    editor.dates.showsPast = !isShown
    return []
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    [editor.keymap.hint(.fold, in: Self.keys, saying: isShown ? "Hide" : "Show")].compactMap { $0 }
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    LineContext(
      facts: "\(DateIndex.path) · \(Wording.counted(count, "past date"))",
      help: "They have no effect any more. \(editor.keymap.word(of: .fold, in: Self.keys)) "
        + (isShown ? "folds them away." : "shows them."))
  }

  func words(_ editor: CalendarEditor) -> String {
    "\(Wording.counted(count, "past date")), \(isShown ? "shown below" : "not shown")"
  }

  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation {
    .key(of: .fold, in: Self.keys, editor)
  }
}
