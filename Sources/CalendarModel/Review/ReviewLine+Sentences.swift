import JSON

/// What became of a calendar, in the sentences of the review.
extension ReviewLine {
  /// What differs between two states of a calendar, section by section; not sanitised.
  ///
  /// The id that the service gave a new row is no difference, nor is a row gone that it was told to
  /// delete.
  ///
  /// - Parameters:
  ///   - names: what ids stand for.
  ///   - format: how times and weeks are said; records keep the standard.
  package static func sentences(
    from before: JSONValue, to after: JSONValue, names: [String: String] = [:],
    in format: LocalFormat = .standard
  ) -> [String] {
    lines(from: before, to: after, names: names, in: format).map(\.text)
  }

  /// What differs between two states of a calendar, as ``sentences(from:to:names:in:)`` says it, with
  /// where each is edited.
  package static func lines(
    from before: JSONValue, to after: JSONValue, names: [String: String] = [:],
    in format: LocalFormat = .standard
  ) -> [ReviewLine] {
    let (before, after) = GivenIDs.aligned(before, after)
    // The sentences do not depend on the day; only the rules do.
    var document = CalendarDocument(calendar: before, today: CalendarDate(daysSinceEpoch: 0))
    document.names = names
    document.rebase(onto: before, current: after)
    return all(of: document, in: format)
  }

  /// The calendar that an update asks for: as it was, with the properties of the update in the
  /// place of its own.
  package static func calendar(_ before: JSONValue, updatedBy body: JSONValue) -> JSONValue {
    guard case .object(var calendar) = LoadedSpellings.normalised(before) else { return body }
    for member in body.object?.members ?? [] { calendar[member.key] = member.value }
    return .object(calendar)
  }
}
