import Testing

@testable import UserConfiguration

/// The example is a configuration.
@Suite struct ExampleTests {
  private var example: String {
    ConfigurationExample.text(
      rules: Fixture.rules, keys: [("review", "Ctrl-S"), ("day.apply", "F2")])
  }

  @Test func asItIsItChangesNothing() {
    let file = Fixture.read(example)
    #expect(file.problems.isEmpty && file.general.isEmpty && file.profiles.isEmpty)
    #expect(example.split(separator: "\n").filter { $0.count > 78 } == [])
  }

  @Test func withEveryLineInUse() throws {
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
    let file = Fixture.read(
      lines.map { $0.hasPrefix(";") ? $0.dropFirst() : $0 }.joined(separator: "\n"))
    #expect(file.problems.map(\.message) == [])
    #expect(file.profiles.map(\.name) == ["acme", "bravo"] && file.keys.count == 2)
    let used = Set(file.general.keys).union(file.profiles.flatMap(\.entries.keys))
    #expect(used == Set(SettingName.allCases))
    let sources = SettingSources(file: file, rules: Fixture.rules)
    #expect(try sources.profileInUse().name == "acme")
    #expect(
      sources.profiles.map(\.token) == [.command("pass hl/acme"), .file("/home/me/.secrets/bravo")])
  }

  @Test func itSaysWhatEverySettingIs() {
    let words = example.split(separator: "\n").filter { $0.hasPrefix("#") }
      .map { $0.dropFirst(2) }.joined(separator: " ")
    for setting in Setting.all {
      #expect(words.contains(setting.help.dropLast()), "\(setting.name)")
      if let variable = setting.variable { #expect(words.contains("also \(variable)")) }
      for choice in Fixture.rules.choices(of: setting.name) { #expect(words.contains(choice)) }
    }
  }
}
