import CalendarModel
import JSON
import TextUI

/// A text or a number, which is typed into its line.
enum TypedField {
  enum Command: String, KeyCommand { case accept }

  static let keys = KeyTable<Command>(
    "text", "In a text or a number", typing: "Typing changes it; Home and End move in it",
    [
      KeyBinding(
        .accept, .enter, short: "Next",
        help: "Goes to the next line; before you type, shows the list of values")
    ])

  static func take(
    _ key: Key, _ field: Field, _ path: JSONPath, _ editor: inout CalendarEditor
  ) -> [Effect]? {
    if editor.keymap.command(for: key, in: keys) == .accept {
      // After typing Enter accepts; before it, it shows what there is to choose from.
      let isTyping = editor.isTyping(at: path)
      if case .text(.emailList) = field.type, !isTyping {
        editor.document?.close()
        editor.dialogs.append(EmailListDialog(path, field, in: editor))
      } else if isTyping || !editor.openLookUp(field, path), editor.status == nil {
        editor.moveFocus(by: 1)
      }
      return []
    }
    // No number has these in it: here they are commands.
    if path == CalendarEditor.sharePath,
      editor.keymap.isBound(key, toOneOf: [.hideMore, .hideLess])
    {
      return nil
    }
    guard var typed = editor.input, typed.target == .field(path) else { return nil }
    // What has the focus is selected: typing replaces it, any other key edits it. A letter, which no
    // number begins with, gives a number another unit.
    let isUnit = field.unitKey != nil && key.typed?.isLetter == true
    if key.typed != nil, typed.isFresh, !isUnit { typed.buffer = TextBuffer() }
    if !typed.isFresh, leaves(key, typed.buffer, editor) { return nil }
    let outcome = typed.buffer.handle(key)
    typed.isFresh = false
    switch outcome {
    case .ignored: return nil
    case .moved: editor.input = typed
    case .edited: editor.store(typed, field, path, typing: true)
    }
    return []
  }

  /// Whether a key that moves to an end of the text finds it there already, and goes on in the form.
  private static func leaves(_ key: Key, _ buffer: TextBuffer, _ editor: CalendarEditor) -> Bool {
    switch editor.keymap.command(for: key, in: FormKeys.table) {
    case .first: buffer.isAtStart
    case .last: buffer.isAtEnd
    default: false
    }
  }

  static func hints(_ field: Field, _ path: JSONPath, _ editor: CalendarEditor) -> [KeyHint] {
    let text: String? =
      switch field.type {
      case .text where editor.isTyping(at: path): nil
      case .text(.emailList): "List"
      case .text(.id(let kind)):
        if case .unavailable = editor.lookUps.lists[kind] { nil } else { "Find" }
      default: nil
      }
    return [editor.keymap.hint(.accept, in: keys, saying: text)].compactMap { $0 }
  }
}

extension CalendarEditor {
  /// Whether the text of a field is being typed, so that Enter accepts it.
  func isTyping(at path: JSONPath) -> Bool { document?.isTyping(at: path) == true }

  /// Whether what is typed goes into the field at a path.
  func isTarget(_ path: JSONPath) -> Bool {
    if case .field(path)? = input?.target { true } else { false }
  }
}
