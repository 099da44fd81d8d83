import CalendarAPI
import CalendarModel
import JSON
import TextUI

/// Chooses a user, a group or a form by name, e-mail or id.
struct LookUpDialog: ListDialog {
  static let keys = KeyTable.list(
    "lookUp", "Choosing a user, group or form", take: "Choose",
    taking: "Gives the field the id of this entry", leave: "Type the id",
    leaving: "Goes back to the field, where the id can be typed")

  private let path: JSONPath
  let title: String
  private let results: [LookUpResult]
  var list: FilterList

  init(_ path: JSONPath, _ field: Field, _ results: [LookUpResult], in editor: CalendarEditor) {
    self.path = path
    self.results = results
    title = field.label
    let id = editor.document?[path]?.text
    list = FilterList(
      results.map { result in
        .init(
          result.name + (result.isActive == false ? " (inactive)" : ""),
          detail: result.detail ?? result.id, keywords: result.id)
      }, matching: .wordsAnywhere, selected: results.firstIndex { $0.id == id } ?? 0)
  }

  func take(_ entry: Int) -> [DialogCommand] {
    [.closeStep, .edit(path, .text(results[entry].id))]
  }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, results.count + 4), columns: 72)
  }
}

extension CalendarEditor {
  /// Lets a person choose an id by name; says why where that is not possible.
  ///
  /// - Returns: whether there is a list to choose from.
  @discardableResult
  mutating func openLookUp(_ field: Field, _ path: JSONPath) -> Bool {
    guard case .text(.id(let kind)) = field.type else { return false }
    let (results, reason) = lookUps.lists.choices(of: kind)
    if case .unavailable = lookUps.lists[kind] { return false }
    if let reason {
      say(reason)
      return false
    }
    document?.close()
    dialogs.append(LookUpDialog(path, field, results, in: self))
    return true
  }
}
