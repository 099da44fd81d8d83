import JSON

/// What became of an update, seen from the whole calendar: what was there before, what was sent, and
/// what the service holds now.
///
/// A 200 proves nothing about single values: some accounts store less than they are sent, and some
/// lose what they are not sent. Every documented property is compared, sent or not.
package struct SaveReport: Sendable, Hashable {
  /// The calendar as the service held it before the update.
  package let before: JSONValue
  /// The calendar that the update was made of.
  package let edited: JSONValue
  /// The body of the update (``UpdateBody/json``).
  package let sent: JSONValue
  /// The calendar as the service holds it now, with the keys of the API page.
  package let after: JSONValue
  /// The same as it came.
  package let held: JSONValue
  /// The properties that the user changed, of those that were sent.
  package let changedKeys: [String]
  /// What was sent, against what is held.
  package let readBack: ReadBack
  /// What was not sent and is gone or changed.
  package let unsent: [UnsentChange]
  /// Nested undocumented members that are gone.
  package let lostMembers: [LostMembers]
  /// Top-level undocumented properties that are gone.
  package let lostKeys: LostKeys
  /// The properties that the user unset and that the service keeps: an update cannot take them away.
  package let cannotUnset: [String]

  /// Compares; costs no more than to read the calendars.
  ///
  /// - Parameters:
  ///   - before: the calendar as the service held it before the update.
  ///   - edited: the calendar that the update was made of.
  ///   - body: the update.
  ///   - held: the calendar as the service holds it now.
  ///   - names: what the ids of users stand for, as far as it is known.
  ///   - format: how times and weeks are said.
  package init(
    before: JSONValue, edited: JSONValue, body: UpdateBody, held: JSONValue,
    names: [String: String] = [:], format: LocalFormat = .standard
  ) {
    let after = LoadedSpellings.normalised(held)
    self.held = held
    self.before = before
    self.edited = edited
    self.after = after
    sent = body.json
    changedKeys = (body.json.object?.keys ?? []).filter { !body.unchangedKeys.contains($0) }
    cannotUnset = body.cannotUnset.filter { after[key: $0] != nil }
    readBack = ReadBack(sent: body.json, held: after, names: names, format: format)
    // What the user unset, and the service took away, is as it was wanted.
    unsent = UnsentChange.all(
      before: before, sent: body.json, after: after, names: names, format: format
    )
    .filter { !body.cannotUnset.contains($0.key) }
    lostMembers = LostMembers.all(of: edited, after: after, except: body.kept)
    lostKeys = LostKeys(before: LoadedSpellings.normalised(before), after: after)
  }

  /// The changed properties that the service holds as they were sent.
  package var storedKeys: [String] {
    let open = Set(unstoredKeys)
    return changedKeys.filter { !open.contains($0) }
  }

  /// The properties that were sent and that the service holds otherwise, in whole or in part.
  package var openKeys: [String] {
    readBack.properties.filter { $0.verdict != .taken }.map(\.key)
  }

  /// Those of them in which anything that an update carries for certain is held otherwise.
  ///
  /// A service that drops nested undocumented keys would drop them again.
  package var unstoredKeys: [String] {
    openKeys.filter { key in
      guard let field = CalendarSchema.field(key) else { return true }
      return !field.isSamePart(edited[key: key], after[key: key])
    }
  }

  /// Whether the service holds what was sent, and lost and changed nothing else.
  package var isExact: Bool {
    readBack.isExact && unsent.isEmpty && lostMembers.isEmpty && lostKeys.isEmpty
  }

  /// Whether anything was lost that can be sent back.
  package var canSendBack: Bool {
    unsent.contains(where: \.canBeSentBack) || lostMembers.contains(where: \.canBeSentBack)
  }

  /// Whether the service lost whole values that the update did not name.
  package var losesUnnamed: Bool { unsent.contains { $0.isGone && $0.canBeSentBack } }

  /// The calendar as the service holds it, with what was lost put back.
  var restored: JSONValue {
    guard case .object(var object) = after else { return after }
    for key in Set(unsent.filter(\.canBeSentBack).map(\.key)) {
      object[key] = before[key: key]
    }
    for key in Set(lostMembers.filter(\.canBeSentBack).compactMap(\.keys.first)) {
      guard let type = CalendarSchema.field(key)?.objectType, let old = edited[key: key],
        let new = object[key]
      else { continue }
      object[key] = new.addingUndocumented(of: old, type)
    }
    return .object(object)
  }
}

extension CalendarDocument {
  /// Gives up what is edited in the properties that a save did not store, as one step.
  package mutating func takeHeld(_ report: SaveReport) {
    let changes = QuantityField.widened(Set(report.openKeys)).sorted().compactMap { key -> Edit? in
      guard current[key: key] != report.after[key: key] else { return nil }
      return .set(JSONPath([.key(key)]), report.after[key: key])
    }
    guard let first = changes.first else { return }
    close()
    perform(changes, title: StepTitle(Wording.heldTaken), focus: first.path)
  }

  /// Puts back what a save lost, as one step; what is edited here stays.
  ///
  /// - Returns: whether anything was put back.
  @discardableResult
  package mutating func putBack(_ report: SaveReport) -> Bool {
    let merged = CalendarMerge(base: report.after, theirs: report.restored, mine: current)
      .resolved()
    let changes = CalendarSchema.all.compactMap { field -> Edit? in
      guard !field.isReadOnly, let value = merged[key: field.key],
        value != current[key: field.key]
      else { return nil }
      return .set(JSONPath([.key(field.key)]), value)
    }
    guard let first = changes.first else { return false }
    close()
    return perform(changes, title: StepTitle(Wording.putBack), focus: first.path)
  }
}
