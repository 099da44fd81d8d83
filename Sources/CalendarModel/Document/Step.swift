import JSON

/// What one undo takes back: one or more edits with a title.
package struct Step: Sendable {
  /// What the user did: "Slot duration: 30 → 45".
  ///
  /// Drafts keep it, so that it does not depend on who made the step.
  package internal(set) var title: String
  /// Whether the title is still to be made: that of typing is made when somebody wants to read it.
  var isUntitled = false
  /// Where the cursor goes after undo and redo.
  package let focus: JSONPath
  var edits: [Edit]
  /// The inverse of each edit, in the order of the edits; undo begins at the end.
  var inverses: [Edit]
  /// The value at ``focus`` before the user typed; only steps of typing have it.
  var original: JSONValue?
  /// The origins of rows before and after the step; nil where they follow from its edits.
  var origins: Origins?
  /// The origins of rows around a step that replaced rows by others.
  struct Origins: Sendable {
    let before: RowOrigins
    let after: RowOrigins
    /// The revision of the loaded calendar; with another one the origins mean nothing.
    let baseRevision: Int
  }

  /// Whether further typing at a path still joins this step.
  package func isOpen(for path: JSONPath) -> Bool { openFor == path }

  /// The path at which further typing joins the step; nil when the step is closed.
  var openFor: JSONPath?

  /// Which step it is, and in which state.
  var mark = StepMark()

  /// The title with times and days as the user reads them, where that is another one.
  var localTitle: String?

  /// What the user did, as the user reads it.
  package var shownTitle: String { localTitle ?? title }
}

/// What a step did: as drafts keep it, and as the user reads it.
struct StepTitle: ExpressibleByStringInterpolation {
  let recorded: String
  /// Nil where it is the same.
  let local: String?

  init(_ title: String) { (recorded, local) = (title, nil) }
  init(stringLiteral title: String) { self.init(title) }

  /// - Parameter words: says what was done.
  init(in format: LocalFormat, _ words: (LocalFormat) -> String) {
    recorded = words(.standard)
    local = format == .standard ? nil : words(format)
  }
}
