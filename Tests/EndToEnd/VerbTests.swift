import ArgumentParser
import Foundation
import Testing

@testable import caledit

/// The parser sees one command alone, and comes to the same as with the whole tree.
@Suite struct VerbTests {
  @Test(arguments: [
    "", "help", "--help", "-h", "--version", "help drafts", "drafts help", "drafts --help",
    "profiles", "profiles --profile a", "check", "check --all", "check --profile a",
    "check --all --profile a", "config", "config path", "config check", "config keys",
    "config other",
    "abc1 --profile a", "--profile a --location b abc1", "abc1 --read-only", "--profile",
    "--profile=a",
    "abc1 --profile --demo", "abc1 --profile a --demo", "abc1 --profile a --profile b",
    "abc1 --clock 12", "abc1 --clock 13", "abc1 --week-starts sunday", "abc1 --log-bodies",
    "abc1 --read-only --output x", "abc1 --timeout 5",
    "list --json", "list --all-profiles --filter x", "list --sort=-name --group type", "show a b",
    "show --demo", "get a b c", "get", "preview a --week x --offered", "diff a b --patch", "diff a",
    "validate a --strict", "history a 1 --ndjson", "export a --output x", "export a --json",
    "completions bash", "completions tcsh", "show help", "list --help", "list --json --ndjson",
    "set a b=c --demo", "unset a b", "apply p a", "profiles --json", "check --json",
    "drafts list --json", "list --profile a,b", "list --profile a --all-profiles",
    "drafts", "drafts list", "drafts show 1", "drafts show", "drafts delete 1 2", "drafts other",
    "drafts --version", "sandbox", "sandbox --port 0", "sandbox --port 70000", "sandbox --help",
    "sandbox help", "edit", "edit --demo", "edit help", "edit edit", "edit drafts",
    "edit abc1 --ascii",
    "--demo", "--demo --ascii", "--file a.json abc1 --no-check --mouse", "--utf8 abc1",
    "--ascii --ascii --demo",
    "--file --demo", "--file", "--file a --file b", "--file a --demo", "--file a abc1 abc2",
    "-x abc1",
    "--file=a.json", "--demo --utf8 --ascii", "- --demo", "--demo -", "--ascii drafts", "-- drafts",
    "-- abc1", "abc1", "abc1 other",
    "abc1 --help",
    "abc1 --version", "abc1 --theme pink", "abc1 --theme mono", "--file a.json --no-check", "list",
    "--file - --mouse", "abc1 --token x", "--generate-completion-script bash", "Drafts", "draft",
    "--experimental-dump-help", "abc1 --generate-completion-script zsh", "--help-hidden",
    "abc1 help",
    "---completion edit -- --theme x", "drafts --generate-completion-script fish",
  ])
  func oneCommandAlone(_ line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    guard let alone = Verb.parsed(arguments) else { return }
    let whole = try Caledit.parseAsRoot(arguments)
    #expect(type(of: alone) == type(of: whole))
    #expect("\(alone)" == "\(whole)")
  }

  /// What people type every day does not need the tree.
  @Test(arguments: [
    "abc1", "--demo", "--file a.json", "--file a.json abc1 --mouse --no-check", "edit abc1",
    "drafts", "drafts show 1", "sandbox --port 0", "abc1 --profile acme --read-only", "check --all",
    "profiles", "config path",
  ])
  func withoutTheTree(_ line: String) {
    #expect(Verb.parsed(line.split(separator: " ").map(String.init)) != nil)
  }

  private static func sources() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/caledit")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  /// A command that is in no table cannot be called.
  @Test func everyCommandIsInTheTree() throws {
    func names(_ type: any ParsableCommand.Type) -> [String] {
      ["\(type)"] + type.configuration.subcommands.flatMap(names)
    }
    let declared = try Self.sources().flatMap { text in
      text.matches(of: /struct (\w+): (?:Async)?ParsableCommand\b/).map { String($0.output.1) }
    }
    #expect(declared.count > 25)
    #expect(declared.sorted() == names(Caledit.self).sorted())
  }

  /// What a command calls itself is what it is called by.
  @Test func noVerbIsNamedTwice() throws {
    for text in try Self.sources() {
      let named = text.matches(of: /(?:CommandRun\(|WriteRun\.run\(|WriteRun\(name: )".*/)
      #expect(named.isEmpty, "\(named.map { String($0.output) })")
    }
  }

  /// A command that is added to the tree has to be found without it.
  @Test func everyCommandHasItsWord() {
    for command in Caledit.configuration.subcommands {
      let word = command.configuration.commandName ?? ""
      #expect(Verb.command(named: word) == command, "\(word)")
    }
  }
}
