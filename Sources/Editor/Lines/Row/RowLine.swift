import CalendarModel
import JSON
import TextUI

/// A row of a list.
struct RowLine: Line {
  enum Command: String, KeyCommand { case open }

  static let keys = KeyTable<Command>(
    "row", "On a row of a list",
    [KeyBinding(.open, .enter, .right, short: "Open", help: "Opens the row in its own form")])

  let type: ObjectType
  let rows: JSONPath
  let index: Int
  let indent: Int

  var path: JSONPath? { rows.appending(index) }
  var row: (list: JSONPath, index: Int)? { (rows, index) }
  var list: (type: ObjectType, path: JSONPath)? { (type, rows) }

  var keyTables: [AnyKeyTable] { [AnyKeyTable(Self.keys)] }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    type.hasColumns
      ? MemberView(list: rows, index: index, width: width, indent: indent)
      : RowView(type, list: rows, index: index, indent: indent)
  }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    guard editor.keymap.command(for: key, in: Self.keys) == .open else { return nil }
    editor.open(row: rows.appending(index))
    return []
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] { editor.keymap.hints(.open, in: Self.keys) }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    let keymap = editor.keymap
    let enter = keymap.word(of: .open, in: Self.keys)
    return RowLine.context(
      of: rows.appending(index), type, document,
      help: type.primaryMark != nil
        ? "\(enter) opens it, with its locations. \(keymap.word(of: .makePrimary)) makes it primary,"
          + " \(keymap.word(of: .lowerPriority)) and \(keymap.word(of: .raisePriority)) step its priority."
        : "\(enter) opens it.")
  }

  /// What there is to know of a row: the worst that is wrong in it, or else the help.
  static func context(
    of path: JSONPath, _ type: ObjectType, _ document: CalendarDocument, help: String
  ) -> LineContext {
    let problem = document.validation.problems(under: path).max { $0.severity < $1.severity }
    return LineContext(
      facts: "\(path) · \(type.noun)",
      help: problem.map { "\(document.place($0.path)): \($0.message)" } ?? help)
  }

  func words(_ editor: CalendarEditor) -> String {
    guard let document = editor.document, let value = document[rows.appending(index)] else {
      return ""
    }
    let text = "\(type.noun.prefix(1).uppercased() + type.noun.dropFirst()) \(index + 1)"
    return type.hasColumns
      ? "\(text): \(MemberWording.words(value, at: rows.appending(index), document))"
      : "\(text): \(document.summary(value, type))"
  }

  func remarks(_ editor: CalendarEditor) -> [String] {
    guard let document = editor.document, let value = document[rows.appending(index)] else {
      return []
    }
    return Self.remarks(of: rows.appending(index), editor)
      + (type.isDeleted(value) ? ["deleted when saved"] : [])
  }

  /// What has changed in a row and what is wrong in it.
  static func remarks(of path: JSONPath, _ editor: CalendarEditor) -> [String] {
    guard let document = editor.document else { return [] }
    let problems = document.validation.problems(under: path).filter { $0.severity > .note }
    let worst = problems.max { $0.severity < $1.severity }.map {
      FieldState.Note(severity: $0.severity, text: $0.message).inWords
    }
    let said =
      editor.serverProblems.isAny(under: path)
      ? ["the service refused something in it"] : []
    let more = problems.count > 1 ? ["\(Wording.counted(problems.count, "problem")) in all"] : []
    return (document.isChanged(path) ? ["changed"] : []) + said + [worst].compactMap { $0 } + more
  }

  func invitation(_ editor: CalendarEditor) -> LineInvitation {
    .key(of: .open, in: Self.keys, editor)
  }
}

/// The heading of a list that is shown as a table.
struct ColumnsLine: Line {
  let indent: Int

  var isForEyesOnly: Bool { true }
  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    MemberHeadView(width: width, indent: indent)
  }

  func words(_ editor: CalendarEditor) -> String { "Primary, name, priority, locations" }
  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation { .none }
}
