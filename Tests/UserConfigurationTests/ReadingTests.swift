import Testing

@testable import UserConfiguration

/// What a file says when all is well.
@Suite struct ReadingTests {
  @Test func theFormThatPeopleKnow() throws {
    let file = Fixture.read(
      """
      profile = acme            ; the default one
      theme = contrast
      # a comment
      [profile acme]
      location = ve9EPM428h8vShlRW1KT
      token-command = pass hl/acme
        mouse = on
      [profile bravo]           ; another one
      location = oFh9QLBr2q4mUnKRyC3p
      token-file = ~/.secrets/bravo
      ca-file = certificates/own.pem
      read-only = yes
      [keys]
      review = ctrl-s
      day.apply = f2, ctrl-j
      """)
    #expect(file.problems.isEmpty)
    #expect(file.value(.profile) == "acme" && file.value(.theme) == "contrast")
    #expect(file.profiles.map(\.name) == ["acme", "bravo"] && file.profiles.map(\.line) == [4, 8])
    #expect(file.value(.tokenCommand, of: "acme") == "pass hl/acme")
    #expect(file.value(.mouse, of: "acme") == "yes", "an indented line is a line of its own")
    #expect(file.value(.location, of: "bravo") == "oFh9QLBr2q4mUnKRyC3p")
    #expect(file.value(.tokenFile, of: "bravo") == "/home/me/.secrets/bravo")
    #expect(file.value(.caFile, of: "bravo") == "/home/me/.config/caledit/certificates/own.pem")
    #expect(file.keys.map(\.command) == ["review", "day.apply"])
    #expect(
      file.keys.map(\.keys) == ["ctrl-s", "f2, ctrl-j"] && file.keys.map(\.line) == [14, 15])
  }

  /// Whoever means all profiles must not miss one whose heading is wrong.
  @Test(arguments: [
    ("[profil bravo]", true), ("[bravo]", true), ("[profile]", true), ("[profile 'b']", true),
    ("[profile bravo", true), ("[profile bravo]", false), ("[keys]", false), ("# [x]", false),
    ("[profile acme]", false),
  ])
  func headingsThatMayHideAProfile(heading: String, isOne: Bool) {
    let file = Fixture.read("[profile acme]\nlocation = a1\n\(heading)\nlocation = b1\n")
    #expect(file.unusedSections.map(\.line) == (isOne ? [3] : []))
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func endsOfLinesAndByteOrderMarks(end: String, start: String) {
    let file = Fixture.read(
      start + ["theme = mono", "", "[profile a]", "mouse = 1", ""].joined(separator: end))
    #expect(file.problems.isEmpty && file.value(.theme) == "mono")
    #expect(file.profiles.map(\.line) == [3] && file.value(.mouse, of: "a") == "yes")
  }

  @Test func nothing() {
    for text in ["", "\n\n", "# theme = pink\n; theme = pink", "   "] {
      let file = Fixture.read(text)
      #expect(file.problems.isEmpty && file.general.isEmpty && file.profiles.isEmpty)
    }
  }

  /// A section of which nothing stands in the file but its heading is a profile all the same.
  @Test func emptyProfiles() {
    let file = Fixture.read("[profile a]\n[profile b c]\n[keys]\n")
    #expect(file.problems.isEmpty && file.profiles.map(\.name) == ["a", "b c"])
  }

  /// Every value that a setting may have.
  @Test func everyValueOfEveryKind() {
    for setting in Setting.all where setting.place != .general {
      let values: [(String, String)]
      switch setting.kind {
      case .choice: values = Fixture.rules.choices(of: setting.name).map { ($0, $0) }
      case .yesNo:
        values =
          ["yes", "true", "on", "1", "YES"].map { ($0, "yes") }
          + ["no", "false", "off", "0", "No"].map { ($0, "no") }
      case .number(let range, _):
        values = [range.lowerBound, range.upperBound].map { ("\($0)", "\($0)") }
      case .identifier: values = [("aB3-_", "aB3-_")]
      case .command: values = [("pass 'a;b' | head -1", "pass 'a;b' | head -1")]
      case .path:
        values = [
          ("/a b/c", "/a b/c"), ("~/x", "/home/me/x"), ("~", "/home/me"),
          ("x/y", "/home/me/.config/caledit/x/y"),
        ]
      case .url: values = [("https://a.b/c", "https://a.b/c")]
      case .profileName: values = []
      }
      for (text, expected) in values {
        for section in ["", "[profile a]\n"] {
          let file = Fixture.read("\(section)\(setting.name.rawValue) = \(text)\n")
          #expect(file.problems.isEmpty, "\(setting.name) = \(text)")
          #expect(file.value(setting.name, of: section.isEmpty ? nil : "a") == expected)
        }
      }
    }
  }

  @Test func withoutAHomeFolder() {
    #expect(Fixture.read("ca-file = ~/x", home: nil).problems.count == 1)
    #expect(Fixture.read("ca-file = x", home: nil).problems.isEmpty)
    #expect(Fixture.read("ca-file = ~/x", home: "/").value(.caFile) == "/x")
  }

  @Test func whereTheFileIs() {
    func path(_ variables: [String: String]) -> String? {
      ConfigurationPath.standard { variables[$0] }
    }
    #expect(path(["XDG_CONFIG_HOME": "/x", "HOME": "/h"]) == "/x/caledit/config")
    #expect(path(["XDG_CONFIG_HOME": "x", "HOME": "/h"]) == "/h/.config/caledit/config")
    #expect(path(["HOME": "/h"]) == "/h/.config/caledit/config")
    #expect(path(["HOME": "h"]) == nil && path([:]) == nil)
  }

  /// A setting that the table forgets could not be read, and one that stands twice would hide another.
  @Test func theTableIsWhole() {
    #expect(Setting.all.map(\.name).count == SettingName.allCases.count)
    #expect(Set(Setting.all.map(\.name)) == Set(SettingName.allCases))
    for setting in Setting.all {
      #expect(setting.help.hasSuffix(".") && setting.option.hasPrefix("--"))
      // What belongs to one sub-account, and where a file is, nobody can guess.
      let hasDefault = ![.profile, .location, .tokenCommand, .tokenFile, .caFile, .logFile]
        .contains(
          setting.name)
      #expect(setting.help.contains("by default ") == hasDefault, "\(setting.name)")
      let isChoice = setting.kind == .choice
      #expect(isChoice == !Fixture.rules.choices(of: setting.name).isEmpty, "\(setting.name)")
      #expect(isChoice || setting.example != nil)
    }
  }
}
