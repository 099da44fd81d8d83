import JSON
import Testing

@testable import CalendarModel

/// Queries of which a part says nothing: a command that changes calendars refuses them.
@Suite("Queries with gaps") struct QueryGapTests {
  @Test(
    arguments: [
      "or", " or ", "and", "&", "||", "or or", "draft or", "or draft", "draft and", "and draft",
      "draft or and active", "draft,", ",draft", "draft;", "draft,,active", "draft, or",
      "not", "not ", "Not", " NOT ", "is not", "no", "without", "has", "with", "is",
      "draft or not", "draft, is", "-", "!", "*", "draft or -",
      "\"\"", "\"", "“”", "\"  \"", "\"\" \"\"", "draft or \"\"", "not \"\"",
      "name contains \"\"", "name contains \" \"",
      String(repeating: "draft, ", count: 300) + "name x",
    ])
  func aGapIsNamed(_ text: String) {
    let query = Query(text, isFuzzy: false).query
    let isRefused = query.isEmpty || !query.mistakes.isEmpty || !query.gaps.isEmpty
    #expect(isRefused, "\(text): \(query.reading)")
    for gap in query.gaps { #expect(gap.last == ".") }
  }

  @Test(
    arguments: [
      "draft", "draft or active", "draft and open sat", "draft, recurring", "note", "nothing",
      "notes", "\"not\"", "\"or\"", "\"-\"", "not \"or\"", "not draft", "-draft", "no members",
      "has errors", "slot duration between 10 and 20", "duration > 1,5 h", "open on Dec 24, 2026",
      "type personal or event", "notice < 1 day", "ü", "日本", "7", "R&B", "a-b", "name \"x y\"",
      "and1", "order", "type", "studio",
    ])
  func whatSaysSomethingHasNone(_ text: String) {
    #expect(Query(text, isFuzzy: false).query.gaps.isEmpty, "\(text)")
  }

  /// Such a query finds every calendar.
  @Test(arguments: ["or", "\"\"", " , "])
  func everyCalendarFitsIt(_ text: String) {
    let query = Query(text, isFuzzy: false)
    #expect(Listed.calendars.allSatisfy(query.finds))
    #expect(query.query.isEmpty || !query.query.gaps.isEmpty)
  }
}
