import JSON

/// What the service made of an update: what it holds afterwards, against what was sent.
///
/// A 200 does not prove that every value was taken. Compared is what was sent and nothing else:
/// ids that new dates were given, members of rows that the service adds of its own accord
/// (`meetingId`, `selected`), another order of hours or of entries of the week, another spelling of
/// a number (`30.0`, `"30"`) or of a key (`lookBusyPercentage`) are no differences. Nor is a
/// documented default, or an empty value, that the service does not spell out.
package struct ReadBack: Sendable, Hashable {
  /// What became of a property that was sent.
  package enum Verdict: Sendable, Hashable {
    /// The service holds what was sent.
    case taken
    /// The service holds something else, in whole or in part.
    case changed
    /// The service holds nothing.
    case dropped
  }

  /// A property that was sent.
  package struct Property: Sendable, Hashable {
    /// Its top-level key.
    package let key: String
    package let verdict: Verdict
  }

  /// Something that the service does not hold as it was sent.
  package struct Difference: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// It holds another value.
      case changed
      /// It holds nothing, or has no such row.
      case dropped
      /// It still has a date that was sent to be deleted.
      case kept
      /// It has a row that was not sent.
      case added
      /// It has the rows in another order.
      case moved
    }

    package let kind: Kind
    /// Where it stands in what the service holds; the list, of a row that was dropped.
    package let path: JSONPath
    /// Where it is shown.
    package let section: Section
    /// What it is, in words: "Team members › Ana Silva › Priority".
    package let label: String
    /// The values in words; empty for rows that are there or not.
    package let sentText: String
    package let heldText: String
    /// What it is known by: keys, users, dates, days; several days with the same hours are one
    /// difference.
    let places: [[String]]

    /// All of it in words: "Slot duration: kept 10 instead of 15".
    package var text: String {
      switch kind {
      case .changed: "\(label): kept \(heldText) instead of \(sentText)"
      case .dropped: "\(label): \(sentText.isEmpty ? "" : sentText + " ")was not stored"
      case .kept: "\(label): still there, though it was deleted"
      case .added: "\(label): there, though it was not sent"
      case .moved: "\(label): kept in another order"
      }
    }
  }

  /// The properties that were sent, in the order of the screen.
  package let properties: [Property]
  /// What the service does not hold as it was sent, in the order of the screen.
  package let differences: [Difference]

  /// Whether the service took everything as it was sent.
  package var isExact: Bool { differences.isEmpty }

  /// Compares; costs no more than to read both.
  ///
  /// - Parameters:
  ///   - sent: the update body (``UpdateBody/json``).
  ///   - held: the calendar as the service holds it afterwards.
  ///   - names: what the ids of users stand for, as far as it is known.
  ///   - format: how times and weeks are said.
  package init(
    sent: JSONValue, held: JSONValue, names: [String: String] = [:],
    format: LocalFormat = .standard
  ) {
    let held = LoadedSpellings.normalised(held)
    var comparison = ReadBackComparison(words: MergeWording(names: names, format: format))
    var properties: [Property] = []
    for field in CalendarSchema.all {
      guard let value = sent[key: field.key] else { continue }
      let before = comparison.differences.count
      comparison.compare(value, held[key: field.key], field, at: MergePlace(field))
      let found = comparison.differences[before...]
      let isDropped = found.contains { $0.kind == .dropped && $0.places == [[field.key]] }
      properties.append(
        Property(
          key: field.key, verdict: found.isEmpty ? .taken : isDropped ? .dropped : .changed))
    }
    self.properties = properties
    differences = comparison.differences
  }
}
