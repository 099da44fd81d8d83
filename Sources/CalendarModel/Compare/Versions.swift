import JSON

/// The three versions of a value that a merge compares; nil where the value is absent.
struct Versions {
  /// The value that was loaded.
  var base: JSONValue?
  /// The value that the service holds now.
  var theirs: JSONValue?
  /// The value in the edited calendar.
  var mine: JSONValue?

  /// Which side a merge can take without a question.
  enum Outcome {
    /// Theirs: mine did not change the value, or both sides made the same change.
    case theirs
    /// Mine: they did not change the value.
    case mine
    /// Neither: both sides changed the value, to different ones.
    case open
  }

  /// Which side a merge takes; a value that nobody changed keeps its spelling.
  func outcome(of field: Field?) -> Outcome {
    if mine == base { return .theirs }
    if theirs == base { return .mine }
    if Self.isSame(mine, base, field) { return .theirs }
    if Self.isSame(theirs, base, field) { return .mine }
    return Self.isSameChange(theirs, mine, field) ? .theirs : .open
  }

  /// Whether they changed it.
  func isChangedByThem(_ field: Field?) -> Bool { !Self.isSame(theirs, base, field) }
  /// Whether mine changed it.
  func isChangedByMe(_ field: Field?) -> Bool { !Self.isSame(mine, base, field) }

  /// The three versions of a member of this object.
  func member(_ key: String) -> Versions {
    Versions(base: base?[key: key], theirs: theirs?[key: key], mine: mine?[key: key])
  }

  /// Whether two values of a property mean the same.
  static func isSame(_ a: JSONValue?, _ b: JSONValue?, _ field: Field?) -> Bool {
    if areEquivalent(a, b) { return true }
    // A mark of deletion that is false means the same as none.
    guard field?.isDeletionMark == true else { return false }
    return areEquivalent(a == false ? nil : a, b == false ? nil : b)
  }

  /// Whether two new values mean the same, though they may be written differently.
  static func isSameChange(_ a: JSONValue?, _ b: JSONValue?, _ field: Field?) -> Bool {
    if isSame(a, b, field) { return true }
    guard let field, let a, let b else { return false }
    if case .text(.date) = field.type {
      guard let a = a.text, let b = b.text, let date = CalendarDate(beginning: a) else {
        return false
      }
      return date == CalendarDate(beginning: b)
    }
    guard field.objectType?.rows == .ranges, a.array != nil, b.array != nil else { return false }
    return DayHours(a).isSame(as: DayHours(b))
  }
}
