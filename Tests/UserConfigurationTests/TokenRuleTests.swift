import Testing

@testable import UserConfiguration

/// A token is used for its own sub-account and address only.
@Suite struct TokenRuleTests {
  private static let text = """
    profile = plain
    token-file = /general
    location = g
    base-url = https://general
    [profile own]
    location = o
    base-url = https://own
    token-command = pass own
    [profile plain]
    location = p
    """

  private func token(
    _ options: [SettingName: String], _ environment: [SettingName: String] = [:],
    variable: Bool = true, text: String = text
  ) throws -> ProfileToken {
    try SettingSources(
      options: options, environment: environment, file: Fixture.read(text), rules: Fixture.rules,
      hasEnvironmentToken: variable
    ).profileInUse().token
  }

  @Test func aProfileWithASource() throws {
    #expect(try token([.profile: "own"]) == .command("pass own"), "never that of the environment")
    #expect(try token([.profile: "own", .tokenFile: "/t"]) == .file("/t"))
    #expect(try token([.profile: "own", .tokenCommand: "c"]) == .command("c"))
    #expect(
      try token([.profile: "own", .baseURL: "https://x"])
        == .none(.otherAddress(profile: "own", own: "https://own", asked: "https://x")))
    #expect(
      try token([.profile: "own"], [.baseURL: "https://x"])
        == .none(.otherAddress(profile: "own", own: "https://own", asked: "https://x")))
    #expect(try token([.profile: "own"], [.baseURL: "https://own/"]) == .command("pass own"))
    #expect(
      try token([.profile: "own", .location: "x"])
        == .none(.otherLocation(profile: "own", own: "o", asked: "x")))
    #expect(try token([.profile: "own", .location: "o"]) == .command("pass own"))
    #expect(try token([.profile: "own", .location: "x", .tokenFile: "/t"]) == .file("/t"))
  }

  @Test func aProfileWithout() throws {
    #expect(try token([:]) == .none(.notChosen(profile: "plain")), "the default one of the file")
    #expect(try token([.profile: "plain"]) == .environment)
    #expect(try token([:], [.profile: "plain"]) == .environment)
    #expect(
      try token([.profile: "plain"], variable: false) == .none(.none(profile: "plain")),
      "and never the general one")
  }

  @Test func withoutAProfile() throws {
    let text = String(Self.text.drop { $0 != "\n" })
    #expect(try token([:], text: text) == .environment)
    #expect(try token([:], variable: false, text: text) == .file("/general"))
    #expect(
      try token([.location: "x"], variable: false, text: text)
        == .none(.otherLocation(profile: nil, own: "g", asked: "x")))
    #expect(
      try token([.baseURL: "https://x"], variable: false, text: text)
        == .none(.otherAddress(profile: nil, own: "https://general", asked: "https://x")))
    #expect(try token([:], variable: false, text: "") == .environment)
  }

  /// Beside the profile in use, no other gets what the run or the environment has.
  @Test(arguments: [true, false])
  func secondProfiles(variable: Bool) throws {
    let sources = SettingSources(
      options: [.profile: "own", .tokenFile: "/t"], environment: [.baseURL: "https://x"],
      file: Fixture.read(Self.text + "\n[profile third]\ntoken-file = /third\n"),
      rules: Fixture.rules, hasEnvironmentToken: variable)
    let tokens = sources.profiles.map { ($0.name, $0.token) }
    #expect(tokens.map(\.0) == ["own", "plain", "third"])
    #expect(
      tokens.map(\.1) == [.file("/t"), .none(.none(profile: "plain")), .file("/third")])
  }

  @Test func words() {
    let refusals: [(TokenRefusal, String)] = [
      (
        .none(profile: "p"),
        "the profile p has no token; write token-file or token-command in its section"
      ),
      (
        .notChosen(profile: "p"),
        "the profile p has no token; write token-file or token-command in its section. V is used for "
          + "it only with --profile p, as nothing else says that it is its token"
      ),
      (
        .otherAddress(profile: "p", own: "https://a", asked: "https://b"),
        "the token of the profile p is for https://a and not for https://b; give --token-file or "
          + "--token-command, or leave the other address out"
      ),
      (
        .otherLocation(profile: nil, own: "a", asked: "b"),
        "the token of the configuration is for the sub-account a and not for b; give --token-file or "
          + "--token-command, or choose the profile of that sub-account"
      ),
    ]
    for (refusal, text) in refusals { #expect(refusal.message(environment: "V") == text) }
  }
}
