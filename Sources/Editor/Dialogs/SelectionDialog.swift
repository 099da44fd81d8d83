import TextUI

/// A dialog with a list whose selection keys move and clicks set.
protocol SelectionDialog: Dialog where Command: MovingCommand {
  var cursor: ListCursor { get set }
  /// How many entries the list has.
  var count: Int { get }
  /// How many lines an entry takes.
  static var linesPerEntry: Int { get }

  /// Where the entries stand on the screen.
  func entries(_ editor: CalendarEditor) -> Rect

  /// Selects an entry; one beyond an end is the one at that end.
  mutating func select(_ index: Int)
}

extension SelectionDialog {
  static var linesPerEntry: Int { 1 }
  static func wheel(isUp: Bool) -> Command? { isUp ? .previous : .next }

  var selection: Int { cursor.index }

  /// How many entries are in sight at once.
  func shown(_ editor: CalendarEditor) -> Int {
    max(1, entries(editor).rows / Self.linesPerEntry)
  }

  mutating func select(_ index: Int) { cursor.go(to: index, of: count) }

  /// Moves the selection as a command says.
  ///
  /// - Parameter page: how many entries are a page.
  mutating func move(_ command: Command, page: Int) {
    if let step = command.step(page: page, of: count) { select(selection + step) }
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    cursor.entry(at: position, in: entries(editor), of: count, lines: Self.linesPerEntry)
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    select(spot)
    return .stay()
  }
}
