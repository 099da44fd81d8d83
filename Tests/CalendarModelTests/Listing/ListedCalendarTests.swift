import JSON
import Testing

@testable import CalendarModel

@Suite("Calendars in a list") struct ListedCalendarTests {
  private static let names = ["g1": "Studio", "u1": "Ana Silva"]

  @Test func readsWhatAListShows() throws {
    let calendar = try #require(ListedCalendar(Calendars.full, names: Self.names))
    #expect(calendar.id == "c1")
    #expect(calendar.title == "Intro call")
    #expect(calendar.slug == "intro")
    #expect(calendar.typeText == "Round robin")
    #expect(calendar.state == .active)
    #expect(calendar.groupName == "Studio")
    #expect(calendar.memberNames == ["Ana Silva"])
    #expect(calendar.duration == "30 min")
    #expect(calendar.durationMinutes == 30)
    #expect(calendar.week(.forPrograms) == "Mo-Fr 9-17")
    #expect(calendar.problems(today: Calendars.today).isEmpty)
    #expect(calendar.oddities.isEmpty)
    #expect(calendar.json == Calendars.full)
  }

  @Test func namesMayComeLater() throws {
    var calendar = try #require(ListedCalendar(Calendars.full))
    #expect(calendar.groupName == "g1")
    #expect(calendar.memberNames == ["u1"])
    #expect(!Query("studio").finds(calendar))
    calendar.join(Self.names)
    #expect(calendar.groupName == "Studio")
    #expect(Query("studio, silva").finds(calendar))
  }

  @Test func otherSpellingsCount() throws {
    let calendar = try #require(ListedCalendar(Calendars.field))
    #expect(Query("look busy > 10%").finds(calendar))
    #expect(calendar.json[key: "lookBusyConfig"]?[key: "lookBusyPercentage"] == 20)
    let underscore = try #require(ListedCalendar(["_id": "x7", "name": "n"]))
    #expect(underscore.id == "x7")
  }

  /// No entry is dropped without a word.
  @Test(arguments: [
    #"[]"#, #"{"calendars":[]}"#, #"{"calendars":[{},null,7,"x",[],{"id":"a"}]}"#,
    #"[{"id":7,"name":9,"calendarType":"odd","teamMembers":"x","openHours":3,"isActive":"maybe"}]"#,
    #"[{"id":null,"name":"n","slotDuration":"x","groupId":[],"dateUpdated":12}]"#,
  ])
  func everyEntryIsAccountedFor(_ text: String) throws {
    let answer = Calendars.parse(text)
    let listing = try #require(CalendarListing(answer))
    let count = (answer.array ?? answer[key: "calendars"]?.array ?? []).count
    #expect(listing.entries.count + listing.unreadable.count == count)
    #expect((listing.remark == nil) == listing.unreadable.isEmpty)
    for calendar in listing.entries {
      #expect(!calendar.title.isEmpty)
      #expect(calendar.week(.forPrograms).count <= WeekGlance.width)
      #expect((calendar.id == nil) == calendar.oddities.contains { $0.contains("no id") })
      _ = calendar.problems(today: Calendars.today)
    }
  }

  @Test func anAnswerOfAnotherKindIsNone() {
    for value: JSONValue in [.null, 7, "x", [:], ["calendars": [:]], ["message": "no"]] {
      #expect(CalendarListing(value) == nil)
    }
  }

  @Test func oddEntriesSayWhatIsOdd() throws {
    let odd = try #require(
      ListedCalendar(["calendarType": "webinar", "isActive": "maybe", "slotDuration": "long"]))
    #expect(odd.typeText == "webinar")
    #expect(odd.state == .unknown)
    #expect(odd.title == "(no name)")
    #expect(odd.duration == "\"long\" (not a number)")
    #expect(odd.durationMinutes == nil)
    #expect(odd.oddities.count == 3)
  }

  /// An error is one in the list, though a form makes a warning of what came like this.
  @Test func problemsAreCountedByTheRules() throws {
    let calendar = try #require(
      ListedCalendar(Calendars.full(["guestType": "x", "alertEmail": "nobody"])))
    let counts = calendar.problems(today: Calendars.today)
    #expect(counts.errors == 1)
    #expect(counts.warnings == 1)
    let form = Calendars.document(calendar.calendar).validation.counts
    #expect(form.errors == 0)
    #expect(form.warnings == 2)
    // Another day, other dates have passed; a copy shares what is known.
    let copy = calendar
    #expect(copy.problems(today: Calendars.date(2030, 1, 1)) == counts)
  }

  @Test func stateNeedsToBeSaid() {
    func state(_ entry: JSONValue, isComplete: Bool = false) -> ListedCalendar.State? {
      ListedCalendar(entry, isComplete: isComplete)?.state
    }
    #expect(state(["id": "a"]) == .unknown)
    #expect(state(["id": "a"], isComplete: true) == .active)
    #expect(state(["id": "a", "isActive": .null]) == .active)
    #expect(state(["id": "a", "isActive": "false"]) == .draft)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func mutatedCalendarsAreListed(_ run: UInt64) throws {
    for number in 0..<40 {
      var mutator = CalendarMutator(seed: run * 1000 + UInt64(number))
      let value = try JSONDocument(parsing: mutator.text()).value
      guard let calendar = ListedCalendar(value, names: Self.names) else {
        #expect(value.object == nil)
        continue
      }
      #expect(calendar.week(.forPrograms).count <= WeekGlance.width, "\(value.printed())")
      _ = (calendar.duration, calendar.title, calendar.memberNames, calendar.oddities)
      _ = calendar.problems(today: Calendars.today)
    }
  }
}

