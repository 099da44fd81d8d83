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

  /// Whether nothing may be saved.
  package var isReadOnly: Bool { isOn(.readOnly) }

  // MARK: Problems

  /// What stands in the way of a use that needs some settings, or of all use.
  package func obstacles(to needed: some Sequence<SettingName>) -> [ConfigurationProblem] {
    let needed = Set(needed)
    return sources.file.problems.filter { problem in
      switch problem.concern {
      case .nothing: false
      case .everything: true
      case .profile(let name): name == self.name
      case .setting(let setting, let owner):
        needed.contains(setting) && isConcerned(by: setting, of: owner)
      }
    }
  }

  /// What is wrong and concerns this profile, or nobody.
  ///
  /// - Parameter file: the file, with what others have found in it.
  package func notes(of file: ConfigurationFile) -> [ConfigurationProblem] {
    file.problems.filter { problem in
      switch problem.concern {
      case .nothing, .everything: true
      case .profile(let name), .setting(_, .some(let name)): name == self.name
      case .setting(_, nil): true
      }
    }
  }

  /// Whether a setting of an owner that cannot be used would have counted here.
  private func isConcerned(by name: SettingName, of owner: String?) -> Bool {
    if name == .profile { return sources.chosenProfile?.isOfThisRun != true }
    let sayers: Set<SettingName> =
      name == .tokenFile || name == .tokenCommand ? [.tokenFile, .tokenCommand] : [name]
    if sayers.contains(where: { self[$0]?.isOfThisRun == true }) { return false }
    // Without a profile, the token of the environment goes before one of the file.
    if sayers.count > 1, self.name == nil, sources.hasEnvironmentToken {
      return false
    }
    guard let owner else {
      if self.name != nil, Setting.of(name).place == .eachItsOwn { return false }
      // What a profile says itself does not need what is said for all.
      return section?.entries[name] == nil
    }
    return owner == self.name
  }
}
