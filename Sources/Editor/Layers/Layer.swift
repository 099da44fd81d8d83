import TextUI

/// Something that lies over the workspace and takes the keys: a list, a dialog, a text.
protocol Layer: Sendable {
  /// What the key bar shows while the layer is on top.
  var hints: [KeyHint] { get }

  /// Takes a key.
  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse

  /// Takes a pasted text.
  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse

  /// Takes in that the document has changed otherwise than by the layer.
  mutating func refresh(_ model: Model)

  /// Prepares what drawing needs and what is too much to be made for every key.
  mutating func layOut(_ model: Model)

  /// What stands at a place of the screen and can be clicked, by a number of the layer's own.
  func spot(at position: Position, _ model: Model) -> Int?

  /// Chooses what was clicked.
  mutating func choose(spot: Int, _ model: inout Model)

  /// The key that a second click on the same spot stands for.
  var secondClick: Key? { get }

  /// Draws itself into the room between the title line and the key bar.
  func draw(_ model: Model, in grid: inout Grid, room: Rect)
}

/// What a layer did with a key.
enum LayerResponse: Sendable {
  case stay([Effect] = [])
  /// The layer goes away.
  case close([Effect] = [])
  /// The key is for somebody else.
  case ignored
}

/// A key with what it does, for the key bar.
struct KeyHint: Sendable, Hashable {
  let key: String
  let text: String

  init(_ key: String, _ text: String) {
    self.key = key
    self.text = text
  }
}

extension Layer {
  mutating func refresh(_ model: Model) {}
  func spot(at position: Position, _ model: Model) -> Int? { nil }
  mutating func choose(spot: Int, _ model: inout Model) {}
  var secondClick: Key? { .enter }
  mutating func layOut(_ model: Model) {}
  mutating func paste(_ text: String, _ model: inout Model) -> LayerResponse { .stay() }
}
