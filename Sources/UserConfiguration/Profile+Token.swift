/// Where the token of a profile comes from.
package enum ProfileToken: Sendable, Hashable {
  /// The variable of the environment.
  case environment
  case file(String)
  case command(String)
  case none(TokenRefusal)
}

/// Why there is no token for a profile that may be used for it.
package enum TokenRefusal: Sendable, Hashable {
  /// Nothing says where it is.
  case none(profile: String)
  /// Only the environment has one, and nobody chose the profile for this run.
  case notChosen(profile: String)
  /// The one of the file is for another address than this run goes to.
  case otherAddress(profile: String?, own: String, asked: String)
  /// The one of the file is for another sub-account than this run is about.
  case otherLocation(profile: String?, own: String, asked: String)

  /// What is missing and what to do.
  ///
  /// - Parameter variable: the name of the variable that holds a token.
  package func message(environment variable: String) -> String {
    ConfigurationTexts.message(of: self, environment: variable)
  }
}

extension Profile {
  /// Where the token comes from.
  ///
  /// A token opens one sub-account of one service, and is sent nowhere else:
  /// - An option for this run is for the profile in use, and goes before all.
  /// - A source in the file is for the address and the sub-account that the file names beside it. An
  ///   option or variable that names others does not get its token.
  /// - The token of the environment does not say whose it is. It is taken where no profile is in
  ///   use, and for a profile that names no source and was chosen for this run; never for a second
  ///   one, nor for the default one of the file.
  /// - What stands before the first section is no profile's: it counts where none is in use.
  package var token: ProfileToken {
    if let source = source(where: { if case .option = $0 { true } else { false } }) {
      return source
    }
    guard let name else {
      if sources.hasEnvironmentToken { return .environment }
      return source { _ in true }.map(guarded) ?? .environment
    }
    if let source = source(where: { _ in true }) { return guarded(source) }
    guard isInUse, sources.hasEnvironmentToken else { return .none(.none(profile: name)) }
    return sources.chosenProfile?.isOfThisRun == true
      ? .environment : .none(.notChosen(profile: name))
  }

  private func source(where isMeant: (ResolvedSetting.Origin) -> Bool) -> ProfileToken? {
    if let file = self[.tokenFile], isMeant(file.origin) { return .file(file.value) }
    if let command = self[.tokenCommand], isMeant(command.origin) {
      return .command(command.value)
    }
    return nil
  }

  /// The source of the file, unless this run goes elsewhere than the file says.
  private func guarded(_ source: ProfileToken) -> ProfileToken {
    let asked = baseURL
    let own =
      (section?.entries[.baseURL] ?? sources.file.general[.baseURL])?.value
      ?? sources.rules.standardBaseURL
    if self[.baseURL]?.isOfThisRun == true, !Self.areSame(asked, own) {
      return .none(.otherAddress(profile: name, own: own, asked: asked))
    }
    let place = section.map { $0.entries[.location] } ?? sources.file.general[.location]
    if let place, let location, place.value != location {
      return .none(.otherLocation(profile: name, own: place.value, asked: location))
    }
    return source
  }

  private static func areSame(_ one: String, _ other: String) -> Bool {
    func plain(_ url: String) -> String {
      var url = url
      while url.last == "/" { url.removeLast() }
      return url
    }
    return plain(one) == plain(other)
  }
}
