import JSON

/// Top-level properties that no document lists and that are gone after an update.
///
/// An update can neither name them nor bring them back. Whether they are there is all that counts:
/// what the service keeps of its own (dates, versions) changes with every save.
package struct LostKeys: Sendable, Hashable {
  /// In the order of the calendar.
  package let keys: [String]

  package var isEmpty: Bool { keys.isEmpty }

  /// All of them in words, the first ones by name: "Gone, not documented: linkedCalendars"; nil where
  /// nothing is gone.
  package var text: String? {
    guard !keys.isEmpty else { return nil }
    let names = keys.prefix(Self.mostNames).map {
      $0.count > Self.longestName ? $0.prefix(Self.longestName - 1) + "…" : $0
    }
    let more = keys.count > names.count ? " and \(keys.count - names.count) more" : ""
    return "Gone, not documented: \(names.joined(separator: ", "))\(more)"
  }

  private static let mostNames = 8
  private static let longestName = 60

  /// Finds them; an empty value that is gone is no loss, and whether it is the same calendar is judged
  /// elsewhere.
  ///
  /// - Parameters:
  ///   - before: the calendar as it was loaded before the update, with the keys of the API page.
  ///   - after: the calendar as it was loaded behind it, with the keys of the API page; the answer to
  ///     an update may leave keys out that are there.
  package init(before: JSONValue, after: JSONValue) {
    guard let old = before.object, let new = after.object else {
      keys = []
      return
    }
    keys = old.members.compactMap { member in
      guard new[member.key] == nil, CalendarSchema.field(member.key) == nil,
        !JSONValue.calendarIDKeys.contains(member.key), !Self.isEmpty(member.value)
      else { return nil }
      return member.key
    }
  }

  private static func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .string(let text): text.value.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let object): object.members.isEmpty
    case .bool, .number: false
    }
  }
}
