import Manual

extension VerbText {
  /// What the verbs that change many calendars have in common.
  private static let plan: [ManualBlock] = [
    .heading("What happens"),
    """
    First the calendars are loaded, and what would be done to each is shown in the sentences of the \
    editor's review. Then you are asked; `--yes` answers, and without a terminal nothing is sent \
    without it. A calendar that would have new errors, or whose hours a schedule governs, is not changed, \
    and says so; `--force` and `--hours-anyway` send it all the same. Errors that a calendar has \
    already are named in the plan: the service may refuse every update of it.
    """,
    """
    Each calendar is loaded again before it is saved. Where somebody else has changed the same since \
    the plan, it is left alone, unless `--mine` or `--theirs` decides. After each save the calendar is \
    compared: "saved" means that it was seen. One calendar of each sub-account goes alone at first: \
    where its update loses properties that it did not name, no other is sent there. Requests go at \
    the pace that the service allows a sub-account, also where several commands run at once.
    """,
    """
    That a sub-account lost something so is remembered, whoever saw it: a run, or a save in the \
    editor. From then on the plan says that nothing is sent there. `update = whole` in the profile, or \
    `--update whole`, sends the whole calendar each time; what is lost already comes back with \
    `caledit-restore`(1) then. `--update changed` sends the changes alone in spite of \
    it; where that loses nothing, the loss is forgotten. A list is sent whole, with the keys in its \
    rows that no document lists; the plan names them, as the service may refuse or lose them.
    """,
    """
    The run is on record. Where it was cut off, the same command with `--resume` goes on with what is \
    left, see `caledit-runs`(1); each save can be put back, see `caledit-restore`(1).
    """,
  ]

  /// What changes calendars.
  static let writing: [VerbText] = [
    VerbText(
      "set",
      [
        """
        A user, a group or a form is written by its name or its id. Where the service lists them, what \
        nothing is called is refused with the nearest names, unless it looks like an id. What is typed \
        has to be UTF-8.
        """
      ] + plan,
      examples: [
        .init(
          "Show what would be done, and do nothing:",
          "caledit set --demo 'Braces Adjustment' slotDuration='45 min' --dry-run"),
        .init(
          "Close a group over Christmas:",
          "caledit set --demo @Studio dates='24-26 dec closed' --dry-run",
          .ends(.partly)),
        .init(
          "Weekly hours, without a question, with an answer for programs:",
          "caledit set --demo 'Beard Trim' openHours.mon-fri='9-12, 13-17' --yes --json"),
        .init(
          "All calendars that fit:",
          "caledit set --demo --filter 'type personal, not draft' lookBusy=40% --yes"),
        .init(
          "Those of a list that another command made:",
          """
          caledit list --demo --filter 'slot duration > 1 h' --json >long.json
          caledit set --demo --from long.json slotBuffer='10 min' --dry-run
          """),
        .init(
          "Without a terminal and without `--yes` nothing is sent:",
          "caledit set --demo 'Braces Adjustment' slotDuration='45 min' </dev/null",
          .ends(.needsYes)),
      ], related: ["caledit-unset(1)", "caledit-apply(1)", "caledit-get(1)", "caledit-runs(1)"]),
    VerbText(
      "unset",
      [
        """
        An update of the service cannot take a property away, so unsetting a whole field is refused \
        for a calendar of the service and works for files and rows: what can be taken away are entries \
        of lists, such as a date or a team member.
        """
      ] + plan,
      examples: [
        .init(
          "Take the first date-specific entry away; `dates.2026-12-24` is one by its date:",
          "caledit unset --demo ocQHyuzHvysMo5N5VsXc 'dates[1]' --dry-run"),
        .init(
          "A whole property cannot be taken away, and the plan says so:",
          "caledit unset --demo 'Beard Trim' notes --dry-run", .ends(.refused)),
      ], related: ["caledit-set(1)"]),
    VerbText(
      "apply",
      [
        """
        Such a file can be kept under version control, reviewed, and applied to more calendars later. \
        Lines that begin with `#` are comments.
        """
      ] + plan,
      examples: [
        .init(
          "Two changes for a group, from standard input:",
          """
          printf '%s\\n' 'openHours.sat=closed' 'lookBusy=40%' |
            caledit apply - @Studio --demo --dry-run
          """),
        .init(
          "A file that is kept:",
          """
          echo 'slotBuffer=10 min' >buffer.changes
          caledit apply buffer.changes --demo --filter 'type personal' --dry-run
          """),
      ], related: ["caledit-set(1)", "caledit-diff(1)"]),
    VerbText(
      "copy",
      [
        """
        What a target's type forbids, and what an update cannot take away, is said in the plan. Names \
        for `--only` and `--also` are fields, such as `openHours`, and sections, such as `slots`.
        """
      ] + plan,
      examples: [
        .init(
          "The weekly hours of one calendar for another:",
          "caledit copy --demo 'Beard Trim' --to 'Kids’ Haircut' --only openHours --dry-run"),
        .init(
          "Hours and slots for a whole group:",
          "caledit copy --demo 'Beard Trim' --to @Studio --only openHours,slots --dry-run",
          .ends(.partly)),
      ], related: ["caledit-set(1)", "caledit-diff(1)"]),
    VerbText(
      "restore",
      [
        """
        With `--run` each calendar that the run saved gets back what its save changed. One that was put \
        back before is unchanged. Hours that the run sent with `--hours-anyway` are sent again; others \
        that a schedule governs by now are left out, and the plan says so. A schedule that the service \
        deleted cannot be made again: the plan says what it was.
        """
      ] + plan,
      examples: [
        .init(
          "What would come back:", "caledit restore ocQHyuzHvysMo5N5VsXc --dry-run",
          ManualExample.needsAccount),
        .init(
          "Undo the save before the last:", "caledit restore ocQHyuzHvysMo5N5VsXc 2",
          ManualExample.needsAccount),
        .init(
          "Undo the last run, in all its calendars:", "caledit restore --run 1",
          ManualExample.needsAccount),
      ], related: ["caledit-history(1)", "caledit-runs(1)"]),
    VerbText(
      "runs",
      [
        """
        A run is one call of `set`, `unset`, `apply`, `copy` or `restore` on the calendars of the \
        service. The list says when it was, what it did, and how many calendars are saved, left alone \
        or not done yet; what is none of them is left out. Runs of the demo are not kept.
        """
      ],
      examples: [
        .init("All runs:", "caledit runs"),
        .init("The same for programs:", "caledit runs --json"),
        .init(
          "Go on with the last run of a command that was not finished:",
          "caledit set --resume --yes",
          ManualExample.needsAccount),
      ], related: ["caledit-set(1)", "caledit-history(1)"]),
  ]
}
