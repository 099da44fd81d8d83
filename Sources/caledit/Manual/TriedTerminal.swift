import Manual

/// A terminal that was tried, with what is special about it.
///
/// `Sources/Packaging/terminals.md` has the whole table of what was tried, and with what result.
struct TriedTerminal: Sendable {
  /// As in the table.
  let name: String
  let notes: ManualText

  init(_ name: String, _ notes: ManualText) { (self.name, self.notes) = (name, notes) }

  static let all: [TriedTerminal] = [
    TriedTerminal(
      "xterm",
      """
      The keys with Alt work: the program asks for them, and puts back at its end what was set. Inside \
      of screen, tmux and mosh they need `XTerm*metaSendsEscape: true` in `~/.Xresources`. Programs can \
      set the clipboard where `XTerm*disallowedWindowOps` lacks `SetSelection`; `terminals.md` has the \
      line. The same is true of `xterm-16color`.
      """),
    TriedTerminal(
      "rxvt-unicode", "It asks before it pastes several lines. It takes no text for the clipboard."),
    TriedTerminal(
      "pterm",
      """
      That is PuTTY. It keeps `Ctrl-PgUp` and `Ctrl-PgDn` for itself; `Alt-,` and `Alt-.` do the same. \
      It takes no text for the clipboard. "Disable bidirectional text display" keeps the columns beside \
      right-to-left text in place.
      """),
    TriedTerminal("kitty", "All is well, but for the columns beside some signs of Devanagari."),
    TriedTerminal("alacritty", "All is well; a step of the wheel comes as two."),
    TriedTerminal("foot", "All is well."),
    TriedTerminal(
      "screen",
      """
      With `altscreen on` in `~/.screenrc` it brings back what was on the screen before. Old versions \
      do not mark pastes.
      """),
    TriedTerminal(
      "tmux",
      """
      `set -g set-clipboard on` lets `Alt-C` through, `set -sg escape-time 10` makes Esc quick. tmux in \
      tmux works as well.
      """),
    TriedTerminal("ssh", "All is well; see SSH AND SLOW LINES."),
    TriedTerminal(
      "mosh", "There is no second screen: the shell goes on below what the program showed."),
    TriedTerminal("plink", "All is well."),
    TriedTerminal(
      "Linux console",
      """
      With the kernel's own keys Shift-Tab is Tab, and Alt-Up is Up; `Up` and `[` do the same. What \
      its font lacks of the marks and lines is drawn as something that it has; letters of other scripts \
      are blocks. There is no second screen.
      """),
    TriedTerminal(
      "vt100, vt220", "No colours; bold, underline and reverse are used. No second screen."),
    TriedTerminal(
      "dumb",
      "The editor starts in line mode, see `caledit-lines`(7), as the cursor cannot be placed."),
  ]
}
