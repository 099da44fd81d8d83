import Testing

@testable import CalendarModel

/// A text that cannot be read as hours or dates, and what is said of it.
struct TypingMistake: Sendable, CustomTestStringConvertible {
  let text: String
  let reason: HoursError.Reason
  /// The part of the text that is marked.
  let marked: String
  /// A part of what is said.
  let message: String
  var testDescription: String { text.isEmpty ? "(nothing)" : text }

  init(_ text: String, _ reason: HoursError.Reason, _ marked: String, _ message: String) {
    self.text = text
    self.reason = reason
    self.marked = marked
    self.message = message
  }

  /// Expects that reading the text fails like this.
  func expect(_ read: (String) throws -> some Any) {
    let error = #expect(throws: HoursError.self) { _ = try read(text) }
    guard let error else { return }
    #expect(error.reason == reason)
    #expect(String(Array(text)[error.place]) == marked)
    #expect(error.message.contains(message), "\(error.message)")
  }
}
