import Foundation
import TerminalTesting
import Testing
import UserConfiguration

@testable import caledit

/// `caledit config`: the file on a shell.
@Suite(.waits, .timeLimit(.minutes(40))) struct ConfigCommandTests {
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
    #expect(lines.count == 3)
    #expect(lines.first == "caledit: \(path):1: there is no setting them; did you mean theme?")
    #expect(lines.contains { $0.contains("run chmod go-w on it") })
    #expect(lines.contains { $0.contains("\(path):3: “f99” is no key") })
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

/// The example of the README is the one that `caledit config edit` writes.
@Suite struct ConfigurationReadmeTests {
  private let readme = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")

  @Test func theExampleIsTheOneThatIsWritten() throws {
    let text = try String(contentsOf: readme, encoding: .utf8)
    let head = try #require(
      text.range(of: "<!-- configuration:.*-->\n", options: .regularExpression))
    let foot = try #require(text.range(of: "<!-- /configuration -->"))
    let example = "\n```ini\n\(ConfigCommand.Edit.example)```\n\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let new = text[..<head.upperBound] + example + text[foot.lowerBound...]
      try new.write(to: readme, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[head.upperBound..<foot.lowerBound]) == example)
    }
  }

  /// Every option of the table of settings is in the help, and in the table of options.
  @Test func everySettingHasItsOption() throws {
    let text = try String(contentsOf: readme, encoding: .utf8)
    let help = EditCommand.helpMessage()
    for setting in Setting.all {
      #expect(help.contains("\(setting.option) ") || help.contains("\(setting.option)\n"))
      #expect(text.contains("`\(setting.option)"), "\(setting.option)")
    }
  }
}
