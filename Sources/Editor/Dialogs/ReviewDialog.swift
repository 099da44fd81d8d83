import CalendarModel
import CalendarWork
import JSON
import TextUI

/// Shows what would be saved: each change with what it was and what it becomes, and the problems.
struct ReviewDialog: Dialog {
  private struct Line: Sendable {
    var text: String
    var role: Theme.Role
    /// Where Enter leads; nil for a heading.
    var target: JSONPath?
    /// What it tells; nil for a heading or a problem.
    var change: ReviewLine?
    var hanging = 4
  }

  private let lines: [Line]
  private let summary: String
  private let errorCount: Int
  private let warningCount: Int
  /// Whether keys that no document lists stand inside of what is sent.
  private let hasNested: Bool
  private let isEmpty: Bool
  private let isSent: Bool
  private var selection: Int
  /// The first row shown when a line was last chosen by its place.
  private var top = 0

  /// - Parameter settings: how it would be saved.
  init(_ document: CalendarDocument, _ settings: SaveSettings) {
    let isSent = settings.holder == .service
    let body = UpdateBody(document, settings)
    var lines = isSent ? Self.governed(body, of: document) : []
    var section: Section?
    for change in ReviewLine.all(of: document) {
      if change.section != section {
        section = change.section
        lines.append(Line(text: section?.title ?? "", role: .heading))
      }
      lines.append(
        Line(text: change.text, role: .text, target: change.path, change: change))
    }
    if isSent, !body.sentAlong.isEmpty {
      lines.append(Line(text: "Sent along unchanged", role: .hint))
      lines += body.sentAlong.map { key in
        Line(
          text: "\(CalendarSchema.field(key)?.label ?? key): the service refuses the change "
            + "without it.", role: .text, target: JSONPath([.key(key)]))
      }
    }
    let problems = document.validation.problemsOfChanges
    errorCount = problems.count { $0.severity == .error }
    for (severity, title) in [(Problem.Severity.error, "Errors"), (.warning, "Warnings")] {
      let found = problems.filter { $0.severity == severity }
      if found.isEmpty { continue }
      lines.append(Line(text: title, role: severity == .error ? .error : .warning))
      lines += found.map {
        Line(
          text: "\(document.place($0.path)): \($0.message)", role: .text,
          target: $0.path)
      }
    }
    if isSent, !body.doubts.isEmpty {
      lines.append(Line(text: "In doubt", role: .warning))
      lines += body.doubts.map { Line(text: $0, role: .text) }
    }
    if isSent, !body.cannotUnset.isEmpty {
      lines.append(Line(text: "Cannot be unset", role: .warning))
      lines += body.cannotUnset.map { key in
        Line(
          text: "\(CalendarSchema.field(key)?.label ?? key): an update cannot take it away; the "
            + "service keeps \(Wording.value(document.loaded(JSONPath([.key(key)])), of: CalendarSchema.field(key))). "
            + "Whether null clears it is not documented.",
          role: .text, target: JSONPath([.key(key)]))
      }
    }
    if isSent { lines += Self.others(body, settings) }
    if isSent { lines += Self.nested(body, of: document, isKept: settings.sendsUndocumented) }
    warningCount =
      problems.count { $0.severity == .warning }
      + (isSent ? body.doubts.count + body.cannotUnset.count : 0)
      + (isSent && !(body.leftOut.isEmpty && body.kept.isEmpty) ? 1 : 0)
    let unchanged = CalendarSchema.all.count { field in
      !field.isReadOnly && document.current[key: field.key] != nil
        && !document.validation.modifiedKeys.contains(field.key)
    }
    if unchanged > 0 {
      lines.append(Line(text: "\(Wording.counted(unchanged, "property")) unchanged", role: .hint))
    }
    self.lines = lines
    self.isSent = isSent
    let count = body.changedCount
    isEmpty = body.isEmpty
    hasNested = !(body.leftOut.isEmpty && body.kept.isEmpty)
    summary = count == 1 ? "1 property" : "\(count) properties"
    selection = lines.firstIndex { $0.target != nil } ?? 0
  }

