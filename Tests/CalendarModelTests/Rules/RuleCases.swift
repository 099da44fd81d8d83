import JSON
import Testing

/// One rule at its border: the last value that it accepts and the first that it does not.
struct RuleCase: Sendable {
  let rule: String
  var isError = false
  /// What is set, and where the rule then complains.
  let path: JSONPath
  var complaint: JSONPath?
  let accepted: JSONValue?
  let rejected: JSONValue?
  var calendar = Calendars.full

  var expected: JSONPath { complaint ?? path }

  init(
    _ rule: String, error isError: Bool = false, _ path: JSONPath, at complaint: JSONPath? = nil,
    accepts accepted: JSONValue?, rejects rejected: JSONValue?,
    with changes: [String: JSONValue?] = [:]
  ) {
    self.rule = rule
    self.isError = isError
    self.path = path
    self.complaint = complaint
    self.accepted = accepted
    self.rejected = rejected
    calendar = Calendars.full(changes)
  }

  static let all = values + texts + hours + locations + team + others

  static let values: [RuleCase] = [
    .init("value.type", error: true, "slotDuration", accepts: 30, rejects: "30"),
    .init("value.type", error: true, "name", accepts: "5", rejects: 5),
    .init("value.type", error: true, "isActive", accepts: false, rejects: "false"),
    .init("value.type", error: true, "recurring", accepts: [:], rejects: []),
    .init(
      "value.type", error: true, "teamMembers", at: "teamMembers[1]", accepts: [["userId": "u1"]],
      rejects: [["userId": "u1"], "u2"]),
    .init("value.choice", error: true, "slotDurationUnit", accepts: "hours", rejects: "days"),
    .init("value.choice", error: true, "allowBookingForUnit", accepts: "days", rejects: "hours"),
    .init("value.choice", error: true, "availabilityType", accepts: .null, rejects: 2),
    .init("value.choice", error: true, "teamMembers[0].priority", accepts: 1, rejects: 0.75),
    .init(
      "value.range", error: true, "openHours[0].hours[0].closeHour", accepts: 23, rejects: 24),
    .init(
      "value.range", error: true, "openHours[0].hours[0].closeMinute", accepts: 60, rejects: 61),
    .init(
      "value.range", error: true, "availabilities[0].hours[0].openHour", accepts: 0, rejects: -1),
    .init("value.most", error: true, "recurring.count", accepts: 24, rejects: 25),
    .init("value.most", error: true, "recurring.count", accepts: 24.0, rejects: 24.5),
    .init("value.sensible", "recurring.count", accepts: 1, rejects: 0),
    .init("value.sensible", "slotDuration", accepts: 1, rejects: 0),
    .init("value.sensible", "slotBuffer", accepts: 0, rejects: -1),
    .init("value.sensible", "lookBusyConfig.LookBusyPercentage", accepts: 100, rejects: 101),
    .init("value.sensible", "lookBusyConfig.LookBusyPercentage", accepts: 0, rejects: -1),
    .init("value.whole", "openHours[0].hours[0].openMinute", accepts: 30.0, rejects: 30.5),
    .init("value.whole", "recurring.count", accepts: 2, rejects: 2.5),
    .init("value.days", error: true, "openHours[0].daysOfTheWeek", accepts: [0, 6], rejects: [7]),
    .init("value.days", error: true, "openHours[0].daysOfTheWeek", accepts: [0], rejects: [0, -1]),
    .init("value.days", error: true, "openHours[0].daysOfTheWeek", accepts: [1], rejects: ["1"]),
    .init("object.required", error: true, "teamMembers[0].userId", accepts: "u1", rejects: nil),
    .init("object.required", error: true, "availabilities[0].hours", accepts: [], rejects: nil),
    .init("object.required", error: true, "openHours[0].daysOfTheWeek", accepts: [1], rejects: nil),
    .init(
      "object.required", error: true, "lookBusyConfig", at: "lookBusyConfig.LookBusyPercentage",
      accepts: ["enabled": false, "LookBusyPercentage": 0], rejects: ["enabled": false]),
    .init(
      "object.required", error: true, "notifications[0].selectedUsers", accepts: "",
      rejects: .null),
  ]

