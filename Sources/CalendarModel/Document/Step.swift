import JSON

/// What one undo takes back: one or more changes with a title.
package struct Step: Sendable {
  /// What was done, in words: "Slot duration: 30 → 45".
  package internal(set) var title: String
  /// Where the cursor belongs after it was undone or done again.
  package let focus: JSONPath
  var changes: [Change]
  /// In the order in which they were made; undo takes them from the end.
  var inverses: [Change]
  /// The value at ``focus`` before it was typed into; of no meaning in other steps.
  var original: JSONValue?
  /// Where the rows came from before and after it; nil where its changes tell that.
  var origins: Origins?
  /// What is known of the rows around a step that put other rows in their place.
  struct Origins: Sendable {
    let before: RowOrigins
    let after: RowOrigins
    /// Of the document; against another loaded calendar they mean nothing.
    let baseRevision: Int
  }

  /// Whether typing into a value still joins this step.
  package func isOpen(for path: JSONPath) -> Bool { openFor == path }

  /// Further typing into this value joins the step; nil when it is closed.
  var openFor: JSONPath?
}
