import Editor
import Manual

extension ManualPage {
  /// `caledit-keys(7)`.
  ///
  /// - Parameter keymap: the keys that are shown; those of the configuration where a person asks.
  static func keys(_ keymap: Keymap = .standard) -> ManualPage {
    let reference = KeyReference(keymap)
    let shared = shared(in: reference.dialogs)
    return ManualPage(
      "caledit-keys", section: 7, summary: "keys of the caledit editor",
      [
        Part("DESCRIPTION", keyRules),
        Part("EVERYWHERE", reference.actions.flatMap { blocks($0) }),
        Part("LINES OF FORMS", reference.places.flatMap { blocks($0) }),
        Part(
          "DIALOGS",
          [.heading("In most dialogs"), table(shared)]
            + reference.dialogs.flatMap { blocks($0, without: Set(shared.map(Shown.init))) }),
        Part(
          "SEE ALSO", [seeAlso(["caledit-edit(1)", "caledit-config(5)", "caledit-terminals(7)"])]),
      ])
  }

  private static let keyRules: [ManualBlock] = [
    """
    A key goes to the dialog on top, or else to the selected line; what that has no use for is a key of \
    the form, or an action that works everywhere. The bottom line of the screen says the most important \
    ones, `F1` all of them, and `Ctrl-P` lists all actions, also those without a key.
    """,
    """
    The name in brackets is that of the command in the section `[keys]` of the configuration, which \
    gives it other keys: `review = F2`. `caledit config keys` lists the names with the keys in use.
    """,
  ]

  /// What makes a line of the table.
  private struct Shown: Hashable {
    let keys: [String]
    let help: String

    init(_ entry: KeyReference.Entry) { (keys, help) = (entry.keys, entry.help) }
  }

  /// What many dialogs have in common, so that it need not stand in each of them.
  private static func shared(in places: [KeyReference.Place]) -> [KeyReference.Entry] {
    var counts: [Shown: Int] = [:]
    var entries: [KeyReference.Entry] = []
    for entry in places.flatMap(\.entries) {
      let command = (entry.name ?? "").split(separator: ".").last ?? ""
      if counts[Shown(entry), default: 0] == 0 {
        entries.append(.init(name: "PLACE.\(command)", keys: entry.keys, help: entry.help))
      }
      counts[Shown(entry), default: 0] += 1
    }
    return entries.filter { counts[Shown($0), default: 0] >= 6 }
  }

  private static func blocks(
    _ place: KeyReference.Place, without shared: Set<Shown> = []
  ) -> [ManualBlock] {
    let all = place.entries.filter { !shared.contains(Shown($0)) }
    // What is in the palette only stands behind what has keys.
    let own = all.filter { !$0.keys.isEmpty } + all.filter(\.keys.isEmpty)
    var blocks: [ManualBlock] = [.heading(place.title)]
    if !place.typing.isEmpty { blocks.append(.paragraph(ManualText(plain: place.typing))) }
    if !own.isEmpty { blocks.append(table(own)) }
    return blocks.count == 1 ? [] : blocks
  }

  private static func table(_ entries: [KeyReference.Entry]) -> ManualBlock {
    .table(
      entries.map { entry in
        let keys = entry.keys.isEmpty ? "in the palette" : CommandWords.list(entry.keys, last: ", ")
        let name = entry.name.map { ManualText(plain: " (\($0))") } ?? ""
        return ManualDefinition(keys, ManualText(plain: entry.help) + name)
      }, indent: 24)
  }
}
