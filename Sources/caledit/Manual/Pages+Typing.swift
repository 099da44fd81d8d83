import Manual

extension ManualPage {
  /// `caledit-typing(7)`.
  static var typing: ManualPage {
    ManualPage(
      "caledit-typing", section: 7, summary: "what can be typed into caledit",
      [
        Part("DESCRIPTION", typingRules),
        Part("WEEKLY HOURS", [table(of: .week)]),
        Part("DATE-SPECIFIC HOURS", [table(of: .dates), dateRules]),
        Part("NUMBERS WITH A UNIT", [table(of: .length)]),
        Part("LOOK BUSY", [lookBusyRules, table(of: .lookBusy)]),
        Part("RECURRING", [recurrenceRules, table(of: .recurrence)]),
        Part("CONDITIONS ON CALENDARS", [conditions, table(of: .filter)]),
        Part("FIELDS BY NAME", fieldNames),
        Part(
          "SEE ALSO",
          [
            seeAlso([
              "caledit-edit(1)", "caledit-set(1)", "caledit-list(1)", "caledit-fields(7)",
              "caledit-keys(7)",
            ])
          ]),
      ])
  }

  private static let typingRules: [ManualBlock] = [
    """
    The same is typed in the forms of the editor, in its line mode, and behind `<field>=` of \
    `caledit set`, unless a section says otherwise. The editor says with every key what it means; what cannot be read is refused with \
    the place of the mistake, and nothing that was typed is lost. Times are understood with 12 and with \
    24 hours, whichever is shown.
    """
  ]

  private static let dateRules: ManualBlock = """
    Dates are those of the sub-account's time zone. Of a run of more than two months the years have to \
    be written. On the command line it is `dates='2026-12-24..31 closed'`.
    """

  private static let lookBusyRules: ManualBlock = """
    Behind `lookBusy=`. In the forms it is two fields: a switch, and the percentage, which is typed with \
    its sign or without it.
    """

  private static let recurrenceRules: ManualBlock = """
    Behind `recurring=`. In the forms each part is a field of its own; the number of times is typed as \
    `8` or `8 times`.
    """

  private static let conditions: ManualBlock = """
    Typed into the list of calendars, or given to `--filter`. What is no condition is words to look for. In \
    a command the words stand in quotes behind `not`, and where they begin like a condition: \
    `not "intro call"`, `"type 2 diabetes"`. What is nearly a condition is refused with what is near.
    """

  private static let fieldNames: [ManualBlock] = [
    """
    Behind a dot or in brackets stands what is inside of a field: a day, a date, a row by its name or \
    its number, a property of it. `caledit-fields`(7) lists the fields; a name that means nothing is \
    answered with the nearest ones.
    """,
    .example([
      "slotDuration='45 min'          openHours.mon-fri='9-12, 13-17'",
      "dates.2026-12-24=closed        teamMembers['Jonas Berg'].priority=high",
      "lookBusy=40%                   name:='\"A value as JSON\"'",
    ]),
  ]

  private static func table(of place: TypedExample.Place) -> ManualBlock {
    .table(
      TypedExample.all(in: place).map {
        ManualDefinition(ManualText(literal: $0.text), $0.meaning + ".")
      }, indent: 28)
  }
}
