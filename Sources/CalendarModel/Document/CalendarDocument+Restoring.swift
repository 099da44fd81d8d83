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
    // An update cannot take a property away: what had no value is wanted as an update can leave it,
    // or what was put back before would be another change of the same.
    CalendarMerge(
      base: restorable(after, except: withheld), theirs: current,
      mine: RebasedHistory.sendable(restorable(before, except: withheld), over: current),
      names: names, format: format)
  }

  /// A calendar as it can be put back: the documented parts of what an update can carry, and
  /// everything else as it is now.
  private func restorable(_ calendar: JSONValue, except withheld: Set<String>) -> JSONValue {
    let former = LoadedSpellings.normalised(Self.object(calendar))
    var object = current.object ?? JSONObject()
    for field in CalendarSchema.all where !field.isReadOnly && !withheld.contains(field.key) {
      var parts = DocumentedParts(keepsUndocumented: false)
      object[field.key] = former[key: field.key].map {
        GivenIDs.renewed(parts.part(of: $0, field, at: .root), field, as: current[key: field.key])
      }
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
    let values = CalendarSchema.all.compactMap { field -> (path: JSONPath, value: JSONValue?)? in
      let value = restored[key: field.key]
      guard !field.isReadOnly, !areEquivalent(current[key: field.key], value) else { return nil }
      // What was loaded oddly goes back as what it meant; what meant nothing stays away.
      guard let value else { return (JSONPath([.key(field.key)]), nil) }
      guard let carried = field.carried(value, in: version),
        !areEquivalent(current[key: field.key], carried)
      else { return nil }
      return (JSONPath([.key(field.key)]), carried)
    }
    guard let first = values.first?.path else { return [] }
    perform(
      values.map { change(setting: $0.path, to: $0.value) },
      title: "Restore \(Wording.counted(values.count, "property"))", focus: first)
    return values.map(\.path)
  }
}
