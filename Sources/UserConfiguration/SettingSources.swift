/// A setting with where its value comes from.
package struct ResolvedSetting: Sendable, Hashable {
  /// From the strongest to the weakest.
  package enum Origin: Sendable, Hashable {
    case option(String)
    case environment(String)
    /// The profile's section of the file.
    case profile(String, line: Int)
    /// The lines of the file before its first section.
    case general(line: Int)
    /// Nobody said anything.
    case standard
  }

  package let value: String
  package let origin: Origin

  package init(_ value: String, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// Whether it was said for this run, and not in the file.
  package var isOfThisRun: Bool {
    switch origin {
    case .option, .environment: true
    case .profile, .general, .standard: false
    }
  }
}

/// Everything that says something about settings: option > environment > profile > general.
package struct SettingSources: Sendable {
  /// What the command line says; yes and no as `yes` and `no`.
  package let options: [SettingName: String]
  /// What the variables of the settings say, as it stands there.
  package let environment: [SettingName: String]
  package let file: ConfigurationFile
  package let rules: SettingRules
  /// Whether the environment has a token.
  package let hasEnvironmentToken: Bool

  package init(
    options: [SettingName: String] = [:], environment: [SettingName: String] = [:],
    file: ConfigurationFile, rules: SettingRules, hasEnvironmentToken: Bool = false
  ) {
    self.options = options
    self.environment = environment
    self.file = file
    self.rules = rules
    self.hasEnvironmentToken = hasEnvironmentToken
  }

  /// The value of a setting by the strongest source that has one.
  ///
  /// - Parameters:
  ///   - section: the section of a profile; nil where no profile is in use.
  ///   - isInUse: false for a profile beside the one in use, for which options and variables that
  ///     are about a sub-account do not count.
  package func value(
    of name: SettingName, in section: ConfigurationFile.Section?, isInUse: Bool = true
  ) -> ResolvedSetting? {
    let setting = Setting.of(name)
    if isInUse || !setting.isOfAccount {
      if let text = options[name] { return ResolvedSetting(text, .option(setting.option)) }
      if let variable = setting.variable, let text = environment[name] {
        return ResolvedSetting(text, .environment(variable))
      }
    }
    if let section, let entry = section.entries[name] {
      return ResolvedSetting(entry.value, .profile(section.name, line: entry.line))
    }
    guard section == nil || setting.place != .eachItsOwn else { return nil }
    return file.general[name].map { ResolvedSetting($0.value, .general(line: $0.line)) }
  }

  // MARK: Profiles

  /// Which profile is in use, by its name; nil where none is.
  package var chosenProfile: ResolvedSetting? { value(of: .profile, in: nil) }

  /// What counts where no profile is used, whichever is chosen.
  package var withoutProfile: Profile { Profile(nil, isInUse: true, self) }

  /// The profile in use; without one it has no name, and what stands before the first section.
  ///
  /// - Throws: where the file has none of that name.
  package func profileInUse() throws(MissingProfile) -> Profile {
    guard let chosen = chosenProfile else { return withoutProfile }
    guard let section = file.profile(named: chosen.value) else {
      throw MissingProfile(name: chosen.value, names: file.profiles.map(\.name), self)
    }
    return Profile(section, isInUse: true, self)
  }

  /// All profiles of the file, in its order.
  package var profiles: [Profile] {
    let chosen = chosenProfile?.value
    return file.profiles.map { Profile($0, isInUse: $0.name == chosen, self) }
  }
}

/// Somebody chose a profile that the file has not.
package struct MissingProfile: Error, Sendable, Hashable {
  package let name: String
  package let names: [String]
  /// What is wrong with the file where it names the profile or cannot be read; empty where the file
  /// is well.
  package let causes: [ConfigurationProblem]

  init(name: String, names: [String], _ sources: SettingSources) {
    self.name = name
    self.names = names
    causes = sources.file.problems.filter { problem in
      switch problem.concern {
      case .everything: return true
      case .setting(.profile, _): return sources.chosenProfile?.isOfThisRun == false
      default: return false
      }
    }
  }

  package var message: String { ConfigurationTexts.message(ofMissing: name, names) }
}
