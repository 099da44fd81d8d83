import JSON

/// A property that an update did not name and that is gone or changed after it.
///
/// The API page does not say whether a PUT keeps what its body leaves out; most accounts do, some
/// do not. Compared is what the documents list; an empty value that is gone, and another spelling of
/// a number, are no changes.
package struct UnsentChange: Sendable, Hashable {
  /// Its top-level key.
  package let key: String
  /// Where it is shown.
  package let section: Section
  /// Where it stands in what the service holds now.
  package let path: JSONPath
  /// What it was and what it is: "Weekly hours: 5 days → none".
  package let words: String
  /// Whether it, or a part of it, is gone.
  package let isGone: Bool
  /// Whether an update can bring its former value back: it had one, and may be sent.
  package let canBeSentBack: Bool

  /// All of it in words: "Weekly hours: 5 days → none, not sent by you".
  package var text: String { "\(words), not sent by you" }

  /// Finds them, in the order of the screen; costs no more than to read both calendars.
  ///
  /// - Parameters:
  ///   - before: the calendar as the service held it before the update.
  ///   - sent: the update body (``UpdateBody/json``).
  ///   - after: the calendar as the service holds it now.
  ///   - names: what the ids of users stand for, as far as it is known.
  ///   - format: how times and weeks are said.
  package static func all(
    before: JSONValue, sent: JSONValue, after: JSONValue, names: [String: String] = [:],
    format: LocalFormat = .standard
  ) -> [UnsentChange] {
    let wording = MergeWording(names: names, format: format)
    return CalendarSchema.all.flatMap { field -> [UnsentChange] in
      guard sent[key: field.key] == nil else { return [] }
      return found(before[key: field.key], after[key: field.key], field, wording)
    }
  }

  private static func found(
    _ before: JSONValue?, _ after: JSONValue?, _ field: Field, _ wording: MergeWording
  ) -> [UnsentChange] {
    if areEquivalent(before, after) { return [] }
    let place = MergePlace(field)
    func change(
      _ words: String, at path: JSONPath, isGone: Bool = true, canBeSentBack: Bool = true
    ) -> UnsentChange {
      UnsentChange(
        key: field.key, section: place.section, path: path, words: words,
        isGone: isGone, canBeSentBack: canBeSentBack && !field.isReadOnly)
    }
    guard let before, !before.isNull || field.hasNullChoice else {
      // What the service fills in of its own accord: a default, or an empty value, is no news.
      var comparison = ReadBackComparison(words: wording)
      comparison.compare(after ?? .null, before, field, at: place)
      if comparison.differences.isEmpty { return [] }
      let now = wording.value(after, field)
      return [
        change(
          "\(field.label): not set → \(now)", at: place.theirs, isGone: false, canBeSentBack: false)
      ]
    }
    var comparison = ReadBackComparison(words: wording)
    (comparison.findsAddedMembers, comparison.takesDefaults) = (true, false)
    comparison.compare(before, after, field, at: place)
    if comparison.differences.isEmpty { return [] }
    if let count = contents(of: before, field), contents(of: after, field) == nil {
      return [change("\(field.label): \(count) → none", at: place.theirs)]
    }
    // Sent back as it was, the property would lose what came to it.
    let isTouched = comparison.differences.contains { $0.kind == .added || $0.kind == .moved }
    return comparison.differences.map {
      change(
        $0.wordsOfChange, at: $0.path, isGone: $0.kind == .dropped, canBeSentBack: !isTouched)
    }
  }

  /// How much stands in a list, in words: "5 days", "3 team members"; nil for nothing, and for every
  /// other property.
  private static func contents(of value: JSONValue?, _ field: Field) -> String? {
    guard case .list(let type) = field.type else { return nil }
    if type.rows == .days {
      let days = WeekHours(value).openDayCount
      return days == 0 ? nil : Wording.counted(days, "day")
    }
    let rows = (value?.array ?? []).count { !type.isDeleted($0) }
    return rows == 0 ? nil : Wording.counted(rows, type.noun)
  }
}

extension WeekHours {
  /// On how many days of the week anything is open.
  var openDayCount: Int { (0...6).count { !self[$0].ranges.isEmpty } }
}

extension ReadBack.Difference {
  /// What it was and what it is, where nothing of it was sent.
  fileprivate var wordsOfChange: String {
    switch kind {
    case .changed: "\(label): \(sentText) → \(heldText)"
    case .dropped: sentText.isEmpty ? "\(label): gone" : "\(label): \(sentText) → none"
    case .kept: "\(label): still there"
    case .added: heldText.isEmpty ? "\(label): added" : "\(label): not set → \(heldText)"
    case .moved: "\(label): in another order"
    }
  }
}
