import CalendarModel
import JSON
import TextUI

/// One line of a form: what it shows, what the keys do on it, and how it says itself.
///
/// Each kind of line has a folder with all of that, and stands in ``LineKeys``.
protocol Line: Sendable {
  /// What tells the line from every other one of its form; nil where it cannot have the focus.
  var id: String? { get }
  /// The value that it shows; nil where it shows none.
  var path: JSONPath? { get }
  /// The field that it shows.
  var field: Field? { get }
  /// The weekday, where the line is one that can be edited; 0 is Sunday.
  var day: Int? { get }
  /// The row of a list that it shows.
  var row: (list: JSONPath, index: Int)? { get }
  /// The list that rows are added to from here.
  var list: (type: ObjectType, path: JSONPath)? { get }
  var isMonth: Bool { get }
  /// Whether it only helps the eye, so that line mode does not say it: a scale, the heading of columns,
  /// a picture of what other lines have in words.
  var isForEyesOnly: Bool { get }

  /// How it looks in a form of that width.
  func view(_ editor: CalendarEditor, width: Int) -> any LineView

  /// The values that the line shows; it keeps its view until one of them changes, or what is to be said
  /// of it, or anything in ``LineViews/Basis``.
  ///
  /// - Returns: nil when it shows more than that, and is to be looked at for each drawing. Which values
  ///   they are depends on the line and on what is typed into, and on nothing else.
  func shownValues(_ editor: CalendarEditor) -> [JSONPath]?

  /// Takes a key.
  ///
  /// - Returns: what is to be done outside; nil when the key means nothing here.
  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]?

  /// Takes a pasted text.
  func take(pasted text: String, _ editor: inout CalendarEditor)

  /// Gives the line a text to type into when it gets the focus, or takes the one of another line
  /// away.
  func prepareInput(_ editor: inout CalendarEditor)

  /// The keys of this kind of line, for the help.
  var keyTables: [AnyKeyTable] { get }

  /// The keys that matter here, for the key bar.
  func hints(_ editor: CalendarEditor) -> [KeyHint]

  /// What there is to know of it, for the lines under the form.
  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext

  /// What goes to the clipboard, and what it is called; nil where there is nothing to copy.
  func valueToCopy(_ editor: CalendarEditor) -> (text: String, name: String)?

  /// Where it leads, for a line that shows no value of its own.
  var target: JSONPath? { get }

  /// The line in words, without the screen.
  func words(_ editor: CalendarEditor) -> String

  /// What is to be said of it beside its words: what it was before a change, and what is wrong.
  func remarks(_ editor: CalendarEditor) -> [String]

  /// What choosing it leads to where there is no screen.
  func invitation(_ editor: CalendarEditor) -> LineInvitation

  /// Takes a text that is typed over the value, and leaves the line.
  func take(typed text: String, _ editor: inout CalendarEditor) -> [Effect]
}

/// What choosing a line leads to where there is no screen.
enum LineInvitation: Sendable, Hashable {
  /// A text is asked for.
  case typing
  /// A key does what the line is for: it opens something, goes somewhere, adds a row.
  case key(Key)
  /// Nothing: there is something to read only.
  case none

  /// What the first key of a command does.
  static func key<Command>(
    of command: Command, in table: KeyTable<Command>, _ editor: CalendarEditor
  ) -> LineInvitation {
    editor.keymap.keys(of: command, in: table).first.map(Self.key) ?? .none
  }
}

/// What the lines under the form say of the line with the focus.
struct LineContext: Equatable, Sendable {
  /// The key, the type, what was loaded; empty where there is nothing of the kind.
  var facts = ""
  var help = ""
}

extension Line {
  var id: String? { path.map(\.description) }
  var path: JSONPath? { nil }
  var field: Field? { nil }
  var day: Int? { nil }
  var row: (list: JSONPath, index: Int)? { nil }
  var list: (type: ObjectType, path: JSONPath)? { nil }
  var isMonth: Bool { false }
  var isForEyesOnly: Bool { false }
  var isFocusable: Bool { id != nil }

  var target: JSONPath? { nil }

  func shownValues(_ editor: CalendarEditor) -> [JSONPath]? { nil }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? { nil }

  func take(pasted text: String, _ editor: inout CalendarEditor) {
    editor.say("Go to a text field first; you can paste only there.", .problem)
  }

  func take(typed text: String, _ editor: inout CalendarEditor) -> [Effect] {
    editor.say("Nothing can be typed on this line.", .problem)
    return []
  }

  func prepareInput(_ editor: inout CalendarEditor) { editor.input = nil }

  var keyTables: [AnyKeyTable] { [] }

  func hints(_ editor: CalendarEditor) -> [KeyHint] { [] }

  func valueToCopy(_ editor: CalendarEditor) -> (text: String, name: String)? {
    guard let document = editor.document, let path, let value = document[path] else { return nil }
    return (value.text ?? value.printed(.readable).sanitizedJSON, document.place(path))
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    LineContext(help: editor.workspace.page.kind.help)
  }
}
