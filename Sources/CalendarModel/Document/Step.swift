import JSON

/// What one undo takes back: one or more edits with a title.
package struct Step: Sendable {
  /// What the user did: "Slot duration: 30 → 45".
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
}
