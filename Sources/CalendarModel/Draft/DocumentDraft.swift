import JSON

/// What a draft keeps of an edited calendar, so that the user can continue after a crash or a closed
/// terminal.
///
/// Making one copies nothing: it shares its values with the document until the next edit. Findings of
/// rules and indexes are not in it, because they can be computed again.
package struct DocumentDraft: Sendable {
  /// The calendar as it was loaded or last saved, with its keys as the service spelt them.
  package let base: JSONValue
  /// The edited calendar.
  package let current: JSONValue
  let undoSteps: [Step]
  let redoSteps: [Step]
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
  package let losses: [DraftProblem]

  package init(
    _ document: CalendarDocument, focus: JSONPath?, typed: String? = nil,
    unfinished: [TypedText] = []
  ) {
    base = document.storedBase
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

  init(
    base: JSONValue, current: JSONValue, undoSteps: [Step], redoSteps: [Step],
    names: [String: String], statedType: CalendarType?, focus: JSONPath?, typed: String?,
    unfinished: [TypedText], losses: [DraftProblem]
  ) {
    self.base = base
    self.current = current
    self.undoSteps = undoSteps
    self.redoSteps = redoSteps
    self.names = names
    self.statedType = statedType
    self.focus = focus
    self.typed = typed
    self.unfinished = unfinished
    self.losses = losses
  }

  /// The document in which the user continues; the next key starts a new step.
  ///
  /// - Parameter today: the day for warnings about dates in the past.
  package func document(today: CalendarDate) -> CalendarDocument {
    CalendarDocument(self, today: today)
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
