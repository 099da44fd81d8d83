import TextUI

/// Which key does what: the keys of the tables, or those that somebody chose instead.
///
/// Actions work everywhere (``Actions``); every kind of line and every dialog has a ``KeyTable``
/// of its own, which goes before.
package struct Keymap: Sendable, Hashable {
  /// The keys that are chosen instead of those of the tables, by `save` or `day.apply`.
  private let chosen: [String: [Key]]
  /// The actions of each key, in the order of their table.
  private let actions: [Key: [ActionID]]
  /// Whether commands are typed as words, and texts name those instead of keys.
  private(set) var isSpoken = false

  package static let standard = Keymap(choosing: [:])

  /// - Parameter chosen: the keys of commands that have others than in the tables.
  package init(choosing chosen: [String: [Key]]) {
    self.chosen = chosen
    var actions: [Key: [ActionID]] = [:]
    for action in Actions.all {
      for key in chosen[action.id.rawValue] ?? action.keys {
        actions[key, default: []].append(action.id)
      }
    }
    self.actions = actions
  }

  /// The same keys, with words in all texts that would name a key.
  var spoken: Keymap {
    var keymap = self
    keymap.isSpoken = true
    return keymap
  }

  // MARK: Actions

  /// The actions that a key is bound to; of several, the first that can be done is meant.
  func actions(for key: Key) -> [ActionID] { actions[key] ?? [] }

  /// Whether a key is bound to one of some actions.
  func isBound(_ key: Key, toOneOf ids: Set<ActionID>) -> Bool {
    actions[key]?.contains(where: ids.contains) ?? false
  }

  /// The keys of an action, the one that is shown first.
  func keys(of action: Action) -> [Key] { chosen[action.id.rawValue] ?? action.keys }

  /// The keys of an action as they are written: "F8, Alt-N".
  func names(of action: Action) -> String {
    isSpoken ? action.spokenName : Self.written(keys(of: action))
  }

  /// The keys of an action in a sentence: "F5 or Alt-R"; its title where it has none.
  func words(of id: ActionID) -> String {
    guard let action = Actions.byID[id] else { return "" }
    if isSpoken { return action.spokenName.inQuotes }
    let keys = keys(of: action)
    return keys.isEmpty
      ? "\"\(action.title)\"" : keys.prefix(2).map(\.description).joined(separator: " or ")
  }

  /// The first key of an action in a sentence.
  func word(of id: ActionID) -> String {
    guard !isSpoken else { return words(of: id) }
    return Actions.byID[id].flatMap { keys(of: $0).first }?.description ?? words(of: id)
  }

  /// What the key bar says of an action; nil when it is kept off the bar, or has no key.
  func hint(_ id: ActionID, saying text: String? = nil) -> KeyHint? {
    guard let action = Actions.byID[id], let short = text ?? action.short,
      let key = keys(of: action).first
    else { return nil }
    return isSpoken ? KeyHint(key, word: action.spokenName, short) : KeyHint(key, short)
  }

  // MARK: Places

  /// The command that a key gives in a place; nil when it gives none.
  func command<Command>(for key: Key, in table: KeyTable<Command>) -> Command? {
    table.bindings.first { keys(of: $0, in: table).contains(key) }?.command
  }

  /// The keys of a command, the one that is shown first.
  func keys<Command>(of command: Command, in table: KeyTable<Command>) -> [Key] {
    table.binding(of: command).map { keys(of: $0, in: table) } ?? []
  }

  private func keys<Command>(
    of binding: KeyBinding<Command>, in table: KeyTable<Command>
  ) -> [Key] {
    guard !chosen.isEmpty else { return binding.keys }
    return chosen["\(table.id).\(binding.command.rawValue)"] ?? binding.keys
  }

  /// What the key bar says of a command.
  ///
  /// - Parameter text: what it is called instead of the name in the table.
  func hint<Command>(
    _ command: Command, in table: KeyTable<Command>, saying text: String? = nil
  ) -> KeyHint? {
    guard let binding = table.binding(of: command), let key = keys(of: binding, in: table).first
    else { return nil }
    return isSpoken
      ? KeyHint(key, word: binding.spokenName, text ?? binding.short)
      : KeyHint(key, text ?? binding.short)
  }

  /// The first key of a command in a sentence.
  func word<Command>(of command: Command, in table: KeyTable<Command>) -> String {
    hint(command, in: table)?.key ?? ""
  }

  /// What the key bar says of commands, in that order.
  func hints<Command>(_ commands: Command..., in table: KeyTable<Command>) -> [KeyHint] {
    commands.compactMap { hint($0, in: table) }
  }

  /// The keys that somebody chose for a command; nil where it has its own.
  func chosenKeys(of name: String) -> [Key]? { chosen[name] }

  /// The keys of an entry of the help, the one that is shown first.
  func keys(of entry: AnyKeyTable.Entry) -> [Key] { chosen[entry.id] ?? entry.keys }

  /// The keys of an entry of the help, as they are written.
  func names(of entry: AnyKeyTable.Entry) -> String {
    isSpoken ? entry.spokenName : Self.written(keys(of: entry))
  }

  static func written(_ keys: [Key]) -> String {
    keys.map(\.description).joined(separator: ", ")
  }
}

/// A key with what it does, for the key bar.
struct KeyHint: Sendable, Hashable {
  /// The key that a click on the hint presses; nil where it names several.
  let press: Key?
  /// The key as it is written.
  let key: String
  let text: String

  init(_ key: Key, _ text: String) {
    press = key
    self.key = key.description
    self.text = text
  }

  /// For a command that is typed as a word; the key does the same.
  init(_ key: Key, word: String, _ text: String) {
    press = key
    self.key = word.inQuotes
    self.text = text
  }

  /// For several keys at once.
  ///
  /// - Parameter keys: what they do belongs together, as that of `<` and `>`.
  init(_ keys: [Key], _ text: String) {
    press = nil
    key = keys.map(\.description).joined(separator: " ")
    self.text = text
  }
}
