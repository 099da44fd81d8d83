import TextUI

/// What belongs together in the key bar, and the keys of help entries.
extension Keymap {
  /// One hint for commands that belong together, such as up and down.
  func hint<Command>(
    of commands: [Command], in table: KeyTable<Command>, saying text: String
  ) -> KeyHint? {
    let keys = commands.compactMap { self.keys(of: $0, in: table).first }
    return keys.count == commands.count ? KeyHint(keys, text) : nil
  }
}
