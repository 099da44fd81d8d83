import TextUI

/// Shows a text that is longer than the screen: help, an answer, a JSON body.
struct TextDialog: Dialog {
  enum Command: String, KeyCommand {
    case leave, up, down, pageUp, pageDown, first, last
    /// What can be done with some texts.
    case edit, copy, restore
  }

  static let keys = KeyTable<Command>(
    "text", "In a text: help, a report, JSON",
    [
      KeyBinding(
        .leave, .escape, .enter, .character("q"), short: "Back", help: "Closes the text"),
      KeyBinding(.edit, .character("e"), short: "Edit", help: "Edits the JSON in $EDITOR"),
      KeyBinding(.copy, .character("c"), short: "Copy", help: "Copies the JSON to the clipboard"),
      KeyBinding(
        .restore, .character("r"), short: "Restore",
        help: "Restores the values from before the save, as changes to review"),
      KeyBinding(.up, .up, .character("k"), short: "Up", help: "A line up"),
      KeyBinding(.down, .down, .character("j"), short: "Down", help: "A line down"),
      KeyBinding(.pageUp, .pageUp, short: "Page up", help: "A page up"),
      KeyBinding(.pageDown, .pageDown, .space, short: "Page down", help: "A page down"),
      KeyBinding(.first, .home, short: "Start", help: "To the start"),
      KeyBinding(.last, .end, short: "End", help: "To the end"),
    ])

  /// A line with its role.
  struct Line: Sendable, Hashable {
    var text: String
    var role: Theme.Role = .text
    /// How far the rest of a wrapped line stands in.
    var hanging = 0
  }

  /// Something that can be done with the text.
  struct Offer: Sendable {
    let command: Command
    let action: ActionID
    /// Whether the text goes away with it.
    var closes = true
  }

  let title: String
  let lines: [Line]
  private let offers: [Offer]
  private var top = 0
  /// The lines as they are wrapped for a width; a text may be long, and every key asks for them.
  private var laidOut: (width: Int, lines: [Line]) = (0, [])

  init(_ title: String, _ lines: [Line], offers: [Offer] = []) {
    self.title = title
    self.lines = lines
    self.offers = offers
  }

  init(_ title: String, text: String, offers: [Offer] = []) {
    self.init(title, Self.lines(text), offers: offers)
  }

  static func lines(_ text: String) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      Line(text: String($0))
    }
  }

  var kind: DialogKind { DialogKind(Self.keys, title: title) }
  var showsStatus: Bool { true }
  static func wheel(isUp: Bool) -> Command? { isUp ? .up : .down }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    return keymap.hints(.leave, in: Self.keys)
      + offers.compactMap { keymap.hint($0.command, in: Self.keys) }
      + [
        keymap.hint(of: [.up, .down], in: Self.keys, saying: "Scroll"),
        keymap.hint(of: [.pageUp, .pageDown], in: Self.keys, saying: "Page"),
      ].compactMap { $0 }
  }

  mutating func layOut(_ editor: CalendarEditor) {
    let width = Screen.room(editor).columns - 4
    if laidOut.width != width { laidOut = (width, wrapped(width)) }
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    layOut(editor)
    let rows = laidOut.lines.count
    let height = max(1, Screen.room(editor).rows - 2)
    switch command {
    case .leave: return .close()
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= height - 1
    case .pageDown: top += height - 1
    case .first: top = 0
    case .last: top = rows
    case .edit, .copy, .restore:
      guard let offer = offers.first(where: { $0.command == command }) else { return .stay() }
      return offer.closes ? .close([.perform(offer.action)]) : .stay([.perform(offer.action)])
    }
    top = min(max(0, top), max(0, rows - height))
    return .stay()
  }

  /// A capital is the same command here.
  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    guard let typed = key.typed, let small = typed.lowercased().first, small != typed,
      let command = editor.keymap.command(for: .character(small), in: Self.keys)
    else { return .ignored }
    return obey(command, editor)
  }

  func words(_ editor: CalendarEditor) -> [String] {
    [title] + lines.map(\.text)
      + offers.compactMap { editor.keymap.hint($0.command, in: Self.keys) }
      .map { "\($0.key)  \($0.text)" } + [editor.status?.text].compactMap { $0 }
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    DialogSpeech(title, .texts(lines.map(\.text)))
  }

  private func wrapped(_ width: Int) -> [Line] {
    lines.flatMap { line in
      if let parts = Self.columns(of: line, width) { return parts }
      let lead = line.text.prefix { $0 == " " }
      guard !lead.isEmpty, line.text.utf8.count > width - line.hanging else {
        return wrapped(line.text[...], lead: "", line, width)
      }
      return wrapped(line.text.dropFirst(lead.count), lead: String(lead), line, width)
    }
  }

  /// A line of two columns where the second one has too little room beside the first: it goes below.
  ///
  /// - Returns: nil for every other line.
  private static func columns(of line: Line, _ width: Int) -> [Line]? {
    guard line.hanging > width / 3, line.text.displayWidth > line.hanging,
      let gap = line.text.ranges(of: "  ").last
    else { return nil }
    var first = line.text[..<gap.lowerBound]
    while first.last == " " { first.removeLast() }
    let second = TextWrap.lines(String(line.text[gap.upperBound...]), width: max(8, width - 4))
    return [Line(text: String(first), role: line.role)]
      + second.map { Line(text: "    " + $0, role: line.role) }
  }

  private func wrapped(_ text: Substring, lead: String, _ line: Line, _ width: Int) -> [Line] {
    let indent = String(repeating: " ", count: line.hanging + (lead.isEmpty ? 0 : 2))
    let room = max(8, width - lead.count - indent.count)
    var text = text
    var lines: [Line] = []
    // Only the lines after the first stand in.
    if line.hanging > 0,
      let first = TextWrap.lines(String(text), width: max(8, width - lead.count), limit: 2).first,
      text.hasPrefix(first)
    {
      lines.append(Line(text: lead + first, role: line.role))
      text = text.dropFirst(first.count)
      guard !text.isEmpty else { return lines }
      if text.first == " " || text.first?.isNewline == true { text.removeFirst() }
    }
    return lines
      + TextWrap.lines(String(text), width: room).enumerated().map {
        let isFirst = lines.isEmpty && $0.offset == 0
        return Line(text: lead + (isFirst ? "" : indent) + $0.element, role: line.role)
      }
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = DialogFrame.draw(title, editor, in: &grid, rect: room)
    let shown = laidOut.width == inner.columns ? laidOut.lines : wrapped(inner.columns)
    let top = min(self.top, max(0, shown.count - inner.rows))
    grid.cursor = Position(row: inner.row, column: inner.column)
    for (offset, line) in shown.dropFirst(top).prefix(inner.rows).enumerated() {
      grid.draw(
        line.text, row: inner.row + offset, column: inner.column, width: inner.columns,
        style: theme.style(line.role))
    }
    StatusLines(editor, width: inner.columns).draw(editor, in: &grid, at: inner)
    DialogFrame.drawMore(
      above: top > 0, below: top + inner.rows < shown.count,
      place: "\(min(shown.count, top + inner.rows))/\(shown.count)", editor, in: &grid, rect: room)
  }
}
