import JSON

/// Puts the values before a save back, as edits on top of what is there now.
extension CalendarDocument {
  /// What comes of the values before a save and what is being edited now.
  ///
  /// Theirs is what is there now, mine what was there before the save: what the save changed is taken
  /// back, what changed since stays, and where both are the same place there is a conflict. Read-only
  /// and undocumented keys stay as they are.
  /// - Parameters:
  ///   - before: the calendar before the save.
  ///   - after: the calendar as the save left it.
  ///   - withheld: top-level keys that are left as they are.
  package func merge(
    restoring before: JSONValue, savedAs after: JSONValue, except withheld: Set<String> = []
  ) -> CalendarMerge {
    CalendarMerge(
      base: restorable(after, except: withheld), theirs: current,
      mine: restorable(before, except: withheld), names: names, format: format)
  }

  /// A calendar as it can be put back: the documented parts of what an update can carry, and
  /// everything else as it is now.
  private func restorable(_ calendar: JSONValue, except withheld: Set<String>) -> JSONValue {
    let former = LoadedSpellings.normalised(Self.object(calendar))
    var object = current.object ?? JSONObject()
    for field in CalendarSchema.all where !field.isReadOnly && !withheld.contains(field.key) {
      var parts = DocumentedParts(keepsUndocumented: false)
      object[field.key] = former[key: field.key].map { parts.part(of: $0, field, at: .root) }
    }
    return .object(object)
  }

  /// Puts the values back, as one step.
  ///
  /// - Parameter choices: whose value is kept, by conflict; mine is the one before the save.
  /// - Returns: the places that are changed.
  @discardableResult
  package mutating func restore(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side] = [:]
  ) -> [JSONPath] {
    close()
    // An update cannot take a property away: what had no value stays as it is.
    let restored = RebasedHistory.sendable(merge.resolved(choices), over: base)
    let keys = CalendarSchema.all.filter { field in
      !field.isReadOnly && !areEquivalent(current[key: field.key], restored[key: field.key])
    }.map(\.key)
    let paths = keys.map { JSONPath([.key($0)]) }
    guard let first = paths.first else { return [] }
    perform(
      paths.map { change(setting: $0, to: restored[$0]) },
      title: "Restore \(Wording.counted(keys.count, "property"))", focus: first)
    return paths
  }
}
