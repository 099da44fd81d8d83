import CalendarModel
import JSON
import TextUI

/// What can be done with a row of the team besides opening it.
extension Actions {
  static let team: [Action] = [
    Action(
      .makePrimary, .rows, "Make the team member primary, or no longer primary", short: "Primary",
      keys: [.space, .character("p")], when: Action.onMember
    ) { editor, _ in
      editor.makePrimary()
      return []
    },
    Action(
      .raisePriority, .rows, "Raise the priority of the team member", short: "Priority",
      keys: [.character(">")], when: Action.onMember
    ) { editor, _ in
      editor.stepPriority(by: 1)
      return []
    },
    Action(
      .lowerPriority, .rows, "Lower the priority of the team member", keys: [.character("<")],
      when: Action.onMember
    ) { editor, _ in
      editor.stepPriority(by: -1)
      return []
    },
  ]
}

extension Action {
  static let onMember: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.focusedMember == nil ? .unavailable("Go to a team member first.") : .available
  }
}

extension CalendarEditor {
  /// The team member with the focus, by row.
  var focusedMember: Int? {
    guard let line = focusedItem, line.list?.type.primaryMark != nil else { return nil }
    return line.row?.index
  }

  /// Makes the member with the focus the primary one.
  mutating func makePrimary() {
    guard let index = focusedMember, let path = focusedItem?.path else { return }
    var isPrimary: Bool?
    change(path) { isPrimary = $0.makePrimary(row: index) }
    switch isPrimary {
    case nil: say("This row is not a team member; open it to see its value.", .problem)
    case true?: say("\(name(of: path)) is primary.")
    case false?: say("\(name(of: path)) is not primary any more.")
    }
  }

  /// Steps the priority of the member with the focus through its documented values.
  mutating func stepPriority(by step: Int) {
    guard let path = focusedItem?.path?.appending(MemberKey.priority),
      let field = CalendarSchema.field(at: path), case .choice(let choices) = field.type
    else { return }
    let now = (document?[path] ?? field.defaultValue)?.number?.double ?? 0
    let values = choices.compactMap { $0.value.number?.double }.sorted()
    let next = step > 0 ? values.first { $0 > now } : values.last { $0 < now }
    guard let next, let choice = choices.first(where: { $0.value.number?.double == next }) else {
      say("The priority is \(step > 0 ? "the highest" : "the lowest") already.")
      return
    }
    document?.close()
    edit(path, to: choice.value)
  }

  private func name(of path: JSONPath) -> String {
    let name = document?[path].flatMap { document?.summary($0, .teamMember) } ?? ""
    return name.isEmpty ? "This member" : name
  }
}
