import TextUI

/// The commands of a list that move its selection, among others.
protocol MovingCommand: KeyCommand {
  static var previous: Self { get }
  static var next: Self { get }
  static var first: Self { get }
  static var last: Self { get }

  /// How far it moves the selection down; negative for up, nil for a command that does not move it.
  ///
  /// - Parameters:
  ///   - page: how many entries are a page.
  ///   - count: how many entries the list has.
  func step(page: Int, of count: Int) -> Int?
}

/// The commands of a list that move its selection also by pages.
protocol PagingCommand: MovingCommand {
  static var pageUp: Self { get }
  static var pageDown: Self { get }
}

/// What the help says of the keys that move a selection.
struct MoveWords: Sendable {
  let previous: String
  let next: String
  let page: String
  let first: String
  let last: String

  /// - Parameters:
  ///   - entry: what an entry is called: "entry", "calendar".
  ///   - previous: the entry before, where it is called otherwise; so the first and the last one.
  ///   - page: how much a page is.
  init(
    _ entry: String, previous: String? = nil, page: String = "A page", first: String? = nil,
    last: String? = nil
  ) {
    self.previous = previous ?? "The previous \(entry)"
    next = "The next \(entry)"
    self.page = page
    self.first = first ?? "The first \(entry)"
    self.last = last ?? "The last \(entry)"
  }
}

extension MovingCommand {
  func step(page: Int, of count: Int) -> Int? { step(of: count) }

  fileprivate func step(of count: Int) -> Int? {
    switch self {
    case .previous: -1
    case .next: 1
    case .first: -count
    case .last: count
    default: nil
    }
  }

  /// The keys that move the selection, which are the same in nearly every list.
  ///
  /// - Parameters:
  ///   - up: the keys of the entry before.
  ///   - down: the keys of the next entry.
  static func moves(
    _ words: MoveWords, up: [Key] = [.up, .backTab], down: [Key] = [.down, .tab]
  ) -> [KeyBinding<Self>] {
    steps(words, up: up, down: down) + ends(words)
  }

  fileprivate static func steps(
    _ words: MoveWords, up: [Key], down: [Key]
  ) -> [KeyBinding<Self>] {
    [
      KeyBinding(.previous, keys: up, short: "Up", help: words.previous),
      KeyBinding(.next, keys: down, short: "Down", help: words.next),
    ]
  }

  fileprivate static func ends(_ words: MoveWords) -> [KeyBinding<Self>] {
    [
      KeyBinding(.first, .home, short: "First", help: words.first),
      KeyBinding(.last, .end, short: "Last", help: words.last),
    ]
  }
}

extension PagingCommand {
  func step(page: Int, of count: Int) -> Int? {
    switch self {
    case .pageUp: -page
    case .pageDown: page
    default: step(of: count)
    }
  }

  /// The keys that move the selection, by pages too.
  static func moves(
    _ words: MoveWords, up: [Key] = [.up, .backTab], down: [Key] = [.down, .tab]
  ) -> [KeyBinding<Self>] {
    steps(words, up: up, down: down)
      + [
        KeyBinding(.pageUp, .pageUp, short: "Page up", help: "\(words.page) up"),
        KeyBinding(.pageDown, .pageDown, short: "Page down", help: "\(words.page) down"),
      ] + ends(words)
  }
}
