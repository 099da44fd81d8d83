import Manual

extension VerbText {
  /// What reads calendars, and changes nothing.
  static let reading: [VerbText] = [
    VerbText(
      "list",
      [
        """
        A row says the name, the id, whether the calendar takes bookings, how long a meeting is, the \
        open days, what is wrong, and whose schedule governs the hours. One request for each \
        sub-account is enough for that.
        """,
        .heading("Conditions"),
        """
        A filter is words and conditions, with commas between them. A word is looked for in the name, \
        the slug, the id, the group, the members and the type. `not` and `or` do what they say.
        """,
        .table(
          [
            .init("`open on 24 dec`", "has hours on that day"),
            .init("`open sat`, `not open sat`", "by the weekly hours"),
            .init("`look busy on`, `look busy > 20%`", "hides slots"),
            .init("`slot duration > 30 min`, `notice < 1 day`", "any number, in any unit"),
            .init("`member Jonas`, `no members`, `group Studio`", "by people and groups"),
            .init("`draft`, `active`, `has errors`", "by state, and by the rules"),
            .init("`type event or personal`, `location zoom`", "by type and place"),
          ], indent: 46),
      ],
      examples: [
        .init(
          "What has hours on 24 December:",
          "caledit list --demo --filter 'open on 24 dec'"),
        .init(
          "What is wrong, the worst first:",
          "caledit list --demo --filter 'has errors' --sort -problems"),
        .init(
          "The ids alone, for a script:",
          "caledit list --demo --filter 'group Studio' --ndjson"),
        .init("By type:", "caledit list --demo --group type --no-pager"),
      ], related: ["caledit-show(1)"]),
    VerbText(
      "show",
      [
        """
        For each calendar it says in sentences what it is, how long its meetings are, when it is open, \
        who takes them and where, what governs its hours, and what is wrong.
        """
      ],
      examples: [
        .init("One calendar by its name:", "caledit show --demo 'Panel Interview'"),
        .init("All of a group:", "caledit show --demo @Studio"),
        .init("Those that fit:", "caledit show --demo --filter 'type event'"),
      ], related: ["caledit-list(1)", "caledit-get(1)", "caledit-preview(1)"]),
    VerbText(
      "get",
      [
        """
        A field has the name that the service gives it, or the one of the forms. The words of a single \
        value, of hours and of dates can be given to `caledit set` as they stand; where a value is odd \
        or holds control characters, `--json` has it exactly. With `--filter` and `--from` all words are \
        fields, but for groups that stand first. Each of several calendars is loaded.
        """
      ],
      examples: [
        .init("Everything that is set:", "caledit get --demo 'Braces Adjustment'"),
        .init("Some fields:", "caledit get --demo 'Braces Adjustment' slotDuration openHours.mon"),
        .init(
          "One value as the service has it:",
          "caledit get --demo 'Braces Adjustment' openHours --json"),
        .init(
          "Two fields of all calendars of a group, and of all that fit:",
          """
          caledit get --demo @Studio slotDuration openHours.mon
          caledit get --demo --filter 'type personal' slotDuration slotInterval
          """),
      ], related: ["caledit-set(1)", "caledit-export(1)"]),
    VerbText(
      "preview",
      [
        """
        For each of seven days it says the start times, and where there are none, why. With \
        `--offered` the times are those that the service offers now, so what is booked is missing.
        """
      ],
      examples: [
        .init("The next seven days:", "caledit preview --demo 'Evening Pilates'"),
        .init("The week of Christmas:", "caledit preview --demo 'Evening Pilates' --week '24 dec'"),
        .init(
          "What the service offers bookers now:",
          "caledit preview --demo ocQHyuzHvysMo5N5VsXc --offered"),
      ], related: ["caledit-show(1)"]),
    VerbText(
      "diff",
      [
        """
        Files and calendars of the service can be compared with one another. The name and the ids of \
        rows are part of what is compared; keys that an update cannot carry are not.
        """
      ],
      examples: [
        .init(
          "Two calendars; the exit status says that they differ:",
          "caledit diff --demo 'Beard Trim' 'Colour Advice'", .ends(.failure)),
        .init(
          "What has changed since a calendar was exported:",
          """
          caledit export --demo 'Beard Trim' --output before.json
          caledit diff --demo before.json 'Beard Trim'
          """),
        .init(
          "Take the differences to another calendar:",
          """
          caledit diff --demo 'Beard Trim' 'Team Talk' --patch >talk.changes ||
            caledit apply talk.changes 'Kids’ Haircut' --demo --dry-run
          """),
      ], related: ["caledit-apply(1)", "caledit-export(1)"]),
    VerbText(
      "validate",
      [
        """
        An error is what the documented rules say that the service refuses; a warning is legal, but \
        probably not meant. The field is named, and what to do.
        """
      ],
      examples: [
        .init("One calendar:", "caledit validate --demo 'Beard Trim'"),
        .init(
          "A whole group, where warnings count too:", "caledit validate --demo @Studio --strict"),
        .init(
          "All that have an error; the exit status says that there are some:",
          "caledit validate --demo --filter 'has errors'", .ends(.failure)),
        .init(
          "A file, before it is sent to anybody:",
          """
          caledit export --demo 'Beard Trim' --output calendar.json
          caledit validate calendar.json
          """),
      ], related: ["caledit-list(1)"]),
    VerbText(
      "history",
      [
        """
        The last 100 saves of a calendar are kept, and all of a year. A record holds the calendar \
        before, what was sent, the calendar after, and what became of it, without the token. The demo \
        has no history.
        """
      ],
      examples: [
        .init("The saves of all calendars:", "caledit history"),
        .init(
          "The saves of one calendar:", "caledit history ocQHyuzHvysMo5N5VsXc",
          ManualExample.needsAccount),
        .init(
          "What the last save changed:", "caledit history ocQHyuzHvysMo5N5VsXc 1",
          ManualExample.needsAccount),
      ], related: ["caledit-restore(1)", "caledit-runs(1)"]),
    VerbText(
      "export",
      [
        """
        A file is exactly what the service answered, keys that no document lists included, so it is a \
        backup. A file that is there is replaced with `--overwrite` only.
        """
      ],
      examples: [
        .init("One calendar on standard output:", "caledit export --demo 'Beard Trim'"),
        .init(
          "A group, a file for each calendar:", "caledit export --demo @Studio --output studio"),
        .init(
          "All calendars that fit, over the files of yesterday:",
          "caledit export --demo --filter 'not draft' --output backup --overwrite"),
      ], related: ["caledit-diff(1)", "caledit-edit(1)"]),
  ]
}
