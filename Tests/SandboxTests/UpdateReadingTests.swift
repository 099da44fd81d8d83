import JSON
import Testing

@testable import Sandbox

/// What an update does to what it names and to what it does not, and what its answer says.
@Suite struct UpdateReadingTests {
  /// What the service counts by itself.
  private static let counted = ["dateUpdated", "version"]

  private static func rest(_ calendar: JSONValue?) -> JSONValue? {
    calendar?.without("name", "dateUpdated", "version")
  }

  @Test(arguments: Sandbox.calendarIDs) func mergeKeepsWhatIsNotNamed(_ id: String) throws {
    try withSandbox { sandbox in
      let before = try #require(sandbox.calendar(id))
      #expect(sandbox.put(id, ["name": "n"]).status == 200)
      let after = try #require(sandbox.calendar(id))
      #expect(after[key: "name"] == "n")
      #expect(Self.rest(after) == Self.rest(before))
      #expect(after[key: "dateUpdated"] != before[key: "dateUpdated"])
      #expect(after[key: "version"]?.int == before[key: "version"]?.int.map { $0 + 1 })
    }
  }

  @Test(arguments: Sandbox.calendarIDs) func replaceTakesTheRestAway(_ id: String) throws {
    try withSandbox {
      $0.put = .replace
    } _: { sandbox in
      let before = try #require(sandbox.calendar(id))
      let body: JSONValue = ["name": "n", "slotDuration": 5, "notes": .null]
      let answer = sandbox.put(id, body)
      #expect(answer.status == 200)
      let after = try #require(sandbox.calendar(id))
      #expect(answer.calendar == after)
      for key in Set(before.keys + after.keys) where !Self.counted.contains(key) {
        let isDocumented = BodyShapes.update.contains(key)
        #expect(after[key: key] == (isDocumented ? body[key: key] : before[key: key]), "\(key)")
      }
      #expect(before.keys.contains("openHours") && after[key: "openHours"] == nil)
      #expect(after[key: "id"]?.text == id && after[key: "locationId"] != nil)
    }
  }

  /// The lists that are about to go are there while the body is judged.
  @Test func replaceIsNotRefusedForTheMembersThatItTakesAway() throws {
    try withSandbox {
      $0.put = .replace
    } _: { sandbox in
      let id = Sandbox.demoCalendarID
      #expect(sandbox.put(id, ["teamMembers": []]).status == 422)
      #expect(sandbox.put(id, ["name": "n"]).status == 200)
      #expect(sandbox.calendar(id)?[key: "teamMembers"] == nil)
    }
  }

  @Test(arguments: SandboxOptions.PutAnswer.allCases, SandboxOptions.PutReading.allCases)
  func answersSayMoreOrLess(
    _ answers: SandboxOptions.PutAnswer, _ put: SandboxOptions.PutReading
  ) throws {
    try withSandbox {
      $0.answer = answers
      $0.put = put
    } _: { sandbox in
      let id = Sandbox.demoCalendarID
      // What is stored differs from what is sent: the entry gets an id and loses its mark.
      let body: JSONValue = [
        "slotDuration": 20,
        "availabilities": [["date": "2031-01-02T00:00:00.000Z", "hours": [], "deleted": false]],
      ]
      let answer = try #require(sandbox.put(id, body).calendar)
      let stored = try #require(sandbox.calendar(id))
      #expect(stored[key: "slotDuration"] == 20)
      #expect(stored["availabilities[0].id"] != nil)
      switch answers {
      case .full: #expect(answer == stored)
      case .short:
        #expect(Set(answer.keys).isSubset(of: ["id", "locationId", "name"]))
        #expect(answer[key: "id"]?.text == id)
        #expect(answer[key: "name"] == (put == .merge ? stored[key: "name"] : nil))
      case .echo: #expect(answer == (["id": .text(id)] as JSONValue).with(body))
      }
    }
  }

  // MARK: The URL of the redirect

  private static let redirect: JSONValue = [
    "formSubmitType": "RedirectURL", "formSubmitRedirectURL": "https://example.com/a",
  ]

