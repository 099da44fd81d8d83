/// The commands of line mode that are not actions of the editor: what a person at a screen sees by
/// looking there.
enum LineCommand: String, CaseIterable, Sendable {
  case help, list, sections, where_ = "where", what, open, next, previous, back, more
  case problems, changes, search, actions, save, quit

  /// Other words for it.
  var aliases: [String] {
    switch self {
    case .help: ["h", "?", "f1"]
    case .list: ["l", "ls", "lines", "say again"]
    case .next: ["n", "down", "tab"]
    case .previous: ["p", "up", "shift tab"]
    case .open: ["o", "enter"]
    case .back: ["b", "esc", "cancel"]
    case .more: ["m"]
    case .search: ["find"]
    case .actions: ["palette", "commands"]
    case .quit: ["q", "exit", "bye"]
    case .save: ["review"]
    case .sections, .where_, .what, .problems, .changes: []
    }
  }

  /// What is typed, for the help.
  var usage: String {
    switch self {
    case .help: "help, or help NAME"
    case .search: "search WORDS"
    default: rawValue
    }
  }

  var help: String {
    switch self {
    case .help: "says how this works, or what a command, a line or an action is for"
    case .list: "says the lines that are shown, with their numbers; an empty line does the same"
    case .sections: "says the sections, to be opened by number or name"
    case .where_: "says which calendar, section and line you are in"
    case .what: "says what the line means, its type, and what was loaded"
    case .open: "opens the line: its list of values, its row, the place it leads to"
    case .next: "goes to the next line"
    case .previous: "goes to the line before"
    case .back: "goes back: out of a question, a row, a section"
    case .more: "says the rest of a long list"
    case .problems: "says all errors and warnings; next problem goes to them"
    case .changes: "says what is changed and not saved"
    case .search: "looks for a setting by its name, its key or its value"
    case .actions: "says everything that can be done, each by its name"
    case .save: "reviews the changes, to save them"
    case .quit: "ends; what is not saved is asked about"
    }
  }

  /// The command that a word means, whole.
  init?(word: String) {
    guard
      let found = Self.allCases.first(where: { $0.rawValue == word || $0.aliases.contains(word) })
    else { return nil }
    self = found
  }
}
