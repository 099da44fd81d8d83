import CalendarModel
import JSON
import Testing

@testable import Sandbox

/// One body and the messages it gets.
struct Refusal: Sendable, CustomTestStringConvertible {
  let body: JSONValue
  let messages: [String]

  init(_ body: JSONValue, _ messages: String...) {
    self.body = body
    self.messages = messages
  }

  var testDescription: String { body.printed() }
}

@Suite struct ValidatorTests {
  static let calendars = DemoCalendars.all(today: CalendarDate(daysSinceEpoch: 20_000))

  static func calendar(_ type: String) -> JSONValue {
    calendars.first { $0[key: "calendarType"]?.text == type } ?? .null
  }

  static func decimal(_ text: String) -> JSONValue {
    JSONNumber(text).map(JSONValue.number) ?? .null
  }

  static let hour: JSONValue = [
    "openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0,
  ]

  static let shapes: [Refusal] = [
    .init(["foo": 1], "property foo should not exist"),
    .init(["slotBufferUnit": "mins"], "property slotBufferUnit should not exist"),
    .init(
      ["name": 5, "id": "x"], "property id should not exist", "name must be a string"),
    .init(
      ["slotDurationUnit": "days"],
      "slotDurationUnit must be one of the following values: mins, hours"),
    .init(
      ["eventType": true],
      "eventType must be one of the following values: RoundRobin_OptimizeForAvailability, "
        + "RoundRobin_OptimizeForEqualDistribution"),
    .init(
      ["slotDuration": "30"],
      "slotDuration must be a number conforming to the specified constraints"
    ),
    .init(["stickyContact": "true"], "stickyContact must be a boolean value"),
    .init(["openHours": 1], "openHours must be an array"),
    .init(
      ["openHours": [1]],
      "each value in nested property openHours must be either object or array"),
    .init(
      ["openHours": [["daysOfTheWeek": [7, 8, -1], "hours": []]]],
      "openHours.0.each value in daysOfTheWeek must not be greater than 6",
      "openHours.0.each value in daysOfTheWeek must not be less than 0"),
    .init(
      ["openHours": [["daysOfTheWeek": ["1"], "hours": []]]],
      "openHours.0.each value in daysOfTheWeek must be a number conforming to the specified "
        + "constraints"),
    .init(
      ["openHours": [[:]]], "openHours.0.daysOfTheWeek must be an array",
      "openHours.0.hours must be an array"),
    .init(
      [
        "openHours": [
          ["daysOfTheWeek": [1], "hours": []],
          [
            "daysOfTheWeek": [2],
            "hours": [["openHour": 24, "openMinute": 61, "closeHour": -1, "x": 1]],
          ],
        ]
      ],
      "openHours.1.hours.0.property x should not exist",
      "openHours.1.hours.0.openHour must not be greater than 23",
      "openHours.1.hours.0.openMinute must not be greater than 60",
      "openHours.1.hours.0.closeHour must not be less than 0",
      "openHours.1.hours.0.closeMinute must be a number conforming to the specified constraints"),
    .init(["recurring": ["count": 25]], "recurring.count must not be greater than 24"),
    .init(["recurring": []], "nested property recurring must be either object or array"),
    .init(
      ["teamMembers": [["userId": "u", "selected": true, "priority": decimal("0.7")]]],
      "teamMembers.0.property selected should not exist",
      "teamMembers.0.priority must be one of the following values: 0, 0.5, 1"),
    .init(
      ["teamMembers": [["userId": .null]]], "teamMembers.0.userId must be a string"),
    .init(
      ["locationConfigurations": [["kind": "zoom"]]],
      "locationConfigurations.0.kind must be one of the following values: custom, zoom_conference, "
        + "google_conference, inbound_call, outbound_call, physical, booker, ms_teams_conference"),
    .init(["availabilityType": 2], "availabilityType must be one of the following values: 0, 1"),
    .init(
      ["availabilities": [["date": "2026-02-30T00:00:00.000Z", "hours": [], "_id": "x"]]],
      "availabilities.0.property _id should not exist",
      "availabilities.0.date must be in the format of <YYYY-MM-DD>T00:00:00.000Z"),
    .init(["alertEmail": "nobody"], "alertEmail must be an email"),
    .init(["formSubmitRedirectURL": "no url"], "formSubmitRedirectURL must be a URL address"),
    .init(["eventColor": "blue"], "eventColor must be a hexadecimal color"),
    .init(
      ["lookBusyConfig": ["enabled": true, "lookBusyPercentage": 5]],
      "lookBusyConfig.property lookBusyPercentage should not exist",
      "lookBusyConfig.LookBusyPercentage must be a number conforming to the specified constraints"),
    .init(
      ["notifications": [["type": "sms"]]],
      "notifications.0.shouldSendToContact must be a boolean value",
      "notifications.0.shouldSendToGuest must be a boolean value",
      "notifications.0.shouldSendToUser must be a boolean value",
      "notifications.0.shouldSendToSelectedUsers must be a boolean value",
      "notifications.0.selectedUsers must be a string",
      "notifications.0.type must be one of the following values: email"),
    .init([1], "Bad Request"),
  ]

  @Test(arguments: shapes) func isRefused(_ refusal: Refusal) {
    let problems = SandboxValidator.problems(
      inUpdate: refusal.body, of: Self.calendar("round_robin"))
    #expect(problems == refusal.messages)
  }

