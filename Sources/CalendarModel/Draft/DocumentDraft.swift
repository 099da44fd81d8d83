import JSON

/// What is kept of a calendar that is being edited, so that the work can be gone on with.
///
/// Making one copies nothing; what it is made of is shared with the document until the next edit.
/// What can be computed again, the rules and the indexes, is not in it.
public struct DocumentDraft: Sendable {
  /// The calendar as it was loaded or last saved.
  public let base: JSONValue
  /// The calendar as it was being edited.
  public let current: JSONValue
  let undoSteps: [Step]
  let redoSteps: [Step]
  /// What the ids of users, groups and forms stood for.
  public let names: [String: String]
  public let statedType: CalendarType?
  /// Where the cursor was.
  public let focus: JSONPath?
  /// The parts that could not be read and were left out; empty in a draft of a document.
  public let losses: [DraftProblem]

  public init(_ document: CalendarDocument, focus: JSONPath?) {
    base = document.base
    current = document.current
    undoSteps = document.undoSteps
    redoSteps = document.redoSteps
    names = document.names
    statedType = document.statedType
    self.focus = focus
    losses = []
  }

  init(
    base: JSONValue, current: JSONValue, undoSteps: [Step], redoSteps: [Step],
    names: [String: String], statedType: CalendarType?, focus: JSONPath?, losses: [DraftProblem]
  ) {
    self.base = base
    self.current = current
    self.undoSteps = undoSteps
    self.redoSteps = redoSteps
    self.names = names
    self.statedType = statedType
    self.focus = focus
    self.losses = losses
  }

  /// The document to go on with; typing begins a step of its own.
  ///
  /// - Parameter today: for the warnings about dates in the past.
  public func document(today: CalendarDate) -> CalendarDocument {
    CalendarDocument(self, today: today)
  }

  /// How many properties of the request differ from what was loaded, as the title line counts them.
  public var changeCount: Int {
    CalendarSchema.all.count {
      !$0.isReadOnly && !areEquivalent(base[key: $0.key], current[key: $0.key])
    }
  }

  /// How many steps can be undone.
  public var stepCount: Int { undoSteps.count }
}
