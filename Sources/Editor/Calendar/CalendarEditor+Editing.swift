import CalendarModel
import JSON
import TextUI

/// Changes of the document that keys lead to.
extension CalendarEditor {
  /// Gives the value at a path another value, or makes it absent (nil).
  mutating func edit(_ path: JSONPath, to value: JSONValue?, typing: Bool = false) {
    document?.set(path, to: value, typing: typing)
    if document?[path] != value {
      say("What stands around this field cannot be changed in parts; unset it first.", .problem)
    }
    serverProblems.clear(path)
    afterChange()
  }

  /// Makes any change of the document; what the service said of the path is out of date then.
  mutating func change(_ path: JSONPath, _ body: (inout CalendarDocument) -> Void) {
    guard document != nil else { return }
    document?.close()
    if var changing = document.take() {
      body(&changing)
      document = changing
    }
    serverProblems.clear(path)
    afterChange()
  }

  /// Undoes or redoes a step and goes where it was made.
  ///
  /// - Parameter isBack: whether it undoes.
  mutating func travel(isBack: Bool, _ body: (inout CalendarDocument) -> Step?) {
    guard var changing = document.take() else { return }
    let step = body(&changing)
    document = changing
    guard let step else {
      say("There is nothing to \(isBack ? "undo" : "redo").", .problem)
      return
    }
    serverProblems.clear(step.focus)
    afterChange()
    let isHere =
      focusedItem?.day != nil && step.focus == WeekHours.path
      || focusedItem?.isMonth == true && step.focus.topKey == DateIndex.path.topKey
    if isHere {
      followDate(step.focus)
    } else if !step.focus.isRoot {
      go(to: step.focus)
    }
    say(isBack ? step.undone : step.redone)
  }

  mutating func say(_ text: String, _ kind: Status.Kind = .plain) {
    status = Status(text: text, kind: kind)
  }

  /// Brings what depends on the document up to date.
  mutating func afterChange() {
    if banner?.kind == .success || banner?.isAboutFields == true && serverProblems.isEmpty {
      banner = nil
    }
    repairFocus()
  }

  /// Gives the line with the focus a text buffer when it is typed into.
  mutating func syncInput() {
    guard dialogs.isEmpty else {
      // A dialog may open by itself, with an answer: what is half typed stays on its line.
      keepUnfinished()
      input = nil
      return
    }
    if let line = focusedItem { line.prepareInput(&self) } else { input = nil }
  }

  /// Keeps the text of a field that is typed into as the document has it.
  mutating func syncInput(_ field: Field, _ path: JSONPath) {
    let text = FieldText.text(of: document?[path], field: field)
    if let input, input.target == .field(path) {
      // What is typed and means the same (a blank, a unit) stays as it was typed.
      if input.buffer.text == text || means(input, field, path) { return }
    }
    input = Input(
      .field(path), text,
      unit: quantity(at: path).flatMap { $0.unitText(in: document?.current ?? [:]) },
      isFresh: true)
    let notes = FieldState(path, in: self).notes
    input?.notesBefore = notes
  }

  /// Whether the document holds what is typed.
  private func means(_ input: Input, _ field: Field, _ path: JSONPath) -> Bool {
    let text = input.buffer.text
    if let quantity = quantity(at: path),
      let typed = try? quantity.parse(text, present: input.unit, in: terms.version)
    {
      return quantity.quantity(in: document?.current ?? [:])?.isEquivalent(to: typed) == true
    }
    return areEquivalent(FieldText.value(of: text, field: field), document?[path])
  }

  /// The number with a unit that is edited at a path; nil for every other field.
  private func quantity(at path: JSONPath) -> QuantityField? {
    path.count == 1 ? path.topKey.flatMap { QuantityField($0) } : nil
  }

  /// Takes over what is typed into a field; a number may come with its unit: `1.5 h`, `2 weeks`.
  mutating func store(_ typed: Input, _ field: Field, _ path: JSONPath, typing: Bool) {
    input = typed
    let text = typed.buffer.text
    if let quantity = quantity(at: path),
      let value = try? quantity.parse(text, present: typed.unit, in: terms.version),
      JSONNumber(text) == nil || typed.unit != quantity.unitText(in: document?.current ?? [:])
    {
      document?.set(quantity, to: value, typing: typing)
      serverProblems.clear(path)
      serverProblems.clear(JSONPath([.key(quantity.unit.key)]))
      afterChange()
    } else {
      edit(path, to: FieldText.value(of: text, field: field), typing: typing)
    }
  }
}

extension Optional {
  /// Takes the value out, so that it has one owner while it is changed.
  fileprivate mutating func take() -> Wrapped? {
    defer { self = nil }
    return self
  }
}

extension Field {
  /// Whether it is edited by typing into its line.
  var isTyped: Bool {
    guard !isReadOnly else { return false }
    switch type {
    case .text, .number: return true
    default: return false
    }
  }
}
