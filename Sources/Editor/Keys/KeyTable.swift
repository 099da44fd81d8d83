import TextUI

/// Something that a key does in one place: on a kind of line, in a dialog.
protocol KeyCommand: RawRepresentable<String>, Hashable, Sendable {}

/// A command of a place, with the keys that give it unless somebody chose others.
struct KeyBinding<Command: KeyCommand>: Sendable {
  let command: Command
  let keys: [Key]
  /// What the key bar calls it.
  let short: String
  /// What it does, for the help.
  let help: String

  init(_ command: Command, _ keys: Key..., short: String, help: String) {
    self.init(command, keys: keys, short: short, help: help)
  }

  init(_ command: Command, keys: [Key], short: String, help: String) {
    self.command = command
    self.keys = keys
    self.short = short
    self.help = help
  }
}

/// The keys of one place: a kind of line, a dialog.
///
/// Handling, key bar, help and README read this; nothing else names a key.
struct KeyTable<Command: KeyCommand>: Sendable {
  /// What the place is called in a configuration, where `day.apply` is one of its commands.
  let id: String
  /// What the help calls it.
  let title: String
  let bindings: [KeyBinding<Command>]
  /// What typing does there, for the help; empty where nothing is typed.
  let typing: String

  init(
    _ id: String, _ title: String, typing: String = "", _ bindings: [KeyBinding<Command>]
  ) {
    self.id = id
    self.title = title
    self.typing = typing
    self.bindings = bindings
  }

  func binding(of command: Command) -> KeyBinding<Command>? {
    bindings.first { $0.command == command }
  }
}

/// A key table without its type, for help, README and configuration.
struct AnyKeyTable: Sendable {
  struct Entry: Sendable {
    /// `day.apply`.
    let id: String
    let keys: [Key]
    let short: String
    let help: String
  }

  let id: String
  let title: String
  let typing: String
  let entries: [Entry]

  init<Command>(_ table: KeyTable<Command>) {
    id = table.id
    title = table.title
    typing = table.typing
    entries = table.bindings.map {
      Entry(
        id: "\(table.id).\($0.command.rawValue)", keys: $0.keys, short: $0.short, help: $0.help)
    }
  }
}
