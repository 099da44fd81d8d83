import Manual

extension VerbText {
  /// What is kept on this machine.
  static let keeping: [VerbText] = [
    VerbText(
      "drafts",
      [
        """
        A draft is the work of the editor that was not saved, with its whole history of undo. It is \
        for you alone to read. A draft that is being edited right now is not deleted.
        """
      ],
      examples: [
        .init("All drafts:", "caledit drafts"),
        .init("What is changed in the first:", "caledit drafts show 1", .ends(.failure)),
        .init(
          "Delete two of them, without a question:", "caledit drafts delete 1 2 --yes",
          .ends(.failure)),
      ], related: ["caledit-edit(1)"])
  ]

  /// What sets the program up, and helps.
  static let setup: [VerbText] = [
    VerbText(
      "profiles",
      [
        """
        A profile is a section of the configuration for one sub-account; `--profile` or \
        `CALEDIT_PROFILE` chooses it. The token itself is never shown.
        """
      ],
      examples: [.init("All profiles:", "caledit profiles")],
      related: ["caledit-config(5)", "caledit-check(1)"]),
    VerbText(
      "check",
      [
        """
        It tries the calls that the editor makes, one by one, and says of each whether it works. What \
        does not work comes with what to do: which scope the token lacks, that it belongs to another \
        sub-account, that the certificate of a proxy is not trusted, and so on.
        """
      ],
      examples: [
        .init("The profile in use; there is none here:", "caledit check", .ends(.failure)),
        .init("All profiles:", "caledit check --all", ManualExample.needsAccount),
      ], related: ["caledit-config(5)", "caledit-profiles(1)"]),
    VerbText(
      "config",
      [
        """
        The file needs no profile: with the id of a sub-account and `HIGHLEVEL_TOKEN` everything works \
        without it. It is worth it for what is the same every time.
        """
      ],
      examples: [
        .init("Where the file is:", "caledit config path"),
        .init(
          "Begin one, with every setting explained:", "caledit config edit",
          ManualExample.needsTerminal),
        .init("The same text, to look at:", "caledit config example"),
        .init("What is wrong with it:", "caledit config check"),
        .init("All commands that can have other keys:", "caledit config keys"),
      ], related: ["caledit-config(5)", "caledit-keys(7)", "caledit-profiles(1)"]),
    VerbText(
      "sandbox",
      [
        """
        It speaks the calls around a calendar over real HTTP, on the loopback address only, validates \
        as the service does, and answers with the documented statuses and messages. What is changed is \
        gone when it ends. Scripts can be tried out against it: set `HIGHLEVEL_BASE_URL` to the \
        address that it prints.
        """,
        """
        The service does not behave the same for every account. Each option under "Behaviour that \
        differs between accounts" is one of the ways that integrators report.
        """,
      ],
      examples: [
        .init(
          "One sub-account, with a calendar of each type:", "caledit sandbox --port 8080",
          .parsed(because: "it runs until a signal")),
        .init(
          "The three businesses of the demo, each with a token of its own:",
          "caledit sandbox --demo --token-per-account", .parsed(because: "it runs until a signal")),
        .init(
          "A large account that forgets what an update does not name:",
          "caledit sandbox --accounts 3 --calendars 2000 --put replace",
          .parsed(because: "it runs until a signal")),
      ]),
    VerbText(
      "completions",
      [
        """
        Verbs, options, fields, topics of help, profiles, files, and the calendars and groups that were \
        listed last are completed; where the verb is left out, what `edit` takes. Nothing is asked of \
        the service for that. The Debian package brings the scripts.
        """,
        """
        Behind `caledit` alone the verbs are offered, and calendars from the first letter on. Not \
        completed are conditions of `--filter`, drafts, entries of the history, ids of sub-accounts, and \
        names with characters that a shell takes for more than a text; such a calendar is offered by its \
        id. The calendars of `--demo` are not known, as they are made anew each time.
        """,
      ],
      examples: [
        .init(
          "For bash:",
          """
          mkdir -p ~/.local/share/bash-completion/completions
          caledit completions bash >~/.local/share/bash-completion/completions/caledit
          """),
        .init("For zsh:", "caledit completions zsh >_caledit"),
        .init("For fish:", "caledit completions fish >caledit.fish"),
      ]),
    VerbText(
      "help",
      [
        """
        A topic is a verb, or another one of those that it lists. The pages are \
        those of `man`; where that is installed, `man caledit-set` shows the same. On a terminal a long \
        page goes through the pager.
        """
      ],
      examples: [
        .init("The topics:", "caledit help"),
        .init("How to set fields:", "caledit help set"),
        .init("All keys, with those of your configuration:", "caledit help keys"),
      ]),
  ]
}
