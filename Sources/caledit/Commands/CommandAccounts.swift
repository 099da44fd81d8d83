import CalendarAPI
import CalendarModel
import Sandbox
import UserConfiguration

/// The sub-accounts that a command looks in.
struct CommandAccounts: Sendable {
  /// Those that can be asked, in the order in which they were named.
  let accounts: [CommandAccount]
  /// Why others cannot be.
  let failures: [Failure]
  /// How times and weeks are shown.
  let format: LocalFormat

  /// - Throws: where the configuration cannot be used, and where no account is left.
  init(_ options: ReachOptions) throws(Failure) {
    if options.demo {
      (accounts, format) = Self.demo(options)
      failures = []
      return
    }
    let (sources, profiles) = try Self.profiles(options)
    let maker = ConnectionMaker(isPatient: true)
    var accounts: [CommandAccount] = []
    var failures: [Failure] = []
    for profile in profiles {
      do throws(Failure) {
        let connection = try maker.connection(to: profile)
        accounts.append(
          CommandAccount(
            profile.name ?? "", profile: profile, connection, base: try profile.base(),
            location: profile.location, isReadOnly: profile.isReadOnly))
      } catch {
        guard profiles.count > 1 else { throw error }
        failures.append(error.named(profile.name ?? ""))
      }
    }
    self.accounts = accounts
    self.failures = failures
    format = (try? sources.profileInUse())?.format ?? sources.withoutProfile.format
  }

  /// Those of the sandbox inside the process.
  private static func demo(_ options: ReachOptions) -> ([CommandAccount], LocalFormat) {
    let sandbox = DemoSandbox()
    let profile = ConfigurationLoader.sources(options: options.account.given).withoutProfile
    let accounts = sandbox.accounts.map { known in
      CommandAccount(
        known.name, profile: nil,
        Connection(
          .demo(sandbox, token: known.tokens.first ?? Sandbox.demoToken), location: known.id,
          route: .auto),
        base: nil, location: known.id)
    }
    return (accounts, profile.format)
  }

  /// The profiles that are asked for.
  private static func profiles(
    _ options: ReachOptions
  ) throws(Failure) -> (SettingSources, [Profile]) {
    let names = options.profileNames
    guard options.allProfiles || names.count > 1 else {
      let sources = ConfigurationLoader.sources(options: options.account.given)
      return (sources, [try sources.profileOrFailure()])
    }
    var given = options.account.given
    given[.profile] = nil
    let sources = ConfigurationLoader.sources(options: given)
    if options.allProfiles {
      try sources.checkFile()
      // All are meant; one whose heading cannot be read would be passed over.
      let unused = sources.file.unusedSections.map(\.message)
      if let first = unused.first { throw Failure(first, details: Array(unused.dropFirst())) }
      guard !sources.profiles.isEmpty else {
        throw Failure("there are no profiles in \(sources.file.path)")
      }
      return (sources, sources.profiles)
    }
    var profiles: [Profile] = []
    for name in names where !profiles.contains(where: { $0.name == name }) {
      guard let profile = sources.profiles.first(where: { $0.name == name }) else {
        var only = given
        only[.profile] = name
        // It has the words for a profile that is not there.
        profiles.append(try ConfigurationLoader.sources(options: only).profileOrFailure())
        continue
      }
      profiles.append(profile)
    }
    return (sources, profiles)
  }

  // MARK: Use

  /// Reads the tokens, one after the other: a command that prints one may ask on the terminal.
  ///
  /// - Returns: the accounts whose token is there.
  /// - Throws: where none is left.
  func withTokens(_ troubles: Troubles) throws(Failure) -> CommandAccounts {
    var ready: [CommandAccount] = []
    var failed = failures
    for account in accounts {
      do throws(Failure) {
        try account.connection.readToken()
        ready.append(account)
      } catch {
        let failure = error.with(.token)
        failed.append(accounts.count + failures.count > 1 ? failure.named(account.name) : failure)
      }
    }
    guard !ready.isEmpty else {
      for failure in failed.dropLast() { troubles.note(failure) }
      throw failed.last ?? Failure("there is no sub-account to look in")
    }
    for failure in failed { troubles.note(failure) }
    return CommandAccounts(ready, format)
  }

  private init(_ accounts: [CommandAccount], _ format: LocalFormat) {
    (self.accounts, self.format, failures) = (accounts, format, [])
  }

  /// The only account, where there is only one.
  var only: CommandAccount? { accounts.count == 1 ? accounts[0] : nil }

  /// A sub-account by name and id: "acme (ve9E…)"; its id where no profile is for it.
  func name(ofLocation id: String) -> String {
    guard let account = accounts.first(where: { $0.location == id }), account.title != id else {
      return "the sub-account \(id)"
    }
    return "\(account.title) (\(id))"
  }

  /// Closes the connections.
  func shutdown() async {
    for account in accounts { await account.connection.shutdown() }
  }
}

extension Failure {
  /// The same, said of a profile.
  fileprivate func named(_ profile: String) -> Failure {
    Failure("\(profile): \(message)", details: details, status: status)
  }
}
