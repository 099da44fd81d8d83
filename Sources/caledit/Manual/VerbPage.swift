import Manual

extension ManualPage {
  /// The page of a verb: `caledit-set(1)`.
  static func verb(_ command: CommandEntry) -> ManualPage {
    let path = "caledit \(command.name)"
    let text = VerbText.of(command.name)
    return ManualPage(
      "caledit-\(command.name)", section: 1, summary: summary(command.abstract),
      synopsis: CommandWords.synopsis(command, path: path),
      [
        Part(
          "DESCRIPTION",
          [.paragraph(ManualText(help: command.abstract))]
            + CommandWords.discussion(command.discussion) + (text?.description ?? [])),
        Part("COMMANDS", command.subcommands.flatMap { subcommand($0, path: path) }),
        Part("OPTIONS", OptionGroups.blocks(command.arguments)),
        Part("EXAMPLES", examples(text?.examples ?? [])),
        Part("EXIT STATUS", [exitStatuses(of: command.name)]),
        Part("SEE ALSO", [seeAlso(text?.related ?? [], without: "caledit-\(command.name)(1)")]),
      ])
  }

  /// An abstract as it stands behind the name of a page.
  private static func summary(_ abstract: String) -> String {
    let text = abstract.hasSuffix(".") ? abstract.dropLast() : abstract[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func subcommand(_ command: CommandEntry, path: String) -> [ManualBlock] {
    let lines = CommandWords.synopsis(command, path: "\(path) \(command.name)")
    return lines.map { line in
      .definitions([
        ManualDefinition(
          line,
          [.paragraph(ManualText(help: command.abstract))]
            + CommandWords.discussion(command.discussion)
            + OptionGroups.blocks(command.arguments, isWhole: false))
      ])
    }
  }

  static func examples(_ examples: [ManualExample]) -> [ManualBlock] {
    examples.flatMap {
      [.paragraph($0.says), .example($0.line.split(separator: "\n").map(String.init))]
    }
  }

  private static func exitStatuses(of verb: String) -> ManualBlock {
    if verb == "sandbox" {
      return "0 when it is ended by a signal; \(ExitStatus.failure.rawValue) where it cannot start."
    }
    return """
      \(ExitStatus.done.rawValue) where all is as wanted; what the others mean is the same for all \
      commands, see `caledit-exit`(7).
      """
  }

  /// References to other pages.
  static func seeAlso(_ references: [String], without own: String = "") -> ManualBlock {
    let all = (["caledit(1)"] + references + ["caledit-scripts(7)"]).filter { $0 != own }
    var seen: Set<String> = []
    let texts = all.filter { seen.insert($0).inserted }.map { reference in
      let name = reference.prefix { $0 != "(" }
      return ManualText([
        .init(String(name), .literal), .init(String(reference.dropFirst(name.count)), .plain),
      ])
    }
    return .paragraph(
      texts.dropFirst().reduce(texts.first ?? "") { $0 + ManualText(plain: ", ") + $1 })
  }
}
