import CalendarModel
import JSON
import TextUI

/// The keys that belong to the field or row with the focus.
extension CalendarEditor {
  /// Gives a key to the line with the focus.
  ///
  /// - Returns: nil when the key means nothing there.
  mutating func fieldKey(_ key: Key) -> [Effect]? {
    guard let item = focusedItem else { return nil }
    switch item {
    case .heading, .note, .columns, .scale, .picture, .pictureOf, .schedule: return nil
    case .month: return monthKey(key)
    case .past(_, let isShown):
      guard key == .enter || key == .space else { return nil }
      dates.showsPast = !isShown
      return []
    case .day(let day): return dayKey(key, day)
    case .link(let link): return linkKey(key, link)
    case .field(let field, let path, _):
      if field.isReadOnly { return readOnlyKey(key, field) }
      switch field.type {
      case .text, .number: return typedKey(key, field, path)
      case .longText: return longTextKey(key, field, path)
      case .choice(let choices): return choiceKey(key, field, path, choices.taken(by: version))
      case .toggle: return toggleKey(key, field, path)
      case .choices(let choices): return choicesKey(key, field, path, choices)
      case .object: return nil
      case .list(let type): return listKey(key, path, type)
      }
    case .row(_, let list, let index, _):
      if isOnDates, let effects = dateRowKey(key) { return effects }
      if key == .enter || key == .right { open(row: list.appending(index)) } else { return nil }
      return []
    case .add(let type, let list, _):
      guard key == .enter || key == .space else { return nil }
      if layout.monthLine != nil { promptForDates() } else { addRow(type, to: list, at: nil) }
      return []
    }
  }

  /// Puts a pasted text into the field with the focus, as one step.
  mutating func pasteIntoField(_ text: String) {
    if case .month? = focusedItem {
      pasteDates(text)
      return
    }
    if case .day? = focusedItem {
      pasteHours(text)
      return
    }
    guard case .field(let field, let path, _)? = focusedItem, !field.isReadOnly else {
      say("A paste goes into a text field; none has the focus.", .problem)
      return
    }
    document?.close()
    switch field.type {
    case .text, .number:
      guard var typed = input else { return }
      if typed.isFresh { typed.buffer = TextBuffer() }
      typed.isFresh = false
      typed.buffer.insert(text)
      store(typed, field, path, typing: false)
    case .longText:
      let old = FieldText.text(of: document?[path], field: field)
      edit(path, to: .text(old + text))
    default: say("A paste goes into a text field; this is none.", .problem)
    }
  }

  private mutating func readOnlyKey(_ key: Key, _ field: Field) -> [Effect]? {
    if field.key == CalendarKey.calendarType.rawValue,
      document?.calendarType == nil || document?.statedType != nil,
      key == .enter || key == .space
    {
      dialogs.append(TypeDialog(self))
      return []
    }
    guard key.typed != nil, key != .character("?"), key != .character("/") else { return nil }
    say("\(field.label) is given by the service and cannot be changed here.")
    return []
  }

  private mutating func typedKey(_ key: Key, _ field: Field, _ path: JSONPath) -> [Effect]? {
    if key == .enter {
      // After typing Enter accepts; before it, it shows what there is to choose from.
      let isTyping = isTyping(at: path)
      if case .text(.emailList) = field.type, !isTyping {
        document?.close()
        dialogs.append(EmailListDialog(path, field, in: self))
      } else if isTyping || !openLookUp(field, path), status == nil {
        moveFocus(by: 1)
      }
      return []
    }
    // No number has these in it: here they are commands.
    if path == Self.sharePath, key == .character("<") || key == .character(">") { return nil }
    guard var typed = input, typed.target == .field(path) else { return nil }
    // A number is typed anew far more often than it is typed on; a letter gives it another unit.
    if let first = key.typed, typed.isFresh, first.isNumber || "+-.,".contains(first) {
      typed.buffer = TextBuffer()
    }
    let outcome = typed.buffer.handle(key)
    typed.isFresh = false
    switch outcome {
    case .ignored: return nil
    case .moved: input = typed
    case .edited: store(typed, field, path, typing: true)
    }
    return []
  }

  /// Whether the text of a field is being typed, so that Enter accepts it.
  func isTyping(at path: JSONPath) -> Bool { document?.undoSteps.last?.isOpen(for: path) == true }

