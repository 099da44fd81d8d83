import JSON

extension CalendarSchema {
  /// The top-level properties of the update body, and the read-only ones of the answer; API page,
  /// section "Body".
  static let table: [Section: [Field]] = [
    .general: [
      Field(
        CalendarKey.name, "Name", .text(.plain), "The calendar's name.", example: "test calendar"),
      Field(
        CalendarKey.description, "Description", .longText,
        "What the calendar is for; bookers see it.",
        example: "this is used for testing"),
      Field(
        CalendarKey.isActive, "Active", .toggle,
        "Yes: the calendar can be booked. No: it is a draft.", default: true),
      Field(
        CalendarKey.calendarType, "Calendar type", .choice(CalendarType.choices),
        "How bookings reach people. It is set when the calendar is made; many rules depend on it.",
        readOnly: true),
      Field(
        CalendarKey.slug, "Slug", .text(.plain), "The end of the calendar's link.", example: "test1"
      ),
      Field(
        CalendarKey.widgetSlug, "Widget slug", .text(.plain),
        "The end of the booking widget's link.",
        example: "test1"),
      Field(
        CalendarKey.widgetType, "Widget layout", .choice(Choices.widgetType),
        "How the booking widget looks.",
        default: WidgetType.classic.json, example: WidgetType.classic.rawValue),
      Field(
        CalendarKey.eventTitle, "Event title", .text(.plain),
        "The title of each booking; template tags such as {{contact.name}} are filled in.",
        default: "{{contact.name}}"),
      Field(
        CalendarKey.eventColor, "Event colour", .text(.color),
        "The colour of bookings in the calendar view, as a hexadecimal CSS colour.",
        default: "#039be5"),
      Field(
        CalendarKey.groupId, "Group", .text(.id(.groups)), "The calendar group that it belongs to.",
        example: "BqTwX8QFwXzpegMve9EQ"),
      Field(
        CalendarKey.calendarCoverImage, "Cover image", .text(.url),
        "The address of the cover image.",
        example: "https://path-to-image.com"),
      Field(CalendarKey.id, "Calendar id", .text(.plain), "Given by the service.", readOnly: true),
      Field(
        CalendarKey.locationId, "Sub-account id", .text(.plain),
        "The location (sub-account) that the calendar belongs to.", readOnly: true),
    ],
    .team: [
      Field(
        CalendarKey.eventType, "Distribution", .choice(Choices.eventType),
        "How a round robin calendar chooses the person for a booking.",
        default: Distribution.availability.json, switchedBy: .onlyIn(.roundRobin)),
      Field(
        CalendarKey.teamMembers, "Team members", .list(ObjectType.teamMember),
        "Who takes the bookings. Needed for round robin, collective, class and service calendars; "
          + "a personal calendar has exactly one."),
    ],
    .locations: [
      Field(
        CalendarKey.locationConfigurations, "Meeting locations", .list(ObjectType.location),
        "Where the meetings of an event calendar take place.", switchedBy: .onlyIn(.event)),
      Field(
        CalendarKey.meetingLocation, "Location (deprecated)", .text(.plain),
        "The service has replaced it by the locations above.", deprecated: true,
        readOnly: true),
    ],
    .weeklyHours: [
      Field(
        CalendarKey.availabilityType, "Availability", .choice(Choices.availabilityType),
        "Which hours count: the weekly ones, the date-specific ones, or both."),
      Field(
        CalendarKey.openHours, "Weekly hours", .list(ObjectType.openHours),
        "The standard hours of each weekday. For single dates use the date-specific hours.",
        switchedBy: FieldSwitch(CalendarKey.availabilityType, off: 1)),
    ],
    .dateHours: [
      Field(
        CalendarKey.availabilities, "Date-specific hours", .list(ObjectType.availability),
        "Custom hours for single dates. For the standard week use the weekly hours.",
        switchedBy: FieldSwitch(CalendarKey.availabilityType, off: 0))
    ],
    .slots: [
      Field(
        CalendarKey.slotDuration, "Slot duration", .number(.positive), "How long a meeting lasts.",
        default: 30, unit: .slotDurationUnit),
      Field(
        CalendarKey.slotDurationUnit, "Slot duration unit", .choice(Choices.shortUnits),
        "The unit of the slot duration."),
      Field(
        CalendarKey.slotInterval, "Slot interval", .number(.positive),
        "The time between one offered start and the next.", default: 30, unit: .slotIntervalUnit),
      Field(
        CalendarKey.slotIntervalUnit, "Slot interval unit", .choice(Choices.shortUnits),
        "The unit of the slot interval."),
      Field(
        CalendarKey.slotBuffer, "Buffer after", .number(.notNegative),
        "Extra time after an appointment, to wrap up. Its unit is read-only.",
        unit: .slotBufferUnit),
      Field(
        CalendarKey.slotBufferUnit, "Buffer after unit", .choice(Choices.shortUnits),
        "The unit of the buffer after. The service returns it, but an update cannot change it.",
        readOnly: true),
      Field(
        CalendarKey.preBuffer, "Buffer before", .number(.notNegative),
        "Extra time before an appointment, to get ready.", unit: .preBufferUnit),
      Field(
        CalendarKey.preBufferUnit, "Buffer before unit", .choice(Choices.shortUnits),
        "The unit of the buffer before."),
      Field(
        CalendarKey.allowBookingAfter, "Minimum notice", .number(.notNegative),
        "How long before its start a slot can still be booked.", unit: .allowBookingAfterUnit),
      Field(
        CalendarKey.allowBookingAfterUnit, "Minimum notice unit", .choice(Choices.noticeUnits),
        "The unit of the minimum notice.", example: TimeUnit.days.rawValue),
      Field(
        CalendarKey.allowBookingFor, "Booking horizon", .number(.positive),
        "How many days, weeks or months ahead can be booked.", unit: .allowBookingForUnit),
      Field(
        CalendarKey.allowBookingForUnit, "Booking horizon unit", .choice(Choices.horizonUnits),
        "The unit of the booking horizon.", example: TimeUnit.days.rawValue),
      Field(
        CalendarKey.appoinmentPerSlot, "Bookings per slot", .number(.positive),
        "How often one slot can be booked, per person; in a class calendar, the seats.",
        default: 1, otherSpellings: ["appointmentPerSlot"]),
      Field(
        CalendarKey.appoinmentPerDay, "Bookings per day", .number(.positive),
        "How many appointments can be booked for one day.",
        otherSpellings: ["appointmentPerDay"]),
    ],
    .lookBusy: [
      Field(
        CalendarKey.lookBusyConfig, "Look busy", .object(ObjectType.lookBusy),
        "Hides part of the free slots, so that the calendar looks busier than it is.")
    ],
    .recurring: [
      Field(
        CalendarKey.enableRecurring, "Recurring bookings", .toggle,
        "Whether a booking repeats. Only with exactly one team member.", default: false),
      Field(
        CalendarKey.recurring, "Rule", .object(ObjectType.recurring), "How a booking repeats.",
        switchedBy: FieldSwitch(CalendarKey.enableRecurring, off: false)),
    ],
    .bookingForm: [
      Field(CalendarKey.formId, "Form", .text(.id(.forms)), "The form that a booker fills in."),
      Field(
        CalendarKey.stickyContact, "Remember contact", .toggle,
        "Sticky contact: fills in the form for a known booker."),
      Field(
        CalendarKey.guestType, "Guests", .choice(Choices.guestType),
        "What a booker says about guests brought along."),
      Field(
        CalendarKey.consentLabel, "Consent text", .text(.plain),
        "The text beside the consent check box."),
      Field(
        CalendarKey.isLivePaymentMode, "Live payments", .toggle,
        "Yes: payments are real. No: they are tests."),
    ],
    .afterBooking: [
      Field(
        CalendarKey.formSubmitType, "After booking", .choice(Choices.formSubmitType),
        "What follows a booking: a redirect to a page of your own, or a message.",
        default: FormSubmitType.message.json),
      Field(
        CalendarKey.formSubmitRedirectURL, "Redirect URL", .text(.url),
        "Where the booker is sent when the choice above is a redirect.",
        otherSpellings: ["formSubmitRedirectUrl"],
        sentAlongWith: (key: .formSubmitType, value: FormSubmitType.redirect.json),
        switchedBy: FieldSwitch(CalendarKey.formSubmitType, off: FormSubmitType.message.json)),
      Field(
        CalendarKey.formSubmitThanksMessage, "Thank-you message", .longText,
        "What the booker reads when the choice above is a message.",
        switchedBy: FieldSwitch(CalendarKey.formSubmitType, off: FormSubmitType.redirect.json)),
      Field(CalendarKey.pixelId, "Pixel id", .text(.plain), "The id of a tracking pixel."),
    ],
    .contacts: [
      Field(
        CalendarKey.autoConfirm, "Confirm at once", .toggle,
        "Yes: a booking is confirmed when made. No: somebody confirms it.", default: true),
      Field(
        CalendarKey.allowReschedule, "Rescheduling", .toggle,
        "Whether bookers may move their booking.",
        default: true),
      Field(
        CalendarKey.allowCancellation, "Cancellation", .toggle, "Whether bookers may cancel.",
        default: true),
      Field(
        CalendarKey.googleInvitationEmails, "Google invitations", .toggle,
        "Whether Google sends its own invitation e-mails.", default: false),
      Field(
        CalendarKey.shouldAssignContactToTeamMember, "Assign contact", .toggle,
        "Whether a booker's contact is assigned to the team member booked."),
      Field(
        CalendarKey.shouldSkipAssigningContactForExisting, "Keep owners", .toggle,
        "Whether contacts that have an owner already keep it."),
      Field(CalendarKey.notes, "Notes", .longText, "Additional notes for the appointment."),
    ],
    .notifications: [
      Field(
        CalendarKey.shouldSendAlertEmailsToAssignedMember, "Alert the member", .toggle,
        "Whether the assigned team member is notified by e-mail."),
      Field(
        CalendarKey.alertEmail, "Alert e-mail", .text(.email), "Who else is notified of a booking."),
      Field(
        CalendarKey.notifications, "Notifications", .list(ObjectType.notification),
        "Deprecated: the service points to its Calendar Notifications APIs instead.",
        deprecated: true),
    ],
  ]
}

extension NumberLimits {
  static let positive = NumberLimits(sensible: 1...1_000_000)
  static let notNegative = NumberLimits(sensible: 0...1_000_000)
}
