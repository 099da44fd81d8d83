import Testing

@testable import UserConfiguration

/// A setting that is left out, and without which the program would do something else than was asked
/// for, stops what needs it.
@Suite struct LostSettingTests {
  private static let stopping = Setting.all.filter(\.stops).map(\.name)
  private static let others = Setting.all.filter { !$0.stops }.map(\.name)

  private func obstacles(
    _ text: String, profile: String? = nil, options: [SettingName: String] = [:],
    environment: [SettingName: String] = [:], token: Bool = false
  ) -> Int {
    var options = options
    if let profile { options[.profile] = profile }
    let sources = SettingSources(
      options: options, environment: environment, file: Fixture.read(text), rules: Fixture.rules,
      hasEnvironmentToken: token)
    guard let used = try? sources.profileInUse() else { return -1 }
    return used.obstacles(to: Self.stopping).count
  }

  // MARK: Without =

  /// A colon, a blank or nothing stands where only `=` separates.
  @Test(arguments: stopping)
  func onlyAnEqualsSignSeparates(name: SettingName) {
    let (name, value) = (name.rawValue, "http://127.0.0.1:18902")
    for line in [
      "\(name) \(value)", "\(name): \(value)", "\(name):\(value)", "\(name)\t\(value)", name,
      "\(name) : x = y", "\(name) http://x/?a=b", "\(name) -> x", "\(name.uppercased()) \(value)",
      "\(name.filter { $0 != "-" }) \(value)",
    ] {
      let general = Fixture.read(line)
      #expect(general.problems.count == 1 && general.general.isEmpty, "\(line)")
      #expect(obstacles(line) == 1, "\(line)")
      let own = "[profile a]\n\(line)\n[profile b]\nmouse = yes\n"
      #expect(Fixture.read(own).profiles.allSatisfy { $0.entries.count <= 1 }, "\(line)")
      // Which profile is in use is said for this run here.
      #expect(obstacles(own, profile: "a") == (name == "profile" ? 0 : 1), "\(line)")
      #expect(obstacles(own, profile: "b") == 0, "\(line)")
    }
  }

  @Test(arguments: others)
  func aColourStopsNothing(name: SettingName) {
    for line in ["\(name.rawValue) x", "\(name.rawValue): x", "\(name.rawValue) x = y"] {
      #expect(Fixture.read(line).problems.count == 1 && obstacles(line) == 0, "\(line)")
    }
  }

  /// What stands behind the `=` may have colons and blanks.
  @Test func valuesKeepTheirColons() {
    let file = Fixture.read("base-url = http://[::1]:80/a=b\ntoken-command = a: b = c")
    #expect(file.problems.isEmpty)
    #expect(file.value(.baseURL) == "http://[::1]:80/a=b")
    #expect(file.value(.tokenCommand) == "a: b = c")
  }

  /// A name with a word behind it is judged by the word in front too.
  @Test(arguments: ["read-only please = yes", "base-url http = x", "chek calendars = no"])
  func firstWords(line: String) {
    #expect(obstacles(line) == 1)
    #expect(obstacles("[profile a]\n\(line)", profile: "a") == 1)
  }

  // MARK: Under a heading that nobody knows

  static let headings = [
    "[unclosed", "[]", "[ ]", "[keys", "[Profile a]", "[profil a]", "[a]", "[profile]",
    "[profile 'a']", "[profile a] x", "[profile a\u{7}]", "[keys]",
    "[\(String(repeating: "x", count: 300))]",
  ]

  @Test(arguments: headings)
  func aStoppingSettingStopsEveryStart(heading: String) {
    for line in [
      "read-only = yes", "readonly = yes", "read_only = no", "base-url = x", "token-file = x",
    ] {
      for text in [
        "\(heading)\n\(line)\n", "[profile b]\nmouse = yes\n\(heading)\nx = y\n\(line)",
      ] {
        let broken = text + "\n[profile c]\n"
        #expect(obstacles(broken) == 1, "\(heading) \(line)")
        #expect(obstacles(broken, profile: "c") == 1, "\(heading) \(line)")
      }
    }
    #expect(obstacles("\(heading)\nread-only = yes", options: [.readOnly: "yes"]) == 0)
    #expect(obstacles("\(heading)\ntheme = mono\nmouse = yes") == 0)
  }

  @Test(arguments: headings)
  func everySettingOfItIsNamedOnce(heading: String) {
    let file = Fixture.read(
      "\(heading)\nread-only = yes\ncheck = no\nread-only = no\ntheme = mono\n")
    let stops = file.problems.filter { $0.concern != .nothing }
    let names = stops.reduce(into: Set<SettingName>()) { names, problem in
      if case .settings(let some) = problem.concern { names.formUnion(some) }
    }
    #expect(names == [.readOnly, .check])
    #expect(file.general.isEmpty && file.profiles.isEmpty)
  }

  /// A line that cannot be read under such a heading is no better.
  @Test func linesWithFaultsUnderIt() {
    #expect(obstacles("[unclosed\nread-only yes") == 1)
    #expect(obstacles("[unclosed\nread-only = yes\u{7}") == 1)
    #expect(obstacles("[keys]\nread-only yes") == 1)
    #expect(obstacles("[keys]\nreview ctrl-s\nupdate-view = f2") == 0)
  }

  @Test func theMessageSaysWhatIsLost() {
    #expect(
      Fixture.messages("[profile a\nread-only = yes\ncheck = no") == [
        "1: this is no heading; write [profile NAME] or [keys] on a line of its own. What follows is "
          + "left out up to the next heading. Nobody can tell for which profile check and read-only "
          + "are meant, so nothing starts"
      ])
  }
}
