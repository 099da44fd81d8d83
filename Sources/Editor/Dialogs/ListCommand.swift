import TextUI

/// What keys do in a list.
enum ListCommand: String, KeyCommand {
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
        KeyBinding(.leave, .escape, short: leave, help: leaving),
        KeyBinding(
          .previous, .up, .backTab, .control("p"), short: "Up", help: "The previous entry"),
        KeyBinding(.next, .down, .tab, .control("n"), short: "Down", help: "The next entry"),
        KeyBinding(.pageUp, .pageUp, short: "Page up", help: "Ten entries up"),
        KeyBinding(.pageDown, .pageDown, short: "Page down", help: "Ten entries down"),
        KeyBinding(.first, .home, short: "First", help: "The first entry"),
        KeyBinding(.last, .end, short: "Last", help: "The last entry"),
      ])
  }
}

extension FilterList {
  /// Moves the selection as a command says.
  mutating func move(_ command: ListCommand) {
    switch command {
    case .previous: move(by: -1)
    case .next: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .first: move(by: -matches.count)
    case .last: move(by: matches.count)
    case .take, .leave, .mark, .markAll: break
    }
  }
}
