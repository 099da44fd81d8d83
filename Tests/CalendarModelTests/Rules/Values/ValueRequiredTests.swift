import JSON
import Testing

@testable import CalendarModel

@Suite("object.required")
struct ValueRequiredTests {
  static let cases: [RuleCase] = [
    .init("teamMembers[0].userId", accepts: "u1", rejects: nil),
    .init("teamMembers[0].userId", accepts: "u1", rejects: ""),
    .init("availabilities[0].hours", accepts: [], rejects: nil),
    .init("openHours[0].daysOfTheWeek", accepts: [1], rejects: nil),
    .init(
      "lookBusyConfig", at: "lookBusyConfig.LookBusyPercentage",
      accepts: ["enabled": false, "LookBusyPercentage": 0], rejects: ["enabled": false]),
    .init(
      "notifications[0].selectedUsers", accepts: "", rejects: .null,
      with: [
        "notifications": [
          [
            "shouldSendToContact": true, "shouldSendToGuest": true, "shouldSendToUser": true,
            "shouldSendToSelectedUsers": false, "selectedUsers": "a@b.c",
          ]
        ]
      ]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueRequired) }
}
