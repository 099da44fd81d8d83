import CalendarModel
import JSON
import TextUI

/// Parts of the calendar shown, and edited in the user's own editor, as JSON.
extension CalendarEditor {
  /// The section that is open, or that the line with the focus belongs to.
  var openSection: Section? {
    if case .section(let section)? = workspace.pages.first?.kind { return section }
    var path = focusedItem?.path
    if let target = focusedItem?.target { path = target }
    return path?.topKey.flatMap(CalendarSchema.section(of:))
  }

  /// The row with the focus, or the row whose form is open.
  var openRow: JSONPath? {
    if let row = focusedItem?.row { return row.list.appending(row.index) }
    if case .row(let path) = workspace.page.kind { return path }
    return nil
  }

  private func title(of scope: JSONScope) -> String {
    switch scope {
    case .section(let section): section.title
    case .row(let path): document?.place(path) ?? ""
    case .body: "the calendar"
    }
  }

  /// Shows the JSON of a part; of the whole calendar also what cannot be edited.
  mutating func viewJSON(_ scope: JSONScope, edit: ActionID) {
    guard let document else { return }
    let value = scope == .body ? document.current : document.json(of: scope)
    var offers = [TextDialog.Offer(command: .edit, action: edit)]
    if case .section = scope {
      offers.append(.init(command: .copy, action: .copyJSON, closes: false))
    }
    dialogs.append(
      TextDialog(
        "JSON of \(title(of: scope))", text: value?.printed(.readable) ?? "",
        offers: offers))
  }

  /// Hands the JSON of a part out to be edited, or the one that was refused once more.
  mutating func editJSON(_ scope: JSONScope) -> [Effect] {
    if let refusedEdit {
      if case .json(scope, _) = refusedEdit.request.purpose { return editRefusedJSON() }
      say(
        "A refused JSON waits; go on with it or discard it (\(keymap.word(of: .palette)), "
          + "\"refused\").", .problem)
      return []
    }
    guard let document, let value = document.json(of: scope) else { return [] }
    self.document?.close()
    return [
      .editText(
        EditRequest(
          purpose: .json(scope, from: value),
          text: value.printed(JSONLayout(indent: "  ", endsWithNewline: true)),
          fileName: Self.fileName(of: scope)))
    ]
  }

  private static func fileName(of scope: JSONScope) -> String {
    switch scope {
    case .section(let section): "\(section.rawValue).json"
    case .row(let path): "\(path.topKey ?? "row").json"
    case .body: "calendar.json"
    }
  }

  /// Hands out what was refused, with what is wrong with it on top.
  mutating func editRefusedJSON() -> [Effect] {
    guard let refused = refusedEdit else { return [] }
    return [
      .editText(
        EditRequest(
          purpose: refused.request.purpose,
          text: JSONText.with(refused.problems, refused.text), fileName: refused.request.fileName))
    ]
  }

  mutating func giveUpRefusedJSON() {
    refusedEdit = nil
    say("The refused JSON is discarded; the calendar is as it was.")
  }

  /// Takes a JSON back from the editor, or says what is wrong with it and asks.
  mutating func take(
    json text: String, for request: EditRequest, _ scope: JSONScope, from original: JSONValue
  ) {
    guard let document else { return }
    let text = JSONText.withoutNotes(text)
    if refusedEdit == nil, text == request.text {
      say("You did not change the JSON.")
      return
    }
    switch ReturnedJSON(text, for: scope, from: original, in: document) {
    case .wrong(let problems):
      refusedEdit = RefusedEdit(request: request, text: text, problems: problems)
      askAboutRefusedJSON(problems)
    case .right(let value):
      refusedEdit = nil
      let changed = self.document?.edit(scope, to: value, from: original) ?? []
      for path in changed { serverProblems.clear(path) }
      afterChange()
      let places = changed.prefix(3).map { document.place($0) }.joined(separator: ", ")
      let more = changed.count > 3 ? " and \(changed.count - 3) more" : ""
      if changed.isEmpty {
        say("The JSON means the same as before; nothing is changed.")
      } else {
        say("Changed in the JSON: \(places)\(more).", .success)
      }
    }
  }

  private mutating func askAboutRefusedJSON(_ problems: [String]) {
    var lines = Array(problems.prefix(4))
    if problems.count > 4 { lines.append("And \(problems.count - 4) more.") }
    dialogs.append(
      ConfirmDialog(
        "The JSON cannot be used", lines: lines,
        answers: [
          .init(key: "e", text: "Edit it again", action: .editRefusedJSON),
          .init(key: "g", text: "Discard it", action: .giveUpRefusedJSON),
          .init(key: "l", text: "Keep it for later (\(wayToRefusedJSON))", action: nil),
        ]))
  }

  /// What leads to it again: the list of actions, or the name of the action.
  private var wayToRefusedJSON: String {
    display.isSpoken
      ? "\(keymap.word(of: .editRefusedJSON)) goes on" : keymap.word(of: .palette)
  }
}
