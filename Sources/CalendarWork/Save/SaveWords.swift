import CalendarAPI
import CalendarModel

/// What became of a save, in words; for a screen and for a command alike.
package struct SaveWords: Sendable, Hashable {
  /// What happened, in a sentence.
  package let title: String
  /// What was saved, what is held otherwise, what was not sent and is gone, in this order.
  package let details: [String]
  /// Whether the service holds what was sent and lost nothing.
  package let isGood: Bool

  /// - Parameters:
  ///   - seconds: how long the update took; 0 is not worth a word.
  ///   - schedules: what became of the schedules that governed sent hours, in sentences.
  ///   - takenOver: what others changed meanwhile, in sentences.
  ///   - isBrief: whether what was to be expected is left out of the details: what was stored, and by
  ///     which path it was sent.
  package init(
    _ report: SaveReport, _ answer: SaveAnswer, seconds: Int = 0, takenOver: [String] = [],
    schedules: [String] = [], isBrief: Bool = false
  ) {
    isGood = report.isExact && report.cannotUnset.isEmpty && schedules.isEmpty
    title = Self.title(report, answer, seconds: seconds)
    var details: [String] = []
    if let lost = answer.lost { details += Self.words(of: lost) }
    if !report.storedKeys.isEmpty, !isBrief || !isGood {
      details.append("Stored: " + report.storedKeys.map(Self.label).joined(separator: ", ") + ".")
    }
    details += report.readBack.differences.map(\.text)
    details += report.unsent.map(\.text)
    details += report.lostMembers.map(\.text) + [report.lostKeys.text].compactMap { $0 } + schedules
    details += report.cannotUnset.map {
      "\(Self.label($0)): an update cannot unset it; the service keeps it."
    }
    details += takenOver
    if !isBrief, let route = answer.route { details.append("Sent by PUT \(route.template).") }
    self.details = details
  }

  private static func label(_ key: String) -> String { CalendarSchema.field(key)?.label ?? key }

  private static func properties(_ count: Int) -> String {
    count == 1 ? "1 property" : "\(count) properties"
  }

  private static func title(_ report: SaveReport, _ answer: SaveAnswer, seconds: Int) -> String {
    let (stored, all) = (report.storedKeys.count, report.changedKeys.count)
    let isStored = stored == all
    let isCancelled = answer.isLost && answer.lost == nil
    var title: String
    switch (answer.isLost, isStored, stored) {
    case (true, true, _) where isCancelled:
      title = "Saved: the update arrived before it was cancelled"
    case (true, false, _) where isCancelled && (stored > 0 || report.isPartlyStored):
      title = "It was cancelled, but saved in part, \(stored) of \(properties(all))"
    case (true, true, _): title = "Saved: the answer was lost, but the service has all changes"
    case (true, false, 0) where !report.isPartlyStored:
      return "It was not saved, but the calendar has changed since it was loaded."
    case (true, false, _):
      title = "It was saved in part, \(stored) of \(properties(all)); the answer was lost"
    case (false, true, _):
      title = "Saved: \(properties(all))\(seconds > 0 ? ", in \(seconds) s" : "")"
    case (false, false, 0) where !report.isPartlyStored:
      title =
        (all == 1 ? "The property was not stored" : "None of \(properties(all)) was stored")
        + ", though the service said that it saved"
    case (false, false, _): title = "Saved: \(stored) of \(properties(all))"
    }
    if !isStored { title += "; yours stay\(all - stored == 1 ? "s as an edit" : " as edits")" }
    let others = report.lostCount
    if others > 0 {
      title +=
        others == 1 ? "; 1 other is gone or changed" : "; \(others) others are gone or changed"
    }
    return title + "."
  }
}

extension SaveReport {
  /// How many properties the save lost or changed that the user did not.
  var lostCount: Int {
    let changed = Set(changedKeys)
    let unstored = Set(unstoredKeys)
    return Set(
      unsent.map(\.key) + lostMembers.map { $0.keys.joined(separator: ".") }
        + openKeys.filter { !changed.contains($0) || !unstored.contains($0) }
    ).count + lostKeys.keys.count
  }

  /// Whether a part of a property was stored that is not stored whole.
  var isPartlyStored: Bool {
    switch SaveOutcome(before: before, sent: sent, after: after) {
    case .partly, .saved: true
    case .notSaved, .changedOtherwise: false
    }
  }
}

extension SaveWords {
  /// Why the answer to an update says nothing of what became of it.
  package static func words(of lost: ServiceError) -> [String] {
    [lost.title + "."] + lost.messages.map(\.text)
      + (lost.isHTML ? ["The answer was a web page, from a proxy or gateway in between."] : [])
  }
}
