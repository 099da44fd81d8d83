import ArgumentParser

/// The command line program.
@main
struct Caledit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caledit",
    abstract: "Edit the settings of a HighLevel booking calendar in the terminal.",
    discussion: """
      The token comes from HIGHLEVEL_TOKEN, from --token-file or from --token-command; it is never \
      an argument. Without a service: caledit --demo, or caledit --file calendar.json.
      """,
    version: "0.1.0",
    subcommands: [EditCommand.self, SandboxCommand.self],
    defaultSubcommand: EditCommand.self
  )
}
