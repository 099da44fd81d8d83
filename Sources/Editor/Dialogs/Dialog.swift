import TextUI

/// Something that lies over the workspace and takes the keys: a list, a dialog, a text.
protocol Dialog: Sendable {
  /// What the key bar shows while the dialog is on top.
  var hints: [KeyHint] { get }

  /// Takes a key.
  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse

  /// Takes a pasted text.
  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse

  /// Takes in that the document has changed otherwise than by the dialog.
  mutating func refresh(_ editor: CalendarEditor)

  /// Prepares what drawing needs and what is too much to be made for every key.
  mutating func layOut(_ editor: CalendarEditor)

  /// What stands at a place of the screen and can be clicked, by a number of the dialog's own.
  func spot(at position: Position, _ editor: CalendarEditor) -> Int?

  /// Chooses what was clicked.
  mutating func choose(spot: Int, _ editor: inout CalendarEditor)

  /// The key that a second click on the same spot stands for.
  var secondClick: Key? { get }

  /// Draws itself into the room between the title line and the key bar.
  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect)
}

/// What a dialog did with a key.
enum DialogResponse: Sendable {
  case stay([Effect] = [])
  /// The dialog goes away.
  case close([Effect] = [])
  /// The key is for somebody else.
  case ignored
}

extension Dialog {
  mutating func refresh(_ editor: CalendarEditor) {}
  func spot(at position: Position, _ editor: CalendarEditor) -> Int? { nil }
  mutating func choose(spot: Int, _ editor: inout CalendarEditor) {}
  var secondClick: Key? { .enter }
  mutating func layOut(_ editor: CalendarEditor) {}
  mutating func paste(_ text: String, _ editor: inout CalendarEditor) -> DialogResponse { .stay() }
}