  static let taken: [JSONValue] = [
    [:], ["availabilityType": .null], ["name": .null], ["alertEmail": ""], ["slotDuration": 30],
    ["eventColor": "#FFF"], ["description": "日本\n"],
    ["recurring": ["count": 24]], ["calendarCoverImage": "https://path-to-image.com"],
    ["openHours": [["daysOfTheWeek": [0, 6], "hours": [hour]]]],
    ["availabilities": []], ["availabilityType": 1], ["slotDuration": decimal("1.5")],
  ]

  @Test(arguments: taken) func isTaken(_ body: JSONValue) {
    #expect(SandboxValidator.problems(inUpdate: body, of: Self.calendar("round_robin")) == [])
  }

  static func member(_ id: String, _ more: JSONValue = [:]) -> JSONValue {
    var object = JSONObject([.init(key: "userId", value: .text(id))])
    for member in more.object?.members ?? [] { object[member.key] = member.value }
    return .object(object)
  }

  static let rules: [(String, Refusal)] = [
    ("round_robin", .init(["teamMembers": []], "teamMembers must contain at least 1 elements")),
    (
      "collective",
      .init(["teamMembers": .null], "teamMembers must contain at least 1 elements")
    ),
    (
      "personal",
      .init(
        ["teamMembers": [member("a"), member("b")], "enableRecurring": false],
        "Personal calendar must have exactly one team member")
    ),
    (
      "collective",
      .init(
        ["teamMembers": [member("a"), member("b", ["isPrimary": false])]],
        "teamMembers.0.isPrimary should not be null or undefined",
        "teamMembers must contain exactly 1 primary member")
    ),
    (
      "round_robin",
      .init(
        ["teamMembers": [member("a", ["isPrimary": true]), member("b", ["isPrimary": true])]],
        "teamMembers must not contain more than 1 primary member")
    ),
    (
      "round_robin",
      .init(["teamMembers": [member("a"), member("a")]], "teamMembers.1.userId must be unique")
    ),
    (
      "round_robin",
      .init(
        [
          "teamMembers": [
            member("a", ["locationConfigurations": [["kind": "booker"], ["kind": "custom"]]]),
            member("b"),
          ]
        ], "teamMembers.0.locationConfigurations must contain no more than 1 elements")
    ),
    (
      "class_booking",
      .init(
        [
          "teamMembers": [
            member("a", ["locationConfigurations": [["kind": "booker"], ["kind": "custom"]]])
          ]
        ], "teamMembers.0.locationConfigurations must contain no more than 1 elements")
    ),
    (
      "event",
      .init(
        ["locationConfigurations": [["kind": "zoom_conference"]]],
        "locationConfigurations.0.kind must not be zoom_conference in calendars of type event")
    ),
    (
      "round_robin",
      .init(
        ["enableRecurring": true],
        "Recurring appointments can be enabled with exactly one team member only")
    ),
    (
      "round_robin",
      .init(
        [
          "availabilities": [
            ["date": "2030-01-01T00:00:00.000Z", "hours": [], "id": "nobody"],
            ["date": "2030-01-01T00:00:00.000Z", "hours": [], "deleted": true],
          ]
        ], "availabilities.0.id must be the id of an existing availability",
        "availabilities.1.id should not be empty")
    ),
  ]

  @Test(arguments: rules) func breaksRule(_ type: String, _ refusal: Refusal) {
    let problems = SandboxValidator.problems(inUpdate: refusal.body, of: Self.calendar(type))
    #expect(problems == refusal.messages)
  }

  /// The page calls it "not applicable", which is no reason to refuse it.
  @Test(arguments: ["zoom_conference", "google_conference", "ms_teams_conference"])
  func aConferenceMayHaveALocation(_ kind: String) {
    let locations: JSONValue = [["kind": .text(kind), "location": "https://meet.example/x"]]
    let member = Self.member("a", ["locationConfigurations": locations])
    #expect(
      SandboxValidator.problems(
        inUpdate: ["teamMembers": [member], "locationConfigurations": locations],
        of: Self.calendar("personal")) == [])
  }

  static let numbers = [
    "slotDuration", "slotInterval", "slotBuffer", "preBuffer", "appoinmentPerSlot",
    "appoinmentPerDay", "allowBookingAfter", "allowBookingFor",
  ]

  /// The service reads numbers as doubles; one that is too large for any is infinite there.
  @Test(arguments: numbers, ["1e309", "-1e400", "1e99999"])
  func numbersThatNoDoubleHoldsAreRefused(_ key: String, _ number: String) {
    let body: JSONValue = .object(JSONObject([.init(key: key, value: Self.decimal(number))]))
    #expect(
      SandboxValidator.problems(inUpdate: body, of: Self.calendar("round_robin")) == [
        "\(key) must be a number conforming to the specified constraints"
      ])
  }

  @Test(arguments: ["0", "0.5", "5e-1", "1.0", "-0", "1e-400", "0.50000000000000000001"])
  func numbersAreComparedAsDoubles(_ priority: String) {
    let member = Self.member("a", ["priority": Self.decimal(priority)])
    #expect(
      SandboxValidator.problems(
        inUpdate: ["teamMembers": [member]], of: Self.calendar("round_robin")) == [])
  }

  @Test func severalLocationsAreTakenForASingleMember() {
    let members: JSONValue = [
      Self.member("a", ["locationConfigurations": [["kind": "booker"], ["kind": "custom"]]])
    ]
    let problems = SandboxValidator.problems(
      inUpdate: ["teamMembers": members], of: Self.calendar("round_robin"))
    #expect(problems == [])
  }
}
