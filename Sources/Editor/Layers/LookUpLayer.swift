import CalendarAPI
import CalendarModel
import JSON
import TextUI

/// Chooses a user, a group or a form by name, e-mail or id.
struct LookUpLayer: ListLayer {
  private let path: JSONPath
  let title: String
  private let results: [LookUpResult]
  var list: FilterList

  init(_ path: JSONPath, _ field: Field, _ results: [LookUpResult], in model: Model) {
    self.path = path
    self.results = results
    title = field.label
    let id = model.document?[path]?.text
    list = FilterList(
      results.map { result in
        .init(
          result.name + (result.isActive == false ? " (inactive)" : ""),
          detail: result.detail ?? result.id, keywords: result.id)
      }, matching: .wordsAnywhere, selected: results.firstIndex { $0.id == id } ?? 0)
  }

  var hints: [KeyHint] {
    [KeyHint("Enter", "Choose"), KeyHint("type", "Narrow"), KeyHint("Esc", "Type the id")]
  }

  func take(_ entry: Int, _ model: inout Model) -> [Effect] {
    model.document?.close()
    model.edit(path, to: .text(results[entry].id))
    return []
  }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, results.count + 4), columns: 72)
  }
}

extension Model {
  /// Lets a person choose an id by name; says why where that is not possible.
  ///
  /// - Returns: whether there is a list to choose from.
  @discardableResult
  mutating func openLookUp(_ field: Field, _ path: JSONPath) -> Bool {
    guard case .text(.id(let kind)) = field.type else { return false }
    let (results, reason) = lookUps.choices(of: kind)
    if case .unavailable = lookUps[kind] { return false }
    if let reason {
      say(reason)
      return false
    }
    document?.close()
    layers.append(LookUpLayer(path, field, results, in: self))
    return true
  }
}
