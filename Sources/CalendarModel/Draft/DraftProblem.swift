import JSON

/// Which part of a draft cannot be used, and why.
package struct DraftProblem: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case missing
    case wrongKind(expected: String, found: String)
    /// It was written by a program that knows more.
    case newerVersion(Int, known: Int)
    case notAPath
    case unknownChange
    case unknownType(String)
    /// There is nothing at the path of a change that it could change.
    case doesNotApply
    /// Undoing all steps and doing them again ends elsewhere.
    case endsElsewhere
  }

  /// Where in the draft: `undo[3].changes[0].set`.
  package let part: JSONPath
  package let reason: Reason

  init(_ part: JSONPath, _ reason: Reason) {
    self.part = part
    self.reason = reason
  }

  /// The problem as a sentence.
  package var message: String {
    let part = part.isRoot ? "the draft" : part.description
    return switch reason {
    case .missing: "\(part) is missing."
    case .wrongKind(let expected, let found): "\(part) must be \(expected), but it is \(found)."
    case .newerVersion(let version, let known):
      "It was written by a newer caledit: its format is \(version), and this one knows \(known)."
    case .notAPath: "\(part) is no place in a calendar."
    case .unknownChange: "\(part) is no change that is known."
    case .unknownType(let type): "\(part) is no type of calendar: \(Wording.quoted(type))."
    case .doesNotApply: "\(part) does not fit the calendar."
    case .endsElsewhere: "The steps of \(part) do not lead to the calendar."
    }
  }
}

extension DraftProblem: CustomStringConvertible {
  package var description: String { message }
}
