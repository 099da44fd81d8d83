import CalendarAPI
import JSON
import Testing

@Suite struct ServiceMessageTests {
  static let placed: [(text: String, path: String, property: String)] = [
    (
      "slotDurationUnit must be one of the following values: mins, hours", "slotDurationUnit",
      "slotDurationUnit"
    ),
    (
      "teamMembers.0.priority must be one of the following values: 0, 0.5, 1",
      "teamMembers[0].priority", "priority"
    ),
    (
      "openHours.1.hours.0.openHour must not be greater than 23",
      "openHours[1].hours[0].openHour", "openHour"
    ),
    ("recurring.count must not be greater than 24", "recurring.count", "count"),
    (
      "openHours.0.each value in daysOfTheWeek must not be greater than 6",
      "openHours[0].daysOfTheWeek", "daysOfTheWeek"
    ),
    ("each value in tags must be a string", "tags", "tags"),
    (
      "nested property notifications must be either object or array", "notifications",
      "notifications"
    ),
    (
      "each value in nested property teamMembers must be either object or array", "teamMembers",
      "teamMembers"
    ),
    (
      "teamMembers.0.nested property locationConfigurations must be either object or array",
      "teamMembers[0].locationConfigurations", "locationConfigurations"
    ),
    ("name should not be empty", "name", "name"),
    ("email is required", "email", "email"),
    (
      "lookBusyConfig.LookBusyPercentage must be a number conforming to the specified constraints",
      "lookBusyConfig.LookBusyPercentage", "LookBusyPercentage"
    ),
    ("All teamMembers's elements must be unique", "teamMembers", "teamMembers"),
    ("property must be a string", "property", "property"),
    ("each must be a string", "each", "each"),
  ]

  @Test(arguments: placed)
  func placeIsRead(_ text: String, _ path: String, _ property: String) {
    let message = ServiceMessage(text)
    #expect(message.path?.description == path)
    #expect(message.property == property)
    #expect(!message.isUnknownProperty)
    #expect(message.text == text)
  }

  static let unknown: [(String, JSONPath)] = [
    ("property foo should not exist", "foo"),
    ("teamMembers.0.property selected should not exist", "teamMembers[0].selected"),
    (
      "openHours.1.hours.0.property x should not exist", "openHours[1].hours[0].x"
    ),
    ("property two words should not exist", JSONPath([.key("two words")])),
    ("property a.b should not exist", JSONPath([.key("a.b")])),
  ]

  @Test(arguments: unknown) func unknownPropertyIsRead(_ text: String, _ path: JSONPath) {
    let message = ServiceMessage(text)
    #expect(message.path == path)
    #expect(message.isUnknownProperty)
  }

  @Test(arguments: [
    "", "Unprocessable Entity", "Bad Request", "Invalid token: access token is invalid",
    "Calendar must have a team member", "The slot must be longer", "you must be patient",
    "It should work", "Personal calendar must have exactly one team member",
    "property of the firm", "each day has hours", "nested loops", "0 must be positive",
    "..name must be", "a..b must be a string", "-x must be", "slotDuration", "must",
    "slug is taken", "https://x.example must be reachable", "teamMembers.0.property",
    "an unknown value was passed to the validate function", "property  should not exist",
  ])
  func proseHasNoPlace(_ text: String) {
    let message = ServiceMessage(text)
    #expect(message.path == nil)
    #expect(message.property == nil)
    #expect(!message.isUnknownProperty)
  }
}
