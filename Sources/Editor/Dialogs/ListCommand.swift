import TextUI

/// What keys do in a list.
enum ListCommand: String, PagingCommand {
  case take, leave, previous, next, pageUp, pageDown, first, last
  /// Marks an entry, where several can be taken at once.
  case mark
  /// Marks every entry that matches, or none of them.
  case markAll
}

extension KeyTable where Command == ListCommand {
  /// The keys of a list.
  ///
  /// - Parameters:
  ///   - take: what Enter is called.
  ///   - taking: what it does, for the help.
  ///   - leave: what Esc is called.
  ///   - leaving: what it does, for the help.
  static func list(
    _ id: String, _ title: String, take: String, taking: String, leave: String = "Back",
    leaving: String = "Closes the list; nothing is changed", isNarrowed: Bool = true,
    more: [KeyBinding<ListCommand>] = []
  ) -> KeyTable {
    KeyTable(
      id, title, typing: isNarrowed ? "Typing narrows the list." : "",
      [KeyBinding(.take, .enter, short: take, help: taking)] + more + [
        KeyBinding(.leave, .escape, short: leave, help: leaving)
      ]
        + Command.moves(
          MoveWords("entry", page: "Ten entries"), up: [.up, .backTab, .control("p")],
          down: [.down, .tab, .control("n")]))
  }
}

extension FilterList {
  /// Moves the selection as a command says.
  mutating func move(_ command: ListCommand) {
    if let step = command.step(page: 10, of: matches.count) { move(by: step) }
  }
}