  static let texts: [RuleCase] =
    [
      .init("text.email", "alertEmail", accepts: "a@b.c", rejects: "a@b"),
      .init("text.email", "alertEmail", accepts: "", rejects: "@b.c"),
      .init("text.email", "alertEmail", accepts: "a.b+c@d.e.f", rejects: "a@b.c, d@e.f"),
      .init("text.email", "alertEmail", accepts: "é@b.c", rejects: "a b@c.d"),
      .init("text.email", "alertEmail", accepts: "a@b.c", rejects: "a@b.c."),
      .init("text.email", "alertEmail", accepts: "a@b.c", rejects: "a@@b.c"),
      .init(
        "text.emailList", "notifications[0].selectedUsers", accepts: "a@b.c, d@e.f",
        rejects: "a@b.c,"),
      .init(
        "text.emailList", "notifications[0].selectedUsers", accepts: "a@b.c", rejects: "a@b.c;d@e.f"
      ),
      .init(
        "text.emailList", "notifications[0].selectedUsers", accepts: "a@b.c,d@b.c",
        rejects: "a@b.c,a@b.c"),
      .init("text.url", "formSubmitRedirectURL", accepts: "http://a", rejects: "ftp://a"),
      .init("text.url", "calendarCoverImage", accepts: "HTTPS://a/b?c#d", rejects: "example.com"),
      .init("text.url", "calendarCoverImage", accepts: "", rejects: "https://"),
      .init("text.url", "calendarCoverImage", accepts: "https://a/%20", rejects: "https://a/b c"),
      .init("text.color", "eventColor", accepts: "#fff", rejects: "#ff"),
      .init("text.color", "eventColor", accepts: "#039BE5", rejects: "039be5"),
      .init("text.color", "eventColor", accepts: "#039be580", rejects: "#039beg"),
      .init("text.color", "eventColor", accepts: "", rejects: "red"),
      .init("text.chosen", "teamMembers[0].userId", accepts: "u1", rejects: " "),
    ] + dates

  private static let dates =
    [
      ("2028-02-29", "2027-02-29"), ("2400-02-29", "2100-02-29"), ("2027-04-30", "2027-04-31"),
      ("2027-12-31", "2027-13-01"), ("2027-01-01", "2027-00-01"), ("2027-01-01", "2027-01-00"),
      ("2027-01-31", "2027-1-31"), ("2027-01-31", "27-01-31"),
    ].map { good, bad in
      RuleCase(
        "text.date", error: true, "availabilities[0].date", accepts: .text(good + "T00:00:00.000Z"),
        rejects: .text(bad + "T00:00:00.000Z"))
    }
    + ["2027-01-31", "2027-01-31T00:00:00Z", "2027-01-31T09:00:00.000Z", "", "soon"].map { bad in
      RuleCase(
        "text.date", error: true, "availabilities[0].date",
        accepts: "2027-01-31T00:00:00.000Z", rejects: .text(bad))
    }