@Suite("Sorting and grouping a list") struct ListOrderTests {
  private static let calendars: [ListedCalendar] = [
    [
      "id": "1", "name": "beta", "calendarType": "event", "isActive": false, "slotDuration": 1,
      "slotDurationUnit": "hours", "teamMembers": [], "dateUpdated": "2026-01-02T00:00:00.000Z",
    ],
    [
      "id": "2", "name": "Alpha", "calendarType": "personal", "isActive": true, "slotDuration": 30,
      "teamMembers": [["userId": "u2"], ["userId": "u1"]], "groupId": "g2",
      "dateUpdated": "2026-03-02T00:00:00.000Z",
    ],
    ["id": "3", "groupId": "g1", "teamMembers": [["userId": "u1"]], "slotDurationUnit": "days"],
    ["id": "4", "name": "Äther", "calendarType": "event", "isActive": true],
  ].compactMap { ListedCalendar($0, names: ["g1": "Zoo", "g2": "Art", "u1": "Ben", "u2": "Ana"]) }

  private func ids(_ order: ListOrder, isDescending: Bool = false) -> String {
    order.sorted(Self.calendars, isDescending: isDescending, today: Calendars.today)
      .compactMap { Self.calendars[$0].id }.joined()
  }

  @Test(arguments: [
    (ListOrder.name, "2413", "1423"), (.type, "1423", "2143"), (.state, "2413", "1243"),
    (.group, "2314", "3214"), (.members, "1324", "2314"), (.updated, "2134", "1234"),
  ])
  func order(_ order: ListOrder, _ ascending: String, _ descending: String) {
    #expect(ids(order) == ascending)
    #expect(ids(order, isDescending: true) == descending)
  }

  @Test func durationsAreComparedInMinutes() {
    #expect(ids(.duration).hasPrefix("21"))
    #expect(ids(.duration, isDescending: true).hasPrefix("12"))
  }

  @Test func mostProblemsComeFirst() {
    let counts = ListOrder.problems.sorted(Self.calendars, today: Calendars.today).map {
      Self.calendars[$0].problems(today: Calendars.today)
    }
    #expect(Set(counts).count > 1)
    for (a, b) in zip(counts, counts.dropFirst()) {
      #expect((a.errors, a.warnings) >= (b.errors, b.warnings))
    }
  }

  @Test(arguments: ListOrder.allCases)
  func everyCalendarIsThereOnce(_ order: ListOrder) {
    let places = order.sorted(Self.calendars, today: Calendars.today)
    #expect(places.sorted() == Array(Self.calendars.indices))
    #expect(!order.title.isEmpty)
  }

  @Test func groups() {
    func said(_ grouping: ListGrouping) -> [String] {
      grouping.groups(of: Self.calendars).map { group in
        "\(group.title) \(group.calendars.compactMap { Self.calendars[$0].id }.joined())"
      }
    }
    #expect(said(.group) == ["Art 2", "Zoo 3", "No group 14"])
    #expect(said(.type) == ["Event 14", "Personal 2", "Type not known 3"])
    #expect(said(.state) == ["Active 24", "Draft 1", "State not known 3"])
    #expect(said(.member) == ["Ana 2", "Ben 23", "No members 14"])
    let order = ListGrouping.type.groups(of: Self.calendars, in: [3, 0])
    #expect(order.map(\.calendars) == [[3, 0]])
    #expect(ListGrouping.allCases.map(\.title).count == 4)
  }
}
