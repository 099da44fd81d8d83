import ArgumentParser
import Editor
import Glibc
import Terminal
import UserConfiguration

/// Shows, checks and edits the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show, check and edit the configuration file.",
    discussion: """
      The file is $XDG_CONFIG_HOME/caledit/config, by default ~/.config/caledit/config.
      """,
    subcommands: [Path.self, Check.self, Edit.self, Example.self, Keys.self])

  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the path of the file.")

    func run() throws {
      try Failure.reporting { () throws(Failure) in say(try ConfigCommand.path()) }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what is wrong with the file.",
      discussion: """
        The exit status is 1 where something is, also where a file that it names is not there or cannot be \
        used. Nothing is asked of the service, and no command is run.
        """)

    func run() throws {
      let path = ConfigurationLoader.path
      if let path, access(path, F_OK) != 0, errno == ENOENT {
        say("There is no configuration at \(path); caledit config edit begins one.")
      } else if !ConfigCommand.report() {
        throw ExitStatus.failure.code
      }
    }
  }

  struct Example: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print an example, in which every setting is explained.",
      discussion: "It is the text that caledit config edit begins a file with.")

    func run() { TerminalOutput.standard.harmless(Edit.example) }
  }

  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the commands that can have other keys, with those that they have.")

    func run() throws {
      var file = ConfigurationLoader.read()
      let keymap = file.readKeys()
      for command in Keymap.commands {
        let keys = keymap.names(of: command)
        say("\(command.name) = \(keys.isEmpty ? "(no key)" : keys)", "    \(command.help)")
      }
    }
  }

  static func path() throws(Failure) -> String {
    guard let path = ConfigurationLoader.path else { throw Failure("HOME is not set") }
    return path
  }

  /// Writes what is wrong with the file, or what is in it.
  ///
  /// - Returns: whether all is well.
  static func report() -> Bool {
    var file = ConfigurationLoader.read()
    _ = file.readKeys()
    let problems = file.problems + NamedFile.problems(of: file)
    for problem in problems { TerminalOutput.error.line("caledit: \(problem.message)") }
    guard problems.isEmpty else { return false }
    func count(_ number: Int, _ one: String) -> String {
      "\(number) \(one)\(number == 1 ? "" : "s")"
    }
    let settings = file.general.count + file.profiles.reduce(0) { $0 + $1.entries.count }
    TerminalOutput.standard.line(
      "\(file.path) is well: \(count(file.profiles.count, "profile")), "
        + "\(count(settings, "setting")), \(count(file.keys.count, "command")) with other keys.")
    return true
  }
}
