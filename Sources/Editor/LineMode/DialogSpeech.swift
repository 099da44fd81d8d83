import TextUI

/// What a dialog says where there is no screen: lines to be heard, and among them what can be chosen
/// by a number.
struct DialogSpeech: Sendable, Hashable {
  /// A line.
  enum Item: Sendable, Hashable {
    case text(String)
    /// How something stands that goes on by itself: it is said with the rest, and is no news.
    case state(String)
    /// Something to choose: its number in the dialog, see ``Dialog/choose(spot:_:)``.
    case choice(String, spot: Int, isSelected: Bool = false)
  }

  /// What is done with a text that is no command.
  enum Typing: Sendable, Hashable {
    /// Nothing.
    case none
    /// It narrows what can be chosen.
    case narrows
    /// It is the answer; what it is called at the prompt.
    case answers(String)
    /// It is one more line of a text, and commands begin with a full stop.
    case lines
    /// It is the answer and nobody may see it.
    case secret
  }

  var title: String
  var items: [Item]
  var typing = Typing.none

  init(_ title: String, _ items: [Item], typing: Typing = .none) {
    self.title = title
    self.items = items
    self.typing = typing
  }

  /// The dialog's own numbers of what can be chosen, in the order of the numbers that are said.
  var spots: [Int] {
    items.compactMap { if case .choice(_, let spot, _) = $0 { spot } else { nil } }
  }

  /// What is said before the first choice.
  var opening: [String] {
    let count = items.prefix { if case .choice = $0 { false } else { true } }.count
    return Array(lines.prefix(count))
  }

  private var states: [String] {
    items.compactMap { if case .state(let text) = $0 { text } else { nil } }
  }

  /// What is said behind the selected choice.
  static let selected = " (selected)"

  /// The lines without the title, choices with their numbers.
  var lines: [String] {
    var number = 0
    return items.map { item in
      switch item {
      case .text(let text), .state(let text): return text
      case .choice(let text, _, let isSelected):
        number += 1
        return "\(number). \(text)\(isSelected ? Self.selected : "")"
      }
    }
  }

  /// What is to be said after a change: all of it when there are others to choose from, else the lines
  /// that were not there before.
  ///
  /// - Parameter isAnswer: whether somebody has just done something; what comes by itself, such as
  ///   names in a long list, is said only where there are others to choose from.
  func news(since old: DialogSpeech, isAnswer: Bool) -> [String] {
    guard spots == old.spots, !isAnswer || title == old.title else { return [title] + lines }
    // Where a text has narrowed a list to nothing, it says that each time.
    if isAnswer, spots.isEmpty, typing == .narrows { return lines }
    // What is not selected any more is no news.
    let before = Set(states + old.lines + old.lines.map { $0.replacing(Self.selected, with: "") })
    let new = (title == old.title ? [] : [title]) + lines.filter { !before.contains($0) }
    if isAnswer { return new }
    let texts = Set(
      items.compactMap { item -> String? in if case .text(let text) = item { text } else { nil } })
    return new.filter { texts.contains($0) || $0 == title }
  }
}

extension [DialogSpeech.Item] {
  /// Texts as lines; those without letters are left out.
  static func texts(_ texts: [String]) -> Self {
    texts.filter { !$0.allSatisfy(\.isWhitespace) }.map { .text($0.trimmedBlanks) }
  }
}
