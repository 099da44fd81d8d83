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
        the file in one step. What you did not change keeps its text to the byte. `--file -` reads \
        standard input, edits on `/dev/tty`, and writes what was saved last to standard output.
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
        "caledit-keys(7)", "caledit-lines(7)", "caledit-config(5)", "caledit-terminals(7)",
      ])
  ]
}
