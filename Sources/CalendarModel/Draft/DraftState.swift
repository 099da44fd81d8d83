import JSON

/// A draft while it is read: the whole that was written, and what is added to it.
struct DraftState {
  var current: JSONValue
  var undoSteps: [Step]
  var redoSteps: [Step]
  var names: [String: String]
  var statedType: CalendarType?
  var focus: JSONPath?
  var typed: String?
  var unfinished: [TypedText]

  /// Takes in what was new when the draft was written once more.
  ///
  /// - Throws: and changes nothing, where it does not fit.
  mutating func take(_ news: DraftReader) throws(DraftProblem) {
    var next = self
    try next.takeIn(news)
    self = next
  }

  private mutating func takeIn(_ news: DraftReader) throws(DraftProblem) {
    _ = try news.object()
    let back = try Self.count(news, "back", of: undoSteps)
    let forth = try Self.count(news, "forth", of: redoSteps)
    let known = Array(undoSteps.suffix(back) + redoSteps.suffix(forth))
    for step in undoSteps.suffix(back).reversed() {
      for edit in step.inverses.reversed() { _ = current.apply(edit) }
    }
    undoSteps.removeLast(back)
    redoSteps.removeLast(forth)
    if let done = news.optional("done") {
      undoSteps += try done.list { reader throws(DraftProblem) in
        try Step(reader, known: known, making: &current)
      }
    }
    if let undone = news.optional("undone") {
      // The step that was undone last changes the calendar as it is.
      var (later, steps) = (current, [Step]())
      for reader in try undone.list({ $0 }).reversed() {
        steps.append(try Step(reader, known: known, making: &later))
      }
      redoSteps += steps.reversed()
    }
    if news.optional("names") != nil { names = try DocumentDraft.names(news) }
    if let type = news.optional("statedType") {
      statedType = type.value.isNull ? nil : try DocumentDraft.type(news)
    }
    focus = try DocumentDraft.focus(news)
    typed = try news.optional("typed")?.text()
    unfinished = try DocumentDraft.unfinished(news)
  }

  private static func count(
    _ news: DraftReader, _ key: String, of steps: [Step]
  ) throws(DraftProblem) -> Int {
    guard let reader = news.optional(key) else { return 0 }
    let count = try reader.count()
    guard count <= steps.count else { throw reader.problem(.doesNotApply) }
    return count
  }
}
