import JSON
import Testing

@testable import CalendarModel

@Suite("Queries") struct QueryTests {
  /// Conditions, and which of the five calendars fit.
  static let conditionCases: [(String, String)] = [
    // Switches and states
    ("look busy on", "A"), ("look busy", "A"), ("Look Busy ON", "A"), ("lookBusyConfig on", "A"),
    ("look busy off", "BCD"), ("not look busy on", "BCD"), ("no look busy", "BCD"),
    ("look busy > 20%", "A"), ("look busy>20", "A"), ("look busy = 30 %", "A"),
    ("look busy > 30%", ""), ("percent hidden < 10", "BCD"),
    ("lookBusyConfig.LookBusyPercentage >= 30", "A"),
    ("draft", "B"), ("drafts", "B"), ("inactive", "B"), ("is draft", "B"), ("active", "ACD"),
    ("not draft", "ACD"), ("-draft", "ACD"), ("not active", "B"), ("!active", "B"),
    ("active: no", "B"), ("state = off", "B"),
    ("recurring", "A"), ("recurring yes", "A"), ("not recurring", "BCD"), ("recurring off", "BCD"),
    ("is recurring", "A"), ("enableRecurring = true", "A"), ("confirm at once", "ABCD"),
    ("rescheduling off", ""), ("live payments no", "ABCD"),
    // Numbers with units
    ("slot duration > 30 min", "AC"), ("slotDuration>30", "AC"), ("duration 1 hour", "A"),
    ("duration 60 min", "A"), ("duration = 1 h", "A"), ("duration 0.5 h", "BD"),
    ("duration is not 30 min", "AC"), ("duration != 30", "AC"),
    ("duration between 30 and 60 min", "ABD"),
    ("duration between 20 and 40", "BD"), ("duration at most 30 min", "BD"),
    ("slot duration longer than 45 minutes", "AC"), ("duration > 2 days", "C"),
    ("duration >= 1h30", "C"), ("slot dur > 45", "AC"), ("length > 45 min", "AC"),
    ("notice < 1 day", "BC"), ("notice = 1 day", "AD"), ("notice 24 hours", "AD"),
    ("minimum notice ≤ 2 h", "BC"), ("horizon > 60 days", "BC"), ("horizon 2 months", "B"),
    ("horizon < 5 weeks", "AD"), ("horizon = 60 days", ""), ("buffer 0", "ABCD"),
    // Numbers
    ("bookings per day > 10", "C"), ("bookings per day 8", "ABD"), ("seats 8", "B"),
    ("seats > 1", "B"), ("appoinmentPerSlot = 1", "ACD"), ("seats between 2 and 9", "B"),
    // Texts, ids and names
    ("member Jonas", "ABD"), ("member u2", "B"), ("member = Jonas Berg", "ABD"),
    ("member Silva", "B"),
    ("not member Jonas", "C"), ("-member Jonas", "C"), ("no member Jonas", "C"),
    ("group Studio", "AD"), ("group is studio", "AD"), ("group contains stud", "AD"),
    ("group fitness", "B"), ("no group", "C"), ("group unset", "C"), ("group set", "ABD"),
    ("has group", "ABD"), ("form intake", "ABCD"), ("name \"x y\"", "C"),
    ("name = Intro call", "A"),
    ("name: cafe", "D"), ("slug ther", "B"), ("notes unset", "C"), ("has notes", "ABD"),
    ("notes coffee", "ABD"), ("id = a1", "A"), ("event title contact", "ABCD"),
    // Lists
    ("no members", "C"), ("without members", "C"), ("has members", "ABD"), ("members > 1", "B"),
    ("members 1", "AD"), ("members = 0", "C"), ("location zoom", "C"), ("location physical", "D"),
    ("location room 4", "ABD"), ("locations 1", "ABCD"), ("notifications > 1", ""),
    ("priority high", "A"), ("teamMembers.priority = 1", "A"), ("primary yes", "BD"),
    // Choices
    ("type round robin", "A"), ("type = round_robin", "A"), ("type: class", "B"),
    ("type class booking", "B"), ("calendar type Event", "C"), ("type personal or event", "CD"),
    ("not type event", "ABD"), ("type e", "C"), ("distribution equal", ""),
    ("availability date-specific hours only", "C"), ("availability both", "AB"),
    ("slot duration unit hours", "A"), ("after booking redirect", ""),
    // Problems
    ("has errors", "C"), ("no errors", "ABDE"), ("errors > 0", "C"), ("has problems", "BC"),
    // Open and closed
    ("open on 2026-12-24", "ACD"), ("open on 24 dec", "ACD"), ("open 24 Dec", "ACD"),
    ("open on dec 24", "ACD"), ("closed on dec 24", "B"), ("closed 2026-12-24", "B"),
    ("not open on 24 dec", "B"), ("open on Dec 24, 2026", "ACD"), ("open on 27 dec", "B"),
    ("open on 28 dec", "AD"), ("open on 24..27 dec", "ABCD"), ("closed on 26..27 dec", "ACD"),
    ("open on monday", "AD"), ("open mon", "AD"), ("open sat", "B"), ("open weekends", "B"),
    ("open mon-fri", "AD"), ("closed on sundays", "ABCD"), ("closed sat", "ACD"),
    ("open on sat or sun", "B"), ("open on 24 dec and 27 dec", ""),
    ("open on 24 dec or 27 dec", "ABCD"),
    ("open tomorrow", "AD"), ("available on 24 dec", "ACD"),
    ("dates 2", ""), ("date 24 dec", "BCD"), ("date > 2026-12-31", "A"), ("weekdays sat", "B"),
    ("updated since 2026-11-01", "A"), ("updated before 2026-11-01", "D"),
    // Put together
    ("look busy on, slot duration > 30 min", "A"), ("active and open sat", ""),
    ("draft open sat", "B"), ("open on 24 dec active", "ACD"), ("draft or member u2", "B"),
    ("draft, type class or type event", "B"), ("type event or type personal and draft", "C"),
    ("active, not open on 24 dec", ""), ("duration < 40 or > 2 days", "BCD"),
  ]

