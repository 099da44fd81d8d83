import JSON
import Testing

@testable import CalendarModel

/// Names of users, groups and forms where the service has listed what there is.
@Suite("Names that nothing has")
struct ListedNameTests {
  private static let id = "hT4vPq8LrXz2KmWc6NdY"

  /// A document for which some kinds were listed.
  private static func document(_ kinds: Set<LookUp> = Set(LookUp.allCases)) -> CalendarDocument {
    var document = Changing.document()
    let ids: [LookUp: Set<String>] = [.users: ["u1", "u2"], .groups: ["g1"], .forms: ["f1"]]
    document.listedIDs = ids.filter { kinds.contains($0.key) }
    return document
  }

  /// Every place that holds an id, a name that has one, one that is nearly it, and another kind's.
  static let places: [(place: String, kind: LookUp, good: String, slip: String, foreign: String)] =
    [
      ("group=", .groups, "Sales", "Sals", "Jonas Berg"),
      ("groupId=", .groups, "g1", "Salse", "u1"),
      ("formId=", .forms, "intake form", "Intakform", "Sales"),
      ("form=", .forms, "Intake form", "Intake frm", "Ana Silva"),
      ("teamMembers[1].userId=", .users, "Ana Silva", "AnaSilvo", "Sales"),
      ("teamMembers+=", .users, "Ana Silva", "AnaSilvo", "Sales"),
    ]

  @Test(arguments: places.indices)
  func whatNothingIsCalledIsRefused(_ index: Int) throws {
    let (place, kind, good, slip, foreign) = Self.places[index]
    for typed in [slip, foreign, "x", "studoi"] {
      let message = try #require(Changing.mistake(place + typed, in: Self.document()), "\(typed)")
      #expect(message.contains("Nothing is called \"\(typed)\""), "\(message)")
    }
    let near = Changing.mistake(place + slip, in: Self.document())
    #expect(near?.contains("Did you mean") == true, "\(near ?? "")")
    #expect(Changing.mistake(place + good, in: Self.document()) == nil)
    // A list may leave something out, and nobody may have listed it.
    #expect(Changing.mistake(place + Self.id, in: Self.document()) == nil)
    let others = Set(LookUp.allCases).subtracting([kind])
    #expect(Changing.mistake(place + "studoi", in: Self.document(others)) == nil)
    #expect(Changing.mistake(place + "No such name", in: Self.document(others)) != nil)
  }

  @Test func everyFieldThatHoldsAnIDIsTried() {
    let kinds = FieldPlace.all.compactMap { place -> LookUp? in
      if case .text(.id(let kind)) = place.field.type { kind } else { nil }
    }
    #expect(Set(kinds) == Set(Self.places.map(\.kind)))
    #expect(kinds.count == 3)
  }

  @Test func aMemberThatNobodyIsCannotBeTakenOut() throws {
    var document = Self.document()
    for typed in ["teamMembers['Jons Brg']", "teamMembers[Jonsa]"] {
      let changes = try CalendarChanges(unsetting: [typed], today: Calendars.today)
      #expect(throws: CalendarChanges.Mistake.self) { try changes.apply(to: &document) }
    }
    // Who is known and not in the team is out of it already.
    for typed in ["teamMembers['Ana Silva']", "teamMembers[u2]", "teamMembers[\(Self.id)]"] {
      try CalendarChanges(unsetting: [typed], today: Calendars.today).apply(to: &document)
    }
    #expect(!document.isModified)
  }

  @Test(arguments: [
    "\u{0}", "\u{202E}x", String(repeating: "a", count: 10_000), "\u{301}", "=", "''", "🦆",
  ])
  func hostile(_ name: String) {
    for (place, _, _, _, _) in Self.places {
      let message = Changing.mistake(place + name, in: Self.document())
      #expect(message != nil, "\(place)")
      #expect((message ?? "").count < 500)
    }
  }
}
