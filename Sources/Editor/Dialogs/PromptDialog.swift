import TextUI

/// Asks for a line of text and says with every key what it means, or what is wrong with it.
struct PromptDialog: Dialog {
  private let title: String
  /// What Enter is called in the key bar.
  private let verb: String
  private var buffer: TextBuffer
  private let read: @Sendable (String, CalendarEditor) -> TypedReading
  private let take: @Sendable (String, inout CalendarEditor) -> [Effect]

  /// - Parameters:
  ///   - text: what stands there at first.
  ///   - read: says what a text means; Enter takes only what means something.
  ///   - take: does it; the dialog is gone by then.
  init(
    _ title: String, verb: String, text: String = "",
    read: @escaping @Sendable (String, CalendarEditor) -> TypedReading,
    take: @escaping @Sendable (String, inout CalendarEditor) -> [Effect]
  ) {
    self.title = title
    self.verb = verb
    buffer = TextBuffer(text)
    self.read = read
    self.take = take
  }

  var hints: [KeyHint] { [KeyHint("Enter", verb), KeyHint("Esc", "Back")] }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape: return .close()
    case .enter:
      switch read(buffer.text, editor) {
      case .means: return .close(take(buffer.text, &editor))
      case .problem(_, let place):
        if let place { buffer.place(at: place.upperBound) }
        return .stay()
      case .nothing: return .stay()
      }
    default: return buffer.handle(key) == .ignored ? .ignored : .stay()
    }
  }

  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse {
    buffer.insert(text)
    return .stay()
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = Panel.draw(
      title, in: &grid, rect: room.centered(rows: 6, columns: 76), symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    TypedAnswer.draw(buffer, read(buffer.text, editor), editor, in: &grid, rect: inner)
  }
}
