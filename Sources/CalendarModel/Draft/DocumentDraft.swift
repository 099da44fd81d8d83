import JSON

/// What a draft keeps of a calendar that is being edited, so that somebody can continue the work.
///
/// Making one copies nothing; what it is made of is shared with the document until the next edit.
/// What can be computed again, the rules and the indexes, is not in it.
package struct DocumentDraft: Sendable {
  /// The calendar as it was loaded or last saved, with the keys under which it came.
  package let base: JSONValue
  /// The calendar as it was being edited.
  package let current: JSONValue
  let undoSteps: [Step]
  let redoSteps: [Step]
  /// What the ids of users, groups and forms stood for.
  package let names: [String: String]
  package let statedType: CalendarType?
  /// Where the cursor was.
  package let focus: JSONPath?
  /// What was being typed at ``focus`` and could not be taken over; nil for nothing.
  package let typed: String?
  /// The parts that could not be read and were left out; empty in a draft of a document.
  package let losses: [DraftProblem]

  package init(_ document: CalendarDocument, focus: JSONPath?, typed: String? = nil) {
    base = document.storedBase
    current = document.current
    undoSteps = document.undoSteps
    redoSteps = document.redoSteps
    names = document.names
    statedType = document.statedType
    self.focus = focus
    self.typed = typed
    losses = []
  }

  init(
    base: JSONValue, current: JSONValue, undoSteps: [Step], redoSteps: [Step],
    names: [String: String], statedType: CalendarType?, focus: JSONPath?, typed: String?,
    losses: [DraftProblem]
  ) {
    self.base = base
    self.current = current
    self.undoSteps = undoSteps
    self.redoSteps = redoSteps
    self.names = names
    self.statedType = statedType
    self.focus = focus
    self.typed = typed
    self.losses = losses
  }

  /// The document to go on with; typing begins a step of its own.
  ///
  /// - Parameter today: for the warnings about dates in the past.
  package func document(today: CalendarDate) -> CalendarDocument {
    CalendarDocument(self, today: today)
  }

  /// How many properties of the request differ from what was loaded, as the title line counts them.
  package var changeCount: Int {
    let base = LoadedSpellings.normalised(base)
    return CalendarSchema.all.count {
      !$0.isReadOnly && !areEquivalent(base[key: $0.key], current[key: $0.key])
    }
  }

  /// How many steps can be undone.
  package var stepCount: Int { undoSteps.count }
}
