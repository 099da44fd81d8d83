import CalendarModel
import JSON
import TextUI

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

  /// A view, and what it was made of.
  struct Made: Sendable {
    let view: any LineView
    let id: PartID?
    fileprivate let path: JSONPath?
    fileprivate let lastChange: Int?
  }

  private var basis: Basis?
  /// Those of the frame before, by the numbers of their lines.
  private var old: [Int: Made] = [:]
  private var new: [Int: Made] = [:]

  /// Begins a frame.
  mutating func begin(_ editor: CalendarEditor, width: Int) {
    let now = Basis(editor, width: width)
    if now == basis {
      swap(&old, &new)
    } else {
      basis = now
      old.removeAll()
    }
    new.removeAll(keepingCapacity: true)
  }

  /// The view of a line; nil where there is no such line.
  mutating func view(_ number: Int, _ editor: CalendarEditor) -> Made? {
    if let made = new[number] { return made }
    guard let basis, let line = editor.layout[number] else { return nil }
    let (path, lastChange) = (line.path, line.lastChange(editor))
    if let lastChange, let made = old[number], made.lastChange == lastChange, made.path == path {
      new[number] = made
      return made
    }
    let made = Made(
      view: line.view(editor, width: basis.width), id: lastChange == nil ? nil : .next(),
      path: path, lastChange: lastChange)
    new[number] = made
    return made
  }
}
