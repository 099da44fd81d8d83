import JSON
import Testing

@testable import CalendarModel

/// Users, groups and forms that a query names.
@Suite("Names in queries") struct QueryNamesTests {
  static let known: [LookUp: [String: String]] = [
    .users: ["u1": "Jonas Berg", "u2": "Ana Silva"], .groups: ["g1": "Studio"],
    .forms: ["f1": "Intake"],
  ]

  /// A filter, the kinds that it names, and what is wrong with it; empty for nothing.
  static let cases: [(text: String, kinds: Set<LookUp>, said: String)] = [
    ("not member Jons", [.users], "Nothing is called \"jons\"."),
    ("not member Jonas Brg", [.users], "Did you mean Jonas Berg?"),
    ("not group studoi", [.groups], "Did you mean Studio?"),
    ("group != studoi", [.groups], "Did you mean Studio?"),
    ("not form intke", [.forms], "Did you mean Intake?"),
    ("draft or not group studoi", [.groups], "Did you mean Studio?"),
    ("no member Jonsa Berg", [.users], "Did you mean Jonas Berg?"),
    ("group studoi", [.groups], ""), ("not not group studoi", [.groups], ""),
    ("not member Jonas", [.users], ""), ("not group studio", [.groups], ""),
    ("not group g1", [.groups], ""), ("not group unset", [], ""), ("no group", [], ""),
    ("not form Intake, draft", [.forms], ""), ("name = x", [], ""), ("", [], ""),
  ]

  @Test(arguments: cases.indices)
  func whatNothingIsCalled(_ index: Int) {
    let (text, kinds, said) = Self.cases[index]
    let query = Query(text, isFuzzy: false).query
    #expect(query.namedKinds == kinds, "\(text): \(query.reading)")
    let found = query.unknownNames(Self.known)
    #expect(found.isEmpty == said.isEmpty, "\(text): \(found)")
    if !said.isEmpty { #expect(found.first?.contains(said) == true, "\(text): \(found)") }
    // Nothing is said of what nobody listed.
    #expect(query.unknownNames([:]).isEmpty)
  }

  /// What no calendar has is said, with what is near; what some calendar may be called is not.
  @Test(arguments: [
    ("group Studoi", "Nothing is called \"studoi\"", true), ("member Jonass", "Jonas Berg", true),
    ("member Jonsa Berg, draft", "Did you mean Jonas Berg?", true),
    ("group therapy", "", false), ("member Jonas", "", false), ("group fitness", "", false),
    ("not member Jonass", "", false), ("studoi", "", false), ("", "", false),
  ])
  func whatNoCalendarHas(text: String, said: String, isSaid: Bool) {
    let found = Query(text, isFuzzy: false).query.unknownNames(in: [Listed.calendars])
    if isSaid { #expect(found.count == 1 && found[0].contains(said), "\(text): \(found)") }
    if said.isEmpty { #expect(found.isEmpty, "\(text): \(found)") }
    #expect(Query(text, isFuzzy: false).query.unknownNames(in: []).isEmpty)
  }
}
