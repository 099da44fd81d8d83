import JSON
import Testing

@testable import CalendarModel

/// Conditions that are spelled wrong: taken for words they would select nothing, and behind `not`
/// everything.
@Suite("Doubtful queries") struct QueryDoubtTests {
  /// What is wrong in a command, and a part of what is said; the second one for the list, where a
  /// person is told of slips only.
  static let mistakes: [(text: String, said: String, isToldPeople: Bool)] = [
    ("not type personl", "Did you mean Personal?", true),
    ("type personl", "Did you mean Personal?", true),
    ("-type personl", "Did you mean Personal?", true),
    ("type = personl", "Did you mean Personal?", true),
    ("type != personl", "Did you mean Personal?", true),
    ("not not type personl", "Did you mean Personal?", true),
    ("not recuring", "Did you mean recurring?", true),
    ("not actve", "Did you mean active?", true),
    ("-drfat", "Did you mean draft?", true),
    ("not opn on 24 dec", "Did you mean open on 24 dec?", true),
    ("not closd sat", "Did you mean closed sat?", true),
    ("not durtion > 30 min", "the nearest: duration", true),
    ("not durtion 30 min", "Did you mean duration 30 min?", true),
    ("not slot duraton 30 min", "Did you mean slot duration 30 min?", true),
    ("not membr Jonas", "Did you mean member Jonas?", true),
    ("not gruop Studio", "Did you mean group Studio?", true),
    ("location zom", "Did you mean Zoom?", true),
    ("not location zom", "Did you mean Zoom?", true),
    ("location != zom", "Did you mean Zoom?", true),
    ("draft, not type personl", "Did you mean Personal?", true),
    ("draft or not type personl", "Did you mean Personal?", true),
    ("type 2 diabetes", "Words to look for stand in quotes.", false),
    ("active studio", "Words to look for stand in quotes.", false),
    ("open house", "cannot be read as days", false),
    ("not open house", "cannot be read as days", false),
    ("not intro", "Words to look for stand in quotes.", false),
    ("-intro", "Words to look for stand in quotes.", false),
    ("not call intro", "Words to look for stand in quotes.", false),
    ("not open on", "is not finished", false),
    ("not type", "is not finished", false),
    ("not slot duration >", "is not finished", false),
  ]

  @Test(arguments: mistakes.indices)
  func inCommands(_ index: Int) throws {
    let (text, said, _) = Self.mistakes[index]
    let query = Query(text, isFuzzy: false).query
    let message = try #require(query.mistakes.first, "\(text): \(query.reading)")
    #expect(message.contains(said), "\(text): \(message)")
    #expect(message.last == "." || message.last == "?", "\(message)")
  }

  /// In the list the same slips are said, and none of them means every calendar.
  @Test(arguments: mistakes.indices)
  func inTheList(_ index: Int) {
    let (text, said, isTold) = Self.mistakes[index]
    let query = Query(text).query
    guard isTold else { return #expect(query.mistakes.isEmpty, "\(text): \(query.mistakes)") }
    #expect(query.mistakes.first?.contains(said) == true, "\(text): \(query.mistakes)")
    #expect(Listed.found(text).count < Listed.calendars.count, "\(text)")
  }

  /// What is meant as it stands, in a command too.
  static let fine: [(text: String, found: String)] = [
    ("not \"intro\"", "BCDE"), ("-\"intro call\"", "BCDE"), ("not \"type personl\"", "ABCDE"),
    ("\"type personl\"", ""), ("intro", "A"), ("group therapy", "B"), ("location \"zom\"", ""),
    ("not location \"zom\"", "ABCD"), ("location room 4", "ABD"), ("location room", "ABD"),
    ("not type event", "ABD"), ("not recurring", "BCD"), ("not open on 24 dec", "B"),
    ("round robin", "A"), ("type", ""), ("open", ""), ("event", "C"), ("not not draft", "B"),
  ]

  @Test(arguments: fine.indices)
  func meantAsItStands(_ index: Int) {
    let (text, found) = Self.fine[index]
    let query = Query(text, isFuzzy: false).query
    #expect(query.mistakes.isEmpty, "\(text): \(query.mistakes)")
    #expect(Listed.found(text, isFuzzy: false) == found, "\(text): \(query.reading)")
  }

  /// One letter left out, doubled or exchanged in a condition behind `not` never selects everything in
  /// a command: it is refused, or it is another condition.
  @Test(arguments: [
    "draft", "active", "recurring", "type personal", "type class", "location zoom",
    "open on 24 dec",
    "closed sat", "duration 30 min", "look busy on", "has errors", "no members", "confirm at once",
  ])
  func slips(_ text: String) {
    let letters = Array(text)
    for place in letters.indices where letters[place].isLetter {
      var slips = [letters, letters]
      slips[0].remove(at: place)
      slips[1].insert(letters[place], at: place)
      if place + 1 < letters.count { slips.append(letters) }
      if slips.count > 2 { slips[2].swapAt(place, place + 1) }
      for slip in slips {
        let query = Query("not " + String(slip), isFuzzy: false)
        let isWords = query.query.parts.contains { $0.kind == .words }
        #expect(!query.query.mistakes.isEmpty || !isWords, "not \(String(slip))")
      }
    }
  }
}
