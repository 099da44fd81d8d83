import CTerminal
import TextUI

/// What the keys of a terminal send, where it is not what most terminals send.
package struct KeySequences: Sendable {
  private var keys: [[UInt8]: Key] = [:]

  package init() {}

  subscript(sequence: ArraySlice<UInt8>) -> Key? {
    keys.isEmpty ? nil : keys[Array(sequence)]
  }

  /// Adds a key, unless what it sends would be taken for other keys.
  package mutating func add(_ sequence: [UInt8], _ key: Key) {
    // One byte is a control character, which has its own meaning here.
    if sequence.count > 1, sequence[0] == 0x1B { keys[sequence] = key }
  }

  /// By the terminfo entry of the open terminal.
  static var ofTerminal: KeySequences {
    var sequences = KeySequences()
    for (capability, key) in capabilities {
      guard let text = ct_key_sequence(capability) else { continue }
      sequences.add(Array(String(cString: text).utf8), key)
    }
    sequences.addKeysOfSCO()
    return sequences
  }

  /// Adds the function keys with modifiers where F1 is that of the SCO console, `ESC [ M`: elsewhere
  /// the same bytes are other keys.
  package mutating func addKeysOfSCO() {
    guard keys[Array("\u{1B}[M".utf8)] == .function(1) else { return }
    for letter in UInt8(ascii: "@")...UInt8(ascii: "{") {
      let sequence = [0x1B, UInt8(ascii: "["), letter]
      if keys[sequence] == nil, let key = KeyTable.scoFunctionKey(letter) { add(sequence, key) }
    }
  }

  /// The keys without modifiers: the others follow one scheme wherever they exist.
  private static let capabilities: KeyValuePairs<String, Key> = [
    "kcuu1": .up, "kcud1": .down, "kcub1": .left, "kcuf1": .right, "khome": .home, "kend": .end,
    "kpp": .pageUp, "knp": .pageDown, "kich1": .insert, "kdch1": .delete, "kcbt": .backTab,
    "kent": .enter, "kf1": .function(1), "kf2": .function(2), "kf3": .function(3),
    "kf4": .function(4), "kf5": .function(5), "kf6": .function(6), "kf7": .function(7),
    "kf8": .function(8), "kf9": .function(9), "kf10": .function(10), "kf11": .function(11),
    "kf12": .function(12),
  ]
}
