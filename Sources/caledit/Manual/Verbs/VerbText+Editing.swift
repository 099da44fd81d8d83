import Manual

extension VerbText {
  /// The full-screen editor.
  static let editing: [VerbText] = [
    VerbText(
      "edit",
      [
        """
        The verb may be left out. `caledit` alone opens the list of the calendars of a sub-account; \
        with the id of a calendar, its name, its slug or a link, it opens that calendar.
        """,
        """
        The screen has the sections on the left, the form on the right, what the selected line means \
        below it, and the keys that work at the bottom. A wrong value never blocks leaving a line: \
        it stays where it is, with its error in words, and counts as a problem. Nothing is sent before \
        you review it: `Ctrl-S` shows what would change, and `Ctrl-S` again sends it. `F1` is the help \
        on the selected field and all keys; `Ctrl-P` lists everything that can be done.
        """,
        """
        Before a save the calendar is loaded again. Where somebody else changed something else, their \
        change is kept; where they changed the same, you see what was loaded, theirs and yours, and \
        choose. After a save the whole calendar is compared, so that "saved" means that it was seen.
        """,
        """
        What is not saved is kept as a draft, half a second after each edit; the next start for the \
        calendar offers to recover it. Every save is on record, see `caledit-history`(1).
        """,
        """
        `--line` is the same editor as questions and answers on plain lines, for screen readers, \
        Braille, serial consoles and scripts; see `caledit-lines`(7).
        """,
        .heading("Files"),
        """
        With `--file` a calendar in a file is edited, offline: a bare object, `{"calendar": …}`, an \
        update body, or a list of calendars, of which an id or a number chooses one. Saving replaces \
        the file in one step, and keeps its owner and permissions. What you did not change keeps its \
        text to the byte: unknown keys, order, the spelling of numbers, line ends, indentation. It is \
        read again before it is written, as a calendar of the service is. A file that is \
        write-protected is refused before the screen opens, unless `--output` names another place for \
        the update body. `--file -` reads standard input, edits on `/dev/tty`, and writes what was \
        saved last to standard output.
        """,
        .heading("Your own editor, and JSON"),
        """
        `Alt-E` on a long text opens it in `$VISUAL`, else `$EDITOR`, else `vi`; the value may be a \
        command such as `code --wait`. The text goes through a file that only you can read and that is \
        removed afterwards; an editor that ends with an error changes nothing. The token is not in its \
        environment.
        """,
        """
        `Alt-J` shows the JSON of the section; `E` there edits it in your editor. The palette (`Ctrl-P`, \
        `json`) has the same for a row and for the whole calendar. A key that you take out is unset, \
        everything that you change is one step of undo, and what you leave alone keeps its spelling. A \
        text that is no JSON, or has keys that do not belong there, is opened again with the problems on \
        top, in lines that begin with `//!`.
        """,
        .heading("Clipboard and pastes"),
        """
        `Alt-C` copies the value of the selected line to the clipboard of the machine in front of you \
        (OSC 52), `C` in the JSON of a section all of that. What a text hides, such as control \
        characters, is copied as the symbols on the screen, and in JSON as escapes.
        """,
        """
        A paste is one step. Line breaks are blanks in fields of one line, and what is beyond 1 MiB is \
        cut, which is said. A paste is a text until its end comes, also when the line stalls: the status \
        line says so, and `Esc` ends it with what has come.
        """,
        .heading("Options and modes"),
        """
        An option that does nothing in the chosen mode is refused: `--route` with `--file`, `--timeout` \
        with `--demo`, and the like. A name, a slug, or a link with a slug is looked for in the sub-account, \
        with `--demo` in its three; in a file of several calendars it is the id that chooses. A link to \
        something else than a calendar is refused with what is needed. `--update changed` names in an update what you \
        changed, `whole` every documented property; `auto` begins with the first, and offers the second \
        when a save was seen to lose what it did not name. `--route auto` tries the path of the vendor's \
        page, with `/free-slots`, and sends the same body to the one of its OpenAPI file where the \
        answer says that there is no such route. A log is made private; tokens and headers that carry \
        secrets are left out, and `--log-bodies` keeps 64 KB of each body.
        """,
      ],
      examples: [
        .init(
          "Look around in a sandbox inside the program, with 46 calendars; nothing leaves the machine:",
          "caledit --demo", ManualExample.needsTerminal),
        .init(
          "Open one of its calendars by its id, and only look:",
          "caledit ocQHyuzHvysMo5N5VsXc --demo --read-only", ManualExample.needsTerminal),
        .init(
          "Edit a file, and write the update body beside it instead of saving:",
          "caledit --file calendar.json --output update.json", ManualExample.needsTerminal),
        .init(
          "A calendar of another profile, with all requests in a log:",
          "caledit ocQHyuzHvysMo5N5VsXc --profile acme --log-file ~/caledit.log",
          ManualExample.needsTerminal),
      ],
      related: [
        "caledit-keys(7)", "caledit-typing(7)", "caledit-fields(7)", "caledit-lines(7)",
        "caledit-config(5)", "caledit-terminals(7)",
      ])
  ]
}
