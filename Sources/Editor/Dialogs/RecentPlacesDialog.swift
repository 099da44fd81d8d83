import CalendarModel
import JSON
import TextUI

/// The places where the user was lately, the latest first.
struct RecentPlacesDialog: ListDialog {
  static let keys = KeyTable.list(
    "places", "In the list of recent places", take: "Go there", taking: "Goes to the place")

  let title = "Recent places"
  private let places: [JSONPath]
  var list: FilterList

  init(_ editor: CalendarEditor) {
    places = editor.placesToGoBackTo
    list = FilterList(
      places.map { path in
        .init(editor.name(ofPlace: path), detail: editor.section(ofPlace: path))
      }, matching: .wordsAnywhere)
  }

  func take(_ entry: Int) -> [DialogCommand] { [.goBack(to: places[entry])] }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, list.entries.count + 4), columns: 76)
  }
}

/// Where the user was, before a jump elsewhere or when something was changed.
extension CalendarEditor {
  /// Keeps the place with the focus, before something leads elsewhere.
  mutating func notePlace() {
    if let place = placeOfFocus { visited.note(place) }
  }

  /// The places that are still there, but for the one with the focus: those that jumps led away
  /// from, then those of changes.
  var placesToGoBackTo: [JSONPath] {
    let here = placeOfFocus
    var places: [JSONPath] = []
    let changed = (document?.undoSteps ?? []).reversed().map(\.focus)
    for place in visited.recent + changed
    where !place.isRoot && place != here && !places.contains(place) && isThere(place) {
      places.append(place)
    }
    return places
  }

  /// Whether the row that a place is in has not been removed.
  private func isThere(_ place: JSONPath) -> Bool {
    let row = place.components.lastIndex { if case .index = $0 { true } else { false } }
    guard let row else { return true }
    return document?[JSONPath(Array(place.components[...row]))] != nil
  }

  /// The day that a place is, where several share a path.
  private func day(of place: JSONPath) -> String? {
    guard place.count == 2, case .key(let key)? = place.components.last else { return nil }
    if place.parent == WeekHours.path { return Int(key).map(Wording.weekday) }
    return place.parent == DateIndex.path ? CalendarDate(key)?.description : nil
  }

  func name(ofPlace place: JSONPath) -> String {
    guard let day = day(of: place) else { return document?.place(place) ?? "" }
    return "\(document?.place(place.parent) ?? "") › \(day)"
  }

  func section(ofPlace place: JSONPath) -> String {
    place.topKey.flatMap(CalendarSchema.section)?.title ?? ""
  }
}
