import CalendarModel
import JSON
import TextUI

/// A view where it was made, so that what holds it is small.
final class KeptView: Sendable {
  let view: any LineView

  init(_ view: any LineView) { self.view = view }
}

/// The views of lines of one form, each made once, and kept as long as its line shows the same.
struct LineViews: Sendable {
  /// What every line may depend on besides the value that it shows.
  struct Basis: Equatable {
    let look: Look
    let width: Int
    let page: PageKind
    let serverProblems: [JSONPath: [String]]

    init(_ editor: __shared CalendarEditor, width: Int) {
      look = Look(editor.display)
      self.width = width
      page = editor.workspace.page.kind
      serverProblems = editor.serverProblems.messages
    }
  }

  /// What tells whether the lines are other ones, or look at something else.
  private struct State: Equatable {
    let layout: PartID
    /// Of the document.
    let revision: Int
    /// The value that is typed into.
    let target: JSONPath?

    init(_ editor: __shared CalendarEditor) {
      layout = editor.layout.id
      revision = editor.document?.revision ?? 0
      target = if case .field(let path)? = editor.input?.target { path } else { nil }
    }
  }

  /// A view, and what it was made of.
  struct Made: Sendable {
    let kept: KeptView
    /// What the view shows; nil for one that is made anew for each drawing.
    let id: PartID?
    /// In rows.
    let height: Int
    /// The values that the line shows, where it shows nothing else.
    fileprivate let shown: [JSONPath]?
    /// The last change of any of them.
    fileprivate let lastChange: Int
    /// The frame in which it was looked at last.
    fileprivate var turn: Int
  }

  private var basis: Basis?
  private var state: State?
  /// Where the calendar has changed.
  private var changes = DocumentChanges()
  /// Counts the frames.
  private var turn = 0
  /// Whether the lines are those of the frame before, and the same one is typed into.
  private var hasSameLines = false
  /// Whether the calendar is that of the frame before.
  private var hasSameValues = false
  /// The number of the line that the first place is for.
  private var first = 0
  /// The views of lines that stand close together: those in sight and around it.
  private var places: [Made?] = []

  /// How many places are made at once where lines come into sight above.
  private static let step = 16
  /// With more places, those of lines that are out of sight are given up.
  private static let most = 512

  /// Begins a frame.
  mutating func begin(_ editor: CalendarEditor, width: Int) {
    let (basis, state) = (Basis(editor, width: width), State(editor))
    turn += 1
    hasSameLines = state.layout == self.state?.layout && state.target == self.state?.target
    hasSameValues = state.revision == self.state?.revision
    self.state = state
    changes = editor.document?.changes ?? DocumentChanges()
    guard basis != self.basis || places.count > Self.most else { return }
    self.basis = basis
    places.removeAll(keepingCapacity: true)
  }

  /// The view of a line; nil where there is no such line.
  mutating func view(_ number: Int, _ editor: CalendarEditor) -> Made? {
    place(of: number, editor).flatMap { places[$0] }
  }

  /// The height of a line in rows; nil where there is no such line.
  mutating func height(of number: Int, _ editor: CalendarEditor) -> Int? {
    place(of: number, editor).flatMap { places[$0]?.height }
  }

  /// What a line shows, with its height; nil where there is no such line.
  mutating func look(_ number: Int, _ editor: CalendarEditor) -> (id: PartID?, height: Int)? {
    guard let place = place(of: number, editor), let made = places[place] else { return nil }
    return (made.id, made.height)
  }

  /// The place of a line, with the view that it has in this frame.
  private mutating func place(of number: Int, _ editor: CalendarEditor) -> Int? {
    let known = number - first
    if places.indices.contains(known), isCurrent(known) {
      places[known]?.turn = turn
      return known
    }
    guard let basis, let line = editor.layout[number] else { return nil }
    let place = room(for: number)
    let shown = line.shownValues(editor)
    let lastChange = shown.map(lastChange) ?? 0
    if let shown, places[place]?.lastChange == lastChange, places[place]?.shown == shown {
      places[place]?.turn = turn
    } else {
      let view = line.view(editor, width: basis.width)
      places[place] = Made(
        kept: KeptView(view), id: shown == nil ? nil : .next(), height: view.height, shown: shown,
        lastChange: lastChange, turn: turn)
    }
    return place
  }

  /// Whether a view was looked at in this frame, or nothing has changed that its line shows; most lines
  /// are not asked for that.
  private func isCurrent(_ place: Int) -> Bool {
    if places[place]?.turn == turn { return true }
    guard hasSameLines, places[place]?.turn == turn - 1, let shown = places[place]?.shown else {
      return false
    }
    return hasSameValues || places[place]?.lastChange == lastChange(of: shown)
  }

  private func lastChange(of values: [JSONPath]) -> Int {
    var last = 0
    for value in values { last = max(last, changes.last(at: value)) }
    return last
  }

  /// The place of a line, which is made where there is none.
  private mutating func room(for number: Int) -> Int {
    // A form that was jumped in is seen anew.
    if abs(number - first) > Self.most { places.removeAll(keepingCapacity: true) }
    if places.isEmpty { first = number }
    if number < first {
      let more = max(first - number, Self.step)
      places.insert(contentsOf: repeatElement(nil, count: more), at: 0)
      first -= more
    }
    while number - first >= places.count { places.append(nil) }
    return number - first
  }
}
