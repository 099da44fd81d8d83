import Editor
import Manual

extension ManualPage {
  /// `caledit-lines(7)`.
  static var lines: ManualPage {
    let commands = LineReference.commands.map { command in
      ManualDefinition(
        ManualText(literal: command.usage),
        ManualText(plain: command.help)
          + (command.aliases.isEmpty
            ? "" : "; also " + CommandWords.list(command.aliases, last: ", ")) + ".")
    }
    return ManualPage(
      "caledit-lines", section: 7, summary: "the caledit editor on plain lines",
      [
        Part("DESCRIPTION", lineRules),
        Part("COMMANDS", [.definitions(commands)]),
        Part("EXAMPLES", examples(lineExamples)),
        Part("SEE ALSO", [seeAlso(["caledit-edit(1)", "caledit-terminals(7)"])]),
      ])
  }

  private static let lineRules: [ManualBlock] = [
    """
    `caledit --line` is the editor as questions and answers on plain lines: for screen readers, Braille \
    displays, `script`, serial consoles and dumb terminals. It places no cursor and sends no control \
    sequence. It starts by itself where `ACCESSIBLE` is set to anything, and where `TERM` is not set, names \
    a terminal that terminfo does not know, or one that can show nothing but lines; `--no-line` is the \
    full screen all the same.
    """,
    """
    A number or a name opens a section, or chooses a line and asks for its new value; \
    `<name> = <value>` sets one at once. An empty line says again what is shown. All actions of the \
    editor have names as well: `actions` says those that can be done. A number before a command chooses \
    first: `2 leave out`, `3 mark`. A field of several rows needs its row first: go to the team member, \
    then `priority = low`.
    """,
    """
    An opening calendar says the most important lines; `more` says the rest, `list` all. Where a value \
    is asked for, an empty line keeps the old one, and commands begin with a full stop: `.back`. Ctrl-C \
    leaves what is asked; where nothing is, a second one ends the editor and keeps the drafts. After \
    Ctrl-Z and `fg` it says where you are.
    """,
    """
    Lines can come from a file. Each is read when what the ones before it asked for has come. At the \
    end of its input the editor ends and keeps the draft; the exit status is \
    \(ExitStatus.failure.rawValue) where that leaves something unsaved or a question open, and where a \
    line was not understood or could not be done; standard error says the first such line. Where `quit` \
    is answered with `d`, the draft is kept on purpose: standard error says it, and the status is \
    \(ExitStatus.done.rawValue). `suspend` is for a terminal.
    """,
  ]

  /// A test runs them.
  static let lineExamples: [ManualExample] = [
    .init(
      "The sections of a calendar, and what is in one of them:",
      "printf '%s\\n' sections slots quit | caledit ocQHyuzHvysMo5N5VsXc --demo --line")
  ]
}
