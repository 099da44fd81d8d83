import JSON

/// Merges the user's edits of a calendar with what someone else has saved since it was loaded.
///
/// `base` is the calendar as both sides started from it, `mine` the one that the user edits, and
/// `theirs` the one that the service holds now. For every documented property that an update can
/// carry:
/// - If only one side changed it, the result has that side's value. Changes of theirs that are taken
///   over like this are listed (``takenOver``). If nobody changed it, it keeps its exact spelling.
/// - If both sides made the same change, the result has it, and there is no question.
/// - If both sides changed it to different values, there is a ``Conflict`` about the smallest part
///   that makes sense on its own: a property, a number with its unit, a member of an object, a day of
///   the week, a date, a team member or one of that member's settings, a location, a notification. A
///   row that one side deleted and the other changed is a conflict too.
/// - No change of either side is lost outside of conflicts.
///
/// A list whose rows cannot be told apart (two rows for one user, rows without a user) is merged as a
/// whole where both sides changed it. Rows keep the order of mine, and each row that they added comes
/// behind the row that it follows in theirs; if they alone moved rows, the order is theirs. Weekly
/// hours are compared by what is open on each day, and not by the entries that say so.
///
/// An update cannot carry read-only and undocumented properties, so they are taken from theirs.
/// Undocumented members inside rows and objects are merged like documented ones, because the user can
/// edit them in the raw JSON.
package struct CalendarMerge: Sendable {
  /// The side whose value a conflict keeps.
  package enum Side: Sendable, Hashable, CaseIterable {
    /// The value that the service holds now.
    case theirs
    /// The value that the user is editing.
    case mine
  }

  /// The calendar as both sides started from it.
  package let base: JSONValue
  /// The calendar as the service holds it now; later edits are compared with it.
  package let theirs: JSONValue
  /// ``theirs`` with the keys exactly as the service spelt them.
  let theirsAsLoaded: JSONValue
  /// The calendar as it is being edited.
  package let mine: JSONValue
  /// What the user has to decide, in the order of the screen.
  package let conflicts: [Conflict]
  /// What they alone changed, in the order of the screen.
  package let takenOver: [TheirDifference]
  private let names: [String: String]
  private let preferred: JSONValue

  /// Merges three versions of a calendar, in a time that grows with their size and no faster.
  ///
  /// - Parameters:
  ///   - base: the calendar as it was loaded. Here and below, anything but an object counts as an
  ///     empty calendar.
  ///   - theirs: the calendar as it was loaded again.
  ///   - mine: the calendar that the user is editing.
  ///   - names: the names of users by id, as far as they are known.
  ///   - format: how times and weeks are said.
  package init(
    base: JSONValue, theirs: JSONValue, mine: JSONValue, names: [String: String] = [:],
    format: LocalFormat = .standard
  ) {
    func object(_ calendar: JSONValue) -> JSONValue {
      if case .object = calendar { LoadedSpellings.normalised(calendar) } else { [:] }
    }
    self.base = object(base)
    self.theirs = object(theirs)
    theirsAsLoaded = theirs
    self.mine = object(mine)
    self.names = names
    var merger = Merger(names: names, format: format) { _ in .mine }
    preferred = merger.calendar(
      Versions(base: self.base, theirs: self.theirs, mine: self.mine))
    conflicts = merger.conflicts
    takenOver = merger.takenOver
  }

  /// Whether somebody has saved since the calendar was loaded: whether anything that an update can
  /// carry differs.
  package var isChangedByThem: Bool {
    CalendarSchema.all.contains {
      !$0.isReadOnly && !areEquivalent(base[key: $0.key], theirs[key: $0.key])
    }
  }

  /// The merged calendar, which the user goes on editing on top of ``theirs``
  /// (``CalendarDocument/rebase(_:_:otherwise:)``).
  ///
  /// - Parameters:
  ///   - choices: the side whose value each conflict keeps.
  ///   - side: the side for all other conflicts; by default no edit of the user is lost.
  package func resolved(
    _ choices: [Conflict.ID: Side] = [:], otherwise side: Side = .mine
  ) -> JSONValue {
    if conflicts.allSatisfy({ choices[$0.id] ?? side == .mine }) { return preferred }
    var merger = Merger(names: [:]) { choices[$0] ?? side }
    return merger.calendar(Versions(base: base, theirs: theirs, mine: mine))
  }
}
