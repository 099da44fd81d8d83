import CommandOutput
import Manual

extension ManualPage {
  /// `caledit-exit(7)`.
  static var exit: ManualPage {
    let statuses = ExitStatus.allCases.map {
      ManualDefinition(ManualText(literal: "\($0.rawValue)"), ManualText(plain: $0.meaning))
    }
    let signals = ExitStatus.signals.map { number, meaning in
      ManualDefinition(
        ManualText(literal: "\(ExitStatus.status(ofSignal: number))"), ManualText(plain: meaning))
    }
    return ManualPage(
      "caledit-exit", section: 7, summary: "exit statuses of caledit",
      [
        Part("DESCRIPTION", [.table(statuses + signals, indent: 6)]),
        Part(
          "NOTES",
          [
            """
            Of several things that fail, the first decides; where others were done, it is \
            \(ExitStatus.partly.rawValue). Where calendars are changed, the first Ctrl-C \
            or request to end stops the run behind the request that is under way, and the second one \
            ends the program at once; both leave a journal that `--resume` goes on with.
            """,
            """
            Where a signal ends the editor, the draft is kept.
            """,
          ]),
        Part("SEE ALSO", [seeAlso([])]),
      ])
  }

  /// `caledit-scripts(7)`.
  static var scripts: ManualPage {
    ManualPage(
      "caledit-scripts", section: 7, summary: "using caledit in scripts",
      [
        Part("DESCRIPTION", scriptRules),
        Part("JSON", envelope),
        Part("EXAMPLES", examples(scriptExamples)),
        Part(
          "SEE ALSO",
          [
            seeAlso(
              ["caledit-exit(7)", "caledit-runs(1)", "caledit-sandbox(1)"],
              without: "caledit-scripts(7)")
          ]),
      ])
  }

  private static let scriptRules: [ManualBlock] = [
    """
    What was asked for goes to standard output; what went wrong, what is worth knowing and progress go \
    to standard error. In a pipe nothing is coloured, cut or paged. No command asks a question without \
    a terminal: what has to be confirmed needs `--yes`, and ends with \(ExitStatus.needsYes.rawValue) \
    without it.
    """,
    """
    Names, texts and answers of the service come out with control characters made visible; in JSON \
    they are escapes, which mean the same.
    """,
  ]

  private static let envelope: [ManualBlock] = [
    "With `--json` a command answers with one object, and nothing else on standard output:",
    .definitions(
      [
        (
          "schemaVersion",
          """
          \(Envelope.schemaVersion). It grows when a member changes its meaning or goes; new members \
          may come at any time.
          """
        ),
        ("program", "`\(Envelope.program)`."),
        ("version", "The version of the program."),
        ("command", "The verb."),
        ("ok", "Whether all is as wanted."),
        ("status", "The exit status, which says more; see `caledit-exit`(7)."),
        ("data", "What the command is for; null where there is nothing."),
        (
          "problems",
          """
          What standard error says as well: a list of objects with `severity` (`error`, `warning` or \
          `note`), `message`, and where there are some `details`, and `status`, the exit status that \
          the problem alone would have.
          """
        ),
      ].map { ManualDefinition(ManualText(literal: $0.0), ManualText(marked: $0.1)) }),
    """
    With `--ndjson` there is an object on each line, with a `kind`: the records first, as they come, \
    and as the last line the same envelope of the kind `summary`, without `data` and with `records`, \
    the number of the lines before it. A reader that sees no summary knows that the command was cut \
    off.
    """,
  ]

  /// Lines for scripts; a test runs them.
  static let scriptExamples: [ManualExample] = [
    .init(
      "The names of the calendars that have an error:",
      """
      caledit list --demo --filter 'has errors' --json |
        python3 -c 'import json, sys
      for calendar in json.load(sys.stdin)["data"]["calendars"]:
          sys.stdout.write(calendar["name"] + "\\n")'
      """),
    .init(
      "A check for a monitor, which stays silent where all is well:",
      "caledit validate --demo @Consultations >report.txt || cat report.txt"),
    .init(
      "A backup of all calendars every night:",
      "caledit export --demo --filter '' --output \"backup-$(date +%F)\""),
    .init(
      "The same change twice is one change: what is as wanted is not sent again.",
      "caledit set --demo 'Beard Trim' slotDuration='20 min' --yes"),
  ]
}
