import JSON

/// What comes of a calendar that was changed in two places: here, and by someone else since it was
/// loaded.
///
/// The laws, for every documented property that an update can carry:
/// - What they did not change is as mine has it; what mine did not change is as they have it
///   (``takenOver``); what nobody changed stays exactly as it is spelt.
/// - The same change on both sides is that change and no question.
/// - What both changed, each otherwise, is a ``Conflict``, of the smallest part that makes sense on
///   its own: a property, a number together with its unit, a member of an object, a day of the week,
///   a date, a member of the team and what is set for that person, a location, a notification. A
///   row that one side deleted and the other changed is one too.
/// - A change of either side that is in no conflict is in the result.
///
/// Lists whose rows cannot be told apart (two rows for one user, rows without a user) are merged as
/// a whole where both sides changed them. Rows keep the order of mine, and what they added stands
/// behind the row that it follows there; where only they moved rows the order is theirs. Weekly
/// hours count as what is open on each day, whatever entries they are spread over.
///
/// What an update cannot carry, read-only and undocumented properties, is as they have it. Inside
/// rows and objects undocumented members are merged as the others are, for an edit of the raw JSON
/// is an edit too.
package struct CalendarMerge: Sendable {
  /// The side whose value a conflict keeps.
  package enum Side: Sendable, Hashable, CaseIterable {
    /// What the service holds now.
    case theirs
    /// What is being edited here.
    case mine
  }

  /// The calendar as both started from it.
  package let base: JSONValue
  /// The calendar as the service holds it now, which is what the next edits are compared with.
  package let theirs: JSONValue
  /// The same with the keys under which its properties came.
  let theirsAsLoaded: JSONValue
  /// The calendar as it is being edited.
  package let mine: JSONValue
  /// What has to be decided, in the order of the screen.
  package let conflicts: [Conflict]
  /// What they changed and mine did not, in the order of the screen.
  package let takenOver: [TakenOver]
  private let names: [String: String]
  private let preferred: JSONValue

  /// Merges three versions of a calendar; costs no more than to read them.
  ///
  /// - Parameters:
  ///   - base: as it was loaded; anything but an object is taken as an empty one, as in the others.
  ///   - theirs: as it was loaded again.
  ///   - mine: as it is being edited.
  ///   - names: what the ids of users stand for, as far as it is known.
  package init(
    base: JSONValue, theirs: JSONValue, mine: JSONValue, names: [String: String] = [:]
  ) {
    func object(_ calendar: JSONValue) -> JSONValue {
      if case .object = calendar { LoadedSpellings.normalised(calendar) } else { [:] }
    }
    self.base = object(base)
    self.theirs = object(theirs)
    theirsAsLoaded = theirs
    self.mine = object(mine)
    self.names = names
    var merger = Merger(names: names) { _ in .mine }
    preferred = merger.calendar(
      Versions(base: self.base, theirs: self.theirs, mine: self.mine))
    conflicts = merger.conflicts
    takenOver = merger.takenOver
  }

  /// Whether anything that an update can carry is otherwise than it was loaded: whether somebody
  /// saved in the meantime.
  package var isChangedByThem: Bool {
    CalendarSchema.all.contains {
      !$0.isReadOnly && !areEquivalent(base[key: $0.key], theirs[key: $0.key])
    }
  }

  /// The calendar to go on editing, with ``theirs`` as what it is compared with from now on
  /// (``CalendarDocument/rebase(onto:current:)``).
  ///
  /// - Parameters:
  ///   - choices: whose value is kept, by conflict.
  ///   - side: for the conflicts that nothing is chosen for; no edit of ours is lost by default.
  package func resolved(
    _ choices: [Conflict.ID: Side] = [:], otherwise side: Side = .mine
  ) -> JSONValue {
    if conflicts.allSatisfy({ choices[$0.id] ?? side == .mine }) { return preferred }
    var merger = Merger(names: [:]) { choices[$0] ?? side }
    return merger.calendar(Versions(base: base, theirs: theirs, mine: mine))
  }
}
