import Testing

@testable import UserConfiguration

/// Option > environment > profile > general > nothing.
@Suite struct PrecedenceTests {
  /// Which sources say something, by their bits, from the strongest.
  @Test(arguments: 0..<16, [SettingName.timeout, .baseURL, .location, .readOnly, .escDelay])
  func everyPair(sources: Int, name: SettingName) throws {
    let setting = Setting.of(name)
    let values: [String] =
      switch setting.kind {
      case .number: ["1", "2", "3", "4"]
      case .yesNo: ["yes", "no", "yes", "no"]
      default: ["a", "b", "c", "d"]
      }
    let says = (0..<4).map { sources & (8 >> $0) != 0 }
    var text = says[3] ? "\(name.rawValue) = \(values[3])\n" : "# nothing\n"
    text += "[profile p]\n"
    if says[2] { text += "\(name.rawValue) = \(values[2])\n" }
    let all = SettingSources(
      options: says[0] ? [name: values[0]] : [:], environment: says[1] ? [name: values[1]] : [:],
      file: Fixture.read(text), rules: Fixture.rules)
    var expected: ResolvedSetting?
    if says[0] {
      expected = ResolvedSetting(values[0], .option(setting.option))
    } else if says[1], let variable = setting.variable {
      expected = ResolvedSetting(values[1], .environment(variable))
    } else if says[2] {
      expected = ResolvedSetting(values[2], .profile("p", line: 3))
    } else if says[3], setting.place == .anywhere {
      expected = ResolvedSetting(values[3], .general(line: 1))
    }
    let section = try #require(all.file.profile(named: "p"))
    #expect(all.value(of: name, in: section) == expected)
    if says[3], !says[0], !(says[1] && setting.variable != nil) {
      #expect(all.value(of: name, in: nil) == ResolvedSetting(values[3], .general(line: 1)))
    }
  }

  /// What names a sub-account is for the profile in use; what a call is like, for all.
  @Test func profilesBesideTheOneInUse() throws {
    let sources = SettingSources(
      options: [
        .profile: "a", .location: "other", .tokenFile: "/t", .baseURL: "https://x", .timeout: "5",
        .readOnly: "yes",
      ],
      environment: [.baseURL: "https://y", .caFile: "/c"],
      file: Fixture.read("[profile a]\n[profile b]\nlocation = b1\n"), rules: Fixture.rules,
      hasEnvironmentToken: true)
    let inUse = try sources.profileInUse()
    #expect(inUse.name == "a" && inUse.location == "other" && inUse.token == .file("/t"))
    #expect(inUse.baseURL == "https://x")
    let second = try #require(sources.profiles.last)
    #expect(!second.isInUse && second.location == "b1" && second.baseURL == Fixture.live)
    #expect(second.token == .none(.none(profile: "b")))
    #expect(second.isReadOnly && second[.timeout]?.value == "5" && second[.caFile]?.value == "/c")
  }

  @Test func whichProfileIsInUse() throws {
    let file = Fixture.read("profile = a\n[profile a]\n[profile b]\n[profile c]\n")
    func name(_ options: [SettingName: String], _ environment: [SettingName: String]) throws
      -> String?
    {
      try SettingSources(
        options: options, environment: environment, file: file, rules: Fixture.rules
      ).profileInUse().name
    }
    #expect(try name([:], [:]) == "a" && name([:], [.profile: "b"]) == "b")
    #expect(try name([.profile: "c"], [.profile: "b"]) == "c")
    let none = SettingSources(file: Fixture.read("theme = mono"), rules: Fixture.rules)
    #expect(try none.profileInUse().name == nil)
  }

  @Test func aProfileThatIsNotThere() throws {
    func failure(_ text: String, _ option: String?) -> MissingProfile? {
      let sources = SettingSources(
        options: option.map { [.profile: $0] } ?? [:], file: Fixture.read(text),
        rules: Fixture.rules)
      do {
        _ = try sources.profileInUse()
        return nil
      } catch {
        return error
      }
    }
    let two = "[profile acme]\n[profile bravo]\n"
    #expect(failure(two, "acmee")?.message == "there is no profile acmee; did you mean acme?")
    #expect(failure(two, "zulu")?.message == "there is no profile zulu; there are acme and bravo")
    #expect(failure("", "zulu")?.message == "there is no profile zulu; the configuration has none")
    #expect(failure("profile = x\n" + two, nil)?.causes.map(\.line) == [1])
    #expect(failure("profile = x\n" + two, "acme") == nil)
  }
}

