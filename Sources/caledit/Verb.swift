import ArgumentParser

/// Finds the command that the arguments mean.
///
/// The tree of all commands costs more than the rest of the start, and grows with each of them. So
/// the parser sees only the command that the first word names. Where that one refuses the arguments,
/// and for help, version and completions, the whole tree answers.
enum Verb {
  /// The commands by the word that names them, in the order of the help.
  static let all: KeyValuePairs<String, any ParsableCommand.Type> = [
    "edit": EditCommand.self, "list": ListCommand.self, "show": ShowCommand.self,
    "get": GetCommand.self, "preview": PreviewCommand.self, "set": SetCommand.self,
    "unset": UnsetCommand.self, "apply": ApplyCommand.self, "copy": CopyCommand.self,
    "diff": DiffCommand.self, "validate": ValidateCommand.self, "history": HistoryCommand.self,
    "restore": RestoreCommand.self, "runs": RunsCommand.self, "export": ExportCommand.self,
    "drafts": DraftsCommand.self, "profiles": ProfilesCommand.self, "check": CheckCommand.self,
    "config": ConfigCommand.self, "sandbox": SandboxCommand.self,
    "completions": CompletionsCommand.self, "help": HelpCommand.self,
    "manual": ManualCommand.self,
  ]

  /// The command that a word names; nil for none.
  static func command(named word: String) -> (any ParsableCommand.Type)? {
    all.first { $0.key == word }?.value
  }

  /// The command, where one alone understands all arguments; without a word that names one, a
  /// calendar is edited.
  ///
  /// - Parameter arguments: without the name of the program.
  static func parsed(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let first = arguments.first else { return nil }
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
