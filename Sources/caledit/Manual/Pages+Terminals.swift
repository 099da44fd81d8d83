import Manual

extension ManualPage {
  /// `caledit-terminals(7)`.
  static var terminals: ManualPage {
    ManualPage(
      "caledit-terminals", section: 7, summary: "caledit on terminals and over SSH",
      [
        Part("DESCRIPTION", terminalNeeds),
        Part("SSH AND SLOW LINES", slowLines),
        Part("CHARACTERS AND COLOURS", look),
        Part("MOUSE AND CLIPBOARD", mouse),
        Part(
          "TERMINALS",
          [
            """
            These were tried on Debian 12, with real keys, pastes, clicks and windows of other sizes. \
            `terminals.md` in the documentation of the package says how, and has the entries of terminfo \
            that were tried without their terminals.
            """,
            TriedLine.table,
            .paragraph(TriedLine.legend),
            .definitions(TriedTerminal.all.map { .init(ManualText(literal: $0.name), $0.notes) }),
          ]),
        Part(
          "SEE ALSO",
          [
            seeAlso(["caledit-edit(1)", "caledit-lines(7)", "caledit-keys(7)", "caledit-config(5)"])
          ]),
      ])
  }

  private static let terminalNeeds: [ManualBlock] = [
    """
    The editor needs a terminal of at least 40 columns and 12 rows; 80×24 is comfortable. `TERM` has to \
    name the terminal, and terminfo has to know it: over SSH to an old server `TERM=xterm-256color` \
    helps where the name of a new terminal is unknown there. Where a name is unknown that begins like that \
    of a known terminal, `xterm-256color` or `linux` stands in, and the editor says so when a calendar is \
    open. However the program ends, by a key, a signal, a crash or a dropped line, the terminal is as before. \
    Where terminfo says that the cursor goes to \
    the next row as soon as the last column is written, that column stays free.
    """
  ]

  private static let slowLines: [ManualBlock] = [
    """
    Only what changes is sent, and a call that is answered within 0.15 seconds is not drawn. On a slow \
    line the bytes of one key can come apart: an Esc waits for the rest, 0.1 seconds unless `--esc-delay` or `ESCDELAY` says otherwise. Where arrow keys act like Esc, \
    try `--esc-delay 500`; a smaller value makes Esc quicker.
    """,
    """
    A dropped line costs nothing: the draft has all but the last second, and `caledit` with the same \
    calendar offers to recover it.
    """,
    """
    A paste is a text until its end comes. Where the terminal does not mark pastes, what comes at once \
    is typed, but does not send, delete or quit.
    """,
  ]

  private static let look: [ManualBlock] = [
    """
    Where the locale says UTF-8, everything is drawn; where it says something else, ASCII. Without a \
    locale, as over plain `ssh`, the terminal is asked. `--utf8` and `--ascii` decide. Names in any \
    script show every letter, and take the cells that the terminal gives them.
    """,
    """
    Colours only repeat what marks and words say. `--theme contrast` has more contrast, `--theme mono` \
    none, as has `NO_COLOR`; `--no-boxes` draws no frames and bars. The cursor stands on what is selected, so that screen readers and \
    magnifiers follow; `caledit-lines`(7) is the editor on plain lines.
    """,
  ]

  private static let mouse: [ManualBlock] = [
    """
    The mouse is off until you ask for it, with `--mouse` or in the palette. Then Shift selects text in \
    most terminals.
    """,
    """
    `Alt-C` copies to the clipboard of the machine in front of you, with the sequence OSC 52. Not every \
    terminal allows that, and none says so. See TERMINALS.
    """,
  ]
}
