import TextUI

/// Asks for a line of text and says with every key what it means, or what is wrong with it.
struct PromptDialog: Dialog {
  enum Command: String, KeyCommand { case take, leave }

  static let keys = KeyTable<Command>(
    "prompt", "In a prompt", typing: "Typing edits the line.",
    [
      KeyBinding(.take, .enter, short: "Apply", help: "Applies what you typed"),
      KeyBinding(.leave, .escape, short: "Back", help: "Closes it; nothing is changed"),
    ])

  private let prompt: Prompt
  private let title: String
  private var buffer: TextBuffer
  /// Whether it shows what was typed before: typing replaces it, as in a field, and any other key edits
  /// it.
  private var isFresh: Bool

  /// - Parameter text: what stands there at first; nil for what the prompt remembers.
  init(_ prompt: Prompt, text: String? = nil, in editor: CalendarEditor) {
    self.prompt = prompt
    title = prompt.title(in: editor)
    let remembered = prompt.text(in: editor)
    buffer = TextBuffer(text ?? remembered)
    isFresh = text == nil && !remembered.isEmpty
  }

  var isTyping: Bool { true }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    [editor.keymap.hint(.take, in: Self.keys, saying: prompt.verb)].compactMap { $0 }
      + editor.keymap.hints(.leave, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    guard command == .take else { return .close(prompt.commands(leaving: buffer.text)) }
    switch prompt.read(buffer.text, in: editor) {
    case .means: return .close(prompt.commands(buffer.text, in: editor))
    case .problem(_, let place):
      if let place { buffer.place(at: place.upperBound) }
      return .stay()
    case .nothing: return .stay([.say("Nothing is typed yet.", .problem)])
    }
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    var edited = isFresh && key.typed != nil ? TextBuffer() : buffer
    guard edited.handle(key) != .ignored else { return .ignored }
    (buffer, isFresh) = (edited, false)
    return .stay()
  }

  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse {
    if isFresh { buffer = TextBuffer() }
    isFresh = false
    buffer.insert(prompt.line(pasting: text))
    return .stay()
  }

  func words(_ editor: CalendarEditor) -> [String] {
    let answer =
      switch prompt.read(buffer.text, in: editor) {
      case .nothing(let hint): hint
      case .means(let meaning): "= \(meaning)"
      case .problem(let message, _): "\(editor.symbols.error) \(message)"
      }
    return [title, buffer.text, answer]
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    let said: [String] =
      switch prompt.read(buffer.text, in: editor) {
      case .nothing(let hint): [hint]
      case .means(let meaning): ["\(buffer.text.inQuotes) means: \(meaning)"]
      case .problem(let message, _):
        [
          "Typed: \(buffer.text)", FieldState.Note(severity: .error, text: message).inWords,
        ]
      }
    return DialogSpeech(title, .texts(said), typing: .answers(prompt.verb))
  }

  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    buffer = TextBuffer(text)
    return obey(.take, editor)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let inner = DialogFrame.draw(
      title, editor, in: &grid, rect: room.centered(rows: 6, columns: 76))
    TypedAnswer.draw(
      buffer, prompt.read(buffer.text, in: editor), editor, in: &grid, rect: inner)
  }
}
