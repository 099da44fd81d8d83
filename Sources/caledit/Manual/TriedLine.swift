import Manual

/// A terminal, or several behind each other, in which the program was tried by
/// `Tests/Terminals/run.py`, with what came of it.
struct TriedLine: Sendable {
  let name: String
  let version: String
  /// A sign for each of ``columns``: `+` as it should be, `n` there is a note, `-` not tried.
  let results: String

  init(_ name: String, _ version: String, _ results: String) {
    (self.name, self.version, self.results) = (name, version, results)
  }

  /// What was tried, each in three letters.
  static let columns: [(short: String, name: String)] = [
    ("key", "keys that move"), ("F", "function keys"), ("Ctl", "Ctrl"), ("Alt", "Alt"),
    ("sav", "saving"), ("pst", "a paste"), ("clp", "the clipboard"), ("col", "colours"),
    ("noc", "`NO_COLOR`"), ("wid", "wide and combining text"), ("mou", "the mouse"),
    ("rsz", "another size"), ("sus", "suspending"), ("end", "what is left at the end"),
  ]

  /// As in `terminals.md`.
  static let all: [TriedLine] = [
    .init("xterm", "379", "++++++n+++++++"),
    .init("xterm, set up", "379", "++++++++++++++"),
    .init("xterm-16color", "379", "++++++n+++++++"),
    .init("rxvt-unicode", "9.30", "++++++n+++++++"),
    .init("pterm", "0.78", "n+++++n++n++++"),
    .init("kitty", "0.26.5", "+++++++++n++++"),
    .init("alacritty", "0.11.0", "++++++++++n+++"),
    .init("foot", "1.13.1", "++++++++++++++"),
    .init("screen", "4.9.0", "+++++++++++++n"),
    .init("screen, set up", "4.9.0", "++++++++++++++"),
    .init("tmux", "3.3a", "++++++n+++++++"),
    .init("tmux in tmux", "3.3a", "++++++n+++++++"),
    .init("ssh", "9.2p1", "++++++++++++++"),
    .init("mosh", "1.4.0", "+++++++++++++n"),
    .init("plink", "0.78", "++++++++++++++"),
    .init("Linux console", "6.1.0", "n++n---+++-++n"),
  ]

  /// The table for a screen of 80 columns.
  static var table: ManualBlock {
    func row(_ name: String, _ cells: [String]) -> String {
      let name = name + String(repeating: " ", count: max(0, 22 - name.count))
      let text = cells.map { $0 + String(repeating: " ", count: 4 - $0.count) }.joined()
      return String((name + text).reversed().drop { $0 == " " }.reversed())
    }
    return .example(
      [row("", columns.map(\.short))]
        + all.map { row("\($0.name) \($0.version)", $0.results.map(String.init)) })
  }

  /// What the letters of the columns stand for.
  static var legend: ManualText {
    columns.enumerated().reduce("`+` is as it should be, `n` has a note below, `-` was not tried: ")
    {
      $0 + ManualText(literal: $1.element.short) + ": " + ManualText(marked: $1.element.name)
        + ($1.offset == columns.count - 1 ? "." : ", ")
    }
  }
}