  /// What else is in an update that names the whole calendar.
  private static func others(_ body: UpdateBody, _ settings: SaveSettings) -> [Line] {
    var lines: [Line] = []
    if !body.alsoSent.isEmpty, !settings.checks {
      lines.append(
        Line(
          text: "Nobody looks before this save: what others changed meanwhile is overwritten.",
          role: .warning))
    }
    if !body.alsoSent.isEmpty {
      lines.append(
        Line(
          text: "Also sent, unchanged: \(Wording.counted(body.alsoSent.count, "property"))",
          role: .hint))
      let labels = body.alsoSent.map { CalendarSchema.field($0)?.label ?? $0 }
      lines.append(Line(text: labels.joined(separator: ", "), role: .hint))
    }
    if !body.keptOut.isEmpty {
      let labels = body.keptOut.map { CalendarSchema.field($0)?.label ?? $0 }
      lines.append(
        Line(
          text: "Left out, because a schedule governs them: \(labels.joined(separator: ", "))",
          role: .hint))
    }
    return lines
  }

  /// What governs the hours that are sent, or why that is not known.
  private static func governed(_ body: UpdateBody, of document: CalendarDocument) -> [Line] {
    let keys = body.json.object?.keys ?? []
    let governing = document.governing
    let doubt = governing.doubt(changedKeys: keys).map { Line(text: $0, role: .warning) }
    guard let key = governing.keysNeedingAgreement(among: keys).first else {
      return [doubt].compactMap { $0 }
    }
    let head = Line(text: "Schedules govern these hours", role: .warning, target: key.path)
    return [head] + governing.agreement(changedKeys: keys).map { Line(text: $0, role: .text) }
      + [doubt].compactMap { $0 }
  }

  /// What becomes of nested keys that stand in no document, and what may come of that.
  private static func nested(
    _ body: UpdateBody, of document: CalendarDocument, isKept: Bool
  ) -> [Line] {
    var lines: [Line] = []
    if !body.kept.isEmpty {
      lines.append(Line(text: "Undocumented, will be sent", role: .warning))
      lines += places(body.kept, document)
      lines.append(Line(text: "The service may refuse them (422).", role: .hint))
    }
    if !body.leftOut.isEmpty {
      let title =
        isKept ? "Given by the service, will not be sent" : "Undocumented, will not be sent"
      lines.append(Line(text: title, role: .warning))
      lines += places(body.leftOut, document)
      if !isKept { lines.append(Line(text: "The service may lose them.", role: .hint)) }
    }
    return lines
  }

  /// Keys that stand in no document, each once with the number of rows that have it.
  private static func places(_ paths: [JSONPath], _ document: CalendarDocument) -> [Line] {
    var names: [String] = []
    var places: [String: [JSONPath]] = [:]
    for path in paths {
      let name = path.keys.joined(separator: ".")
      if places[name] == nil { names.append(name) }
      places[name, default: []].append(path)
    }
    return names.map { name in
      let found = places[name] ?? []
      let text =
        found.count == 1
        ? "\(found[0]) (\(document.place(found[0].parent)))" : "\(name), in \(found.count) rows"
      return Line(text: text, role: .text, target: found.first?.parent)
    }
  }

