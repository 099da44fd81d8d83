import CalendarModel
import JSON

/// Where somebody was: the way back from a place that they jumped to (by search, by a problem, from
/// the overview), the places that they may want to see again, and where a walk through the problems
/// stands.
struct VisitedPlaces: Sendable {
  private static let jumpLimit = 50
  private static let placeLimit = 30

  /// Where somebody was, and where the jump led: its section, and how deep in it.
  private struct Jump: Sendable {
    let from: Workspace
    let entry: Int
    let depth: Int
  }

  /// Where a walk through the problems stands.
  struct ProblemStop: Sendable {
    let problem: JSONPath
    /// What has the focus there: what has no line of its own is shown by what it stands in.
    let focus: JSONPath?
  }

  private var jumps: [Jump] = []
  /// The latest first, each once.
  private(set) var recent: [JSONPath] = []
  var problemStop: ProblemStop?

  /// Keeps a place for the list of recent ones.
  mutating func note(_ place: JSONPath) {
    recent.removeAll { $0 == place }
    recent.insert(place, at: 0)
    if recent.count > Self.placeLimit { recent.removeLast() }
  }

  mutating func addJump(from: Workspace, to place: Workspace) {
    jumps.append(Jump(from: from, entry: place.entry, depth: place.pages.count))
    if jumps.count > Self.jumpLimit { jumps.removeFirst() }
  }

  /// Where to go back to from a place; nil where no jump led there.
  mutating func takeBack(from place: Workspace) -> Workspace? {
    guard let last = jumps.last else { return nil }
    guard last.entry == place.entry else {
      // Somebody went elsewhere on foot: the way back is lost.
      jumps = []
      return nil
    }
    guard place.pages.count <= last.depth else { return nil }
    jumps.removeLast()
    return last.from
  }
}

extension CalendarEditor {
  /// Goes somewhere, and remembers the way back.
  mutating func jump(_ go: (inout CalendarEditor) -> Void) {
    let from = workspace
    go(&self)
    let isElsewhere =
      workspace.entry != from.entry || workspace.pages.count != from.pages.count
      || from.isInList
    if isElsewhere { visited.addJump(from: from, to: workspace) }
  }

  /// Goes back to where a jump came from.
  ///
  /// - Returns: false where no jump led here.
  mutating func goBackFromJump() -> Bool {
    guard let from = visited.takeBack(from: workspace) else { return false }
    document?.close()
    workspace = from
    repairFocus()
    return true
  }
}
