import CalendarAPI
import CalendarModel
import JSON
import TextUI

/// Chooses who joins the team: a user by name or e-mail, or an id as it is typed.
///
/// The row is made when somebody is chosen, in one step; Esc adds nothing.
struct AddMemberDialog: ListDialog {
  static let keys = KeyTable.list(
    "addMember", "Adding a team member", take: "Add",
    taking: "Adds the user, or the id that is typed", leave: "Back",
    leaving: "Goes back without adding a member")

  let title = "Add team member"
  private let rows: JSONPath
  private let index: Int
  private let users: [LookUpResult]
  /// Why there is nobody to choose from; nil where there is.
  private let reason: String?
  var list: FilterList

  init(_ rows: JSONPath, at index: Int, in editor: CalendarEditor) {
    self.rows = rows
    self.index = index
    let inTeam = Set(
      (editor.document?[rows]?.array ?? []).compactMap { $0[member: MemberKey.userId]?.text })
    let users = editor.lookUps.lists.choices(of: .users)
    // Those who can still join come first.
    self.users =
      users.results.filter { !inTeam.contains($0.id) }
      + users.results.filter { inTeam.contains($0.id) }
    reason = users.reason
    list = FilterList(
      self.users.map { user in
        let mark = inTeam.contains(user.id) ? "in the team  " : ""
        return .init(
          user.name, detail: mark + (user.detail ?? user.id), keywords: user.id,
          isEnabled: mark.isEmpty)
      }, matching: .wordsAnywhere)
  }

  /// What is typed, where it is nobody's name and so is taken as an id.
  private var typedID: String? {
    let words = list.query.text.split(whereSeparator: \.isWhitespace)
    return list.matches.isEmpty && !words.isEmpty ? words.joined(separator: " ") : nil
  }

  mutating func obey(_ command: ListCommand, _ editor: CalendarEditor) -> DialogResponse {
    if command == .take, let typedID {
      return .close([.addMember(typedID, to: rows, at: index)])
    }
    return obeyInList(command)
  }

  func take(_ entry: Int) -> [DialogCommand] {
    [.addMember(users[entry].id, to: rows, at: index)]
  }

  var showsQuery: Bool { true }
  func notice(_ editor: CalendarEditor) -> String? { reason }

  var whenEmpty: ListPanel.Empty {
    typedID.map { .choice("Use the id \"\($0)\"") }
      ?? .hint(reason == nil ? "No user matches." : "Type the id of the user.")
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, max(users.count, 3) + 4), columns: 72)
  }
}

extension CalendarEditor {
  /// Adds a team member in one step and goes to the new row.
  mutating func addMember(_ id: String, to list: JSONPath, at index: Int) {
    guard let type = CalendarSchema.field(at: list)?.objectType else { return }
    if insertRow(type.newRow(choosing: .text(id)), into: list, at: index) != nil {
      say("Added \(document?.names[id] ?? id).", .success)
    }
  }

  /// Adds a row and goes to it.
  ///
  /// - Returns: its path; nil when the value at `list` is no list.
  mutating func insertRow(_ row: JSONValue, into list: JSONPath, at index: Int) -> JSONPath? {
    var place: JSONPath?
    change(list) { place = $0.insert(row, into: list, at: index) }
    guard let place else {
      say("The value here is not a list; correct its JSON first.", .problem)
      return nil
    }
    if let line = layout.index(of: place) { focus(line: line) }
    return place
  }
}