  static let hours: [RuleCase] = [
    .init(
      "hour.order", "openHours[0].hours[0]", at: "openHours[0].hours[0].closeHour",
      accepts: Calendars.hour(9, 9, 1), rejects: Calendars.hour(9, 9)),
    .init(
      "hour.order", "openHours[0].hours[0]", at: "openHours[0].hours[0].closeHour",
      accepts: Calendars.hour(9, 23, 60), rejects: Calendars.hour(9, 0)),
    .init(
      "hour.order", "availabilities[0].hours[0]", at: "availabilities[0].hours[0].closeHour",
      accepts: Calendars.hour(9, 10), rejects: Calendars.hour(9, 8)),
    .init(
      "hours.overlap", "openHours[0].hours", at: "openHours[0].hours[1]",
      accepts: [Calendars.hour(9, 12), Calendars.hour(12, 17)],
      rejects: [Calendars.hour(9, 12, 1), Calendars.hour(12, 17)]),
    .init(
      "hours.overlap", "availabilities[0].hours", at: "availabilities[0].hours[2]",
      accepts: [Calendars.hour(13, 17), Calendars.hour(8, 9), Calendars.hour(9, 10)],
      rejects: [Calendars.hour(13, 17), Calendars.hour(8, 9), Calendars.hour(12, 14)]),
    .init("openHours.noDay", "openHours[0].daysOfTheWeek", accepts: [0], rejects: []),
    .init(
      "openHours.overlap", "openHours", at: "openHours[1].hours",
      accepts: [
        Calendars.week([1], Calendars.hour(9, 12)), Calendars.week([1], Calendars.hour(12, 17)),
      ],
      rejects: [
        Calendars.week([1, 2], Calendars.hour(9, 13)), Calendars.week([2], Calendars.hour(12, 17)),
      ]),
    .init(
      "openHours.overlap", "openHours", at: "openHours[1].hours",
      accepts: [
        Calendars.week([1], Calendars.hour(9, 12)), Calendars.week([2], Calendars.hour(9, 12)),
      ],
      rejects: [
        Calendars.week([1], Calendars.hour(9, 12)), Calendars.week([0, 1], Calendars.hour(9, 12)),
      ]),
    .init("slots.tooLong", "slotDuration", accepts: 480, rejects: 481),
    .init(
      "slots.tooLong", "slotDurationUnit", at: "slotDuration", accepts: "mins", rejects: "hours"),
    .init(
      "slots.tooLong", "slotDuration", accepts: 150, rejects: 151, with: ["availabilityType": 1]),
    .init(
      "slots.tooLong", "slotDuration", accepts: 480, rejects: 481, with: ["availabilityType": 0]),
    .init(
      "slots.tooLong", "slotDuration", accepts: 1440, rejects: 1441,
      with: ["openHours": [Calendars.week([1], Calendars.hour(0, 23, 60))]]),
    .init(
      "availability.past", "availabilities[0].date", at: "availabilities",
      accepts: "2026-11-22T00:00:00.000Z", rejects: "2026-11-21T00:00:00.000Z"),
    .init(
      "availability.past", "availabilities[0].deleted", at: "availabilities",
      accepts: true, rejects: false,
      with: ["availabilities": [["date": "2026-01-01T00:00:00.000Z", "hours": [], "id": "a"]]]),
    .init(
      "availability.deletedWithoutID", "availabilities[0].deleted", accepts: false, rejects: true,
      with: ["availabilities": [["date": "2027-01-01T00:00:00.000Z", "hours": []]]]),
    .init(
      "availability.deletedWithoutID", "availabilities[0]", at: "availabilities[0].deleted",
      accepts: ["date": "2027-01-01T00:00:00.000Z", "hours": [], "_id": "a", "deleted": true],
      rejects: ["date": "2027-01-01T00:00:00.000Z", "hours": [], "id": "", "deleted": true]),
    .init(
      "availability.sameDate", "availabilities[1].date", accepts: "2027-01-05T00:00:00.000Z",
      rejects: "2027-01-04T00:00:00.000Z",
      with: [
        "availabilities": [
          ["date": "2027-01-04T00:00:00.000Z", "hours": []], ["date": "", "hours": []],
        ]
      ]),
    .init(
      "availability.sameDate", "availabilities[1].deleted", at: "availabilities[1].date",
      accepts: true, rejects: false,
      with: [
        "availabilities": [
          ["date": "2027-01-04T00:00:00.000Z", "hours": []],
          ["date": "2027-01-04T00:00:00.000Z", "hours": [], "id": "a"],
        ]
      ]),
  ]

