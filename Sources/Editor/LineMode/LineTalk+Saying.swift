import CalendarModel
import JSON
import TextUI

/// What line mode says of what is shown.
extension LineTalk {
  // MARK: Lines

  /// A line with what is to be said beside it.
  static func words(_ line: any Line, _ editor: CalendarEditor) -> [String] {
    [line.words(editor)] + line.remarks(editor)
  }

  /// A line as one sentence, with its number.
  ///
  /// "3. Slot duration: 45 minutes; changed, was 30 minutes".
  private static func sentence(
    _ number: Int, _ line: any Line, _ editor: CalendarEditor
  ) -> String {
    let differing = editor.comparison.flatMap { comparison in
      editor.differing(line).map { ["in \(comparison.title): \($0)"] }
    }
    let words = words(line, editor) + (differing ?? [])
    return "\(number). \(String.spoken(words))"
  }

  /// The number of the line with the focus among those that can have it, counted from 1.
  private func number(of editor: CalendarEditor) -> (Int, count: Int)? {
    let lines = LineTarget.lines(in: editor)
    guard let index = lines.firstIndex(where: { $0.number == editor.workspace.page.focus }) else {
      return nil
    }
    return (index + 1, lines.count)
  }

  /// The line with the focus.
  func sayLine(_ editor: CalendarEditor) -> [String] {
    guard let line = editor.focusedItem, let number = number(of: editor)?.0 else { return [] }
    return [Self.sentence(number, line, editor)]
  }

  // MARK: Lists

  /// The lines of the form, or the sections.
  mutating func sayList(_ app: App) -> [String] {
    let editor = app.calendar
    guard editor.document != nil else {
      return ["No calendar is loaded. \("reload".inQuotes) tries again, \("quit".inQuotes) ends."]
    }
    return said(editor.workspace.isInList ? sections(editor) : lines(of: editor))
  }

  /// The lines of the form, with where it is.
  func lines(of editor: CalendarEditor) -> [String] {
    var number = 0
    var lines: [String] = [sayPlace(editor)]
    for index in 0..<editor.layout.count {
      guard let line = editor.layout[index] else { continue }
      if line.isFocusable {
        number += 1
        let isHere = index == editor.workspace.page.focus
        lines.append(Self.sentence(number, line, editor) + (isHere ? " (here)" : ""))
      } else if !line.isForEyesOnly {
        lines.append(line.words(editor))
      }
    }
    return lines
  }

  private func sections(_ editor: CalendarEditor) -> [String] {
    let changed = Set(
      (editor.document?.validation.modifiedKeys ?? []).compactMap(CalendarSchema.section(of:)))
    let counts = editor.document?.validation.sectionCounts ?? [:]
    return ["Sections. Open one by its number or its name."]
      + Workspace.entries.enumerated().map { index, entry in
        guard case .section(let section) = entry else { return "\(index + 1). \(entry.title)" }
        let errors =
          (counts[section]?.errors ?? 0) + editor.serverProblems.count(section)
          + editor.unfinishedCount(in: section)
        let warnings = counts[section]?.warnings ?? 0
        let remarks =
          (changed.contains(section) ? ["changed"] : [])
          + (errors > 0 ? [Wording.counted(errors, "error")] : [])
          + (warnings > 0 ? [Wording.counted(warnings, "warning")] : [])
        return (["\(index + 1). \(entry.title)"] + remarks).joined(separator: ", ")
      }
  }

  /// The form: its section, the row that is open, what it is for.
  func sayPlace(_ editor: CalendarEditor) -> String {
    let title =
      switch editor.workspace.page.kind {
      case .row(let path): "Row: \(editor.document?.place(path) ?? "")"
      case let kind: kind.title
      }
    let help =
      switch editor.workspace.page.kind {
      case .overview: "The calendar at a glance. A number goes to the section of its line."
      case let kind: kind.help
      }
    return help.isEmpty ? "\(title)." : "\(title). \(help)"
  }

  /// Which line of how many the one with the focus is; nothing where there is but one.
  func sayPosition(_ editor: CalendarEditor) -> String {
    guard let (number, count) = number(of: editor), count > 1 else { return "" }
    return " Line \(number) of \(count)."
  }

  func sayWhere(_ app: App) -> [String] {
    let editor = app.calendar
    let lines = Self.title(editor)
    guard editor.document != nil else { return lines }
    if editor.workspace.isInList { return lines + ["You are in the list of sections."] }
    return lines + [sayPlace(editor) + sayPosition(editor)] + sayLine(editor)
  }

  func sayWhat(_ app: App) -> [String] {
    let editor = app.calendar
    guard let line = editor.focusedItem, let document = editor.document else {
      return [sayPlace(editor)]
    }
    if let field = line.field, let path = line.path {
      return [field.label] + FieldFacts.long(field, path, in: editor).map(\.trimmedBlanks)
    }
    let context = line.context(document, editor)
    return sayLine(editor) + [context.help, context.facts].filter { !$0.isEmpty }
  }

  // MARK: The calendar

