import ArgumentParser
import Sandbox

/// The options that choose the sub-accounts of a sandbox, and the tokens that open them.
struct SandboxAccountChoice: ParsableArguments {
  @Flag(help: "Have the three sub-accounts of the demo, with some forty calendars.")
  var demo = false

  @Option(
    help: ArgumentHelp(
      "Make up so many sub-accounts, 1 to 1000, with 12 calendars each unless --calendars says "
        + "otherwise.", valueName: "number"))
  var accounts: Int?

  @Option(
    help: ArgumentHelp(
      "Make up so many calendars in each sub-account, 0 to 20000; one sub-account unless "
        + "--accounts says otherwise.", valueName: "number"))
  var calendars: Int?

  @Flag(
    help: ArgumentHelp(
      "Open each sub-account with a token of its own only, and print these tokens; without it, any "
        + "token opens everything."))
  var tokenPerAccount = false

  func validate() throws {
    if demo, accounts != nil || calendars != nil {
      throw ValidationError("--demo cannot go with --accounts or --calendars.")
    }
    guard (1...1000).contains(accounts ?? 1) else {
      throw ValidationError("--accounts must be 1 to 1000.")
    }
    guard (0...20_000).contains(calendars ?? 0) else {
      throw ValidationError("--calendars must be 0 to 20000.")
    }
  }

  /// The sub-accounts that were chosen; the standard one where nothing is.
  func chosen(_ options: SandboxOptions) -> [SandboxAccount] {
    var chosen: [SandboxAccount]
    if demo {
      chosen = Sandbox.demoAccounts()
    } else if accounts != nil || calendars != nil {
      chosen = Sandbox.accounts(count: accounts ?? 1, calendars: calendars ?? 12)
    } else {
      chosen = [.standard(options)]
    }
    for place in chosen.indices {
      chosen[place].tokens = tokenPerAccount ? [Sandbox.token(ofAccount: place)] : []
    }
    return chosen
  }
}