  static let locations: [RuleCase] = [
    "locationConfigurations", "teamMembers[0].locationConfigurations",
  ]
  .flatMap { (list: JSONPath) -> [RuleCase] in
    let place = list.appending(0)
    let conferences = ["zoom_conference", "google_conference", "ms_teams_conference"]
    let others = ["custom", "inbound_call", "outbound_call", "physical", "booker"]
    return conferences.flatMap { kind -> [RuleCase] in
      [
        .init(
          "location.notApplicable", error: true, place, at: place.appending("location"),
          accepts: ["kind": .text(kind)], rejects: ["kind": .text(kind), "location": "x"]),
        .init(
          "location.notApplicable", error: true, place, at: place.appending("location"),
          accepts: ["kind": .text(kind), "location": ""],
          rejects: ["kind": .text(kind), "location": " "]),
      ]
    }
      + others.map { kind in
        .init(
          "location.notApplicable", error: true, place, at: place.appending("location"),
          accepts: ["kind": .text(kind), "location": "+14455550132"],
          rejects: ["kind": "zoom_conference", "location": "+14455550132"])
      }
      + zip(conferences, others).map { conference, other in
        .init(
          "location.conferenceInEvent", error: true, place.appending("kind"),
          accepts: .text(other), rejects: .text(conference), with: ["calendarType": "event"])
      }
      + [
        ("+14455550132", "call me"), ("+1 (445) 555-0132", "123"), ("12345", "1234"),
        ("", "+1+445550132"),
      ]
      .map { good, bad in
        .init(
          "location.phone", place, at: place.appending("location"),
          accepts: ["kind": "inbound_call", "location": .text(good)],
          rejects: ["kind": "inbound_call", "location": .text(bad)])
      }
      + [("{{contact.phone}}", "{contact.phone}"), ("+14455550132", "https://a")].map { good, bad in
        .init(
          "location.phone", place, at: place.appending("location"),
          accepts: ["kind": "outbound_call", "location": .text(good)],
          rejects: ["kind": "outbound_call", "location": .text(bad)])
      }
      + [
        ("custom", "Room 4", "www.example.com"), ("custom", "https://a", "https://a b"),
        ("booker", "www.example.com", nil), ("physical", "https:// 1", nil),
        ("zoom", "", "123 456"), ("google_meet", "HTTP://a/{{x}}", "meet.google.com/a"),
        ("ms_teams", "http://a", "http://"), ("unheard_of", "Room 4", "http: a"),
      ]
      .map { (kind: String, good: String, bad: String?) in
        .init(
          "location.link", place, at: place.appending("location"),
          accepts: ["kind": .text(kind), "location": .text(good)],
          rejects: [
            "kind": bad == nil ? "custom" : .text(kind),
            "location": .text(bad ?? "www.example.com"),
          ])
      }
  }

  static let team: [RuleCase] = [
    .init(
      "team.onePrimary", error: true, "teamMembers", at: "teamMembers[1].isPrimary",
      accepts: [Calendars.member("u1", isPrimary: true), Calendars.member("u2", isPrimary: false)],
      rejects: [Calendars.member("u1", isPrimary: true), Calendars.member("u2", isPrimary: true)]),
    .init(
      "team.severalLocations", error: true, "teamMembers",
      at: "teamMembers[1].locationConfigurations",
      accepts: [Calendars.member("u1", locations: 2)],
      rejects: [Calendars.member("u1", locations: 1), Calendars.member("u2", locations: 2)]),
    .init(
      "team.severalLocations", error: true, "teamMembers",
      at: "teamMembers[0].locationConfigurations",
      accepts: [Calendars.member("u1", locations: 1), Calendars.member("u2", locations: 1)],
      rejects: [Calendars.member("u1", locations: 2), Calendars.member("u2")]),
    .init(
      "team.sameUser", "teamMembers", at: "teamMembers[2].userId",
      accepts: [Calendars.member("u1"), Calendars.member("u2"), Calendars.member("U1")],
      rejects: [Calendars.member("u1"), Calendars.member("u2"), Calendars.member("u1")]),
    .init(
      "team.required", error: true, "teamMembers", accepts: [Calendars.member("u1")], rejects: []),
    .init(
      "team.required", error: true, "teamMembers", accepts: [Calendars.member("u1")],
      rejects: .null),
    .init(
      "team.personalExactlyOne", error: true, "teamMembers", accepts: [Calendars.member("u1")],
      rejects: [Calendars.member("u1"), Calendars.member("u2")], with: ["calendarType": "personal"]),
    .init(
      "team.collectivePrimary", error: true, "teamMembers",
      accepts: [Calendars.member("u1"), Calendars.member("u2", isPrimary: true)],
      rejects: [Calendars.member("u1"), Calendars.member("u2", isPrimary: false)],
      with: ["calendarType": "collective"]),
    .init(
      "member.oneLocation", error: true, "teamMembers", at: "teamMembers[0].locationConfigurations",
      accepts: [Calendars.member("u1", locations: 1)],
      rejects: [Calendars.member("u1", locations: 2)], with: ["calendarType": "class_booking"]),
  ]