  @Test(arguments: conditionCases.indices)
  func condition(_ index: Int) {
    let (text, found) = Self.conditionCases[index]
    #expect(Listed.found(text) == found, "\(text): \(Query(text).query.reading)")
    #expect(Query(text).isCondition, "\(text): \(Query(text).kinds)")
    #expect(Query(text).query.mistakes.isEmpty)
    // The sentence says something, and says it again for the same typing.
    #expect(!Query(text).query.reading.isEmpty)
  }

  /// Words, and which of the calendars fit.
  static let wordCases: [(String, String)] = [
    ("intro", "A"), ("INTRO", "A"), ("call intro", "A"), ("therapy", "B"), ("studio", "AD"),
    ("jonas", "ABD"), ("berg class", "B"), ("round robin", "A"), ("event", "C"), ("b2", "B"),
    ("cafe munchen", "D"), ("café", "D"), ("CAFE\u{301}", "D"), ("xyz", ""), ("intcl", "A"),
    ("grthe", "B"), ("\"x y\"", "C"), ("\"intro call\"", "A"), ("\"call intro\"", ""),
    ("\"draft\"", "B"), ("intro or bare", "AE"), ("intro, jonas", "A"), ("intro and jonas", "A"),
    ("-intro", "BCDE"), ("not \"group therapy\"", "ACDE"), ("care", "B"), ("fitness & care", "B"),
    ("group therapy", "B"), ("open house", ""), ("no show", ""), ("recurring studio", ""),
    ("", "ABCDE"), ("  ", "ABCDE"), (",", "ABCDE"), (" or ", "ABCDE"), ("and", "ABCDE"),
  ]

  @Test(arguments: wordCases.indices)
  func words(_ index: Int) {
    let (text, found) = Self.wordCases[index]
    #expect(Listed.found(text) == found, "\(text): \(Query(text).query.reading)")
    #expect(Query(text).query.mistakes.isEmpty)
  }

  @Test func scatteredLettersAreForPeopleOnly() {
    #expect(Listed.found("intcl") == "A")
    #expect(Listed.found("intcl", isFuzzy: false) == "")
    #expect(Listed.found("intro", isFuzzy: false) == "A")
  }

  /// Nothing that is typed on the way to a condition is a mistake.
  @Test(arguments: [
    "slot duration > 30 min", "look busy on", "open on 2026-12-24", "closed on dec 24",
    "type round robin", "not draft", "member Jonas", "name \"x y\"", "no members",
    "notice < 1 day", "duration between 10 and 20 min", "updated since 1 nov", "has errors",
    "open on 24 december 2026", "open on mon-fri", "priority high", "guests details",
    "look busy > 20%", "slotDuration >= 1h30", "active, draft or recurring",
  ])
  func halfTyped(_ text: String) {
    for count in 0...text.count {
      let query = Query(String(text.prefix(count))).query
      #expect(query.mistakes.isEmpty, "\(query.text): \(query.mistakes)")
      #expect(query.isEmpty == query.reading.isEmpty)
    }
    #expect(Query(text).isCondition)
  }

