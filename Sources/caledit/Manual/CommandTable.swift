import ArgumentParser
import JSON

/// A command as the parser knows it: what its page of the manual is made of.
struct CommandEntry: Sendable {
  /// `set`.
  let name: String
  let type: any ParsableCommand.Type
  let abstract: String
  let discussion: String
  let arguments: [ArgumentEntry]
  let subcommands: [CommandEntry]

  /// The verbs that the help shows, in its order, with everything that they take.
  static let verbs: [CommandEntry] = {
    let root = ArgumentEntry.dumped(Caledit._dumpHelp())
    return entries(of: root, types: Verb.all.map(\.value))
  }()

  /// The entries of some types among the subcommands of a dump.
  private static func entries(
    of dump: JSONValue, types: [any ParsableCommand.Type]
  ) -> [CommandEntry] {
    let dumps = dump[key: "subcommands"]?.array ?? []
    return types.compactMap { type in
      let name = type._commandName
      // The parser adds a command of its own named help behind those that there are.
      guard type.configuration.shouldDisplay,
        let dump = dumps.first(where: { $0[key: "commandName"]?.text == name })
      else { return nil }
      return CommandEntry(
        name: name, type: type, abstract: type.configuration.abstract,
        discussion: type.configuration.discussion, arguments: ArgumentEntry.all(in: dump),
        subcommands: entries(of: dump, types: type.configuration.subcommands))
    }
  }
}

/// An argument, option or flag of a command.
struct ArgumentEntry: Sendable, Hashable {
  enum Kind: String, Sendable { case positional, option, flag }

  let kind: Kind
  /// `-y`, `--yes`; empty for an argument without a name.
  let names: [String]
  let valueName: String
  let isOptional: Bool
  let isRepeating: Bool
  let help: String
  let defaultValue: String?
  /// The values that there are, where they are few.
  let values: [String]
  /// The title that it stands under in the help; nil for the usual one.
  let section: String?

  /// The arguments of a command or of a group of options.
  static func all(of type: any ParsableArguments.Type) -> [ArgumentEntry] {
    all(in: dumped(type._dumpHelp()))
  }

  /// The command in what the parser tells of a type.
  static func dumped(_ text: String) -> JSONValue {
    (try? JSONDocument(parsing: text))?.value[key: "command"] ?? .null
  }

  static func all(in dump: JSONValue) -> [ArgumentEntry] {
    (dump[key: "arguments"]?.array ?? []).compactMap(ArgumentEntry.init)
  }

  /// - Returns: nil for what the help does not show.
  private init?(_ dump: JSONValue) {
    guard dump[key: "shouldDisplay"]?.bool == true,
      let kind = dump[key: "kind"]?.text.flatMap(Kind.init)
    else { return nil }
    self.kind = kind
    names = (dump[key: "names"]?.array ?? []).compactMap { name in
      name[key: "name"]?.text.map { (name[key: "kind"]?.text == "long" ? "--" : "-") + $0 }
    }.sorted { $0.utf8.count < $1.utf8.count }
    valueName = dump[key: "valueName"]?.text ?? ""
    isOptional = dump[key: "isOptional"]?.bool ?? false
    isRepeating = dump[key: "isRepeating"]?.bool ?? false
    help = dump[key: "abstract"]?.text ?? ""
    defaultValue = dump[key: "defaultValue"]?.text
    values = (dump[key: "allValues"]?.array ?? []).compactMap(\.text)
    section = dump[key: "sectionTitle"]?.text
  }
}
