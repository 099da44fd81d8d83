import CalendarAPI
import CalendarModel
import JSON
import Testing

@testable import State

/// No draft holds the token, whatever is edited and typed, and what is not kept is said.
@Suite struct DraftTokenTests {
  private static let token = "pit-SECRET-77aa-4b1c"

  private let scratch: Scratch
  private let lock: DraftLock
  private let token: Token

  init() throws {
    scratch = try Scratch()
    lock = try scratch.store.lock(Drafts.live)
    token = try Token(Self.token)
  }

  private func write(_ draft: DocumentDraft) throws {
    try scratch.store.write(draft, under: lock, without: token)
    #expect(try !text.contains(Self.token))
  }

  private var text: String { get throws { try scratch.text(scratch.path(of: Drafts.live)) } }

  private func refusal(of draft: DocumentDraft) -> String? {
    do throws(FileError) {
      try scratch.store.write(draft, under: lock, without: token)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func whatIsEditedOrTypedIsRefusedAndNamed() throws {
    try write(Drafts.named("A"))
    let before = try text
    #expect(refusal(of: Drafts.named("my \(Self.token)")) == "Name holds the token")
    var document = Drafts.named("B").document(today: Drafts.today)
    let typed = DocumentDraft(document, focus: "slotDuration", typed: Self.token)
    #expect(refusal(of: typed) == "what is typed holds the token")
    let left = DocumentDraft(
      document, focus: nil, unfinished: [TypedText(Self.token, at: "slotDuration")])
    #expect(refusal(of: left) == "what is typed holds the token")
    document.set("teamMembers", to: [["userId": "a", Self.token: 1]])
    #expect(refusal(of: DocumentDraft(document, focus: nil)) == "Team members holds the token")
    #expect(try text == before, "what was kept stays")
  }

  /// A calendar that came with it is not kept either.
  @Test func aCalendarThatHoldsIt() {
    for calendar: JSONValue in [
      ["id": "c1", Self.token: 1], ["id": "c1", "x": [[.text(Self.token)]]],
      ["id": "c1", "notes": .text("a" + Self.token)],
    ] {
      var document = CalendarDocument(calendar: calendar, today: Drafts.today)
      document.set("slotDuration", to: 45)
      let why = refusal(of: DocumentDraft(document, focus: nil))
      #expect(why?.hasSuffix("holds the token") == true)
      document.set("notes", to: "b")
      #expect(refusal(of: DocumentDraft(document, focus: nil)) != nil, "what was loaded has it")
    }
    #expect(scratch.store.find(Drafts.live).isNothing)
  }

  /// Where it was taken away again, only the steps that lead over it are given up.
  @Test func theWayOverItIsNotKept() throws {
    var document = Drafts.named("A").document(today: Drafts.today)
    try write(DocumentDraft(document, focus: nil))
    document.set("name", to: .text(Self.token))
    document.close()
    #expect(refusal(of: DocumentDraft(document, focus: nil)) != nil)
    for name in ["B", "C", "D"] {
      document.set("name", to: .text(name))
      document.close()
      try write(DocumentDraft(document, focus: nil))
      let found = try #require(scratch.store.find(Drafts.live).draft)
      #expect(found.draft.current == document.current && found.draft.base == document.base)
      #expect(found.draft.losses.isEmpty)
    }
  }
}
