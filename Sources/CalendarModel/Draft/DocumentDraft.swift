import JSON

/// What a draft keeps of an edited calendar, so that the user can continue after a crash or a closed
/// terminal.
///
/// Making one copies nothing: it shares its values with the document until the next edit. Findings of
/// rules and indexes are not in it, because they can be computed again.
package struct DocumentDraft: Sendable {
  /// The calendar as it was loaded or last saved, and the keys that the service spelt otherwise.
  private let loaded: JSONValue
  private let spellings: LoadedSpellings
  /// The edited calendar.
  package let current: JSONValue
  private(set) var undoSteps: [Step]
  private(set) var redoSteps: [Step]
  /// That of the document; a draft that was read has one of its own.
  let lineage: Int
  /// The names of users, groups and forms by id.
  package let names: [String: String]
  package let statedType: CalendarType?
  /// Where the cursor was.
  package let focus: JSONPath?
  /// The text typed at ``focus`` that is not a valid value; nil if there is none.
  package let typed: String?
  /// What was typed in other places and is no valid value either.
  package let unfinished: [TypedText]
  /// The problems of parts that could not be read and were left out; a new draft has none.
  package private(set) var losses: [DraftProblem]

  package init(
    _ document: CalendarDocument, focus: JSONPath?, typed: String? = nil,
    unfinished: [TypedText] = []
  ) {
    loaded = document.base
    spellings = document.spellings
    lineage = document.lineage
    current = document.current
    undoSteps = document.undoSteps
    redoSteps = document.redoSteps
    names = document.names
    statedType = document.statedType
    self.focus = focus
    self.typed = typed
    self.unfinished = unfinished
    losses = []
  }

  init(base: JSONValue, _ state: DraftState, losses: [DraftProblem]) {
    loaded = base
    spellings = LoadedSpellings()
    lineage = StepMark.next()
    current = state.current
    undoSteps = state.undoSteps
    redoSteps = state.redoSteps
    names = state.names
    statedType = state.statedType
    focus = state.focus
    typed = state.typed
    unfinished = state.unfinished
    self.losses = losses
  }

  /// The calendar as it was loaded or last saved, with its keys as the service spelt them.
  package var base: JSONValue { spellings.applied(to: loaded, loadedPath: { $0 }) }

  /// The draft with one more problem of what was left out.
  package func losing(_ problem: DraftProblem) -> DocumentDraft {
    var draft = self
    draft.losses.append(problem)
    return draft
  }

  /// The draft without what can be undone and done again.
  package var withoutSteps: DocumentDraft {
    var draft = self
    (draft.undoSteps, draft.redoSteps) = ([], [])
    return draft
  }

  /// The document in which the user continues; the next key starts a new step.
  ///
  /// - Parameter today: the day for warnings about dates in the past.
  package func document(
    today: CalendarDate, format: LocalFormat = .standard
  ) -> CalendarDocument {
    CalendarDocument(self, today: today, format: format)
  }

  /// How many properties that an update can carry differ from what was loaded.
  package var changeCount: Int {
    let base = LoadedSpellings.normalised(base)
    return CalendarSchema.all.count {
      !$0.isReadOnly && !areEquivalent(base[key: $0.key], current[key: $0.key])
    }
  }

  /// How many steps can be undone.
  package var stepCount: Int { undoSteps.count }
}
