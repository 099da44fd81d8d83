import Foundation
import TerminalTesting
import Testing
import UserConfiguration

@testable import caledit

/// `caledit config`: the file on a shell.
@Suite(.waits, .timeLimit(.minutes(240))) struct ConfigCommandTests {
  @Test func pathAndCheck() throws {
    let folder = try Scratch()
    let path = folder.configurationPath
    #expect(try Shell("caledit config path", in: folder).output == path + "\n")
    let missing = try Shell("caledit config check", in: folder)
    #expect(missing.status == .status(0))
    #expect(
      missing.output == "There is no configuration at \(path); caledit config edit begins one.\n")
    try folder.configure("theme = mono\n[profile a]\nlocation = b\n[keys]\nsave = f2\n")
    let well = try Shell("caledit config check", in: folder)
    #expect(well.status == .status(0) && well.error.isEmpty)
    #expect(
      well.output == "\(path) is well: 1 profile, 2 settings, 1 command with other keys.\n")
    try folder.configure("them = mono\n[keys]\nsave = f99\n", mode: 0o662)
    let wrong = try Shell("caledit config check", in: folder)
    #expect(wrong.status == .status(1))
    let lines = wrong.error.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("run chmod go-w on it") == true)
    #expect(lines.last == "caledit: \(path):1: there is no setting them; did you mean theme?")
    try folder.configure("[keys]\nsave = f99\n")
    let keys = try Shell("caledit config check", in: folder)
    #expect(keys.status == .status(1) && keys.error.contains("\(path):2: \"f99\" is no key"))
  }

  /// A file that is named has to be there, and of use; the check and the verbs name the setting.
  @Test func filesThatAreNamed() throws {
    let folder = try Scratch()
    let path = folder.configurationPath
    try folder.write("secret", to: "home/open", mode: 0o644)
    try folder.write("secret", to: "home/token", mode: 0o600)
    let location = "location = ve9EPM428h8vShlRW1KT\n"
    let home = folder.path("home")
    for (text, line, message, verb) in [
      ("ca-file = ~/none", 1, "ca-file: \(home)/none: No such file", "list"),
      ("theme = mono\ntoken-file = ~/none", 2, "token-file: \(home)/none: No such file", "list"),
      ("token-file = ~/open", 1, "token-file: \(home)/open: others can read", "list"),
      ("log-file = ~/none/log", 1, "log-file: \(home)/none/log: No such file", "--line x"),
      ("log-file = ~", 1, "log-file: \(home): it is not a regular file", "--line x"),
    ] {
      try folder.configure(text + "\n" + location)
      let shell = try Shell("caledit config check", in: folder)
      #expect(shell.status == .status(1) && shell.output.isEmpty, "\(text)")
      #expect(shell.error.contains("\(path):\(line): \(message)"), "\(shell.error)")
      let use = try Shell("caledit \(verb) </dev/null", in: folder)
      #expect(use.error.contains("\(path):\(line): log-file") == text.contains("log-file"))
      if verb == "list" {
        #expect(use.error.contains("\(path):\(line): \(message)"), "\(use.error)")
      }
    }
    try folder.configure("log-file = ~/log\n[profile a]\ntoken-file = ~/token\n" + location)
    let well = try Shell("caledit config check", in: folder)
    #expect(well.status == .status(0), "\(well.error)")
    #expect(!folder.files.keys.contains("home/log"))
  }

  /// Whoever can write the file could choose a command of it, so none is run.
  @Test(arguments: [mode_t(0o602), 0o620, 0o666])
  func whatOthersCanWriteIsRefused(mode: mode_t) throws {
    let folder = try Scratch()
    try folder.configure(
      "[profile a]\nlocation = ve9EPM428h8vShlRW1KT\ntoken-command = touch \(folder.path("ran"))\n",
      mode: mode)
    let message = "\(folder.configurationPath): others can write this file"
    for command in [
      "list", "list --all-profiles", "list --profile a", "get --profile a someID name", "check",
      "check --all", "profiles", "config check", "--profile a --line someID </dev/null",
    ] {
      let shell = try Shell("caledit \(command)", in: folder)
      #expect(shell.status != .status(0), "\(command)")
      #expect(shell.error.contains(message), "\(command): \(shell.error)")
      #expect(shell.error.contains("chmod go-w"), "\(command)")
      #expect(!folder.files.keys.contains("ran"), "\(command)")
    }
  }

  @Test func keys() throws {
    let folder = try Scratch()
    try folder.configure("[keys]\nsave = f2\n")
    let keys = try Shell("caledit config keys", in: folder)
    #expect(keys.output.hasPrefix("review = F2\n    Review the changes and save\n"))
    #expect(keys.output.contains("\nday.apply = "))
  }

  /// The example is written after a question, for the user alone, and is a configuration.
  @Test func editBeginsWithTheExample() throws {
    let folder = try Scratch()
    let path = folder.configurationPath
    func session(_ script: String) throws -> TerminalSession {
      let editor = try folder.write("#!/bin/sh\n" + script, to: "editor", mode: 0o700)
      return try TerminalSession(
        Program.binary, ["config", "edit"],
        environment: folder.environment.merging(["VISUAL": editor]) { $1 }, columns: 300)
    }
    let no = try session("touch \"$HOME/started\"")
    try no.wait(for: "[y/N]", seconds: Program.patience)
    no.type("n\r")
    #expect(try no.waitForExit(seconds: Program.patience) == .status(0))
    #expect(folder.files.keys.allSatisfy { !$0.hasSuffix("config/caledit/config") })
    #expect(!folder.files.keys.contains("home/started"))

    let yes = try session("printf '[keys]\\nsave = f2\\n' >>\"$1\"")
    try yes.wait(for: "[y/N]", seconds: Program.patience)
    yes.type("y\r")
    try yes.wait(for: "is well: 0 profiles, 0 settings, 1 command", seconds: Program.patience)
    #expect(try yes.waitForExit(seconds: Program.patience) == .status(0))
    let text = try folder.read("home/config/caledit/config")
    #expect(text == ConfigCommand.Edit.example + "[keys]\nsave = f2\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)

    let wrong = try session("echo 'them = mono' >\"$1\"")
    try wrong.wait(for: "did you mean theme?", seconds: Program.patience)
    #expect(try wrong.waitForExit(seconds: Program.patience) == .status(1))
    let failed = try session("exit 3")
    try failed.wait(for: "ended with status 3", seconds: Program.patience)
    #expect(try failed.waitForExit(seconds: Program.patience) == .status(1))
    #expect(try Shell("caledit config edit", in: folder).status == .status(2))
  }

  /// The real names and keys: every line of the example can be used.
  @Test func everyLineOfTheExample() {
    let lines = ConfigCommand.Edit.example.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.hasPrefix(";") ? $0.dropFirst() : $0 }.joined(separator: "\n")
    var file = ConfigurationFile(
      Array(text.utf8), at: "config", home: "/home/me", rules: .program)
    _ = file.readKeys()
    #expect(file.problems.map(\.message) == [])
    #expect(file.profiles.count == 2 && file.keys.count == 2)
  }
}

/// What the README and the help say of the configuration.
@Suite struct ConfigurationReadmeTests {
  /// The configuration that the README shows is one without a mistake.
  @Test func theExampleOfTheReadme() throws {
    let text = try #require(Readme().configuration)
    var file = ConfigurationFile(Array(text.utf8), at: "config", home: "/home/me", rules: .program)
    _ = file.readKeys()
    #expect(file.problems.map(\.message) == [])
    #expect(file.profiles.count == 2)
  }

  /// Every option of the table of settings is in the help.
  @Test func everySettingHasItsOption() throws {
    let help = EditCommand.helpMessage()
    for setting in Setting.all {
      #expect(help.contains("\(setting.option) ") || help.contains("\(setting.option)\n"))
    }
  }
}
