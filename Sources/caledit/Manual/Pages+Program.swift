import Manual

extension ManualPage {
  /// `caledit(1)`.
  static var program: ManualPage {
    let verbs = CommandEntry.verbs.map { command in
      ManualDefinition(
        ManualText(literal: "caledit-\(command.name)") + "(1)", ManualText(help: command.abstract))
    }
    return ManualPage(
      "caledit", section: 1, summary: "edit HighLevel booking calendars in the terminal",
      synopsis: ["caledit [<calendar>] [<options>]", "caledit <verb> [<arguments>]"].map(
        CommandWords.synopsis),
      [
        Part("DESCRIPTION", description),
        Part("VERBS", [.table(verbs, indent: 24)]),
        Part(
          "EXAMPLES",
          examples(
            [
              .init(
                "Look around, in a sandbox inside the program:", "caledit --demo",
                ManualExample.needsTerminal)
            ] + introduction)),
        Part("CALENDARS", calendars),
        Part("TOKEN", token),
        Part("EXIT STATUS", ["See `caledit-exit`(7)."]),
        Part("ENVIRONMENT", [.definitions(EnvironmentVariable.all.map(\.definition))]),
        Part(
          "FILES",
          [.definitions(ProgramFile.all.map { .init(ManualText(literal: $0.path), $0.meaning) })]),
        Part(
          "SEE ALSO",
          [
            seeAlso(
              [
                "caledit-edit(1)", "caledit-config(5)", "caledit-keys(7)", "caledit-lines(7)",
                "caledit-terminals(7)",
              ],
              without: "caledit(1)")
          ]),
      ])
  }

  private static let description: [ManualBlock] = [
    """
    `caledit` edits the settings of the booking calendars of HighLevel sub-accounts, over SSH, with a \
    keyboard alone. Without a verb it opens the full-screen editor; its verbs list, compare, check and \
    change calendars from the shell and in scripts.
    """,
    """
    Nothing is sent that you did not see before. Changes of other people are looked for before each \
    save and kept; after it the calendar is compared, so that "saved" means that it was seen. What was \
    not saved is a draft, and each save is on record and can be put back.
    """,
  ]

  /// The first steps; a test runs them.
  static let introduction: [ManualExample] = [
    .init("The same calendars in a list:", "caledit list --demo"),
    .init(
      "What setting the length of a meeting would do:",
      "caledit set --demo 'Braces Adjustment' slotDuration='45 min' --dry-run"),
    .init("More on a verb, or on a topic:", "caledit help set"),
  ]

  private static let calendars: [ManualBlock] = [
    .paragraph(ManualText(help: CalendarWord.help)),
    """
    The sub-account is that of the profile in use, or of `--location`. Several profiles are named with \
    commas between them; `--all-profiles` takes all of them, and `--demo` those of the sandbox.
    """,
  ]

  private static let token: [ManualBlock] = [
    """
    A token opens one sub-account. It comes from `\(TokenSource.variable)`, from a file that only you \
    can read (`--token-file`), or from what a command prints (`--token-command`); the configuration \
    can name the file or the command. It is never an argument, which other users of the machine could \
    see, and it is on no screen, in no message, no file and no log. It goes to the address that you \
    named, over TLS with a verified certificate, and never along a redirect.
    """
  ]
}