  @Test func answersSpellTheURLAsTheOptionSays() throws {
    let id = Sandbox.calendarIDs[4]
    let here = "formSubmitRedirectURL"
    let there = "formSubmitRedirectUrl"
    for spelling in SandboxOptions.RedirectSpelling.allCases {
      try withSandbox {
        $0.redirectSpelling = spelling
      } _: { sandbox in
        let (seen, unseen) = spelling == .page ? (here, there) : (there, here)
        func expect(_ url: JSONValue, _ calendar: JSONValue?) {
          #expect(calendar?[key: seen] == url)
          #expect(calendar?.keys.contains(unseen) == false)
        }
        let loaded = try #require(sandbox.loaded(id))
        expect("https://lumen-studio.example/coaching/prepare", loaded)
        expect("https://example.com/a", sandbox.put(id, Self.redirect).calendar)
        expect("https://example.com/a", sandbox.loaded(id))
        let list = sandbox.get("/calendars/?locationId=\(Sandbox.locationID)").json
        expect("https://example.com/a", list?[key: "calendars"]?.array?[4])
        // The other spelling is no property of the update.
        let refused = sandbox.put(id, single(there, "https://example.com/b"))
        #expect(refused.status == 422)
        #expect(refused.message == [.text("property \(there) should not exist")])
        // A calendar that was stored as the service spells it has one URL after a save.
        guard spelling == .service else { return }
        sandbox.replaceCalendar(
          id, with: loaded.with(single(seen, "https://x.example")))
        expect("https://example.com/a", sandbox.put(id, Self.redirect).calendar)
      }
    }
  }

  @Test func aRedirectNeedsItsURLInTheSameUpdate() throws {
    try withSandbox { sandbox in
      let id = Sandbox.calendarIDs[4]
      let before = sandbox.calendar(id)
      #expect(before?[key: "formSubmitRedirectURL"] != nil)
      let choice: JSONValue = ["formSubmitType": "RedirectURL"]
      for (body, message) in [
        (choice, "formSubmitRedirectURL must be a string"),
        (choice.with(["formSubmitRedirectURL": .null]), "formSubmitRedirectURL must be a string"),
        (choice.with(["formSubmitRedirectURL": ""]), "formSubmitRedirectURL must be a URL address"),
      ] {
        let answer = sandbox.put(id, body)
        #expect(answer.status == 422)
        #expect(answer.message == [.text(message)])
      }
      #expect(sandbox.calendar(id) == before)
      #expect(sandbox.put(id, Self.redirect).status == 200)
      #expect(sandbox.put(id, ["formSubmitType": "ThankYouMessage"]).status == 200)
    }
  }

  // MARK: Keys in rows that the page does not list

  @Test(arguments: Sandbox.calendarIDs, SandboxOptions.NestedKeys.allCases)
  func rowsAreTakenBackWholeOrNot(_ id: String, _ keys: SandboxOptions.NestedKeys) throws {
    try withSandbox {
      $0.undocumented = keys
    } _: { sandbox in
      let before = try #require(sandbox.calendar(id))
      for key in ["teamMembers", "locationConfigurations", "recurring"] {
        guard let value = before[key: key] else { continue }
        let stripped = Self.stripped(value)
        let answer = sandbox.put(id, single(key, value))
        let isTaken = keys == .accept || stripped == value
        #expect(answer.status == (isTaken ? 200 : 422), "\(key)")
        if !isTaken {
          let messages = answer.message?.array?.compactMap(\.text) ?? []
          #expect(!messages.isEmpty)
          #expect(messages.allSatisfy { $0.hasSuffix(" should not exist") }, "\(messages)")
        }
        #expect(sandbox.calendar(id)?[key: key] == value)
        // A row that comes without them has lost them.
        #expect(
          sandbox.put(id, single(key, stripped)).status == 200)
        #expect(sandbox.calendar(id)?[key: key] == stripped)
      }
      // What no row ever had is taken by no service, and nothing at the top is.
      for body: JSONValue in [
        ["version": 3], ["recurring": ["selected": true]],
        ["teamMembers": [["userId": "Xq2mC7Rk9LbTzW4nYdPa", "isPrimary": true, "colour": 1]]],
      ] { #expect(sandbox.put(id, body).status == 422) }
    }
  }

  private static let answerOnly: Set = [
    "selected", "isZoomAdded", "zoomOauthId", "meetingId", "meetingLocation",
    "meetingLocationType", "position", "interval", "weekDays", "monthDays",
  ]

  private static func stripped(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let rows): .array(rows.map(stripped))
    case .object(let object):
      .object(
        JSONObject(
          object.members.filter { !answerOnly.contains($0.key) }
            .map { .init(key: $0.key, value: stripped($0.value)) }))
    default: value
    }
  }

  /// The demo calendars have every one of them, or nobody would be tested.
  @Test func demoCalendarsHaveTheKeys() throws {
    try withSandbox { sandbox in
      let text = Sandbox.calendarIDs.compactMap { sandbox.calendar($0)?.printed() }.joined()
      for key in Self.answerOnly { #expect(text.contains("\"\(key)\""), "\(key)") }
    }
  }
}
