import CalendarModel
import JSON
import Testing

/// Calendars that tests start from.
enum Calendars {
  static let today = date(2026, 11, 22)

  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day)!
  }

  static func parse(_ text: String) -> JSONValue {
    do {
      return try JSONDocument(parsing: text).value
    } catch {
      Issue.record(error)
      return .null
    }
  }

  /// Every documented property is in it, and nothing is wrong with it.
  static let full = parse(
    """
    {"id": "c1", "locationId": "l1", "calendarType": "round_robin", "isActive": true,
     "name": "Intro call", "description": "A first talk", "slug": "intro", "widgetSlug": "intro",
     "widgetType": "classic", "eventTitle": "{{contact.name}}", "eventColor": "#039be5",
     "groupId": "g1", "calendarCoverImage": "https://example.com/a.png",
     "eventType": "RoundRobin_OptimizeForAvailability",
     "teamMembers": [
       {"userId": "u1", "priority": 0.5, "isPrimary": true, "locationConfigurations": [
         {"kind": "physical", "location": "Main Street 1"}]}],
     "locationConfigurations": [{"kind": "custom", "location": "Room 4"}],
     "meetingLocation": "Room 4",
     "availabilityType": null,
     "openHours": [
       {"daysOfTheWeek": [1, 2, 3, 4, 5], "hours": [
         {"openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0}]}],
     "availabilities": [
       {"date": "2027-01-04T00:00:00.000Z", "hours": [
         {"openHour": 10, "openMinute": 0, "closeHour": 12, "closeMinute": 30}],
        "deleted": false, "id": "a1"}],
     "slotDuration": 30, "slotDurationUnit": "mins", "slotInterval": 30, "slotIntervalUnit": "mins",
     "slotBuffer": 0, "slotBufferUnit": "mins", "preBuffer": 0, "preBufferUnit": "mins",
     "allowBookingAfter": 1, "allowBookingAfterUnit": "days", "allowBookingFor": 30,
     "allowBookingForUnit": "days", "appoinmentPerSlot": 1, "appoinmentPerDay": 8,
     "lookBusyConfig": {"enabled": false, "LookBusyPercentage": 0},
     "enableRecurring": false,
     "recurring": {"freq": "WEEKLY", "count": 4, "bookingOption": "skip",
       "bookingOverlapDefaultStatus": "confirmed"},
     "formId": "f1", "stickyContact": true, "guestType": "count_only", "consentLabel": "I agree",
     "isLivePaymentMode": false, "formSubmitType": "ThankYouMessage",
     "formSubmitRedirectURL": "https://example.com/thanks", "formSubmitThanksMessage": "Thanks!",
     "pixelId": "p1", "autoConfirm": true, "allowReschedule": true, "allowCancellation": true,
     "googleInvitationEmails": false, "shouldAssignContactToTeamMember": false,
     "shouldSkipAssigningContactForExisting": false, "notes": "Bring coffee",
     "shouldSendAlertEmailsToAssignedMember": false, "alertEmail": "desk@example.com",
     "notifications": [
       {"type": "email", "shouldSendToContact": true, "shouldSendToGuest": false,
        "shouldSendToUser": true, "shouldSendToSelectedUsers": true,
        "selectedUsers": "a@example.com,b@example.com"}]}
    """)

  /// The full calendar with some properties replaced, or taken away (nil).
  static func full(_ changes: [String: JSONValue?]) -> JSONValue {
    guard case .object(var object) = full else { return full }
    for (key, value) in changes { object[key] = value }
    return .object(object)
  }

  /// As they come from the field: odd types, undocumented members, dates with `_id`.
  static let field = parse(
    """
    {"id": "c2", "name": "Visit", "calendarType": "class_booking", "version": 3,
     "appoinmentPerDay": "8", "slotDuration": 30.0, "stripe": {"a": 1},
     "teamMembers": [
       {"userId": "u1", "selected": true, "priority": 0.50, "locationConfigurations": [
         {"kind": "zoom", "location": "", "meetingId": "m1", "position": 0}]},
       {"userId": "u2", "isZoomAdded": "false", "priority": 1}],
     "recurring": {"freq": "WEEKLY", "count": 2, "interval": 1, "weekDays": ["MO"]},
     "availabilities": [
       {"_id": "x1", "date": "2027-02-01T00:00:00.000Z", "hours": []},
       {"date": "2027-02-02T00:00:00.000Z", "hours": []},
       {"id": "x3", "date": "2027-02-03T00:00:00.000Z", "hours": [], "deleted": false}],
     "lookBusyConfig": {"enabled": true, "lookBusyPercentage": 20}}
    """)

  static func document(_ calendar: JSONValue = full) -> CalendarDocument {
    CalendarDocument(calendar: calendar, today: today)
  }

  static func member(_ id: String, isPrimary: Bool? = nil, locations: Int = 0) -> JSONValue {
    var member = JSONObject([.init(key: "userId", value: .text(id))])
    member["isPrimary"] = isPrimary.map { .bool($0) }
    if locations > 0 {
      member["locationConfigurations"] = .array(
        Array(repeating: ["kind": "booker"], count: locations))
    }
    return .object(member)
  }

  static func hour(_ open: Int, _ close: Int, _ closeMinute: Int = 0) -> JSONValue {
    [
      "openHour": .integer(open), "openMinute": 0, "closeHour": .integer(close),
      "closeMinute": .integer(closeMinute),
    ]
  }

  static func week(_ days: [Int], _ hours: JSONValue...) -> JSONValue {
    ["daysOfTheWeek": .array(days.map { .integer($0) }), "hours": .array(hours)]
  }
}

extension CalendarDocument {
  /// All that is found by one rule.
  func problems(_ rule: String) -> [Problem] {
    validation.problems(under: .root).filter { $0.rule == rule }
  }

  var printed: String { current.printed() }
}
