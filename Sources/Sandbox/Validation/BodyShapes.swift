/// The body of the update call, property by property, as the API page documents it.
enum BodyShapes {
  static let hour = ObjectShape(required: [
    ("openHour", .number(min: 0, max: 23)),
    ("openMinute", .number(min: 0, max: 60)),
    ("closeHour", .number(min: 0, max: 23)),
    ("closeMinute", .number(min: 0, max: 60)),
  ])

  static let location = ObjectShape(
    required: [
      (
        "kind",
        .oneOf([
          "custom", "zoom_conference", "google_conference", "inbound_call", "outbound_call",
          "physical", "booker", "ms_teams_conference",
        ])
      )
    ],
    optional: [("location", .string)], answerOnly: ["meetingId", "position"])

  static let teamMember = ObjectShape(
    required: [("userId", .string)],
    optional: [
      ("priority", .oneOfNumbers(["0", "0.5", "1"])),
      ("isPrimary", .boolean),
      ("locationConfigurations", .objects(location)),
    ],
    answerOnly: [
      "selected", "isZoomAdded", "zoomOauthId", "meetingId", "meetingLocation",
      "meetingLocationType",
    ])

  static let notification = ObjectShape(
    required: [
      ("shouldSendToContact", .boolean),
      ("shouldSendToGuest", .boolean),
      ("shouldSendToUser", .boolean),
      ("shouldSendToSelectedUsers", .boolean),
      ("selectedUsers", .string),
    ],
    optional: [("type", .oneOf(["email"]))])

  static let openHours = ObjectShape(required: [
    ("daysOfTheWeek", .numbers(min: 0, max: 6)),
    ("hours", .objects(hour)),
  ])

  static let availability = ObjectShape(
    required: [("date", .date), ("hours", .objects(hour))],
    optional: [("deleted", .boolean), ("id", .string)])

  static let recurring = ObjectShape(
    optional: [
      ("freq", .oneOf(["DAILY", "WEEKLY", "MONTHLY"])),
      ("count", .number(max: 24)),
      ("bookingOption", .oneOf(["skip", "continue", "book_next"])),
      ("bookingOverlapDefaultStatus", .oneOf(["confirmed", "new"])),
    ], answerOnly: ["interval", "weekDays", "monthDays"])

  static let lookBusy = ObjectShape(required: [
    ("enabled", .boolean), ("LookBusyPercentage", .number()),
  ])

  private static let lengthUnit = Shape.oneOf(["mins", "hours"])

  static let update = ObjectShape(optional: [
    ("notifications", .objects(notification)),
    ("groupId", .string),
    ("teamMembers", .objects(teamMember)),
    (
      "eventType",
      .oneOf(["RoundRobin_OptimizeForAvailability", "RoundRobin_OptimizeForEqualDistribution"])
    ),
    ("name", .string),
    ("description", .string),
    ("slug", .string),
    ("widgetSlug", .string),
    ("widgetType", .oneOf(["default", "classic"])),
    ("eventTitle", .string),
    ("eventColor", .color),
    ("locationConfigurations", .objects(location)),
    ("slotDuration", .number()),
    ("slotDurationUnit", lengthUnit),
    ("preBufferUnit", lengthUnit),
    ("slotInterval", .number()),
    ("slotIntervalUnit", lengthUnit),
    ("slotBuffer", .number()),
    ("preBuffer", .number()),
    ("appoinmentPerSlot", .number()),
    ("appoinmentPerDay", .number()),
    ("allowBookingAfter", .number()),
    ("allowBookingAfterUnit", .oneOf(["hours", "days", "weeks", "months"])),
    ("allowBookingFor", .number()),
    ("allowBookingForUnit", .oneOf(["days", "weeks", "months"])),
    ("openHours", .objects(openHours)),
    ("enableRecurring", .boolean),
    ("recurring", .object(recurring)),
    ("formId", .string),
    ("stickyContact", .boolean),
    ("isLivePaymentMode", .boolean),
    ("autoConfirm", .boolean),
    ("shouldSendAlertEmailsToAssignedMember", .boolean),
    ("alertEmail", .email),
    ("googleInvitationEmails", .boolean),
    ("allowReschedule", .boolean),
    ("allowCancellation", .boolean),
    ("shouldAssignContactToTeamMember", .boolean),
    ("shouldSkipAssigningContactForExisting", .boolean),
    ("notes", .string),
    ("pixelId", .string),
    ("formSubmitType", .oneOf(["RedirectURL", "ThankYouMessage"])),
    ("formSubmitRedirectURL", .url),
    ("formSubmitThanksMessage", .string),
    ("availabilityType", .oneOfNumbers(["0", "1"])),
    ("availabilities", .objects(availability)),
    ("guestType", .oneOf(["count_only", "collect_detail"])),
    ("consentLabel", .string),
    ("calendarCoverImage", .url),
    ("lookBusyConfig", .object(lookBusy)),
    ("isActive", .boolean),
  ])
}
