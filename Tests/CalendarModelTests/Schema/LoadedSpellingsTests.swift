import JSON
import Testing

@testable import CalendarModel

/// Keys that the service's answers spell otherwise than the update takes them.
@Suite("Loaded spellings") struct LoadedSpellingsTests {
  private static let loaded: JSONValue = [
    "id": "c1", "formSubmitType": "ThankYouMessage",
    "formSubmitRedirectUrl": "https://example.com/thanks", "appointmentPerSlot": 2,
    "lookBusyConfig": ["lookBusyPercentage": 20, "enabled": true, "x": 1],
    "teamMembers": [["userid": "u1", "selected": true]], "NAME": "Visit",
  ]

  private static var document: CalendarDocument { Calendars.document(loaded) }

  @Test func theLoadedSpellingIsTheValueOfTheField() {
    let document = Self.document
    #expect(document["formSubmitRedirectURL"] == "https://example.com/thanks")
    #expect(document["appoinmentPerSlot"] == 2 && document["name"] == "Visit")
    #expect(document["lookBusyConfig.LookBusyPercentage"] == 20)
    #expect(document["teamMembers[0].userId"] == "u1")
    #expect(document.loadedKey("formSubmitRedirectURL") == "formSubmitRedirectUrl")
    #expect(document.loadedKey("lookBusyConfig.LookBusyPercentage") == "lookBusyPercentage")
    #expect(document.loadedKey("teamMembers[0].userId") == "userid")
    #expect(document.loadedKey("formSubmitType") == nil)
    #expect(!document.isModified && UpdateBody(document).isEmpty)
    let summary = document.summary().lines.map(\.text).joined(separator: "\n")
    #expect(summary.contains("2 bookings per slot") && summary.contains("20 %"))
  }

  @Test func aFileKeepsItsSpelling() {
    var document = Self.document
    #expect(document.stored == Self.loaded)
    document.set("name", to: "Talk")
    document.set("formSubmitRedirectURL", to: "https://example.com/x")
    var expected = Self.loaded.object ?? JSONObject()
    expected["NAME"] = "Talk"
    expected["formSubmitRedirectUrl"] = "https://example.com/x"
    #expect(document.stored == .object(expected))
    document.moveRow(0, of: "teamMembers", to: 0)
    document.insert(["userId": "u2"], into: "teamMembers", at: 0)
    #expect(
      document.stored[key: "teamMembers"]
        == [["userId": "u2"], ["userid": "u1", "selected": true]], "a new row has the page's keys")
    while document.undo() != nil {}
    #expect(document.stored == Self.loaded)
    document.adopt(saved: Self.loaded)
    #expect(document.stored == Self.loaded)
  }

  @Test func itIsSentUnderThePagesName() {
    var document = Self.document
    document.set("lookBusyConfig.enabled", to: false)
    document.set("teamMembers[0].priority", to: 1)
    document.set("appoinmentPerSlot", to: 3)
    #expect(
      UpdateBody(document).json == [
        "teamMembers": [["userId": "u1", "priority": 1]], "appoinmentPerSlot": 3,
        "lookBusyConfig": ["LookBusyPercentage": 20, "enabled": false],
      ])
  }

  /// The service refuses a redirect without its URL.
  @Test func theURLGoesAlongWithTheRedirect() {
    var document = Self.document
    document.set("formSubmitType", to: "RedirectURL")
    let body = UpdateBody(document)
    #expect(
      body.json == [
        "formSubmitType": "RedirectURL", "formSubmitRedirectURL": "https://example.com/thanks",
      ])
    #expect(body.sentAlong == ["formSubmitRedirectURL"])
    document.set("formSubmitRedirectURL", to: "https://example.com/x")
    #expect(UpdateBody(document).sentAlong == [])
    document.set("formSubmitType", to: "ThankYouMessage")
    #expect(UpdateBody(document).json == ["formSubmitRedirectURL": "https://example.com/x"])
  }

  /// What is null or absent says nothing, so it does not go along.
  @Test(arguments: [JSONValue.null, nil]) func noURLGoesAlongWhereThereIsNone(_ url: JSONValue?) {
    var document = Calendars.document(
      Calendars.full(["formSubmitType": "ThankYouMessage", "formSubmitRedirectURL": url]))
    document.set("formSubmitType", to: "RedirectURL")
    let body = UpdateBody(document)
    #expect(body.json == ["formSubmitType": "RedirectURL"] && body.sentAlong == [])
  }

  @Test func thePagesOwnKeyCountsWhereBothAreThere() {
    let both: JSONValue = ["formSubmitRedirectUrl": "a", "formSubmitRedirectURL": "b"]
    let document = Calendars.document(both)
    #expect(document["formSubmitRedirectURL"] == "b" && document.stored == both)
    #expect(document.loadedKey("formSubmitRedirectURL") == nil)
  }

  @Test func someoneElsesSaveComesUnderTheirSpelling() {
    var document = Self.document
    document.set("name", to: "Talk")
    guard case .object(var theirs) = Self.loaded else { return }
    theirs["appointmentPerSlot"] = 5
    let merge = CalendarMerge(
      base: document.base, theirs: .object(theirs), mine: document.current)
    #expect(merge.conflicts.isEmpty && merge.takenOver.map(\.label) == ["Bookings per slot"])
    document.rebase(merge)
    #expect(document["appoinmentPerSlot"] == 5 && document["name"] == "Talk")
    #expect(document.loadedKey("appoinmentPerSlot") == "appointmentPerSlot")
    #expect(ReadBack(sent: ["appoinmentPerSlot": 5], held: .object(theirs)).isExact)
  }

  /// Whatever keys a calendar has, reading it changes their spelling alone, and storing it undoes that.
  @Test(arguments: 1...60 as ClosedRange<UInt64>) func storingIsTheWayBack(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 50)
    func mangled(_ value: JSONValue) -> JSONValue {
      switch value {
      case .object(let object):
        .object(
          JSONObject(
            object.members.map { member in
              let key = edits.chance(4) ? member.key.lowercased() : member.key
              return .init(key: key, value: mangled(member.value))
            }))
      case .array(let rows): .array(rows.map(mangled))
      default: value
      }
    }
    let calendar = mangled(seed % 2 == 0 ? Calendars.full : edits.calendar())
    let (read, spellings) = LoadedSpellings.read(calendar)
    #expect(spellings.applied(to: read) { $0 } == calendar)
    #expect(LoadedSpellings.normalised(read) == read)
  }
}
