import CalendarModel
import JSON
import TextUI

/// A field: its label and its value, which is changed in the line or in a dialog.
///
/// What the keys do depends on the type of the field; each type has a file beside this one.
struct FieldLine: Line {
  private let shown: Field
  private let place: JSONPath
  private let indent: Int

  init(_ field: Field, _ path: JSONPath, indent: Int = 0) {
    shown = field
    place = path
    self.indent = indent
  }

  var field: Field? { shown }
  var path: JSONPath? { place }
  var list: (type: ObjectType, path: JSONPath)? {
    if case .list(let type) = shown.type { (type, place) } else { nil }
  }

  var keyTables: [AnyKeyTable] {
    if shown.isReadOnly { return [AnyKeyTable(StatedField.keys)] }
    return switch shown.type {
    case .text, .number: [AnyKeyTable(TypedField.keys)]
    case .longText: [AnyKeyTable(LongTextField.keys)]
    case .choice: [AnyKeyTable(ChoiceField.keys)]
    case .toggle: [AnyKeyTable(ToggleField.keys)]
    case .choices: [AnyKeyTable(ChoicesField.keys)]
    case .list: [AnyKeyTable(ListField.keys)]
    case .object: []
    }
  }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    FieldView(shown, place, indent: indent, editor, width: width)
  }

  func shownValues(_ editor: CalendarEditor) -> [JSONPath]? {
    if place.isRoot || editor.isTarget(place) { return nil }
    // A number is shown with its unit, and a meeting place is called as its kind wants.
    if let unit = shown.unitKey { return [place, JSONPath([.key(unit)])] }
    if case .text(.meetingPlace) = shown.type { return [place, place.parent] }
    return [place]
  }

  func prepareInput(_ editor: inout CalendarEditor) {
    if shown.isTyped { editor.syncInput(shown, place) } else { editor.input = nil }
  }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    if shown.isReadOnly { return StatedField.take(key, shown, &editor) }
    switch shown.type {
    case .text, .number: return TypedField.take(key, shown, place, &editor)
    case .longText: return LongTextField.take(key, shown, place, &editor)
    case .choice(let choices):
      return ChoiceField.take(key, shown, place, choices.taken(by: editor.terms.version), &editor)
    case .toggle: return ToggleField.take(key, shown, place, &editor)
    case .choices(let choices): return ChoicesField.take(key, shown, place, choices, &editor)
    case .object: return nil
    case .list(let type): return ListField.take(key, place, type, &editor)
    }
  }

  func take(pasted text: String, _ editor: inout CalendarEditor) {
    guard !shown.isReadOnly else {
      editor.say("Go to a text field first; you can paste only there.", .problem)
      return
    }
    editor.document?.close()
    switch shown.type {
    case .text, .number:
      guard var typed = editor.input else { return }
      if typed.isFresh { typed.buffer = TextBuffer() }
      typed.isFresh = false
      typed.buffer.insert(text)
      editor.store(typed, shown, place, typing: false)
    case .longText:
      let old = FieldText.text(of: editor.document?[place], field: shown)
      editor.edit(place, to: .text(old + text))
    default: editor.say("Go to a text field first; you can paste only there.", .problem)
    }
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    if shown.isReadOnly { return [] }
    let keymap = editor.keymap
    return switch shown.type {
    case .text, .number: TypedField.hints(shown, place, editor)
    case .longText: keymap.hints(.edit, in: LongTextField.keys)
    case .choice: keymap.hints(.list, in: ChoiceField.keys)
    case .toggle: keymap.hints(.flip, in: ToggleField.keys)
    case .choices: keymap.hints(.list, in: ChoicesField.keys)
    case .list: ListField.hints(place, editor)
    case .object: []
    }
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    let facts = FieldFacts(shown, place, in: editor)
    let unfinished = FieldState(place, in: editor).unfinished.map {
      "\(NoteLines.mark($0.severity, editor.symbols).0) \($0.text)"
    }
    return LineContext(
      facts: facts.short,
      help: unfinished.isEmpty ? facts.help : unfinished.joined(separator: " "))
  }

  func words(_ editor: CalendarEditor) -> String {
    let names = editor.document?.names ?? [:]
    let label = shown.label(in: editor.document?[place.parent])
    return
      "\(label): \(Wording.value(editor.document?[place], of: shown, names: names, in: editor.format))"
      + unit(editor, of: editor.document?[place])
  }

  /// The unit of a number that is shown on its line; with a blank before it.
  private func unit(_ editor: CalendarEditor, of number: JSONValue?, loaded: Bool = false) -> String
  {
    guard number?.number != nil, let path = editor.layout.hiddenUnit(of: place).first,
      let document = editor.document, let field = CalendarSchema.field(at: path),
      let unit = loaded ? document.loaded(path) : document[path]
    else { return "" }
    let words = Wording.value(unit, of: field)
    let isOne = number?.number?.int == 1 && TimeUnit(reading: unit)?.label == words
    return " " + (isOne ? String(words.dropLast()) : words)
  }

  func remarks(_ editor: CalendarEditor) -> [String] {
    guard let document = editor.document else { return [] }
    let state = FieldState(place, in: editor)
    let loaded = document.loaded(place)
    let before =
      Wording.value(loaded, of: shown, names: document.names, in: editor.format)
      + unit(editor, of: loaded, loaded: true)
    return
      (state.isChanged
      ? [document.isInNewRow(place) ? "new" : change(from: before, loaded, document[place])] : [])
      + (shown.isReadOnly ? ["read-only"] : []) + (shown.isDeprecated ? ["deprecated"] : [])
      + (state.notes + state.unfinished).map(\.inWords)
  }

  /// What has become of the value; texts that begin alike from the place where they differ.
  private func change(from before: String, _ old: JSONValue?, _ new: JSONValue?) -> String {
    guard let old = old?.text, let new = new?.text, Wording.quoted(old) == Wording.quoted(new)
    else { return "changed, was \(before)" }
    let (before, after) = Wording.snippets(old, new)
    return "changed, \(before) → \(after)"
  }

  func invitation(_ editor: CalendarEditor) -> LineInvitation {
    if shown.isReadOnly {
      return shown.key == CalendarKey.calendarType.rawValue
        && (editor.document?.calendarType == nil || editor.document?.statedType != nil)
        ? .key(of: .state, in: StatedField.keys, editor) : .none
    }
    switch shown.type {
    case .text(.id(let kind)):
      return editor.lookUps.lists.choices(of: kind).reason == nil
        ? .key(of: .accept, in: TypedField.keys, editor) : .typing
    case .text, .number: return .typing
    case .longText: return .key(of: .edit, in: LongTextField.keys, editor)
    case .choice: return .key(of: .list, in: ChoiceField.keys, editor)
    case .toggle: return .key(of: .list, in: ToggleField.keys, editor)
    case .choices: return .key(of: .list, in: ChoicesField.keys, editor)
    case .list: return .key(of: .rows, in: ListField.keys, editor)
    case .object: return .none
    }
  }

  func take(typed text: String, _ editor: inout CalendarEditor) -> [Effect] {
    guard !shown.isReadOnly else {
      editor.say("The service sets \(shown.label); you cannot change it here.", .problem)
      return []
    }
    switch shown.type {
    case .text, .number:
      editor.document?.close()
      editor.input = nil
      prepareInput(&editor)
      guard var typed = editor.input else { return [] }
      typed.buffer = TextBuffer(text)
      typed.isFresh = false
      editor.store(typed, shown, place, typing: false)
      // The line is left, so that it is judged.
      editor.input = nil
    case .longText:
      editor.document?.close()
      editor.edit(place, to: .text(text))
    case .choice: return editor.open(.list, in: ChoiceField.keys, answering: text)
    case .toggle: return editor.open(.list, in: ToggleField.keys, answering: text)
    case .choices: return editor.open(.list, in: ChoicesField.keys, answering: text)
    case .list, .object: editor.say("Nothing can be typed on this line.", .problem)
    }
    return []
  }
}