  private mutating func longTextKey(_ key: Key, _ field: Field, _ path: JSONPath) -> [Effect]? {
    if key == .enter {
      dialogs.append(LongTextDialog(path, field, in: self))
      return []
    }
    guard key.typed != nil else { return nil }
    dialogs.append(LongTextDialog(path, field, in: self))
    return keyInDialog(key)
  }

  private mutating func choiceKey(
    _ key: Key, _ field: Field, _ path: JSONPath, _ choices: [Choice]
  ) -> [Effect]? {
    switch key {
    case .enter, .space: dialogs.append(ChoiceDialog(path, field, choices, in: self))
    case .left: step(-1, path, choices)
    case .right: step(1, path, choices)
    default:
      guard let typed = key.typed, typed.isLetter || typed.isNumber else { return nil }
      choose(beginningWith: typed, path, choices)
    }
    return []
  }

  private mutating func step(_ direction: Int, _ path: JSONPath, _ choices: [Choice]) {
    let now = document?[path].flatMap { value in
      choices.firstIndex { $0.value.isEquivalent(to: value) }
    }
    let next = now.map { $0 + direction } ?? (direction > 0 ? 0 : choices.count - 1)
    if choices.indices.contains(next) { edit(path, to: choices[next].value) }
  }

  /// Chooses the first value whose name, or text in the JSON, begins with what was typed.
  ///
  /// Not by a number: hours that are typed a line too high would choose what nobody wants.
  private mutating func choose(
    beginningWith character: Character, _ path: JSONPath, _ choices: [Choice]
  ) {
    for typed in [typeahead + String(character), String(character)] {
      let folded = typed.lowercased()
      let match = choices.first {
        $0.label.lowercased().hasPrefix(folded)
          || $0.value.text?.lowercased().hasPrefix(folded) == true
      }
      guard let match else { continue }
      edit(path, to: match.value, typing: true)
      typeahead = typed
      return
    }
    typeahead = ""
    say("No choice begins with \"\(character)\"; Enter shows them.", .problem)
  }

  private mutating func toggleKey(_ key: Key, _ field: Field, _ path: JSONPath) -> [Effect]? {
    switch key {
    case .space: edit(path, to: .bool(document?[path] != true))
    case .character("y"), .character("Y"), .right: edit(path, to: true)
    case .character("n"), .character("N"), .left: edit(path, to: false)
    case .enter: dialogs.append(ChoiceDialog(path, field, ChoiceDialog.yesNo, in: self))
    default: return nil
    }
    return []
  }

  private mutating func choicesKey(
    _ key: Key, _ field: Field, _ path: JSONPath, _ choices: [Choice]
  ) -> [Effect]? {
    if key == .enter || key == .space {
      dialogs.append(ChoicesDialog(path, field, choices))
      return []
    }
    guard let typed = key.typed?.wholeNumberValue, choices.indices.contains(typed) else {
      return nil
    }
    toggle(choices[typed], in: path, of: choices)
    return []
  }

  /// Puts a choice into a list of choices, in their order, or takes it out.
  mutating func toggle(_ choice: Choice, in path: JSONPath, of choices: [Choice]) {
    var chosen = document?[path]?.array ?? []
    if let index = chosen.firstIndex(where: { $0.isEquivalent(to: choice.value) }) {
      chosen.remove(at: index)
    } else {
      let order = { (value: JSONValue) in
        choices.firstIndex { $0.value.isEquivalent(to: value) } ?? choices.count
      }
      let place = chosen.firstIndex { order($0) > order(choice.value) } ?? chosen.count
      chosen.insert(choice.value, at: place)
    }
    edit(path, to: .array(chosen))
  }

  private mutating func listKey(_ key: Key, _ path: JSONPath, _ type: ObjectType) -> [Effect]? {
    guard key == .enter else { return nil }
    if document?[path]?.array?.isEmpty == false {
      moveFocus(by: 1)
    } else {
      addRow(type, to: path, at: nil)
    }
    return []
  }

  /// Adds a row: asks who or of which kind where that makes the row, and opens every other.
  mutating func addRow(_ type: ObjectType, to list: JSONPath, at index: Int?) {
    let index = index ?? document?[list]?.array?.count ?? 0
    switch type.firstChoice {
    case .user: dialogs.append(AddMemberDialog(list, at: index, in: self))
    case .locationKind: dialogs.append(AddLocationDialog(list, at: index, in: self))
    case nil:
      guard let row = insertRow(type.template, into: list, at: index) else { return }
      open(row: row)
      status = nil
    }
  }
}
