import TextUI
import UserConfiguration

/// Keys that somebody chose, read from the words of a configuration.
extension Keymap {
  /// What is wrong with a choice, and what to do.
  package struct Problem: Sendable, Hashable {
    /// Which choice it is, by its place in the list.
    package let index: Int
    package let reason: String
  }

  /// A command as people name it, for lists.
  package struct Command: Sendable, Hashable {
    /// `review`, `day.apply`.
    package let name: String
    /// The keys that it has by itself.
    package let keys: String
    package let help: String
  }

  /// Every command that can get other keys: what works everywhere first.
  package static var commands: [Command] {
    // A line and a dialog may have the name of their place in common, and then the command as well.
    var names: Set<String> = []
    return entries.filter { names.insert($0.entry.id).inserted }.map {
      Command(name: $0.entry.id, keys: written($0.entry.keys), help: $0.entry.help)
    }
  }

  /// Reads choices such as `review` with `Ctrl-S`, or `day.apply` with `F2, Ctrl-J`.
  ///
  /// A key that is chosen for one command is taken from the others of its place. What cannot be read
  /// is left out, with a problem; so is a character for a command that works where texts are typed.
  package static func choosing(
    _ choices: [(command: String, keys: String)]
  ) -> (keymap: Keymap, problems: [Problem]) {
    var chosen: [String: [Key]] = [:]
    var problems: [Problem] = []
    let entries = entries
    let commandPlaces = Set(entries.filter { Self.hasCharacter($0.entry) }.map(\.place))
    /// Whose a key is already, of those that were chosen, in each place.
    var owners: [String: [Key: String]] = [:]
    for (index, choice) in choices.enumerated() {
      func note(_ reason: String) { problems.append(Problem(index: index, reason: reason)) }
      guard let found = entry(named: choice.command, in: entries) else {
        note(unknown(choice.command, entries))
        continue
      }
      let (keys, wrong) = keys(in: choice.keys)
      if let wrong {
        note("\"\(wrong)\" is no key; write it as Ctrl-S, Alt-N, F8, Shift-Tab or PgDn")
      } else if let typed = keys.first(where: { key in
        key.typed != nil && !found.entry.keys.contains(key)
          && (found.place.isEmpty
            ? !Self.hasCharacter(found.entry) : !commandPlaces.contains(found.place))
      }) {
        note(
          "\(typed) could not be typed any more where \(found.entry.id) works; choose a key with Ctrl or "
            + "Alt, or one such as F8")
      } else if chosen[found.entry.id] != nil {
        note("\(found.entry.id) has got its keys above; write them all there")
      } else if let key = keys.first(where: { owners[found.place]?[$0] != nil }) {
        let owner = owners[found.place]?[key] ?? ""
        note("\(key) is chosen for \(owner) as well; choose another key")
      } else {
        chosen[found.entry.id] = keys
        for key in keys { owners[found.place, default: [:]][key] = found.entry.id }
      }
    }
    for (place, entry) in entries where chosen[entry.id] == nil {
      guard let taken = owners[place] else { continue }
      let left = entry.keys.filter { taken[$0] == nil }
      if left != entry.keys { chosen[entry.id] = left }
    }
    return (Keymap(choosing: chosen), problems)
  }

  /// Whether a command has a character as a key by itself: it works only where nothing is typed, or
  /// where what is typed goes before it.
  private static func hasCharacter(_ entry: AnyKeyTable.Entry) -> Bool {
    // A blank marks and opens on lines that take letters as well.
    entry.keys.contains { $0.typed != nil && $0 != .space }
  }

  // MARK: Commands

  /// The entries of all tables, with the name of their place; what works everywhere has none.
  private static var entries: [(place: String, entry: AnyKeyTable.Entry)] {
    let actions = Actions.all.map {
      AnyKeyTable.Entry(
        id: $0.id.rawValue, keys: $0.keys, short: $0.short ?? "", help: $0.title)
    }
    return actions.map { ("", $0) }
      + (PlaceKeys.all + DialogKeys.all).flatMap { table in table.entries.map { (table.id, $0) } }
  }

  /// The command of a name, by its id or, where it works everywhere, by its name on the key bar.
  private static func entry(
    named name: String, in entries: [(place: String, entry: AnyKeyTable.Entry)]
  ) -> (place: String, entry: AnyKeyTable.Entry)? {
    let folded = NearestName.folded(name)
    guard !folded.isEmpty else { return nil }
    return entries.first { $0.entry.id == name }
      ?? entries.first { NearestName.folded($0.entry.id) == folded }
      ?? entries.first { $0.place.isEmpty && NearestName.folded($0.entry.short) == folded }
  }

  private static func unknown(
    _ name: String, _ entries: [(place: String, entry: AnyKeyTable.Entry)]
  ) -> String {
    let nearest = NearestName.of(name, in: entries.map(\.entry.id))
    let shown =
      name.unicodeScalars.count > 60
      ? String(String.UnicodeScalarView(name.unicodeScalars.prefix(59))) + "…" : name
    return "there is no command \(shown); "
      + (nearest.map { "did you mean \($0)?" } ?? "caledit config keys lists them")
  }

  // MARK: Keys

  /// The keys in a text, with blanks or commas between them; or else what is none.
  private static func keys(in text: String) -> (keys: [Key], wrong: String?) {
    var keys: [Key] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) where word != "," {
      // A comma can be a key itself: `Alt-,`.
      let parts = Key(named: String(word)) == nil ? word.split(separator: ",") : [word]
      for part in parts {
        guard let key = Key(named: String(part)) else { return ([], String(part.prefix(40))) }
        if !keys.contains(key) { keys.append(key) }
      }
    }
    return keys.isEmpty ? ([], String(text.prefix(40))) : (keys, nil)
  }
}

extension Keymap {
  /// The keys of a command, as they are written: "F8, Alt-N"; empty where it has none.
  package func names(of command: Command) -> String {
    chosenKeys(of: command.name).map(Self.written) ?? command.keys
  }
}
