import JSON
import TextUI

/// What is being typed into the line with the focus.
struct Input: Sendable {
  /// Where it goes.
  enum Target: Sendable, Hashable {
    case field(JSONPath)
    /// The hours of a weekday, 0 is Sunday.
    case day(Int)
    /// Hours for the chosen dates, or dates with their hours.
    case dates
  }

  let target: Target
  var buffer: TextBuffer
  /// The unit that a number had when typing began; a bare number keeps it.
  var unit: String?
  /// Whether nothing has been typed yet: the first character takes the place of the whole text.
  var isFresh = false
  /// Whether something is typed that the calendar does not have yet; fields take every key over.
  var isPending = false
  /// Whether it stood on its line before and could not be read: it is wrong as long as it cannot.
  var wasUnreadable = false
  /// What was said of the field before anything was typed.
  var notesBefore: [FieldState.Note] = []

  init(_ target: Target, _ text: String, unit: String? = nil, isFresh: Bool = false) {
    self.target = target
    buffer = TextBuffer(text)
    self.unit = unit
    self.isFresh = isFresh
  }
}
