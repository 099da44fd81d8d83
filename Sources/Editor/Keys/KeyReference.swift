import TextUI

/// All keys with what they do, for what is printed outside of the editor: the manual.
package struct KeyReference: Sendable {
  /// A command with its keys.
  package struct Entry: Sendable, Hashable {
    /// What the configuration calls it: `review`, `day.apply`; nil for keys that cannot be changed.
    package let name: String?
    /// The keys as they are written; empty for what is in the palette only.
    package let keys: [String]
    package let help: String

    package init(name: String?, keys: [String], help: String) {
      (self.name, self.keys, self.help) = (name, keys, help)
    }
  }

  /// The commands of one place.
  package struct Place: Sendable, Hashable {
    /// "Saving", "In a form".
    package let title: String
    /// What typing does there; empty where nothing is typed.
    package let typing: String
    package let entries: [Entry]
  }

  /// What works everywhere, by subject.
  package let actions: [Place]
  /// The lines of the forms, and the texts in them.
  package let places: [Place]
  /// The dialogs.
  package let dialogs: [Place]

  /// - Parameter keymap: says which keys the commands have.
  package init(_ keymap: Keymap = .standard) {
    func place(_ table: AnyKeyTable) -> Place {
      Place(
        title: table.title, typing: table.typing,
        entries: table.entries.map {
          Entry(
            name: $0.id, keys: keymap.keys(of: $0).map(\.description), help: $0.help)
        })
    }
    actions = Action.Group.allCases.map { group in
      Place(
        title: group.rawValue, typing: "",
        entries: Actions.all.filter { $0.group == group }.map {
          Entry(
            name: $0.id.rawValue, keys: keymap.keys(of: $0).map(\.description), help: $0.title)
        })
    }
    let texts = Place(
      title: "In a text", typing: "",
      entries: TextKeys.help.map { Entry(name: nil, keys: [$0.keys], help: $0.help) })
    places = PlaceKeys.all.map(place) + [texts]
    dialogs = DialogKeys.all.map(place)
  }
}
