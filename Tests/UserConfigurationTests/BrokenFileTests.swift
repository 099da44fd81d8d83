import Testing

@testable import UserConfiguration

/// What is said of files that are wrong, to the letter.
@Suite struct BrokenFileTests {
  static let cases: [(text: String, messages: [String])] = [
    (
      "them = mono",
      ["1: there is no setting them; did you mean theme?"]
    ),
    (
      "\ncolour = red",
      ["2: there is no setting colour; caledit config edit shows an example with all of them"]
    ),
    (
      "theme = pink",
      ["1: theme: “pink” is none of default, contrast and mono"]
    ),
    (
      "theme = mono # my choice",
      [
        "1: theme: “mono # my choice” is none of default, contrast and mono; behind a value, a "
          + "comment begins with ;"
      ]
    ),
    (
      "mouse = maybe",
      ["1: mouse: “maybe” is neither yes nor no"]
    ),
    (
      "timeout = 0",
      ["1: timeout: “0” is not a number of seconds from 1 to 86400"]
    ),
    (
      "esc-delay = 12 ms",
      ["1: esc-delay: “12 ms” is not a number of milliseconds from 0 to 10000"]
    ),
    (
      "theme = mono\n[profile a]\nmouse = yes\nmouse = no",
      ["4: mouse stands in line 3 already, which counts; remove one of them"]
    ),
    (
      "[profile a]\ntheme = mono\n[profile b]\n[profile a]\nmouse = yes",
      ["4: the profile a stands in line 1 already; make one section of both"]
    ),
    (
      "profile = acmee\n[profile acme]",
      ["1: there is no profile acmee; did you mean acme?"]
    ),
    (
      "profile = acme",
      ["1: there is no profile acme; add [profile acme]"]
    ),
    (
      "[profile acme]\nprofile = acme",
      ["2: profile is not for a profile; write it above the first section"]
    ),
    (
      "[profile acme]\ntoken = abc123",
      [
        "2: token holds a token or another secret, and this file is copied and shown; remove it, "
          + "and write token-file with the path of a private file, or token-command with a command "
          + "that prints the token"
      ]
    ),
    (
      "location = pit-5ec4e7e2-e0d0",
      [
        "1: location holds a token or another secret, and this file is copied and shown; remove it, "
          + "and write token-file with the path of a private file, or token-command with a command "
          + "that prints the token"
      ]
    ),
    (
      "theme mono",
      [
        "1: there is no = behind the name in this line; write name = value, or # in front of a "
          + "comment"
      ]
    ),
    (
      "[profile acme\ntheme = pink",
      [
        "1: this is no heading; write [profile NAME] or [keys] on a line of its own. What follows is "
          + "left out up to the next heading"
      ]
    ),
    (
      "[acme]\nlocation = a",
      [
        "1: there is no section [acme]; write [profile acme] or [keys]. Nobody can tell for which "
          + "profile location is meant, so nothing starts"
      ]
    ),
    (
      "[profil acme]\nlocation = a",
      [
        "1: there is no section [profil acme]; did you mean [profile acme]? Nobody can tell for "
          + "which profile location is meant, so nothing starts"
      ]
    ),
    (
      "[general]\ntheme = mono",
      [
        "1: there is no section [general]; what is for all profiles stands above the first section"
      ]
    ),
    ("[profile]", ["1: this profile has no name; write [profile NAME]"]),
    ("[profile \"acme\"]", ["1: write the name without quotes: [profile acme]"]),
    ("[key]\nreview = f2", ["1: there is no section [key]; did you mean [keys]?"]),
    ("theme =", ["1: theme has no value; write one, or remove the line"]),
    ("token-file = \"~/x\"", ["1: write the value of token-file without quotes"]),
    (
      "token-file = ~bob/x",
      [
        "1: token-file: “~bob/x” is no path; ~/ is your home folder, and for others write the whole "
          + "path"
      ]
    ),
    (
      "location = a b",
      [
        "1: location: “a b” is no id; it is letters and digits such as ve9EPM428h8vShlRW1KT"
      ]
    ),
    ("base-url = https://a:b@c", ["1: base-url: The address must not hold a password."]),
    (
      "token-command = cd x ; pass hl",
      [
        "1: token-command: what follows a blank and ; is a comment and no part of the command; write "
          + "&&, or the comment on a line of its own"
      ]
    ),
    (
      "token-file = a\ntoken-command = b",
      [
        "2: token-command cannot stand beside token-file in line 1; remove one of them"
      ]
    ),
    (
      "ascii = yes\nutf8 = yes",
      ["2: utf8 cannot stand beside ascii in line 1; remove one of them"]
    ),
    (
      "[keys]\nread-only = yes",
      [
        "2: read-only is no command that gets a key; write it above the first section, or in that of "
          + "a profile. Nobody can tell for which profile read-only is meant, so nothing starts"
      ]
    ),
    (
      "theme = mono\u{7}",
      ["1: there is a control character in this line; remove it"]
    ),
    (
      "[keys]\nreview = f2\nreview = f3",
      ["3: review stands in line 2 already, which counts; remove one of them"]
    ),
    ("[keys]\nreview =", ["2: review has no value; write one, or remove the line"]),
  ]

