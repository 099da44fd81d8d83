import JSON
import Testing

@testable import CalendarModel

@Suite("Suggestions for a query") struct QuerySuggestionTests {
  private static let vocabulary = QueryVocabulary(Listed.calendars)

  private func suggestions(_ text: String, at cursor: Int? = nil) -> [QuerySuggestion] {
    CalendarQuery.suggestions(for: text, at: cursor ?? text.count, Self.vocabulary)
  }

  /// The text after the first suggestion that begins like this is taken.
  private func taking(_ start: String, _ text: String) -> String? {
    guard let found = suggestions(text).first(where: { $0.text.hasPrefix(start) }) else {
      return nil
    }
    let characters = Array(text)
    return String(characters[..<found.place.lowerBound]) + found.text
      + String(characters[found.place.upperBound...])
  }

  static let cases: [(String, String, String)] = [
    ("slot d", "slot duration", "slot duration "), ("dur", "duration", "duration "),
    ("dra", "draft", "draft"), ("draft, look b", "look busy", "draft, look busy "),
    ("look busy ", "on", "look busy on"), ("look busy o", "off", "look busy off"),
    ("type r", "round robin", "type round robin"), ("type = pers", "personal", "type = personal"),
    ("group stu", "Studio", "group Studio"), ("group ", "\"Fitness", "group \"Fitness & Care\""),
    ("member jo", "Jonas Berg", "member Jonas Berg"), ("open on m", "monday", "open on monday"),
    ("open ", "on ", "open on "), ("has e", "has errors", "has errors"),
    ("a or sta", "state", "a or state "),
  ]

  @Test(arguments: cases.indices)
  func suggestion(_ index: Int) {
    let (text, start, whole) = Self.cases[index]
    #expect(taking(start, text) == whole, "\(suggestions(text).map(\.text))")
  }

  @Test func everySuggestedValueIsRead() {
    for text in [
      "type ", "look busy ", "group ", "member ", "guests ", "after booking ", "active ",
    ] {
      for found in suggestions(text) where found.place.lowerBound > 0 {
        let query = Query(text + found.text)
        #expect(query.isCondition, "\(query.query.text): \(query.kinds)")
      }
    }
  }

  @Test func nothingTypedHasNoSuggestions() {
    #expect(suggestions("").isEmpty)
    #expect(suggestions("draft, ").isEmpty)
    #expect(suggestions("zzzz").isEmpty)
    #expect(CalendarQuery.suggestions(for: "s", at: 1, limit: 3).count <= 3)
  }

  @Test func theCursorDecides() {
    let text = "dra, type r"
    #expect(suggestions(text, at: 3).contains { $0.text == "draft" && $0.place == 0..<3 })
    #expect(!suggestions(text).contains { $0.text == "draft" })
  }
}
