import JSON

/// A part of a draft that cannot be used, and the reason.
package struct DraftProblem: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case missing
    case wrongKind(expected: String, found: String)
    /// A newer program wrote it.
    case newerVersion(Int, known: Int)
    case notAPath
    case unknownEdit
    case unknownType(String)
    /// An edit does not fit the calendar: there is nothing at its path.
    case doesNotApply
    /// Undoing and redoing all steps does not lead back to the same calendar.
    case endsElsewhere
    /// What was added last, with the bytes of the file that are not as they were written.
    case damagedEnd
  }

  /// The path in the draft: `undo[3].changes[0].set`.
  package let part: JSONPath
  package let reason: Reason

  package init(_ part: JSONPath, _ reason: Reason) {
    self.part = part
    self.reason = reason
  }

  /// Whether a newer program wrote it.
  package var isNewerVersion: Bool {
    if case .newerVersion = reason { true } else { false }
  }

  /// The problem as a sentence.
  package var message: String {
    let part = part.isRoot ? "the draft" : part.description
    return switch reason {
    case .missing: "\(part) is missing."
    case .wrongKind(let expected, let found): "\(part) must be \(expected), but it is \(found)."
    case .newerVersion(let version, let known):
      "It was written by a newer caledit: its format is \(version), and this one knows \(known)."
    case .notAPath: "\(part) is not a path in a calendar."
    case .unknownEdit: "\(part) is not a known kind of change."
    case .unknownType(let type): "\(part) is not a type of calendar: \(Wording.quoted(type))."
    case .doesNotApply: "\(part) does not fit the calendar."
    case .endsElsewhere: "The steps of \(part) do not lead to the calendar."
    case .damagedEnd: "The end of \(part) is damaged; the last changes are missing."
    }
  }
}

extension DraftProblem: CustomStringConvertible {
  package var description: String { message }
}