  @Test(arguments: cases)
  func messages(text: String, messages: [String]) {
    #expect(Fixture.messages(text) == messages)
  }

  @Test func whatIsWrongWithTheFileItself() {
    let path = Fixture.path
    let unreadable = ConfigurationFile(.unreadable(reason: "Permission denied"), at: path)
    #expect(
      unreadable.problems.map(\.message) == [
        "\(path): the configuration cannot be read: Permission denied"
      ])
    #expect(unreadable.problems.map(\.concern) == [.everything])
    let large = ConfigurationFile(.tooLarge(limit: ConfigurationFile.sizeLimit), at: path)
    #expect(
      large.problems.map(\.message) == ["\(path): the configuration is larger than 1024 KiB"])
    var open = Fixture.read(
      "theme = mono\nthem = x\n[profile a]\ntoken-command = x\n[keys]\nsave = f2")
    open.refuse(.othersCanWrite)
    #expect(open.problems.map(\.concern) == [.everything, .nothing])
    #expect(open.value(.theme) == nil && open.profiles.isEmpty && open.keys.isEmpty)
    #expect(open.problems.first?.message.hasSuffix("run chmod go-w on it") == true)
  }

  /// What is wrong is left out, and the rest is used.
  @Test func theRestIsUsed() {
    for (text, messages) in Self.cases {
      let file = Fixture.read("clock = 12\n" + text + "\n[profile z]\nweek-starts = sunday\n")
      #expect(file.problems.count == messages.count, "\(text)")
      #expect(file.value(.clock) == "12")
      #expect(file.value(.weekStarts, of: "z") == "sunday", "\(text)")
    }
  }

  // MARK: Secrets

  private static let secret = "pit-5ec4e7e2-e0d0-4a11-9ca1-0badc0ffee11"
  private static let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"

  /// Wherever a token stands, no message has it.
  @Test(arguments: [secret, jwt, secret.uppercased()])
  func noMessageHasAToken(token: String) {
    let lines = [
      "token = §", "api-key = §", "location = §", "theme = §", "base-url = https://x/§", "§ = x",
      "§", "[§]", "[profile §]", "[§", "[keys]\nreview = §", "[keys]\n§ = f2", "token-file = §",
      "Authorization: Bearer §", "token-file = \"§\"", "timeout = '§'", "colour = x §",
      "tokenfile = §", "HIGHLEVEL_TOKEN=§", "profile = §", "log-file = §",
    ]
    for section in ["", "[profile a]\n"] {
      for line in lines {
        let file = Fixture.read(section + line.replacing("§", with: token))
        #expect(!file.problems.isEmpty, "\(line)")
        let all = file.problems.map(\.message).joined().lowercased()
        #expect(!all.contains(token.lowercased().dropFirst(4).prefix(6)), "\(line)")
        #expect(file.general.isEmpty && file.profiles.allSatisfy(\.entries.isEmpty), "\(line)")
      }
    }
  }

  @Test(arguments: [
    "token", "api-key", "apikey", "api_key", "access-token", "access_token", "TOKEN", "secret",
    "private-integration-token", "bearer", "password", "hl.token",
  ])
  func namesOfSecrets(name: String) {
    let file = Fixture.read("[profile a]\n\(name) = hunter2")
    #expect(file.problems.map(\.kind) == [.token(name: name)])
    #expect(file.problems.map(\.concern) == [.setting(.tokenFile, profile: "a")])
    #expect(file.problems.first?.message.contains("hunter2") == false)
  }

  @Test(arguments: [
    "token-command = cat pit-acme", "token-file = ~/.secrets/pit-acme", "log-file = spit-roast",
    "token-file = x.eyJ",
  ])
  func noSecrets(line: String) {
    #expect(Fixture.read(line).problems.isEmpty)
  }
}
