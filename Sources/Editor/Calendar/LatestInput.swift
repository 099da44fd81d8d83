/// What the last keys and clicks leave for the next ones.
struct LatestInput: Sendable {
  /// The key that came last, when it came amid characters that no hand has typed.
  var burst: KeyBurst?
  /// What was typed lately to choose by its beginning.
  var letters = ""
  /// What was clicked last, until a key is pressed.
  var click: CalendarEditor.Clicked?
}
