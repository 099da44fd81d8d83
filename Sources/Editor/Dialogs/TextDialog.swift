import TextUI

/// Shows a text that is longer than the screen: help, an answer, a JSON body.
struct TextDialog: Dialog {
  /// A line with its role.
  struct Line: Sendable, Hashable {
    var text: String
    var role: Theme.Role = .text
    /// How far the rest of a wrapped line stands in.
    var hanging = 0
  }

  /// Something that can be done with the text by typing a letter.
  struct Command: Sendable {
    let key: Character
    let title: String
    let action: ActionID
    /// Whether the text goes away with it.
    var closes = true
  }

  let title: String
  let lines: [Line]
  private let commands: [Command]
  private var top = 0
  /// The lines as they are wrapped for a width; a text may be long, and every key asks for them.
  private var laidOut: (width: Int, lines: [Line]) = (0, [])

  init(_ title: String, _ lines: [Line], commands: [Command] = []) {
    self.title = title
    self.lines = lines
    self.commands = commands
  }

  init(_ title: String, text: String, commands: [Command] = []) {
    self.init(title, Self.lines(text), commands: commands)
  }

  static func lines(_ text: String) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      Line(text: String($0))
    }
  }

  var hints: [KeyHint] {
    [KeyHint("Esc", "Back")] + commands.map { KeyHint($0.key.uppercased(), $0.title) }
      + [KeyHint("Up/Down", "Scroll"), KeyHint("PgUp/PgDn", "Page")]
  }

  mutating func layOut(_ editor: CalendarEditor) {
    let width = Screen.room(editor).columns - 4
    if laidOut.width != width { laidOut = (width, wrapped(width)) }
  }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    layOut(editor)
    let rows = laidOut.lines.count
    let height = max(1, Screen.room(editor).rows - 2)
    if let typed = key.typed?.lowercased(),
      let command = commands.first(where: { String($0.key) == typed })
    {
      let effects = editor.perform(command.action)
      return command.closes ? .close(effects) : .stay(effects)
    }
    switch key {
    case .escape, .enter, .character("q"): return .close()
    case .up, .character("k"): top -= 1
    case .down, .character("j"): top += 1
    case .pageUp: top -= height - 1
    case .pageDown, .space: top += height - 1
    case .home: top = 0
    case .end: top = rows
    default: return .ignored
    }
    top = min(max(0, top), max(0, rows - height))
    return .stay()
  }

  private func wrapped(_ width: Int) -> [Line] {
    lines.flatMap { line in
      let lead = line.text.prefix { $0 == " " }
      guard !lead.isEmpty, line.text.utf8.count > width else {
        return wrapped(line.text[...], lead: "", line, width)
      }
      return wrapped(line.text.dropFirst(lead.count), lead: String(lead), line, width)
    }
  }

  private func wrapped(_ text: Substring, lead: String, _ line: Line, _ width: Int) -> [Line] {
    let indent = String(repeating: " ", count: line.hanging + (lead.isEmpty ? 0 : 2))
    let room = max(8, width - lead.count - indent.count)
    return TextWrap.lines(String(text), width: room).enumerated().map {
      Line(text: lead + ($0.offset > 0 ? indent : "") + $0.element, role: line.role)
    }
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = Panel.draw(
      title, in: &grid, rect: room, symbols: editor.symbols, border: theme.style(.border),
      heading: theme.style(.heading))
    let shown = laidOut.width == inner.columns ? laidOut.lines : wrapped(inner.columns)
    let top = min(self.top, max(0, shown.count - inner.rows))
    for (offset, line) in shown.dropFirst(top).prefix(inner.rows).enumerated() {
      grid.draw(
        line.text, row: inner.row + offset, column: inner.column, width: inner.columns,
        style: theme.style(line.role))
    }
    StatusLines(editor, width: inner.columns).draw(editor, in: &grid, at: inner)
    if shown.count > inner.rows {
      let place = " \(min(shown.count, top + inner.rows))/\(shown.count) "
      grid.draw(
        place, row: room.endRow - 1, column: room.endColumn - place.count - 2,
        style: theme.style(.hint))
    }
  }
}
