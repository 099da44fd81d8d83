import ArgumentParser
import Manual

/// The options of a command by what they are about.
///
/// Many commands share groups of options; on each page a group stands under the same title.
enum OptionGroups {
  private static let groups: [(title: String, types: [any ParsableArguments.Type])] = [
    ("The answer", [OutputOptions.self]),
    ("How calendars are changed", [WriteOptions.self]),
    ("Sub-accounts and the service", [AccountOptions.self, ReachOptions.self]),
    ("Which calendars", [ChoiceOptions.self]),
  ]

  /// What an option is known by: others may have its name and another meaning.
  private static let titles: [ArgumentEntry: String] = {
    var titles: [ArgumentEntry: String] = [:]
    for (title, types) in groups {
      for type in types {
        for argument in ArgumentEntry.all(of: type)
        where titles[argument] == nil && !argument.isStandard {
          titles[argument] = title
        }
      }
    }
    return titles
  }()

  /// The title of a group; nil for what is the command's own.
  private static func title(of argument: ArgumentEntry) -> String? {
    argument.section ?? titles[argument]
  }

  /// Arguments and options, the command's own ones first, help and version last.
  ///
  /// - Parameter isWhole: whether help and version are among them.
  static func blocks(_ arguments: [ArgumentEntry], isWhole: Bool = true) -> [ManualBlock] {
    let own = arguments.filter { title(of: $0) == nil && !$0.isStandard }
    let standard = arguments.filter { isWhole && $0.isStandard }
    var sections: [String] = []
    for section in arguments.compactMap(\.section) where !sections.contains(section) {
      sections.append(section)
    }
    var blocks = own.isEmpty ? [] : [list(own)]
    for title in sections + groups.map(\.title).reversed() {
      let part = arguments.filter { Self.title(of: $0) == title }
      if !part.isEmpty { blocks += [.heading(title), list(part)] }
    }
    guard !standard.isEmpty else { return blocks }
    return blocks + (blocks.count > 1 ? [.heading("Help")] : []) + [list(standard)]
  }

  private static func list(_ arguments: [ArgumentEntry]) -> ManualBlock {
    .definitions(arguments.map(CommandWords.definition))
  }
}

extension ArgumentEntry {
  /// Whether every command has it.
  var isStandard: Bool { names.contains("--help") || names.contains("--version") }
}