/// What of the file stands in the way of what.
@Suite struct ObstacleTests {
  private func obstacles(
    _ text: String, _ needed: [SettingName], options: [SettingName: String] = [:]
  ) throws -> [Int?] {
    let sources = SettingSources(options: options, file: Fixture.read(text), rules: Fixture.rules)
    return try sources.profileInUse().obstacles(to: needed).map(\.line)
  }

  @Test func aWrongColourStopsNothing() throws {
    #expect(try obstacles("theme = pink\nmouse = maybe", SettingName.allCases) == [])
  }

  @Test func onlyWhatIsNeeded() throws {
    #expect(try obstacles("base-url = \"x\"", [.baseURL]) == [1])
    #expect(try obstacles("base-url = \"x\"", [.timeout]) == [])
    #expect(try obstacles("base-url = \"x\"", [.baseURL], options: [.baseURL: "https://a"]) == [])
  }

  /// A name that is nearly right was meant to be it.
  @Test func nearlyReadOnly() throws {
    for line in ["readonly = yes", "read-olny = yes", "read_only = yes", "read-only yes"] {
      #expect(try obstacles(line, [.readOnly]) == [1], "\(line)")
      #expect(
        try obstacles("profile = a\n[profile a]\n\(line)\n[profile b]", [.readOnly]) == [3])
      #expect(try obstacles("profile = b\n[profile a]\n\(line)\n[profile b]", [.readOnly]) == [])
    }
  }

  /// Another profile's faults are its own.
  @Test func otherProfiles() throws {
    let text = """
      profile = a
      [profile a]
      location = x
      [profile b]
      location = ???
      token = x
      [profile c]
      [profile c]
      """
    #expect(try obstacles(text, SettingName.allCases) == [])
    let b: [SettingName: String] = [.profile: "b"]
    #expect(try obstacles(text, SettingName.allCases, options: b) == [5, 6])
    #expect(
      try obstacles(
        text, SettingName.allCases,
        options: [.profile: "b", .location: "y", .tokenCommand: "pass"]) == [6])
    #expect(try obstacles(text, [], options: [.profile: "c"]) == [8])
  }

  /// What is for all does not matter to whom says it himself, nor a sub-account's to any profile.
  @Test func whatIsForAll() throws {
    #expect(
      try obstacles("timeout = x\n[profile a]\n", [.timeout], options: [.profile: "a"]) == [1])
    #expect(
      try obstacles("timeout = x\n[profile a]\ntimeout = 5", [.timeout], options: [.profile: "a"])
        == [])
    #expect(
      try obstacles("location = ???\n[profile a]\n", [.location], options: [.profile: "a"]) == [])
    #expect(try obstacles("profile = x\n[profile a]", [.profile], options: [.profile: "a"]) == [])
  }

  /// A token lies open in the file, whatever token is used instead.
  @Test(arguments: [true, false])
  func aTokenInTheFile(variable: Bool) throws {
    func lines(_ text: String, options: [SettingName: String] = [:]) throws -> [Int?] {
      let sources = SettingSources(
        options: options, file: Fixture.read(text), rules: Fixture.rules,
        hasEnvironmentToken: variable)
      return try sources.profileInUse().obstacles(to: [.tokenFile, .tokenCommand]).map(\.line)
    }
    #expect(try lines("token = x") == [1])
    #expect(try lines("token = x", options: [.tokenFile: "/t"]) == [1])
    #expect(try lines("token = x\nprofile = a\n[profile a]\ntoken-file = /t") == [1])
    #expect(try lines("[other]\ntoken = x") == [2])
    #expect(try lines("[keys]\nreview = pit-5ec4e7e2-e0d0-4a11-9ca1-0badc0ffee11") == [2])
    #expect(try lines("[profile b]\ntoken = x") == [])
    // What is nearly right is not known to be what the environment goes before.
    for name in ["tokenfile", "token_comand"] {
      #expect(try lines("\(name) = x") == [1])
      #expect(try lines("\(name) = x", options: [.tokenCommand: "pass"]) == [])
    }
    #expect(try lines("token-file = \"x\"") == (variable ? [] : [1]))
    #expect(try lines("profile = a\n[profile a]\ntoken = x") == [3])
  }
}
