import CalendarModel
import JSON

/// What the service may lose though nobody changed it: keys in rows that no document lists, as a list
/// is sent whole; and hours that a schedule governs, where the whole calendar is.
extension PlannedCalendar {
  /// What becomes of hours that nobody changed, in an update of the whole calendar, in sentences.
  static func sentences(hoursIn body: UpdateBody, _ governing: GoverningSchedules) -> [String] {
    guard body.scope == .whole else { return [] }
    let sent = body.json.object?.keys ?? []
    let doubt = governing.doubt(changedKeys: sent)
    guard !body.keptOut.isEmpty else {
      return governing.agreement(changedKeys: sent) + [doubt].compactMap { $0 }
    }
    let labels = body.keptOut.map { CalendarSchema.field($0)?.label ?? $0 }
    return [
      "\(labels.joined(separator: ", ")): left out of the update of the whole calendar, because "
        + "\(governing.inForce) \(governing.schedules.count == 1 ? "governs" : "govern") the hours; "
        + "the service may lose what it does not name."
    ]
  }

  /// What becomes of keys in rows that no update may have, or that no document lists, in sentences.
  ///
  /// - Parameter isAgreed: whether the user has agreed that they are sent.
  static func sentences(undocumentedIn body: UpdateBody, isAgreed: Bool) -> [String] {
    var sentences: [String] = []
    if !body.undocumented.isEmpty {
      sentences.append(
        "Undocumented keys are not sent, and the service may lose them in every row: "
          + "\(names(of: body.undocumented)). “Nested keys” in the editor's review sends them.")
    }
    let answered = answerOnly(in: body)
    if !answered.isEmpty {
      sentences.append(
        "Keys that only answers have are not sent, and the service may lose them in every row: "
          + "\(names(of: answered)).")
    }
    if !isAgreed, !body.kept.isEmpty {
      sentences.append(
        "Undocumented keys are sent in the rows: \(names(of: body.kept)). If the service refuses "
          + "them, they are left out, and it may lose them.")
    }
    return sentences
  }

  /// The nested members that updates may not have; an id under its other spelling is sent as the id.
  private static func answerOnly(in body: UpdateBody) -> [JSONPath] {
    let others = Set(body.undocumented)
    return body.leftOut.filter {
      !others.contains($0) && $0.keys.last != DateEntryKey.underscoreID.rawValue
    }
  }

  /// Nested keys with the list that they are in, each once: "Team members › selected, isZoomAdded".
  private static func names(of paths: [JSONPath], shown: Int = 4) -> String {
    var names: [String] = []
    for path in paths {
      let keys = path.keys
      let label = keys.first.flatMap { CalendarSchema.field($0)?.label } ?? keys.first ?? ""
      let name = "\(label) › \(keys.dropFirst().joined(separator: "."))"
      if !names.contains(name) { names.append(name) }
    }
    return names.prefix(shown).joined(separator: ", ") + (names.count > shown ? ", …" : "")
  }
}
