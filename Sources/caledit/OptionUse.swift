import ArgumentParser

/// An option of the command line, and whether somebody gives it.
struct OptionUse {
  let name: String
  let isGiven: Bool

  init(_ name: String, _ isGiven: Bool) { (self.name, self.isGiven) = (name, isGiven) }
}

extension [OptionUse] {
  /// Refuses the first one that is given.
  ///
  /// - Parameters:
  ///   - fault: what is wrong with it: "does nothing with --demo".
  ///   - why: in a clause.
  func refuse(_ fault: String, _ why: String) throws {
    guard let option = first(where: \.isGiven) else { return }
    throw ValidationError("\(option.name) \(fault): \(why).")
  }
}

extension AccountOptions {
  var useOfProfile: OptionUse { OptionUse("--profile", profile != nil) }

  /// What is said of one sub-account, besides the profile.
  var usesForAccount: [OptionUse] {
    [
      OptionUse("--location", location != nil), OptionUse("--base-url", baseURL != nil),
      OptionUse("--token-file", tokenFile != nil),
      OptionUse("--token-command", tokenCommand != nil),
    ]
  }

  /// What is said of connections, whatever the sub-account.
  var usesForConnection: [OptionUse] {
    [OptionUse("--ca-file", caFile != nil), OptionUse("--timeout", timeout != nil)]
  }
}
