import CalendarModel
import JSON

/// Hours that stay out of an update because a schedule governs them, and nobody agreed to send them.
///
/// The plan asks for them, and the run asks again: it may be gone on with when a schedule has come to
/// govern, or with updates of the whole calendar, which name hours that nobody changed.
struct HoursKeptOut {
  /// Whether hours are never sent, wanted or not.
  let isForAll: Bool
  /// The hours that are wanted.
  let keys: [String]
  /// Whose schedules they are, in sentences; empty where nothing wanted is kept out.
  let sentences: [String]

  /// Takes the hours back that may not be sent.
  init(of document: inout CalendarDocument, _ policy: BatchPolicy) {
    let governing = document.governing
    isForAll = !policy.hoursAnyway && governing.state == .some
    keys =
      policy.hoursAnyway
      ? []
      : governing.keysNeedingAgreement(among: document.validation.modifiedKeys).map(\.rawValue)
    guard !keys.isEmpty else {
      sentences = []
      return
    }
    let labels = keys.map { CalendarSchema.field($0)?.label ?? $0 }
    sentences = [
      "\(labels.joined(separator: ", ")): left out, because \(governing.inForce) "
        + (governing.schedules.count == 1 ? "governs the hours." : "govern the hours.")
    ]
    document.reset(keys.map { JSONPath([.key($0)]) })
  }
}

extension BatchOutcome {
  /// The outcome of a calendar of which only hours were to change that stay out.
  static func governed(_ leftOut: [String]) -> BatchOutcome {
    BatchOutcome(.governed, "Not changed: a schedule governs the hours.", leftOut: leftOut)
  }
}
