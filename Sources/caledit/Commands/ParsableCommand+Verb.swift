import ArgumentParser

extension ParsableCommand {
  /// The word that names the command: "set".
  ///
  /// What a command says of itself, in JSON and in journals, comes from here.
  static var verb: String { configuration.commandName ?? "" }
}
