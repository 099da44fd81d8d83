/// What a configuration file says, as far as it can be used, and what is wrong with the rest.
package struct ConfigurationFile: Sendable {
  /// The value of a setting, checked: paths are whole, yes and no are `yes` and `no`.
  package struct Entry: Sendable, Hashable {
    package let value: String
    package let line: Int
  }

  /// A profile: the settings for one sub-account.
  package struct Section: Sendable, Hashable {
    package let name: String
    package let line: Int
    package internal(set) var entries: [SettingName: Entry] = [:]
  }

  /// A line of `[keys]`, which the keymap reads.
  package struct KeyLine: Sendable, Hashable {
    package let command: String
    package let keys: String
    package let line: Int
  }

  package let path: String
  /// What stands before the first section.
  package internal(set) var general: [SettingName: Entry] = [:]
  /// In the order of the file.
  package internal(set) var profiles: [Section] = []
  package internal(set) var keys: [KeyLine] = []
  /// In the order of the file.
  package internal(set) var problems: [ConfigurationProblem] = []

  /// A file that says nothing, as when there is none.
  package init(emptyAt path: String) { self.path = path }

  /// A file that is there and cannot be used.
  package init(_ problem: ConfigurationProblem.Kind, at path: String) {
    self.path = path
    problems = [ConfigurationProblem(problem, path: path, concern: .everything)]
  }

  /// Reads the text of a file.
  ///
  /// - Parameter home: the home folder, for paths with `~/`; nil where there is none.
  package init(_ bytes: [UInt8], at path: String, home: String?, rules: SettingRules) {
    var reading = ConfigurationReading(at: path, home: home, rules: rules)
    for line in IniDocument(bytes).lines { reading.take(line) }
    self = reading.finished()
  }

  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 20

  package func profile(named name: String) -> Section? { profiles.first { $0.name == name } }

  /// Uses nothing of what stands in the file; what is wrong with it can still be said.
  package mutating func refuse(_ kind: ConfigurationProblem.Kind) {
    (general, profiles, keys) = ([:], [], [])
    problems.insert(ConfigurationProblem(kind, path: path, concern: .everything), at: 0)
  }

  /// What is wrong with headings, so that a profile may be missing from ``profiles``; in the order of
  /// the file.
  package var unusedSections: [ConfigurationProblem] {
    problems.filter { problem in
      switch problem.kind {
      case .unknownSection, .unnamedProfile, .quotedProfile, .noHeading, .longHeading: true
      default: false
      }
    }
  }

  /// Adds what somebody else has found.
  package mutating func note(
    _ kind: ConfigurationProblem.Kind, line: Int? = nil,
    concern: ConfigurationProblem.Concern = .nothing
  ) {
    problems.append(ConfigurationProblem(kind, path: path, line: line, concern: concern))
  }
}
