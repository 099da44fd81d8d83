import ArgumentParser

/// Finds the command that the arguments mean.
///
/// The tree of all commands costs more than the rest of the start, and grows with each of them. So
/// the parser sees only the command that the first word names. Where that one refuses the arguments,
/// and for help, version and completions, the whole tree answers.
enum Verb {
  /// The commands by the word that names them.
  static func command(named word: String) -> (any ParsableCommand.Type)? {
    switch word {
    case "edit": EditCommand.self
    case "list": ListCommand.self
    case "profiles": ProfilesCommand.self
    case "check": CheckCommand.self
    case "config": ConfigCommand.self
    case "set": SetCommand.self
    case "unset": UnsetCommand.self
    case "apply": ApplyCommand.self
    case "copy": CopyCommand.self
    case "restore": RestoreCommand.self
    case "runs": RunsCommand.self
    case "drafts": DraftsCommand.self
    case "sandbox": SandboxCommand.self
    default: nil
    }
  }

  /// The command, where one alone understands all arguments; without a word that names one, a
  /// calendar is edited.
  ///
  /// - Parameter arguments: without the name of the program.
  static func parsed(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let first = arguments.first, first != "help" else { return nil }
    let named = command(named: first)
    if named == nil, let plain = EditCommand(plain: arguments) { return plain }
    let command = named ?? EditCommand.self
    let parsed = try? command.parseAsRoot(named == nil ? arguments : Array(arguments.dropFirst()))
    // A request for help comes as a command of the parser's own.
    guard let parsed, isOwn(type(of: parsed), of: command) else { return nil }
    return parsed
  }

  private static func isOwn(
    _ type: any ParsableCommand.Type, of command: any ParsableCommand.Type
  ) -> Bool {
    type == command || command.configuration.subcommands.contains { $0 == type }
  }
}
