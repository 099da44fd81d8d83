import JSON

extension CalendarMerge {
  /// Something that both sides changed, to different values.
  package struct Conflict: Sendable, Hashable, Identifiable {
    /// Identifies a conflict by its path, with the user, id or date of a row instead of its number.
    ///
    /// A second merge, after the calendar was loaded again, gives a conflict the same id, so that the
    /// user's choice still holds.
    package struct ID: Sendable, Hashable {
      /// `["teamMembers", "u1", "priority"]`; a day of the week is its number, 0 for Sunday.
      package let steps: [String]
    }

    package let id: ID
    /// Its path in the edited calendar; the path of the list where the edited calendar has no such row.
    package let path: JSONPath
    /// The section of the form that shows it.
    package let section: Section
    /// Its name for the user: "Team members › Ana Silva › Priority".
    package let label: String
    /// The value that was loaded; nil where it was absent.
    package let base: JSONValue?
    /// The value that the service holds now; nil where it is absent.
    package let theirs: JSONValue?
    /// The value in the edited calendar; nil where it is absent.
    package let mine: JSONValue?
    /// The three values as the user reads them: "30 min", "unset", "deleted", "09:00–12:00".
    package let baseText: String
    package let theirsText: String
    package let mineText: String
  }

  /// Something that the other side changed and that the merge takes over without a question.
  package struct TheirDifference: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case changed, added, removed
      /// The rows of a list are in another order.
      case moved
    }

    package let kind: Kind
    /// Its path in their calendar; for a row that they deleted, the path of the list.
    package let path: JSONPath
    /// The section of the form that shows it.
    package let section: Section
    /// Its name for the user: "Team members › Ana Silva › Priority".
    package let label: String
    /// The values before and after, as the user reads them; empty for rows that were added, deleted or
    /// moved.
    package let before: String
    package let after: String

    /// The whole change in a sentence: "Slot duration: 30 min → 45 min".
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
