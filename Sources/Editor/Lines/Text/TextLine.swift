import TextUI

/// A heading or a sentence of a form; it cannot have the focus.
struct TextLine: Line {
  let text: String
  let role: Theme.Role
  private let indent: Int

  /// A heading.
  static func heading(_ title: String) -> TextLine { TextLine(title, .heading, indent: 0) }

  /// A sentence; it is wrapped.
  static func note(_ text: String, _ role: Theme.Role = .hint) -> TextLine {
    TextLine(text, role, indent: 2)
  }

  private init(_ text: String, _ role: Theme.Role, indent: Int) {
    self.text = text
    self.role = role
    self.indent = indent
  }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    TextLineView(text, role, editor, width: width, indent: indent)
  }

  func words(_ editor: CalendarEditor) -> String {
    role == .warning ? "\(Symbols.spoken.warning) \(text)" : text
  }

  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation { .none }
}
