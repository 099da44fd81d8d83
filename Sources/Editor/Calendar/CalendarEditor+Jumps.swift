import CalendarModel
import JSON

/// The way back from a place that somebody jumped to: by search, by a problem, from the overview.
struct Jumps: Sendable {
  private static let limit = 50

  /// Where somebody was, and where the jump led: its section, and how deep in it.
  private struct Jump: Sendable {
    let from: Workspace
    let entry: Int
    let depth: Int
  }

  private var jumps: [Jump] = []

  mutating func add(from: Workspace, to place: Workspace) {
    jumps.append(Jump(from: from, entry: place.entry, depth: place.pages.count))
    if jumps.count > Self.limit { jumps.removeFirst() }
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
    if isElsewhere { jumps.add(from: from, to: workspace) }
  }

  /// Goes back to where a jump came from.
  ///
  /// - Returns: false where no jump led here.
  mutating func goBackFromJump() -> Bool {
    guard let from = jumps.takeBack(from: workspace) else { return false }
    document?.close()
    workspace = from
    repairFocus()
    return true
  }
}
