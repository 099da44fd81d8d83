import ArgumentParser
import CBuildInformation
import Glibc
import Terminal

/// The command line program.
@main
struct Caledit: ParsableCommand {
  static let version = "0.1.0"

  /// The version, with the commit that it was built from where the build knew it:
  /// "0.1.0 (d5dfee1a2b)".
  static var versionAndCommit: String {
    let commit = String(cString: caledit_commit())
    return commit.isEmpty ? version : "\(version) (\(commit))"
  }

  static let configuration = CommandConfiguration(
    commandName: "caledit",
    abstract: "Edit the settings of a HighLevel booking calendar in the terminal.",
    version: versionAndCommit,
    subcommands: Verb.all.map(\.value),
    defaultSubcommand: EditCommand.self
  )

  static func main() {
    StandardFiles.fill()
    do {
      if let failure = ArgumentBytes.failure { throw failure.report() }
      // Few people name a subcommand, so help without one is the help of editing.
      if let first = CommandLine.arguments.dropFirst().first, ["--help", "-h"].contains(first) {
        throw CleanExit.helpRequest(EditCommand.self)
      }
      let arguments = Array(CommandLine.arguments.dropFirst())
      var command = try Verb.parsed(arguments) ?? parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error)
    }
    endWhereOutputFailed()
  }

  /// Ends the program where standard output did not take what it was to: nobody has the answer then,
  /// whatever became of the work.
  private static func endWhereOutputFailed(otherwise code: ExitCode = .success) {
    guard let failure = TerminalOutput.failure else { return }
    let status = Failure("standard output: \(failure)", status: .output).report()
    Glibc.exit(code.isSuccess ? status.rawValue : code.rawValue)
  }

  /// Ends like `exit(withError:)`, but sanitises the arguments that a message repeats.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if !message.isEmpty { (code.isSuccess ? TerminalOutput.standard : .error).text(message) }
    endWhereOutputFailed(otherwise: code)
    Glibc.exit(code.rawValue)
  }
}
