import ArgumentParser
import Editor
import Glibc
import State
import Terminal
import UserConfiguration

extension ConfigCommand {
  /// Opens the file in the user's editor, and checks it afterwards.
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Edit the file, and say what is wrong with it.",
      discussion: """
        The editor is that of VISUAL or EDITOR. Where there is no file yet, caledit offers to write \
        an example, in which every setting is explained.
        """)

    func run() throws {
      try Failure.reporting { () throws(Failure) in
        let path = try ConfigCommand.path()
        let nobody = Failure(
          "there is no terminal to edit on; the file is \(path)", status: ExitStatus.noTerminal)
        guard System.isOnTerminal else { throw nobody }
        if access(path, F_OK) != 0, errno == ENOENT {
          say(
            "There is no configuration yet. An example explains every setting and changes nothing.")
          let question = TerminalQuestion(text: "Write it to \(path)?", output: .standard)
          guard try question.isAnsweredYes(orElse: nobody) else {
            say("Nothing was written.")
            return
          }
          try Self.writeExample(path)
        }
        try Self.edit(path)
      }
      if !ConfigCommand.report() { throw ExitStatus.failure.code }
    }

    /// Some commands for the example, by the names that the tables of keys give them.
    static let exampleKeys: [(command: String, keys: String)] = Keymap.commands
      .filter { ["review", "search"].contains($0.name) }.map { ($0.name, $0.keys) }

    static var example: String {
      ConfigurationExample.text(rules: .program, keys: exampleKeys)
    }

    /// Writes the example to a file that only the user can read; never over one that is there.
    private static func writeExample(_ path: String) throws(Failure) {
      var folder = ""
      for part in ConfigurationPath.folder(of: path).split(separator: "/") {
        folder += "/" + part
        if mkdir(folder, 0o700) != 0, errno != EEXIST, errno != EROFS, errno != EACCES {
          throw Failure("\(folder): \(System.lastError)")
        }
      }
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Failure("\(path): \(System.lastError)") }
      defer { close(file) }
      guard FileBytes.writeAll(example, to: file) else {
        throw Failure("\(path): \(System.lastError)")
      }
    }

    private static func edit(_ path: String) throws(Failure) {
      do throws(EditFailure) {
        let command = try ExternalEditor.command()
        let name = command.first ?? ""
        let ending: ChildProgram.Ending
        do throws(ChildProgram.StartError) {
          ending = try ChildProgram(command + [path], hiding: [TokenSource.variable]).run()
        } catch {
          throw .notStarted(command: name, reason: "\(error)")
        }
        switch ending {
        case .status(0): return
        case .status(let status): throw .failed(command: name, status: status)
        case .signal(let signal): throw .killed(command: name, signal: signal)
        case .unfinished: throw .interrupted(command: name, keptAt: path)
        }
      } catch {
        throw Failure(error.message)
      }
    }
  }
}
