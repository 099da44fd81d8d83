/// The settings for one sub-account: a profile of the file, or what counts without one.
package struct Profile: Sendable {
  /// Nil where no profile is in use.
  package let name: String?
  package let isInUse: Bool
  let section: ConfigurationFile.Section?
  let sources: SettingSources

  init(_ section: ConfigurationFile.Section?, isInUse: Bool, _ sources: SettingSources) {
    name = section?.name
    self.isInUse = isInUse
    self.section = section
    self.sources = sources
  }

  /// The value of a setting, with where it comes from; nil where nobody says anything.
  package subscript(_ name: SettingName) -> ResolvedSetting? {
    sources.value(of: name, in: section, isInUse: isInUse)
  }

  /// The value of a setting of yes or no.
  package func isOn(_ name: SettingName, standard: Bool = false) -> Bool {
    self[name].flatMap { Setting.yesNo($0.value) } ?? standard
  }

  /// The id of the sub-account; nil where nobody names it.
  package var location: String? { self[.location]?.value }

  /// The address of the service, as somebody wrote it or the standard one.
  package var baseURL: String { self[.baseURL]?.value ?? sources.rules.standardBaseURL }

  /// Where in the configuration a setting stands whose value counts: `/home/me/.config/caledit/config:3`;
  /// nil where an option or the environment says it, or nobody.
  package func line(of name: SettingName) -> String? {
    switch self[name]?.origin {
    case .profile(_, let line), .general(let line): "\(sources.file.path):\(line)"
    case .option, .environment, .standard, nil: nil
    }
  }

  /// Whether nothing may be saved.
  package var isReadOnly: Bool { isOn(.readOnly) }

  // MARK: Problems

  /// What stands in the way of a use that needs some settings, or of all use.
  package func obstacles(to needed: [SettingName]) -> [ConfigurationProblem] {
    sources.file.problems.filter { problem in
      if case .token = problem.kind {
        return needed.contains(.tokenFile) && isOwn(problem.concern)
      }
      return switch problem.concern {
      case .nothing: false
      case .everything: true
      case .profile(let name): name == self.name
      case .setting(let setting, let owner):
        needed.contains(setting)
          && isConcerned(by: setting, of: owner, isMisspelt: problem.isUnknownSetting)
      case .settings(let names):
        names.contains { needed.contains($0) && !isSaidForThisRun($0) }
      }
    }
  }

  /// What is wrong and concerns this profile, or nobody.
  ///
  /// - Parameter file: the file, with what others have found in it.
  package func notes(of file: ConfigurationFile) -> [ConfigurationProblem] {
    file.problems.filter { problem in
      switch problem.concern {
      case .nothing, .everything, .settings: true
      case .profile(let name), .setting(_, .some(let name)): name == self.name
      case .setting(_, nil): true
      }
    }
  }

  /// Whether a line stands in the section of this profile, or in none of another one.
  ///
  /// A token in the file is refused wherever the token comes from that is used: it lies open there.
  private func isOwn(_ concern: ConfigurationProblem.Concern) -> Bool {
    switch concern {
    case .profile(let owner), .setting(_, .some(let owner)): owner == name
    case .nothing, .everything, .setting(_, nil), .settings: true
    }
  }

  /// Whether a setting of an owner that cannot be used would have counted here.
  ///
  /// - Parameter isMisspelt: whether only its name is wrong. What that was to be is a guess, so that
  ///   only an option goes before it, and not the token of the environment.
  private func isConcerned(by name: SettingName, of owner: String?, isMisspelt: Bool) -> Bool {
    if isSaidForThisRun(name, orByTokenOfEnvironment: !isMisspelt) { return false }
    if name == .profile { return true }
    guard let owner else {
      if self.name != nil, Setting.of(name).place == .eachItsOwn { return false }
      // What a profile says itself does not need what is said for all.
      return section?.entries[name] == nil
    }
    return owner == self.name
  }

  /// Whether an option or the environment says a setting, so that the file does not count.
  private func isSaidForThisRun(
    _ name: SettingName, orByTokenOfEnvironment: Bool = true
  ) -> Bool {
    if name == .profile { return sources.chosenProfile?.isOfThisRun == true }
    let isToken = name == .tokenFile || name == .tokenCommand
    let sayers: Set<SettingName> = isToken ? [.tokenFile, .tokenCommand] : [name]
    if sayers.contains(where: { self[$0]?.isOfThisRun == true }) { return true }
    // Without a profile, the token of the environment goes before one of the file.
    return isToken && orByTokenOfEnvironment && self.name == nil && sources.hasEnvironmentToken
  }
}

extension ConfigurationProblem {
  /// Whether the name of the line is that of no setting.
  fileprivate var isUnknownSetting: Bool {
    if case .unknownSetting = kind { true } else { false }
  }
}
