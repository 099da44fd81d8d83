import CalendarAPI
import Foundation
import State
import TerminalTesting
import Testing

@testable import caledit

/// `caledit completions`: real shells, with the real scripts.
@Suite(.waits, .timeLimit(.minutes(240))) struct CompletionTests {
  private static let profiles =
    "[profile acme]\nlocation = x\n[profile acme two]\nlocation = y\n[profile $(touch pwned)]\nlocation = z\n"

  /// Types into a shell that completes, and waits until it shows what is expected.
  private func complete(_ shell: String, _ line: String, _ expected: String) throws {
    let folder = try Scratch()
    try folder.configure(Self.profiles)
    try folder.write("{}", to: "home/calendar.json")
    try folder.write("{}", to: "home/$(touch pwned).json")
    try CalendarListCache(in: StateFolder(making: folder.path("home/state/caledit"))).keep(
      [
        .init(id: "c1", name: "Beard Trim", group: "Studio Bristol"),
        .init(id: "c2", name: "$(touch pwned)", group: "$(touch pwned)"),
      ], .live, account: "acme", without: nil)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("home/caledit"), withDestinationPath: Program.binary)
    let script = try Shell("caledit completions \(shell)", in: folder)
    #expect(script.status == .status(0) && script.error.isEmpty)
    try FileManager.default.createDirectory(
      atPath: folder.path("home/zsh"), withIntermediateDirectories: true)
    try folder.write(script.output, to: shell == "zsh" ? "home/zsh/_caledit" : "home/script")
    try folder.write(
      "PS1='> '; bind 'set show-all-if-ambiguous on'; source ~/script\n", to: "home/bashrc")
    try folder.write(
      "fpath=(~/zsh $fpath); autoload -Uz compinit; compinit -u -D; PS1='> '\n", to: "home/.zshrc")
    let arguments: [String] =
      switch shell {
      case "bash": ["--noprofile", "--rcfile", folder.path("home/bashrc"), "-i"]
      case "fish": ["-i", "-C", "source ~/script; function fish_prompt; echo '> '; end"]
      default: ["-i"]
      }
    let session = try TerminalSession(
      "/usr/bin/\(shell)", arguments,
      environment: folder.environment.merging([
        "PATH": folder.path("home") + ":/usr/bin:/bin", "ZDOTDIR": folder.path("home"),
        "PWD": folder.path("home"),
      ]) { $1 }, rows: 30, columns: 100)
    try session.wait(for: ">", seconds: Program.patience)
    session.type("cd ~; clear\n")
    session.settle()
    session.type(line)
    session.settle()
    session.type("\t")
    try session.wait("“\(expected)” behind \(line)", seconds: Program.patience) {
      session.lines.contains { $0.contains(expected) }
    }
    session.settle()
    #expect(!session.lines.contains { $0.contains("Error") || $0.contains("not found") }, "\(line)")
    #expect(!folder.files.keys.contains { $0.hasSuffix("pwned") }, "a name was run")
    session.signal(9)
  }

  private static let shells = ["bash", "zsh", "fish"].filter {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  @Test(arguments: shells)
  func inAShell(shell: String) throws {
    for (line, expected) in [
      ("caledit li", "caledit list"), ("caledit get x slotB", "slotBuffer"),
      ("caledit list --profile ac", "acme"), ("caledit show cal", "calendar.json"),
      ("caledit list --sort du", "duration"), ("caledit show --all", "--all-profiles"),
      ("caledit list --profile ", "acme"), ("caledit show ", "calendar.json"),
      // Without the verb, a calendar is edited.
      ("caledit --the", "caledit --theme"), ("caledit --theme con", "caledit --theme contrast"),
      ("caledit --theme ", "mono"), ("caledit --profile ac", "caledit --profile acme"),
      ("caledit --file cal", "caledit --file calendar.json"), ("caledit Bea", "Trim"),
      ("caledit --ascii Bea", "Trim"), ("caledit edit Bea", "Trim"), ("caledit \"Bea", "Trim"),
      ("caledit Beard\\ T", "Trim"), ("caledit va", "caledit validate"),
      ("caledit help ter", "caledit help terminals"), ("caledit get @St", "Bristol"),
      ("caledit get \"Bea", "Trim"), ("caledit set Bea", "Trim"),
    ] {
      try complete(shell, line, expected)
    }
  }

  /// Shells run what stands in `$(…)` among the words to complete, and names come from the service.
  @Test(arguments: [
    "$(touch x)", "`x`", "a;b", "a|b", "a&b", "a\"b", "a'b", "a\\b", "a\nb", "a\u{1B}b", "-a",
    "a*b",
    "a<b", "a>b", "a{b", "~a", "a!b", "a(b", "a\u{202E}b", "a$b", "a:b",
  ])
  func dangerousWordsAreNotOffered(word: String) {
    #expect(Completions.offered([word, "good"], "") == ["good"])
  }

  @Test func wordsThatAreOffered() {
    let words = ["intro-call", "Café ü", "日本", "a.b,c/d@e", "openHours.mon"]
    #expect(Completions.offered(words, "") == words)
    #expect(Completions.offered(words, "i") == ["intro-call"])
  }

  @Test(arguments: [
    ("", ""), ("Bea", "Bea"), ("\"Bea", "Bea"), ("'Bea", "Bea"), ("\"Beard Trim\"", "Beard Trim"),
    ("Beard\\ T", "Beard T"), ("\\@Studio\\ B", "@Studio B"), ("\"", ""), ("''", ""),
    ("\\", ""),
  ])
  func quotationMarksOfAWord(word: String, meaning: String) {
    #expect(Completions.unquoted(word) == meaning)
  }

  /// The parser writes a second `help`, which takes the place of the program's in bash and zsh.
  @Test(arguments: CompletionsCommand.Shell.allCases)
  func theScriptsKnowOneHelpAndTheEditingWithoutAVerb(shell: CompletionsCommand.Shell) {
    let script = CompletionScript.text(for: shell)
    #expect(!script.contains("subcommand help information") && !script.contains("help|help"))
    #expect(!script.contains("help help"))
    #expect(script.components(separatedBy: "_caledit_help() {").count == (shell == .fish ? 1 : 2))
    let addition = shell == .fish ? "__caledit_is_edit" : "__caledit_command"
    #expect(script.components(separatedBy: addition).count > 2)
    #expect(script.contains(Verb.all.map(\.key).joined(separator: " ")))
  }

  @Test func theShellsThatThereAre() throws {
    let shell = try Shell("caledit completions tcsh", in: try Scratch())
    #expect(shell.status == .status(64))
    for name in ["bash", "zsh", "fish"] {
      #expect(
        try Shell("caledit completions \(name)", in: try Scratch()).output.contains("validate"))
    }
  }
}
