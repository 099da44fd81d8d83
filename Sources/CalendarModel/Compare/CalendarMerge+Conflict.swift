import JSON

extension CalendarMerge {
  /// Something that both sides changed, each otherwise.
  package struct Conflict: Sendable, Hashable, Identifiable {
    /// What a conflict is known by: keys, and rows by what they are known by.
    ///
    /// It is the same when the calendar is loaded once more and merged anew, so that choices last.
    package struct ID: Sendable, Hashable {
      /// `["teamMembers", "u1", "priority"]`; a day of the week is its number, 0 for Sunday.
      package let steps: [String]
    }

    package let id: ID
    /// Where it stands in mine; the list, where mine has no such row.
    package let path: JSONPath
    /// Where it is shown.
    package let section: Section
    /// What it is, in words: "Team members › Ana Silva › Priority".
    package let label: String
    /// As it was loaded; nil where it was absent.
    package let base: JSONValue?
    /// As the service holds it now; nil where it is absent.
    package let theirs: JSONValue?
    /// As it is being edited; nil where it is absent.
    package let mine: JSONValue?
    /// The three values in words: "30 min", "unset", "deleted", "09:00–12:00".
    package let baseText: String
    package let theirsText: String
    package let mineText: String
  }

  /// Something that they changed and that goes without asking.
  package struct TakenOver: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case changed, added, removed
      /// Rows stand in another order.
      case moved
    }

    package let kind: Kind
    /// Where it stands in theirs; the list, of a row that is gone.
    package let path: JSONPath
    /// Where it is shown.
    package let section: Section
    /// What it is, in words: "Team members › Ana Silva › Priority".
    package let label: String
    /// What it was and what it is, in words; empty for rows that came, went or moved.
    package let before: String
    package let after: String

    /// All of it in words: "Slot duration: 30 min → 45 min".
    package var text: String {
      switch kind {
      case .changed: "\(label): \(before) → \(after)"
      case .added: "\(label): added\(after.isEmpty ? "" : ", \(after)")"
      case .removed: "\(label): deleted"
      case .moved: "\(label): in another order"
      }
    }
  }
}