  static let others: [RuleCase] = [
    .init("recurring.oneMember", error: true, "enableRecurring", accepts: true, rejects: true)
      .loading(accepted: ["teamMembers": [Calendars.member("u1")]], rejected: ["teamMembers": []]),
    .init("recurring.oneMember", error: true, "enableRecurring", accepts: true, rejects: true)
      .loading(
        accepted: ["teamMembers": [Calendars.member("u1")]],
        rejected: ["teamMembers": [Calendars.member("u1"), Calendars.member("u2")]]),
    .init(
      "recurring.oneMember", error: true, "enableRecurring", accepts: false, rejects: true,
      with: ["teamMembers": nil]),
    .init(
      "recurring.withoutRule", "recurring", at: "recurring.freq", accepts: ["freq": "DAILY"],
      rejects: ["count": 2], with: ["enableRecurring": true]),
    .init(
      "recurring.withoutRule", "enableRecurring", at: "recurring.freq", accepts: false,
      rejects: true, with: ["recurring": nil]),
    .init(
      "afterBooking.redirectWithoutURL", "formSubmitRedirectURL", accepts: "https://a",
      rejects: " ", with: ["formSubmitType": "RedirectURL"]),
    .init(
      "afterBooking.redirectWithoutURL", "formSubmitType", at: "formSubmitRedirectURL",
      accepts: "ThankYouMessage", rejects: "RedirectURL", with: ["formSubmitRedirectURL": nil]),
    .init(
      "lookBusy.classCalendar", "lookBusyConfig.enabled", accepts: false, rejects: true,
      with: ["calendarType": "class_booking"]),
    .init(
      "notification.selectedUsers", "notifications[0].selectedUsers", accepts: "a@b.c",
      rejects: " "),
    .init(
      "notification.selectedUsers", "notifications[0].shouldSendToSelectedUsers",
      at: "notifications[0].selectedUsers", accepts: false, rejects: true,
      with: [
        "notifications": [
          [
            "shouldSendToContact": true, "shouldSendToGuest": true, "shouldSendToUser": true,
            "shouldSendToSelectedUsers": false, "selectedUsers": "",
          ]
        ]
      ]),
    .init("type.unknown", "calendarType", accepts: "event", rejects: nil),
    .init("type.unknown", "calendarType", accepts: "personal", rejects: "future_type"),
  ]

  /// For a rule that depends on what stands elsewhere: the calendars of either side.
  var calendars: (accepted: JSONValue, rejected: JSONValue)?

  private func loading(
    accepted: [String: JSONValue?], rejected: [String: JSONValue?]
  ) -> RuleCase {
    var copy = self
    copy.calendars = (Calendars.full(accepted), Calendars.full(rejected))
    return copy
  }
}

extension RuleCase: CustomTestStringConvertible {
  var testDescription: String { "\(rule) \(path) \(rejected?.printed() ?? "absent")" }
}
