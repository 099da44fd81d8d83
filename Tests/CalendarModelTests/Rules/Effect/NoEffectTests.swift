import JSON
import Testing

@testable import CalendarModel

@Suite("field.noEffect")
struct NoEffectTests {
  static let cases: [RuleCase] = [
    .init(
      "formSubmitRedirectURL", accepts: "", rejects: "https://a",
      with: ["formSubmitType": "ThankYouMessage"]),
    .init(
      "formSubmitRedirectURL", accepts: "", rejects: "https://a", with: ["formSubmitType": nil]),
    .init(
      "formSubmitThanksMessage", accepts: " ", rejects: "Bye",
      with: ["formSubmitType": "RedirectURL"]),
    .init("recurring", accepts: ["freq": .null], rejects: ["freq": "DAILY"]),
    .init(
      "recurring", accepts: [:], rejects: ["count": 2], with: ["enableRecurring": .null]),
    .init("lookBusyConfig.LookBusyPercentage", accepts: 0, rejects: 20),
    .init(
      "lookBusyConfig.LookBusyPercentage", accepts: "0", rejects: "20", besides: ["value.type"]),
    .init(
      "openHours", accepts: [], rejects: [Calendars.week([1], Calendars.hour(9, 12))],
      with: ["availabilityType": 1]),
    .init("availabilities", accepts: [], rejects: dates, with: ["availabilityType": 0]),
    .init("availabilities", accepts: [], rejects: dates, with: ["availabilityType": "0"]),
    .init(
      "notifications[0].selectedUsers", accepts: "", rejects: "x@example.com",
      with: ["notifications": silent]),
    .init(
      "eventType", accepts: "RoundRobin_OptimizeForAvailability",
      rejects: "RoundRobin_OptimizeForEqualDistribution", with: ["calendarType": "personal"]),
    .init("locationConfigurations", accepts: [], rejects: [["kind": "booker"]]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.noEffect) }

  private static let dates: JSONValue = [["date": "2027-02-02T00:00:00.000Z", "hours": []]]
  private static let silent: JSONValue = [
    [
      "shouldSendToContact": true, "shouldSendToGuest": true, "shouldSendToUser": true,
      "shouldSendToSelectedUsers": false, "selectedUsers": "a@example.com",
    ]
  ]

  /// The settings that switch something off, with the value that does.
  static let controls: [(JSONPath, JSONValue, JSONPath)] = [
    ("formSubmitType", "RedirectURL", "formSubmitThanksMessage"),
    ("availabilityType", 0, "availabilities"), ("availabilityType", 1, "openHours"),
    (
      "notifications[0].shouldSendToSelectedUsers", false, "notifications[0].selectedUsers"
    ),
  ]

  /// Who switches something off knows that it is off.
  @Test(arguments: controls)
  func switchingOffIsANote(_ path: JSONPath, _ value: JSONValue, _ field: JSONPath) {
    var document = Calendars.document()
    #expect(document.problems("field.noEffect") == [])
    document.set(path, to: value)
    let found = document.problems("field.noEffect")
    #expect(found.map(\.path) == [field])
    #expect(found.map(\.severity) == [.note])
    document.undo()
    #expect(document.problems("field.noEffect") == [])
  }

  @Test func whatWasLoadedIsLeftAlone() {
    let document = Calendars.document(
      Calendars.full([
        "availabilityType": 0, "notifications": Self.silent, "calendarType": "personal",
        "eventType": "RoundRobin_OptimizeForEqualDistribution",
        "lookBusyConfig": ["enabled": false, "LookBusyPercentage": 40],
      ]))
    #expect(document.problems("field.noEffect") == [])
  }

  /// What holds in an unknown case is not known, so nothing is said.
  @Test func anUnknownSettingSwitchesNothingOff() {
    var document = Calendars.document(
      Calendars.full(["formSubmitType": "Fax", "availabilityType": 7, "calendarType": "future"]))
    document.set("formSubmitRedirectURL", to: "https://a")
    document.set("formSubmitThanksMessage", to: "Bye")
    document.set("availabilities", to: Self.dates)
    document.set("locationConfigurations", to: [["kind": "booker"]])
    #expect(document.problems("field.noEffect") == [])
  }

  @Test func itSaysWhatSwitchesItOff() {
    func message(_ path: JSONPath, _ value: JSONValue) -> String? {
      var document = Calendars.document()
      document.set(path, to: value)
      return document.problems("field.noEffect").first?.message
    }
    #expect(
      message("formSubmitRedirectURL", "https://a")
        == "This has no effect while \"After booking\" is \"Thank-you message\"; "
        + "change one of the two.")
    #expect(
      message("lookBusyConfig.LookBusyPercentage", 20)
        == "This has no effect while \"Switched on\" is off; change one of the two.")
    #expect(
      message("locationConfigurations", [["kind": "booker"]])
        == "This is meant for event calendars; in a round robin calendar it may have no effect.")
  }

  /// Every setting that is named stands beside its field, in the same object.
  @Test func theSchemaNamesSettingsThatExist() {
    var named = 0
    for (keys, field) in CalendarSchema.flat {
      guard let control = field.switchedBy else { continue }
      named += 1
      let path = JSONPath(keys.dropLast().map { .key($0) } + [.key(control.key)])
      #expect(CalendarSchema.field(at: path) != nil, "\(keys)")
    }
    #expect(named == 9)
  }
}
