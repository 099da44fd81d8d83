import Manual

/// What the manual says of a verb beyond what the parser knows.
struct VerbText: Sendable {
  let name: String
  /// What it is for and how it works, behind the discussion of the help.
  let description: [ManualBlock]
  let examples: [ManualExample]
  /// The pages that a reader may want next, such as `caledit-apply(1)`.
  let related: [String]

  init(
    _ name: String, _ description: [ManualBlock] = [], examples: [ManualExample],
    related: [String] = []
  ) {
    self.name = name
    self.description = description
    self.examples = examples
    self.related = related
  }

  /// The texts of all verbs that the help shows.
  static let all: [VerbText] = editing + reading + writing + keeping + setup

  static func of(_ name: String) -> VerbText? { all.first { $0.name == name } }
}

/// A command line that the manual shows.
struct ManualExample: Sendable, Hashable {
  /// How a test tries it.
  enum Trial: Sendable, Hashable {
    /// It is run as it stands, and ends with this status.
    case ends(ExitStatus)
    /// It is not run, for this reason; the parser has to understand it all the same.
    case parsed(because: String)
  }

  /// A line for the shell.
  let line: String
  let says: ManualText
  let trial: Trial

  init(_ says: ManualText, _ line: String, _ trial: Trial = .ends(.done)) {
    (self.line, self.says, self.trial) = (line, says, trial)
  }

  static let needsTerminal = Trial.parsed(because: "it needs a terminal")
  static let needsAccount = Trial.parsed(because: "it needs a sub-account")
}
