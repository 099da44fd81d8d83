import JSON
import Testing

@testable import CalendarModel

@Suite("Files of changes")
struct ChangeFileTests {
  private func read(_ text: String) throws(CalendarChanges.Mistake) -> CalendarChanges {
    try CalendarChanges(file: text, today: Calendars.today)
  }

  @Test("A file is read line by line")
  func reading() throws {
    let changes = try read(
      "\u{FEFF}# caledit changes 1\r\n\r\n  # closed\r\nset slot duration = 45 min \r\n"
        + "unset notes\nname=\"  a\\nb \"\ndescription= bare \"text\" # no comment\n"
        + "openHours.sat=\"closed\"\nteamMembers[\"a=b\"].priority=high")
    #expect(
      changes.lines == [
        "slotDuration=45 min", "unset notes", #"name="  a\nb ""#,
        "description=bare \"text\" # no comment", "openHours.sat=closed",
        "teamMembers[\"a=b\"].priority=high",
      ])
    #expect(try read(changes.text) == changes)
    #expect(changes.text.hasPrefix("# caledit changes 1\n"))
    #expect(try read("").isEmpty)
  }

  static let wrong: [(text: String, line: Int, message: String)] = [
    ("notes=a\n\nslotDuraton=3", 3, "slotDuration"), ("notes=a\nnotes=b", 2, "twice"),
    ("# caledit changes 2\nnotes=a", 1, "version"), ("{\"name\": 1}", 1, "JSON"),
    ("[1]", 1, "JSON"), ("# x\n\nname=a\u{1B}b", 3, "control"), ("name=\"a", 1, "quotes"),
    ("unset", 1, "changes nothing"), ("notes", 1, "changes nothing"),
    ("name=a\u{9B}b", 1, "control"), ("slotDuration=45 parsecs", 1, "unit"),
  ]

  @Test("Mistakes name their line", arguments: wrong.indices)
  func mistakes(_ index: Int) {
    let (text, line, message) = Self.wrong[index]
    do {
      _ = try read(text)
      Issue.record("Read: \(text)")
    } catch {
      #expect(error.line == line)
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test("A mistake that the calendar makes names its line too")
  func lineWhenApplied() throws {
    var document = Changing.document()
    let changes = try read("notes=a\nteamMembers[u9].priority=low")
    #expect {
      try changes.apply(to: &document)
    } throws: { ($0 as? CalendarChanges.Mistake)?.line == 2 }
  }

  @Test("Sizes are bounded")
  func sizes() {
    #expect(throws: CalendarChanges.Mistake.self) {
      try read(String(repeating: "# x\n", count: 2_100_000))
    }
    #expect(throws: CalendarChanges.Mistake.self) {
      try read("notes=" + String(repeating: "x", count: 2_100_000))
    }
  }

  @Test("Any text is written so that it is read as itself")
  func texts() throws {
    let texts = [
      "", " ", "a", " a", "a ", "\"", "\"a\"", "'a'", "a\nb", "a\tb", "\u{1B}[2J", "\u{9B}",
      "\u{202E}x",
      "\u{301}a", "=", "#", "é", "e\u{301}", "🦆", "\r\n", "\\", "\u{FEFF}a", "\u{A0}a",
      String(repeating: "x", count: 10_000),
    ]
    for text in texts {
      let after = Calendars.full(["notes": .text(text), "name": .text(text)])
      let changes = CalendarChanges(from: Calendars.full, to: after)
      #expect(changes.count == 2, "\(text)")
      #expect(!changes.text.unicodeScalars.contains { ChangeText.isHidden($0) && $0 != "\n" })
      var document = Changing.document()
      try read(changes.text).apply(to: &document)
      #expect(document["notes"] == .text(text), "\(text)")
      #expect(document["name"] == .text(text), "\(text)")
    }
  }
}
