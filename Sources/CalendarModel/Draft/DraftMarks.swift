import JSON

/// What a writer remembers of a draft that it has written, to write only what is new the next time.
///
/// It holds none of the calendar's lists, so that the next edit need not copy them.
package struct DraftMarks: Sendable {
  let lineage: Int
  let undo: [StepMark]
  let redo: [StepMark]
  /// The step that more typing may join.
  let last: Step?
  let names: [String: String]
  let statedType: CalendarType?

  package init(_ draft: DocumentDraft) {
    lineage = draft.lineage
    undo = draft.undoSteps.map(\.mark)
    redo = draft.redoSteps.map(\.mark)
    last = draft.undoSteps.last
    names = draft.names
    statedType = draft.statedType
  }

  /// - Parameter written: the JSON of the draft.
  /// - Returns: nil where the oldest steps were left out of it.
  package init?(_ draft: DocumentDraft, written: JSONValue) {
    guard written[key: "undo"]?.array?.count == draft.undoSteps.count,
      written[key: "redo"]?.array?.count == draft.redoSteps.count
    else { return nil }
    self.init(draft)
  }
}

extension DocumentDraft {
  /// What is new since a draft was written, as an object; nil where only the whole draft says it.
  package func news(since written: DraftMarks) -> JSONObject? {
    guard lineage == written.lineage else { return nil }
    let kept = Self.common(written.undo, undoSteps)
    let keptRedo = Self.common(written.redo, redoSteps)
    let known = Array(written.undo[kept...] + written.redo[keptRedo...])
    var news = JSONObject()
    if kept < written.undo.count { news["back"] = .integer(written.undo.count - kept) }
    if keptRedo < written.redo.count { news["forth"] = .integer(written.redo.count - keptRedo) }
    func json(_ step: Step) -> JSONValue {
      known.firstIndex(of: step.mark).map { .integer($0) }
        ?? step.json(typedSince: written.last, numbered: known) ?? step.news
    }
    let (done, undone) = (undoSteps[kept...].map(json), redoSteps[keptRedo...].map(json))
    if !done.isEmpty { news["done"] = .array(done) }
    if !undone.isEmpty { news["undone"] = .array(undone) }
    if names != written.names { news["names"] = Self.json(of: names) }
    if statedType != written.statedType {
      news["statedType"] = statedType.map { .text($0.rawValue) } ?? .null
    }
    news["focus"] = focus?.json
    news["typed"] = typed.map { .text($0) }
    if !unfinished.isEmpty { news["unfinished"] = .array(unfinished.map(\.json)) }
    return news
  }

  /// How many steps two lists begin with.
  private static func common(_ written: [StepMark], _ steps: [Step]) -> Int {
    zip(written, steps).prefix { $0 == $1.mark }.count
  }
}
