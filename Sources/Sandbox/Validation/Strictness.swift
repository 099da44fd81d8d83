/// In which points the validator is more indulgent than the page.
struct Strictness {
  /// Whether rows may have keys that only answers have.
  var takesNestedKeys = false
  /// Whether the minimum notice may be in minutes.
  var takesMinutesOfNotice = false

  func takes(_ key: String, of shape: ObjectShape) -> Bool {
    takesNestedKeys && shape.answerOnly.contains(key)
  }
}
