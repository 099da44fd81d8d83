import JSON

/// The three versions of a value that are merged; nil where it is absent.
struct Versions {
  /// As it was loaded.
  var base: JSONValue?
  /// As the service holds it now.
  var theirs: JSONValue?
  /// As it is being edited.
  var mine: JSONValue?

  /// What follows without asking.
  enum Outcome {
    /// Mine did not change it, or both changed it alike.
    case theirs
    /// They did not change it.
    case mine
    /// Both changed it, each otherwise.
    case open
  }

  /// What follows without asking; what nobody changed stays as it is spelt.
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

  /// The versions of a member of objects.
  func member(_ key: String) -> Versions {
    Versions(base: base?[key: key], theirs: theirs?[key: key], mine: mine?[key: key])
  }

  /// Whether two values of a property mean the same.
  static func isSame(_ a: JSONValue?, _ b: JSONValue?, _ field: Field?) -> Bool {
    if areEquivalent(a, b) { return true }
    // That a row is not deleted need not be said.
    guard field?.isDeletionMark == true else { return false }
    return areEquivalent(a == false ? nil : a, b == false ? nil : b)
  }

  /// Whether two new values come to the same, though they may be written in two ways.
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