  /// Which calendar it is, and how it stands.
  static func title(_ editor: CalendarEditor) -> [String] {
    guard let document = editor.document else { return ["\(editor.source.place)."] }
    let state = document.current[.isActive] == false ? "draft" : "active"
    let parts = [
      document.calendarType?.label ?? "type not known", state, editor.lookUps.accountName ?? "",
      editor.source.label, editor.terms.isReadOnly ? "read-only" : "",
    ]
    let several =
      editor.surroundings.count > 1
      ? "Calendar \(editor.surroundings.position) of \(editor.surroundings.count) that are open"
        + (editor.surroundings.changedOthers > 0
          ? ", \(Wording.counted(editor.surroundings.changedOthers, "other")) changed." : ".") : ""
    let lines = [
      "\(editor.title): \(parts.filter { !$0.isEmpty }.joined(separator: ", ")).",
      several, problemCounts(editor),
      editor.draftStatus.problem.map { "Error: no draft can be written: \($0.reason)." } ?? "",
    ]
    return lines.filter { !$0.isEmpty }
  }

  /// How much is changed and how much is wrong: "2 changed properties, 1 error, 3 warnings".
  static func problemCounts(_ editor: CalendarEditor) -> String {
    guard let document = editor.document else { return "" }
    let changes = document.validation.modifiedKeys.count
    let warnings = document.validation.counts.warnings
    // A text on the line with the focus that cannot be read is an error like those on other lines.
    let isTyped = editor.placeOfInput.map { place in
      editor.input?.isPending == true
        && editor.problem(of: editor.input?.buffer.text ?? "", at: place) != nil
    }
    let errors = editor.errorCount + (isTyped == true ? 1 : 0)
    let parts = [
      changes == 0 ? "Unchanged" : Wording.counted(changes, "changed property"),
      errors == 0 ? "" : Wording.counted(errors, "error"),
      warnings == 0 ? "" : Wording.counted(warnings, "warning"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ") + "."
  }

  func sayProblems(_ app: App) -> [String] {
    let editor = app.calendar
    guard let document = editor.document else { return ["No calendar is loaded."] }
    let typed = editor.placeOfInput.flatMap { place in
      editor.input?.isPending == true ? (place: place, text: editor.input?.buffer.text ?? "") : nil
    }
    let unfinished = (editor.unfinished.texts + [typed].compactMap { $0 }).compactMap {
      place, text in
      editor.problem(of: text, at: place).map { _ in
        "Error: \(place.title): \(text.inQuotes) cannot be read."
      }
    }
    let server = editor.serverProblems.paths.flatMap { path in
      editor.serverProblems.at(path).map {
        "Error, from the service: \(document.place(path)): \($0)"
      }
    }
    let found = document.validation.problems(under: .root).filter { $0.severity > .note }
      .sorted { $0.severity > $1.severity }
      .map { "\(NoteLines.mark($0.severity, .spoken).0) \(document.place($0.path)): \($0.message)" }
    let all = server + unfinished + found
    return all.isEmpty
      ? ["There are no problems."]
      : all + ["\("next problem".inQuotes) goes to the first of them, and then to the next."]
  }

  func sayChanges(_ app: App) -> [String] {
    guard let document = app.calendar.document else { return ["No calendar is loaded."] }
    let changes = ReviewLine.all(of: document).map(\.text.changeInWords)
    return changes.isEmpty
      ? ["Nothing is changed."] : changes + ["\("save".inQuotes) reviews and saves."]
  }

  // MARK: Help

  /// - Returns: nil where nothing is called so.
  func sayHelp(_ name: String, _ app: App) -> [String]? {
    guard !name.isEmpty else { return help(app) }
    if let command = LineCommand(word: name.spokenForm) {
      return ["\(command.usage): \(command.help)."]
    }
    let editor = app.calendar
    let found = LineTarget.named(name, in: editor)
    if found.isEmpty, case .path(let path)? = LineTarget.elsewhere(name, in: editor),
      let field = CalendarSchema.field(at: path)
    {
      return [field.label] + FieldFacts.long(field, path, in: editor).map(\.trimmedBlanks)
    }
    guard !found.isEmpty else { return nil }
    return found.prefix(12).flatMap { target -> [String] in
      switch target {
      case .line(let number):
        guard let line = editor.layout[number] else { return [] }
        if let field = line.field, let path = line.path {
          return [field.label] + FieldFacts.long(field, path, in: editor).map(\.trimmedBlanks)
        }
        return [line.words(editor)]
      case .section(let entry):
        return ["\(Workspace.entries[entry].title): \(Workspace.entries[entry].help)"]
      case .action(let id):
        guard let action = Actions.byID[id] else { return [] }
        let name = "\(action.spokenName): \(action.title)."
        if case .unavailable(let reason) = action.availability(editor) {
          return [name, "Not now: \(reason)"]
        }
        return [name]
      }
    }
  }

  private func help(_ app: App) -> [String] {
    [
      "Type a number or a name: it opens a section, or chooses a line and asks for its new value.",
      "= VALUE changes the line you are on; NUMBER = VALUE and NAME = VALUE any line.",
      "An empty line says again what is shown. /WORDS looks for a setting.",
      "Commands:",
    ]
      + LineCommand.allCases.map { "\($0.usage): \($0.help)" }
      + [
        "Others, each by its name: undo, redo, reset, unset, preview, history, copy hours, add row, "
          + "delete row, move row up, next problem, reload, list calendars, copy from, save all. "
          + "\("actions".inQuotes) says them all.",
        "A key of the full screen can be typed by its name, as esc or ctrl-s.",
      ]
  }
}
