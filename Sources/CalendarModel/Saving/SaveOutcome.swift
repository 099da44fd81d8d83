import JSON

/// What became of a save whose answer was lost, seen from the calendar that was loaded afterwards.
package enum SaveOutcome: Sendable, Hashable {
  /// The service holds what was sent.
  case saved
  /// Nothing has changed against what was loaded before; it can be sent again.
  case notSaved
  /// Some of what was sent is there, and some is not: the differences.
  case partly(ReadBack)
  /// The calendar is another than before, but nothing of what was sent is in it: somebody else saved,
  /// or the service made something else of it.
  case changedOtherwise(ReadBack)

  /// Finds out; costs no more than to read the calendars.
  ///
  /// - Parameters:
  ///   - before: the calendar as it was loaded before the save.
  ///   - sent: the update body (``UpdateBody/json``).
  ///   - after: the calendar as it was loaded after the answer had been lost.
  ///   - names: what the ids of users stand for, as far as it is known.
  ///   - format: how times and weeks are said.
  package init(
    before: JSONValue, sent: JSONValue, after: JSONValue, names: [String: String] = [:],
    format: LocalFormat = .standard
  ) {
    let (before, after) = (
      LoadedSpellings.normalised(before), LoadedSpellings.normalised(after)
    )
    let now = ReadBack(sent: sent, held: after, names: names, format: format)
    if now.isExact {
      self = .saved
    } else if Self.isUnchanged(before, after) {
      self = .notSaved
    } else if Self.isCloser(now, than: ReadBack(sent: sent, held: Self.withLists(before))) {
      self = .partly(now)
    } else {
      self = .changedOtherwise(now)
    }
  }

  private static func isUnchanged(_ before: JSONValue, _ after: JSONValue) -> Bool {
    CalendarSchema.all.allSatisfy { field in
      let (before, after) = (before[key: field.key], after[key: field.key])
      return field.isReadOnly || field.isSamePart(before, after)
        || field.isNothing(before) && field.isNothing(after)
    }
  }

  /// The calendar with an empty list where there is none, so that rows are looked at one by one.
  private static func withLists(_ calendar: JSONValue) -> JSONValue {
    guard case .object(var object) = calendar else { return calendar }
    for field in CalendarSchema.all {
      if case .list = field.type, object[field.key]?.isNull ?? true { object[field.key] = [] }
    }
    return .object(object)
  }

  /// Whether the service now holds something as it was sent that it did not hold so before.
  private static func isCloser(_ now: ReadBack, than before: ReadBack) -> Bool {
    let open = Set(now.differences.flatMap(\.places))
    // A row that was missing and has other hours now is still not as it was sent.
    let parents = Set(open.flatMap { place in place.indices.map { Array(place[..<$0]) } })
    return before.differences.flatMap(\.places).contains { place in
      !parents.contains(place)
        && !(1...max(1, place.count)).contains { open.contains(Array(place.prefix($0))) }
    }
  }
}
