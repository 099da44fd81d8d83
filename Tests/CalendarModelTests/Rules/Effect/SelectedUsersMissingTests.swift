import JSON
import Testing

@testable import CalendarModel

@Suite("notification.selectedUsers")
struct SelectedUsersMissingTests {
  static let cases: [RuleCase] = [
    .init("notifications[0].selectedUsers", accepts: "a@b.c", rejects: " "),
    .init(
      "notifications[0].shouldSendToSelectedUsers", at: "notifications[0].selectedUsers",
      accepts: false, rejects: true,
      with: [
        "notifications": [
          [
            "shouldSendToContact": true, "shouldSendToGuest": true, "shouldSendToUser": true,
            "shouldSendToSelectedUsers": false, "selectedUsers": "",
          ]
        ]
      ]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.selectedUsersMissing) }
}
