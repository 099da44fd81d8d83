/// The keys that work in every text, as the help says them; `TextBuffer` reads them.
enum TextKeys {
  static let help: [(keys: String, help: String)] = [
    ("Ctrl-A, Ctrl-E", "To the start and the end; also Home and End"),
    ("Alt-B, Alt-F", "A word back or forward"),
    ("Ctrl-K, Ctrl-U", "Deletes to the end, to the start"),
    ("Ctrl-W, Ctrl-D", "Deletes the word before, the character after"),
  ]
}
