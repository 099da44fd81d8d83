import Manual
import UserConfiguration

extension ManualPage {
  /// `caledit-config(5)`.
  static var configuration: ManualPage {
    ManualPage(
      "caledit-config", section: 5, summary: "configuration file of caledit",
      [
        Part("DESCRIPTION", syntax),
        Part(
          "SETTINGS",
          [
            .heading("Before the first section only"),
            .definitions(settings { $0.place == .general }),
            .heading("In a profile, or before the first section for all of them"),
            .definitions(settings { $0.place == .anywhere }),
            .heading("For one sub-account"),
            """
            These stand in a profile. Before the first section they count only while no profile is in \
            use.
            """,
            .definitions(settings { $0.place == .eachItsOwn }),
          ]),
        Part("KEYS", keySection),
        Part("WHAT GOES BEFORE WHAT", precedence),
        Part("TOKENS", tokens),
        Part(
          "EXAMPLE",
          [
            "The text that `caledit config edit` begins a file with, and that `caledit config example` prints:",
            .example(
              ConfigCommand.Edit.example.split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast().map(String.init)),
          ]),
        Part(
          "SEE ALSO", [seeAlso(["caledit-config(1)", "caledit-profiles(1)", "caledit-keys(7)"])]),
      ])
  }

  private static let syntax: [ManualBlock] = [
    """
    The file is `$XDG_CONFIG_HOME/caledit/config`, by default `~/.config/caledit/config`. Nothing needs \
    it, and nothing writes it without a question: `caledit config edit` opens it in your editor and \
    begins one where there is none.
    """,
    """
    A line is `<name> = <value>`, the title of a section in brackets, or a comment, which begins with \
    `#` or `;`. A `;` behind a blank begins a comment behind a value. A section `[profile <name>]` is \
    for one sub-account, and `[keys]` for other keys. A path is absolute, begins with `~/`, or is \
    relative to the folder of the file. yes and no may be written as true and false, on and off, 1 and \
    0.
    """,
    """
    What is wrong is said with its line, and stops only what needs it: a wrong colour stops nothing. \
    Where the program would do something else than you asked for (an address, a token, `read-only`), \
    it does not start. `caledit config check` says all of it.
    """,
  ]

  private static let keySection: [ManualBlock] = [
    """
    A line in `[keys]` is the name of a command and its keys, with commas or blanks between them. \
    A key that is chosen for one command is taken from the others of its place. Keys are written as \
    `Ctrl-S`, `Alt-N`, `F8`, `Shift-Tab`, `PgDn` or the character itself. A character is only for commands that have one by themselves, and for \
    places that have some, such as `conflict`: elsewhere it could not be typed any more. `caledit config keys` lists the commands, and \
    `caledit-keys`(7) explains them.
    """,
    .example(["[keys]"] + ConfigCommand.Edit.exampleKeys.map { "\($0.command) = \($0.keys)" }),
  ]

  private static let precedence: [ManualBlock] = [
    """
    An option goes before a variable of the environment, that before the profile, that before what \
    stands above the first section, and that before what is built in. The profile in use is that of \
    `--profile`, else of `CALEDIT_PROFILE`, else of `profile =`.
    """
  ]

  private static let tokens: [ManualBlock] = [
    """
    A token has no place in the file: `token = …`, or anything that looks like one, is refused, and no \
    message repeats it. The token of a profile goes to the address and the sub-account that the file \
    names beside it; an option or a variable that names others does not get it. A file with a token \
    must be readable by you alone.
    """
  ]

  /// The settings of one kind, each with everything that is known of it.
  private static func settings(_ isMeant: (Setting) -> Bool) -> [ManualDefinition] {
    Setting.all.filter(isMeant).map { setting in
      ManualDefinition(
        ManualText(literal: setting.name.rawValue) + " = "
          + ManualText([.init(setting.valueWord, .variable)]),
        [
          .paragraph(
            [ManualText(help: setting.help)].appending(setting.choiceWords).appending(
              "The option is " + ManualText(literal: setting.option) + setting.variableWords + "."
            )
            .appending(setting.stops ? nil : "A wrong value stops nothing.")
            .joined())
        ])
    }
  }
}

extension Setting {
  /// What its value is called.
  fileprivate var valueWord: String {
    switch kind {
    case .profileName: "profile"
    case .identifier: "id"
    case .command: "command"
    case .path: "path"
    case .url: "address"
    case .choice: "name"
    case .number(_, let unit): unit
    case .yesNo: "yes|no"
    }
  }

  /// Which values there are; nil where that says itself.
  fileprivate var choiceWords: ManualText? {
    switch kind {
    case .choice:
      "One of "
        + CommandWords.list(SettingRules.program.choices(of: name), last: " and ") + "."
    case .number(let range, let unit):
      ManualText(plain: "From \(range.lowerBound) to \(range.upperBound) \(unit).")
    default: nil
    }
  }

  fileprivate var variableWords: ManualText {
    variable.map { ", and the variable " + ManualText(literal: $0) } ?? ""
  }
}

extension [ManualText] {
  fileprivate func appending(_ text: ManualText?) -> [ManualText] {
    text.map { self + [$0] } ?? self
  }

  /// The sentences with a blank between them.
  fileprivate func joined() -> ManualText {
    dropFirst().reduce(first ?? "") { $0 + " " + $1 }
  }
}
