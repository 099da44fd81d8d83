import ArgumentParser
import CalendarAPI
import CalendarModel
import UserConfiguration

/// The options that say which sub-account is meant and how it is reached.
struct AccountOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use this profile of the configuration (CALEDIT_PROFILE).", valueName: "name"),
    completion: .profiles)
  var profile: String?

  @Option(help: ArgumentHelp("The id of the sub-account.", valueName: "id"))
  var location: String?

  @Option(
    help: ArgumentHelp(
      "The service's base URL (HIGHLEVEL_BASE_URL; by default the vendor's).", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "The version of the API: 2021-04-15 (the default) or v3 (HIGHLEVEL_API_VERSION).",
      valueName: "version"))
  var apiVersion: APIVersion?

  @Option(
    help: ArgumentHelp("Read the token from this file.", valueName: "path"), completion: .file())
  var tokenFile: String?

  @Option(help: ArgumentHelp("Read the token from what this command prints.", valueName: "command"))
  var tokenCommand: String?

  @Option(
    help: ArgumentHelp(
      "Trust the certificates in this file as well (SSL_CERT_FILE).", valueName: "path"),
    completion: .file())
  var caFile: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Wait for an answer for this many seconds (default: \(defaultTimeout)).",
      valueName: "seconds"))
  var timeout: Int?

  static let defaultTimeout = 30

  /// The options as if nobody had given one; made without the parser.
  static var none: AccountOptions {
    var options = AccountOptions()
    (options.profile, options.location, options.baseURL) = (nil, nil, nil)
    (options.apiVersion, options.tokenFile, options.tokenCommand) = (nil, nil, nil)
    (options.caFile, options.timeout) = (nil, nil)
    return options
  }

  func check() throws {
    if tokenFile != nil, tokenCommand != nil {
      throw ValidationError("Give --token-file or --token-command, not both.")
    }
    if let timeout, timeout < 1 { throw ValidationError("--timeout must be at least 1.") }
    // A token has no place among the arguments; the message does not repeat it.
    for (name, text) in [("--profile", profile), ("--location", location)] {
      guard let text else { continue }
      if text.isEmpty { throw ValidationError("\(name) needs a value.") }
      if TokenSource.isToken(text) { throw ValidationError("\(name): \(TokenSource.noArgument)") }
    }
  }

  /// What they say, by the names of the settings.
  var given: [SettingName: String] {
    var given: [SettingName: String] = [:]
    (given[.profile], given[.location], given[.baseURL]) = (profile, location, baseURL)
    (given[.tokenFile], given[.tokenCommand]) = (tokenFile, tokenCommand)
    (given[.caFile], given[.timeout]) = (caFile, timeout.map(String.init))
    given[.apiVersion] = apiVersion?.rawValue
    return given
  }
}
