import CalendarModel
import JSON

/// Long texts in the user's own editor.
extension CalendarEditor {
  /// Hands the long text with the focus out to be edited.
  mutating func editTextOutside() -> [Effect] {
    guard let field = focusedItem?.field, let path = focusedItem?.path else { return [] }
    document?.close()
    let text = FieldText.text(of: document?[path], field: field)
    return [
      .editText(
        EditRequest(purpose: .text(path), text: text, fileName: "\(field.key).txt"))
    ]
  }

  /// Takes a text back from the editor.
  mutating func finish(
    editing request: EditRequest, _ result: Result<String, EditFailure>
  ) -> [Effect] {
    switch (result, request.purpose) {
    case (.failure(let failure), _):
      let kept =
        refusedEdit == nil
        ? "" : " The refused JSON is kept (\(keymap.word(of: .palette)), \"refused\")."
      say(failure.message + kept, .problem)
    case (.success(let text), .json(let scope, let original)):
      take(json: text, for: request, scope, from: original)
    case (.success(let text), .text(let path)): take(text, for: request, at: path)
    }
    return []
  }

  private mutating func take(_ text: String, for request: EditRequest, at path: JSONPath) {
    guard let field = CalendarSchema.field(at: path) else { return }
    let text = Self.withoutAddedLineBreak(text, as: request.text)
    guard text != FieldText.text(of: document?[path], field: field) else {
      say("You did not change the text.")
      return
    }
    document?.close()
    edit(path, to: .text(text))
    say("\(field.label) now has the text from the editor.", .success)
  }

  /// The text without the line break that many editors put at the end of every file.
  static func withoutAddedLineBreak(_ text: String, as original: String) -> String {
    // A character can be a pair of carriage return and line feed.
    guard text.last?.isNewline == true, original.last?.isNewline != true else { return text }
    return String(text.dropLast())
  }
}