  @Test func whatIsUnderstoodSoFar() {
    func reading(_ text: String) -> String { Query(text).query.reading }
    #expect(reading("slot duration > 30 min") == "slot duration is more than 30 minutes")
    #expect(reading("duration 1.5 hours") == "slot duration is 90 minutes")
    #expect(reading("open on 24 dec") == "is open on Thu 2026-12-24")
    #expect(reading("closed sat") == "is closed on Sat")
    #expect(reading("look busy on, not draft") == "look busy is on and not a draft")
    #expect(reading("type c") == "calendar type is Class or Collective")
    #expect(
      reading("has errors or members > 2") == "has errors or team members in number more than 2")
    #expect(reading("slot duration >").contains("needs more: a number and a unit"))
    #expect(reading("open on").contains("\"open on\" needs more: on which day, as in"))
    #expect(reading("group therapy").contains("or is called \"group therapy\""))
    #expect(reading("look busy > 20%") == "look busy is on and more than 20 %")
    #expect(
      reading("draft, type event or type personal")
        == "a draft and (calendar type is Event or calendar type is Personal)")
  }

  static let mistakeCases: [(String, String)] = [
    ("slot duration > banana", "cannot be read for slot duration"),
    ("slot lenght > 30", "the nearest: slot duration"), ("durtion = 30", "the nearest: duration"),
    ("look busy = maybe", "Write on, off, or a percentage"), ("look busy banana", "Write on, off"),
    ("type = webinar", "Write one of Round robin, Event"), ("active = perhaps", "Write on or off"),
    ("open on 2026-02-30", "There is no day"), ("open on 31.2.", "There is no day"),
    ("members > many", "Write a number"), ("errors = x", "Write a number"),
    ("slotDuration 30 bananas", "is not a unit"), ("name > x", "Texts are not more or less"),
    ("notice = -1 day", "It cannot be less than 0"), ("date = banana", "is not a date"),
    ("horizon > 2 m", "could be minutes or months"),
  ]

  @Test(arguments: mistakeCases.indices)
  func mistake(_ index: Int) throws {
    let (text, message) = Self.mistakeCases[index]
    let query = Query(text).query
    let said = try #require(query.mistakes.first, "\(text): \(query.reading)")
    #expect(said.contains(message), "\(said)")
    #expect(said.last == ".")
    // They are words all the same.
    let named = try #require(ListedCalendar(["id": "x", "name": .text(text)]))
    #expect(query.truth(of: named, Query.context) == .yes)
  }

  @Test func whatAnEntryLeavesOutIsUnknown() throws {
    #expect(Listed.unknown("look busy on") == "E")
    #expect(Listed.unknown("not look busy on") == "E")
    #expect(Listed.unknown("draft") == "E")
    #expect(Listed.unknown("no members") == "E")
    #expect(Listed.unknown("notes unset") == "E")
    #expect(Listed.unknown("open on 24 dec") == "E")
    #expect(Listed.unknown("duration > 1 h, name bare") == "E")
    #expect(Listed.unknown("duration > 1 h, name intro") == "")
    #expect(Listed.unknown("duration > 1 h or name bare") == "")
    // A whole calendar leaves out what is not set.
    let whole = try #require(ListedCalendar(["id": "E5", "name": "Bare"], isComplete: true))
    #expect(Query("notes unset").finds(whole))
    #expect(Query("active").finds(whole))
    #expect(Query("duration 30 min").finds(whole))
    #expect(Query("look busy off").finds(whole))
    #expect(Query("no members").finds(whole))
    #expect(Query("closed mon").finds(whole))
  }

  @Test func oddValuesAreUnknownAndNotFalse() throws {
    let odd = try #require(
      ListedCalendar([
        "id": "o", "name": "odd", "slotDuration": "long", "isActive": "maybe",
        "lookBusyConfig": "yes", "appoinmentPerDay": "many", "availabilityType": 7,
        "openHours": [], "teamMembers": 3, "autoConfirm": "no idea",
      ]))
    for text in [
      "duration > 1 h", "active", "look busy on", "bookings per day > 3", "open mon",
      "members > 1", "confirm at once",
    ] {
      #expect(Query(text).truth(odd) == .unknown, "\(text)")
      #expect(Query("not " + text).truth(odd) == .unknown, "\(text)")
    }
  }
}
