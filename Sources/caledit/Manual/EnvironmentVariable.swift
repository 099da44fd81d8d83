import CalendarAPI
import Manual
import UserConfiguration

/// A variable of the environment that the program obeys, for the manual.
struct EnvironmentVariable: Sendable {
  let names: [String]
  let meaning: ManualText

  init(_ names: String..., meaning: ManualText) { self.init(names: names, meaning: meaning) }

  private init(names: [String], meaning: ManualText) {
    (self.names, self.meaning) = (names, meaning)
  }

  /// Those of settings, and all others.
  static let all: [EnvironmentVariable] =
    [
      .init(
        TokenSource.variable,
        meaning: """
          The token: a Sub-Account access token or a Private Integration Token with the scopes \
          `calendars.readonly` and `calendars.write`. It is used without a profile, or for a profile that \
          names no token. Programs that caledit starts do not get it.
          """)
    ]
    + Setting.all.compactMap { setting in
      setting.variable.map {
        EnvironmentVariable(
          $0,
          meaning: ManualText(plain: setting.help + " The same as ")
            + ManualText(literal: setting.option)
            // Programs agree on that for this variable alone.
            + (setting.name == .line ? ", whatever it is set to, also 0." : "."))
      }
    } + others

  private static let others: [EnvironmentVariable] = [
    .init(
      names: ProxySetting.variables.filter { $0 == $0.uppercased() },
      meaning: """
        The proxy, the first before the second, and what is reached without it. They may be written in \
        small letters, which go before capital ones. A proxy is reached by `http://`. A service that \
        is named by an IP address is not reached through a proxy, as its certificate could not be \
        verified there.
        """),
    .init(
      "TERM",
      meaning: """
        The terminal; see `caledit-terminals`(7). Where it is not set or not known, the editor starts in \
        line mode.
        """),
    .init("TMUX", meaning: "Says that the clipboard is that of tmux."),
    .init("NO_COLOR", meaning: "Where it is set to anything, nothing is coloured."),
    .init(
      "LC_ALL", "LC_CTYPE", "LC_TIME", "LANG",
      meaning: """
        Whether the terminal shows UTF-8, hours of 12 or of 24, and the first day of a week. Without \
        any of them the terminal is asked whether it shows UTF-8.
        """),
    .init(
      "PAGER", meaning: "Shows long answers; by default `\(Pager.standard)`. `cat` means none."),
    .init("LESSCHARSET", meaning: "Set for `less` where it is not, so that it shows UTF-8."),
    .init(
      "VISUAL", "EDITOR",
      meaning: "The editor for long texts, JSON and the configuration, the first before the second."
    ),
    .init("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME", meaning: "Where files are; see FILES."),
    .init("TMPDIR", meaning: "Where a text is while your editor has it; by default `/tmp`."),
    .init("TZ", "TZDIR", meaning: "The clock of this machine, and where time zones are described."),
    .init(
      "SUDO_USER", meaning: "Who made a save, in the history, where caledit runs under `sudo`."),
    .init(
      "SWIFT_BACKTRACE", meaning: "What is printed after a crash; for those who work on caledit."),
  ]

  var definition: ManualDefinition {
    ManualDefinition(CommandWords.list(names, last: ", "), meaning)
  }
}
