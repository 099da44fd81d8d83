/// The name of a setting, as it is written in the configuration file.
package enum SettingName: String, Sendable, Hashable, CaseIterable {
  case profile, location
  case tokenCommand = "token-command"
  case tokenFile = "token-file"
  case baseURL = "base-url"
  case apiVersion = "api-version"
  case route, update
  case caFile = "ca-file"
  case timeout, check
  case readOnly = "read-only"
  case logFile = "log-file"
  case logBodies = "log-bodies"
  case theme, ascii, utf8, mouse, boxes, line
  case escDelay = "esc-delay"
  case clock
  case weekStarts = "week-starts"
}

/// What can be set, and how: the one entry that the file, the options and the example are made of.
package struct Setting: Sendable {
  package enum Kind: Sendable, Hashable {
    /// The name of a profile.
    case profileName
    /// An id of the service: letters and digits.
    case identifier
    /// A command line for the shell.
    case command
    /// A path; `~/` is the home folder, and a relative one is of the folder of the file.
    case path
    case url
    /// One of some names, see ``SettingRules/choices``.
    case choice
    /// A whole number in a range, in a unit.
    case number(ClosedRange<Int>, unit: String)
    case yesNo
  }

  /// Where it may stand.
  package enum Place: Sendable, Hashable {
    /// Before the first section only.
    case general
    /// In a profile, or before the first section for all of them.
    case anywhere
    /// The same, but what stands before the first section counts only while no profile is in use:
    /// it belongs to one sub-account.
    case eachItsOwn
  }

  package let name: SettingName
  package let kind: Kind
  package let place: Place
  /// The long option of the command line, with its dashes.
  package let option: String
  /// The variable of the environment; nil where there is none.
  package let variable: String?
  /// Whether a wrong value stops what needs it.
  ///
  /// Without it the program would do something else than was asked for: save where it should not,
  /// or send a token to another server. A wrong colour stops nothing.
  package let stops: Bool
  /// A value for the example; nil for the first of the choices.
  package let example: String?
  /// What it does, in one sentence.
  package let help: String

  init(
    _ name: SettingName, _ kind: Kind, _ place: Place = .anywhere, option: String? = nil,
    variable: String? = nil, stops: Bool = false, example: String? = nil, help: String
  ) {
    self.name = name
    self.kind = kind
    self.place = place
    self.option = option ?? "--" + name.rawValue
    self.variable = variable
    self.stops = stops
    self.example = example
    self.help = help
  }

  /// Whether it says which sub-account is meant or opens it, so that options and variables are for
  /// the profile in use and no other.
  package var isOfAccount: Bool { place == .eachItsOwn || name == .baseURL || name == .profile }

  /// Whether the option is a word without a value.
  package var isFlag: Bool { kind == .yesNo }
}

/// What the values of settings may be, as far as other modules decide it.
package struct SettingRules: Sendable {
  /// The names that a setting of kind ``Setting/Kind/choice`` takes.
  let choices: [SettingName: [String]]
  /// The address of the service where nothing names one.
  let standardBaseURL: String
  /// Why a value cannot be used, in words that do not repeat secrets; nil when it can.
  let check: @Sendable (SettingName, String) -> String?

  package init(
    choices: [SettingName: [String]], standardBaseURL: String,
    check: @escaping @Sendable (SettingName, String) -> String? = { _, _ in nil }
  ) {
    let own: [SettingName: [String]] = [
      .clock: ClockStyle.allCases.map(\.rawValue), .weekStarts: WeekStart.allCases.map(\.rawValue),
    ]
    self.choices = own.merging(choices) { $1 }
    self.standardBaseURL = standardBaseURL
    self.check = check
  }

  package func choices(of name: SettingName) -> [String] { choices[name] ?? [] }
}
