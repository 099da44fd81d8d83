import CalendarModel
import JSON
import Testing

/// The lines of the overview, for ordinary and for odd calendars.
@Suite("Summary")
struct SummaryTests {
  static func summary(
    _ calendar: JSONValue, names: [String: String] = [:]
  ) -> CalendarSummary {
    Calendars.document(calendar).summary(names: names)
  }

  static func line(
    _ topic: CalendarSummary.Topic, _ changes: [String: JSONValue?],
    names: [String: String] = [:]
  ) -> String {
    summary(Calendars.full(changes), names: names).lines.first { $0.topic == topic }?.text ?? ""
  }

  @Test func theFullCalendar() {
    let lines = Self.summary(Calendars.full, names: ["u1": "Ana Ruiz"]).lines
    #expect(
      lines.map { "\($0.topic.title): \($0.text)" } == [
        "What: Round robin, active, classic widget",
        "How long: 30 min, every 30 min; no buffers",
        "When: Weekly hours; date-specific hours replace them on their dates",
        "Week: Mon–Fri 09:00–17:00",
        "Dates: 1 date to come: 2027-01-04 10:00–12:30",
        "Who: Ana Ruiz (primary); optimise for availability",
        "Where: Custom: Room 4",
        "Limits: At least 1 day ahead, at most 30 days ahead, 1 booking per slot, 8 a day",
        "Look busy: Off",
        "Recurring: Off",
        "After booking: Message \"Thanks!\"",
        "Policy: Confirmed at once, rescheduling allowed, cancelling allowed",
        "Notified: desk@example.com, 1 notification (deprecated)",
      ])
    #expect(
      lines.map(\.section) == [
        .general, .slots, .weeklyHours, .weeklyHours, .dateHours, .team, .locations, .slots,
        .lookBusy, .recurring, .afterBooking, .contacts, .notifications,
      ])
    for line in lines { #expect(CalendarSchema.field(at: line.path) != nil) }
  }

  @Test func anEmptyCalendar() {
    #expect(
      Self.summary([:]).lines.map(\.text) == [
        "Type not known, active, classic widget",
        "30 min (default), every 30 min (default); no buffers",
        "Weekly hours; date-specific hours replace them on their dates", "No weekly hours",
        "No date-specific hours", "No team members", "No meeting location",
        "No minimum notice, no limit ahead, 1 booking per slot, any number a day", "Off", "Off",
        "The standard thank-you message",
        "Confirmed at once, rescheduling allowed, cancelling allowed", "Nobody, by these settings",
      ])
  }

  /// Whatever stands in a property, there is a line for each topic and it is not empty.
  @Test func oddValuesAreSaid() {
    for value in [.null, true, 7, "", "odd", [], [:], [[:]], ["x"], [1, .null]] as [JSONValue] {
      for field in CalendarSchema.all {
        let lines = Self.summary(Calendars.full([field.key: value])).lines
        #expect(lines.map(\.topic) == CalendarSummary.Topic.allCases)
        for line in lines { #expect(!line.text.isEmpty, "\(field.key) \(value)") }
      }
      let all = Calendars.full(
        Dictionary(uniqueKeysWithValues: CalendarSchema.all.map { ($0.key, value) }))
      #expect(Self.summary(all).lines.allSatisfy { !$0.text.isEmpty })
    }
    #expect(
      Self.summary(Calendars.field).lines.map(\.text)[7]
        == "No minimum notice, no limit ahead, 1 seat per slot, 8 a day")
  }

  @Test func whatItIs() {
    #expect(
      Self.line(.what, ["calendarType": "event", "isActive": false, "widgetType": "default"])
        == "Event, draft, neo widget")
    #expect(
      Self.line(.what, ["calendarType": "odd", "isActive": "no", "widgetType": "x"])
        == "Type \"odd\" (unknown), active: \"no\" (neither yes nor no), \"x\" (unknown) widget")
  }

  @Test func lengthsAndBuffers() {
    #expect(
      Self.line(
        .length,
        [
          "slotDuration": 1.5, "slotDurationUnit": "hours", "slotInterval": 15, "slotBuffer": 10,
          "preBuffer": 5,
        ]) == "1.5 h, every 15 min; buffers 5 min before, 10 min after")
  }

  @Test func weeks() {
    func week(_ entries: JSONValue...) -> String {
      Self.line(.week, ["openHours": .array(entries)])
    }
    let (short, long) = (Calendars.hour(9, 12), Calendars.hour(13, 17))
    #expect(week() == "No weekly hours")
    #expect(week(Calendars.week([0, 1, 2, 3, 4, 5, 6], short)) == "Every day 09:00–12:00")
    #expect(
      week(Calendars.week([0, 6], short), Calendars.week([1, 2, 3], short, long))
        == "Mon–Wed 09:00–12:00, 13:00–17:00; Sun, Sat 09:00–12:00")
    #expect(week(Calendars.week([1])) == "No weekly hours")
    #expect(
      week(Calendars.week([1], Calendars.hour(9, 0))) == "Closed all week; 1 range ignored")
    #expect(Self.line(.week, ["availabilityType": 1]) == "Mon–Fri 09:00–17:00 (no effect)")
  }

  @Test func dates() {
    func entry(_ day: String, _ hours: JSONValue...) -> JSONValue {
      ["date": .text("\(day)T00:00:00.000Z"), "hours": .array(hours)]
    }
    let entries: JSONValue = [
      entry("2026-12-31", Calendars.hour(9, 12)), entry("2026-11-21"), entry("2026-12-24"),
      entry("2027-02-01"), entry("2027-03-01"), "odd",
    ]
    #expect(
      Self.line(.dates, ["availabilities": entries, "availabilityType": 0])
        == "4 dates to come: 2026-12-24 closed; 2026-12-31 09:00–12:00; 2027-02-01 closed; …; "
        + "1 date past; 1 entry without a date (no effect)")
    #expect(
      Self.line(.dates, ["availabilities": [entry("2026-11-22")]])
        == "1 date to come: 2026-11-22 closed")
  }

  @Test func people() {
    let members: JSONValue = [
      Calendars.member("u1"), Calendars.member(""), Calendars.member("u3"), Calendars.member("u4"),
      Calendars.member("u5", isPrimary: true),
    ]
    #expect(
      Self.line(
        .who, ["teamMembers": members, "calendarType": "collective"],
        names: ["u5": "Eva", "u1": "Ana"]) == "Eva (primary), Ana, no user chosen, 2 more")
    #expect(Self.line(.who, ["teamMembers": []]) == "No team members yet")
  }

  @Test func places() {
    let members: JSONValue = [
      [
        "userId": "u1",
        "locationConfigurations": [["kind": "zoom_conference"], ["kind": "booker"]],
      ],
      ["userId": "u2", "locationConfigurations": [["kind": "zoom", "location": "x"]]],
      ["userId": "u3"],
    ]
    let changes: [String: JSONValue?] = ["teamMembers": members, "locationConfigurations": []]
    #expect(
      Self.line(.location, changes, names: ["u1": "Ana"])
        == "Ana: Zoom, 1 more; u2: Zoom: x")
    let line = Self.summary(Calendars.full(changes)).lines.first { $0.topic == .location }
    #expect(line?.section == .team)
    #expect(line?.path == "teamMembers")
  }

  @Test func whatFollows() {
    #expect(
      Self.line(.afterBooking, ["formSubmitType": "RedirectURL"])
        == "Redirect to https://example.com/thanks")
    #expect(
      Self.line(
        .afterBooking, ["formSubmitType": "RedirectURL", "formSubmitRedirectURL": " "])
        == "Redirect, but no URL is given")
    #expect(
      Self.line(.afterBooking, ["formSubmitType": "Fax"]) == "After booking \"Fax\" (unknown)")
    #expect(
      Self.line(.policy, ["autoConfirm": false, "allowCancellation": false])
        == "Somebody confirms, rescheduling allowed, no cancelling")
    #expect(
      Self.line(.lookBusy, ["lookBusyConfig": ["enabled": true, "LookBusyPercentage": 40]])
        == "On, 40 % of the slots hidden")
    #expect(
      Self.line(.recurring, ["enableRecurring": true])
        == "Weekly, 4 times; if a slot is taken, skip it; overlaps are confirmed")
    #expect(
      Self.line(
        .notifications,
        [
          "shouldSendAlertEmailsToAssignedMember": true, "alertEmail": nil, "notifications": nil,
        ]) == "The assigned member")
  }
}
