import Testing

@testable import CalendarModel

/// Changes that are typed onto one line.
@Suite struct TypedChangesTests {
  private let today = CalendarDate(daysSinceEpoch: 20_786)

  private func lines(_ text: String) throws -> [String] {
    try CalendarChanges(typed: text, today: today).lines
  }

  @Test(arguments: [
    ("slotDuration=45 min", ["slotDuration=45 min"]),
    ("slotDuration=45 min; openHours.sat=closed", ["slotDuration=45 min", "openHours.sat=closed"]),
    ("slotDuration=45 min ;unset notes ; ", ["slotDuration=45 min", "unset notes"]),
    ("notes=Bring a towel; and time", ["notes=Bring a towel; and time"]),
    ("notes=\"a; name=b\"; slug=x", ["notes=a; name=b", "slug=x"]),
    ("notes:=\"a; name=b\"", ["notes:=\"a; name=b\""]),
    (
      "# caledit changes 1\n# a remark\nslotDuration=45 min\nunset notes\n",
      ["slotDuration=45 min", "unset notes"]
    ),
    ("set slotDuration=45 min", ["slotDuration=45 min"]),
    ("", []), (" ; ;", []),
  ])
  func partsStandApart(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test(arguments: [
    ("slotDurtion=45 min", "slotDuration"), ("slotDuration=45 min; slotDuration=50 min", "twice"),
    ("45 min", "FIELD=VALUE"), ("id=5", "The service sets"), ("unset", "FIELD=VALUE"),
  ])
  func mistakesAreSaid(text: String, part: String) {
    #expect {
      try CalendarChanges(typed: text, today: today)
    } throws: {
      let mistake = $0 as? CalendarChanges.Mistake
      return mistake?.message.contains(part) == true && mistake?.line == nil
    }
  }

  @Test func hostileTextsAreReadOrRefused() {
    for text in [
      String(repeating: "a=b;", count: 5000), String(repeating: ";", count: 10_000),
      "notes=\u{1B}[31m", "notes=\"", "notes:=[[[[", "\u{202E}name=x", "name=\u{301}",
      String(repeating: "x", count: 10_000),
    ] {
      do {
        let changes = try CalendarChanges(typed: text, today: today)
        #expect(try lines(changes.lines.joined(separator: "\n")) == changes.lines)
      } catch {
        let message = (error as? CalendarChanges.Mistake)?.message ?? ""
        #expect(!message.isEmpty && message.count < 500)
        #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
      }
    }
  }

  /// A quote in a name is none around it.
  @Test(arguments: [
    "teamMembers[Sinéad O'Connor].priority=high", "teamMembers[ Sinéad O'Connor ].priority=high",
    "teamMembers[\"Sinéad O'Connor\"].priority=high", "teamMembers-=Sinéad O'Connor",
    "unset teamMembers[Sinéad O'Connor]", "teamMembers[5\" nails].priority=high",
    "teamMembers['5\" nails'].priority=high",
  ])
  func namesWithQuotes(text: String) throws {
    let name = text.contains("nails") ? "5\" nails" : "Sinéad O'Connor"
    var document = Changing.document()
    document.names = ["u1": name]
    try CalendarChanges(typed: text, today: today).apply(to: &document)
    let member = document["teamMembers[0]"]
    #expect(text.contains("priority") ? member?[key: "priority"] == 1 : member == nil)
  }

  @Test func whatTheySayIsInWords() throws {
    let changes = try CalendarChanges(
      typed: "slotDuration=45 min; openHours.sat=closed; unset notes; name=A; teamMembers+=Jo",
      today: today)
    #expect(
      changes.sentences == [
        "Slot duration: 45 min", "Weekly hours › Sat: closed", "Notes: unset", "Name: A",
        "Team members: Jo is added",
      ])
    #expect(changes.identifying == ["Name"])
  }
}
