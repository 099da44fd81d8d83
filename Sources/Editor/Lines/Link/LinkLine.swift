import CalendarModel
import JSON
import TextUI

/// A line of the overview, which leads to the section that it is about.
struct LinkLine: Line, Hashable {
  enum Command: String, KeyCommand { case go }

  static let keys = KeyTable<Command>(
    "link", "On a line of the overview", typing: "Typing searches for a field",
    [KeyBinding(.go, .enter, .right, .space, short: "Go there", help: "Goes to that setting")])

  let title: String
  let text: String
  private let place: JSONPath
  let role: Theme.Role
  /// What it says, in a sentence; empty where that needs no words.
  private let meaning: String

  init(
    title: String, text: String, target: JSONPath, role: Theme.Role = .text, meaning: String = ""
  ) {
    self.title = title
    self.text = text
    self.role = role
    self.meaning = meaning
    place = target
  }

  var id: String? { "link \(title) \(place) \(text)" }
  var target: JSONPath? { place }

  var keyTables: [AnyKeyTable] { [AnyKeyTable(Self.keys)] }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView { LinkView(self, width: width) }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    if editor.keymap.command(for: key, in: Self.keys) == .go {
      editor.jump { $0.goToEditor(of: place) }
      return []
    }
    // There is nothing to type into here, so what is typed is looked for.
    guard let typed = key.typed, typed.isLetter || typed.isNumber else { return nil }
    editor.dialogs.append(SearchDialog(editor, typed: String(typed)))
    return []
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.go, in: Self.keys)
      + [editor.keymap.hint(.back, in: FormKeys.table, saying: "Sections")].compactMap { $0 }
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    let section = place.topKey.flatMap(CalendarSchema.section(of:))?.title
    let name = document.place(place)
    let isSaid = section.map(name.hasPrefix) ?? true
    return LineContext(
      facts: "Leads to \(name)" + (isSaid ? "" : section.map { ", in \($0)" } ?? ""),
      help: (meaning.isEmpty ? "" : meaning + " ")
        + "\(editor.keymap.word(of: .go, in: Self.keys)) goes there."
        + (editor.display.isSpoken ? "" : " Typing searches for a field."))
  }

  func valueToCopy(_ editor: CalendarEditor) -> (text: String, name: String)? { (text, title) }

  func words(_ editor: CalendarEditor) -> String { .spoken(title, text) }

  func remarks(_ editor: CalendarEditor) -> [String] {
    switch role {
    case .error: ["an error"]
    case .warning: ["a warning"]
    default: []
    }
  }

  func invitation(_ editor: CalendarEditor) -> LineInvitation {
    .key(of: .go, in: Self.keys, editor)
  }
}