  var hints: [KeyHint] {
    [
      KeyHint("Ctrl-S", "Save"), KeyHint("Enter", "Go there"), KeyHint("J", "JSON"),
      KeyHint("R", "Leave out"),
    ] + (isSent && hasNested ? [KeyHint("U", "Nested keys")] : []) + [KeyHint("Esc", "Back")]
  }

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape: return .close()
    case .control("s"): return .stay(editor.perform(.send))
    case .character("j"), .character("J"): return .stay(editor.perform(.showBody))
    case .up, .backTab: move(-1)
    case .down, .tab: move(1)
    case .home: selection = lines.firstIndex { $0.target != nil } ?? 0
    case .end: selection = lines.lastIndex { $0.target != nil } ?? 0
    case .pageUp: for _ in 0..<10 { move(-1) }
    case .pageDown: for _ in 0..<10 { move(1) }
    case .enter:
      guard lines.indices.contains(selection), let target = lines[selection].target else {
        return .stay()
      }
      editor.goToEditor(of: target)
      return .close()
    case .character("r"), .character("R"), .control("r"):
      guard lines.indices.contains(selection) else { return .stay() }
      // A problem is that of a change in the same place.
      let target = lines[selection].target
      let told = lines[selection].change ?? lines.first { $0.change?.path == target }?.change
      guard let change = told else {
        editor.say("This line is no change; Enter goes there.")
        return .stay()
      }
      editor.change(change.path) { $0.takeBack(change) }
      editor.say("Left out of the update: \(change.text)")
      guard let document = editor.document, document.isModified else {
        editor.say("Everything is as it was loaded.")
        return .close()
      }
      show(document, editor)
    case .character("u"), .character("U"):
      guard hasNested else {
        editor.say("Nothing in this update has keys that no document lists.")
        return .stay()
      }
      let effects = editor.perform(.undocumented)
      if let document = editor.document { show(document, editor) }
      return .stay(effects)
    default: return .ignored
    }
    return .stay()
  }

  /// Makes the lines anew and stays near the one that was chosen.
  private mutating func show(_ document: CalendarDocument, _ editor: CalendarEditor) {
    let old = selection
    self = ReviewDialog(document, editor.saveSettings(checks: editor.checksBeforeSaving))
    selection = max(0, min(old, lines.count - 1))
    guard lines.indices.contains(selection), lines[selection].target == nil else { return }
    move(1)
    if lines[selection].target == nil { move(-1) }
  }

  private mutating func move(_ step: Int) {
    var at = selection + step
    while lines.indices.contains(at), lines[at].target == nil { at += step }
    if lines.indices.contains(at) { selection = at }
    top = 0
  }

  /// The lines as they are wrapped for a width.
  private func rows(width: Int) -> [(line: Int, text: String)] {
    lines.enumerated().flatMap { index, line in
      let room = max(8, width - 2 - (line.target == nil ? 0 : 2))
      return TextWrap.lines(line.text, width: room).enumerated().map { part, text in
        (index, (line.target == nil ? "" : part == 0 ? "  " : "    ") + text)
      }
    }
  }

  private func top(_ rows: [(line: Int, text: String)], height: Int) -> Int {
    let first = rows.firstIndex { $0.line == selection } ?? 0
    // The sentences below the last line that can be chosen come into sight with it.
    let isLast = selection == lines.lastIndex { $0.target != nil }
    let last =
      isLast
      ? min(rows.count, first + max(1, height)) - 1
      : rows.lastIndex { $0.line == selection } ?? 0
    return first <= 1 ? 0 : Scrolling.top(top, showing: last, height: height, count: rows.count)
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    var inner = Screen.room(editor).inset(rows: 1, columns: 2)
    inner.rows -= 1
    let rows = rows(width: inner.columns)
    let row = top(rows, height: inner.rows) + position.row - inner.row
    guard inner.contains(position), rows.indices.contains(row),
      lines[rows[row].line].target != nil
    else { return nil }
    return rows[row].line
  }

  mutating func choose(spot: Int, _ editor: inout CalendarEditor) {
    let inner = Screen.room(editor).inset(rows: 1, columns: 2)
    top = top(rows(width: inner.columns), height: inner.rows - 1)
    selection = spot
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    let theme = editor.theme
    let inner = Panel.draw(
      "Review: \(title(editor))", in: &grid, rect: room, symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    let rows = rows(width: inner.columns)
    let height = inner.rows - 1
    let top = top(rows, height: height)
    let first = rows.firstIndex { $0.line == selection } ?? 0
    for offset in 0..<max(0, height) where rows.indices.contains(top + offset) {
      let (index, text) = rows[top + offset]
      let isSelected = index == selection
      let row = inner.row + offset
      grid.draw(
        text, row: row, column: inner.column,
        width: inner.columns, style: theme.style(isSelected ? .focusedLabel : lines[index].role))
      if isSelected, top + offset == first {
        grid.draw(
          editor.symbols.focus, row: row, column: inner.column, style: theme.style(.focusedLabel))
      }
    }
    let verb = editor.source.isFile || editor.source.output != nil ? "writes" : "sends"
    let footer =
      editor.status?.text
      ?? (isEmpty && !(editor.source.isFile && editor.source.output == nil)
        ? "There is nothing that can be sent." : nil)
      ?? (errorCount == 0
        ? "\(summary)\(warnings(editor)); Ctrl-S \(verb)."
        : "\(errorCount == 1 ? "1 error" : "\(errorCount) errors"); Ctrl-S asks first.")
    grid.draw(
      footer, row: inner.endRow - 1, column: inner.column, width: inner.columns,
      style: theme.style(errorCount == 0 ? .hint : .error))
  }

  /// The warnings that are told further down, counted as in the title.
  private func warnings(_ editor: CalendarEditor) -> String {
    warningCount == 0 ? "" : ", \(editor.symbols.warning)\(warningCount)"
  }

  private func title(_ editor: CalendarEditor) -> String {
    switch editor.source.kind {
    case _ where editor.source.output != nil:
      "body \(editor.source.replacesOutput ? "replaces" : "to") \(editor.source.output ?? "")"
    case .file("-"): "write standard output"
    case .file(let path): "write \(path)"
    case .service(let id, _), .demo(let id):
      "update of \(editor.document?.current[.name]?.text ?? id)"
    }
  }
}
