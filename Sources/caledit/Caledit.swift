import ArgumentParser

/// The command line program.
@main
struct Caledit: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "caledit",
    abstract: "Edit the settings of a HighLevel booking calendar in the terminal.",
    version: version,
    subcommands: [EditCommand.self, DraftsCommand.self, SandboxCommand.self],
    defaultSubcommand: EditCommand.self
  )

  static func main() {
    // Most people never name a subcommand: the help they ask for is that of editing.
    if let first = CommandLine.arguments.dropFirst().first, ["--help", "-h"].contains(first) {
      exit(withError: CleanExit.helpRequest(EditCommand.self))
    }
    main(nil)
  }
}
