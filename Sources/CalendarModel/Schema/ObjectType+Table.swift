import JSON

/// The objects that stand inside the update body; API page, the nested parts of "Body".
extension ObjectType {
  package static let teamMember = ObjectType(
    MemberKey.self, "team member",
    template: MemberKey.object([.userId: "", .priority: Priority.medium.json]),
    rows: .keyed, key: RowKey.ofMember, summary: RowSummary.member, nameOfEmpty: "no user chosen",
    nameKey: .userId, primaryMark: .isPrimary, firstChoice: .user, hasColumns: true,
    [
      Field(
        MemberKey.userId, "User", .text(.id(.users)), "The person, by the id of the user.",
        required: true,
        example: "ocQHyuzHvysMo5N5VsXc"),
      Field(
        MemberKey.priority, "Priority", .choice(Choices.priority),
        "Who is offered first when several are free.", default: Priority.medium.json),
      Field(
        MemberKey.isPrimary, "Primary", .toggle,
        "The main person. A collective calendar needs one; no calendar can have two."),
      Field(
        MemberKey.locationConfigurations, "Meeting locations", .list(location),
        "Where this person meets bookers. Several only while there is a single team member."),
    ])

  package static let location = ObjectType(
    LocationKey.self, "location", template: LocationKey.object([.kind: LocationKind.custom.json]),
    key: RowKey.ofLocation, summary: RowSummary.location, nameOfEmpty: "no kind",
    firstChoice: .locationKind, answerOnlyKeys: [.meetingId], isOneThing: true,
    [
      Field(
        LocationKey.kind, "Kind", .choice(Choices.locationKind),
        "What sort of place it is. The conferences are not for event calendars.", required: true,
        example: LocationKind.custom.rawValue),
      Field(
        LocationKey.location, "Location", .text(.meetingPlace),
        "The address, phone number or link. Not used with the three conferences.",
        example: "+14455550132"),
    ])

  private static let nineToFive = HourRange(open: 9 * 60, close: 17 * 60).json

  package static let hour = ObjectType(
    HourKey.self, "range of hours",
    template: nineToFive, rows: .ranges, summary: RowSummary.range,
    [
      Field(
        HourKey.openHour, "Opens, hour", .number(.init(allowed: 0...23)), "0 to 23.", required: true
      ),
      Field(
        HourKey.openMinute, "Opens, minute", .number(.init(allowed: 0...60)), "0 to 59.",
        required: true),
      Field(
        HourKey.closeHour, "Closes, hour", .number(.init(allowed: 0...23)),
        "0 to 23. Midnight at the end of a day is hour 23, minute 60.", required: true),
      Field(
        HourKey.closeMinute, "Closes, minute", .number(.init(allowed: 0...60)),
        "0 to 60. Midnight at the end of a day is hour 23, minute 60.", required: true),
    ])

  package static let openHours = ObjectType(
    WeekEntryKey.self, "entry",
    template: WeekEntryKey.object([.daysOfTheWeek: [1], .hours: [nineToFive]]), rows: .days,
    key: RowKey.ofWeekEntry, summary: RowSummary.weekEntry,
    [
      Field(
        WeekEntryKey.daysOfTheWeek, "Days", .choices(Choices.days),
        "The weekdays that these hours are for.",
        required: true),
      Field(
        WeekEntryKey.hours, "Hours", .list(hour), "The ranges in which it is open.", required: true),
    ])

  package static let availability = ObjectType(
    DateEntryKey.self, "date", template: DateEntryKey.object([.date: "", .hours: []]), rows: .keyed,
    key: RowKey.ofDate, secondKey: RowKey.ofDay, summary: RowSummary.dateEntry, nameKey: .date,
    deletionMark: .deleted, id: (.id, .underscoreID), answerOnlyKeys: [.underscoreID],
    hasOrder: false,
    [
      Field(
        DateEntryKey.date, "Date", .text(.date),
        "The date, as YYYY-MM-DD. It is a calendar date and never shifts with a time zone.",
        required: true, example: "2023-09-24T00:00:00.000Z"),
      Field(
        DateEntryKey.hours, "Hours", .list(hour),
        "The ranges in which it is open; without any, it is closed all day.",
        required: true),
      Field(
        DateEntryKey.deleted, "Deleted", .toggle,
        "Yes: the service deletes this entry when it is saved.",
        default: false),
      Field(
        DateEntryKey.id, "Entry id", .text(.plain),
        "Given by the service. Needed to change or delete an entry; a new one has none."),
    ])

  package static let recurring = ObjectType(
    RecurringKey.self, "rule", summary: RowSummary.rule,
    [
      Field(
        RecurringKey.freq, "Frequency", .choice(Choices.frequency), "How often the booking repeats."
      ),
      Field(
        RecurringKey.count, "Recurrences", .number(.init(most: 24, sensible: 1...24)),
        "How many times, at most 24."),
      Field(
        RecurringKey.bookingOption, "If a slot is taken", .choice(Choices.bookingOption),
        "What happens when one of the repeated slots is unavailable."),
      Field(
        RecurringKey.bookingOverlapDefaultStatus, "Overlap status", .choice(Choices.overlapStatus),
        "The status that a booking gets when its repeated slot overlaps another."),
    ])

  package static let lookBusy = ObjectType(
    LookBusyKey.self, "look busy setting", summary: RowSummary.lookBusy,
    [
      Field(
        LookBusyKey.enabled, "Switched on", .toggle, "Whether part of the slots is hidden.",
        default: false,
        required: true, example: "true"),
      Field(
        LookBusyKey.percentage, "Percent hidden", .number(.init(sensible: 0...100)),
        "The percentage of slots that will be hidden.", required: true,
        otherSpellings: ["lookBusyPercentage"],
        switchedBy: FieldSwitch(LookBusyKey.enabled, off: false)),
    ])

  package static let notification = ObjectType(
    NotificationKey.self, "notification",
    template: NotificationKey.object([
      .type: NotificationType.email.json, .shouldSendToContact: true, .shouldSendToGuest: false,
      .shouldSendToUser: true, .shouldSendToSelectedUsers: false, .selectedUsers: "",
    ]), summary: RowSummary.notification,
    [
      Field(
        NotificationKey.type, "Type", .choice(Choices.notificationType), "How it is sent.",
        default: NotificationType.email.json, example: NotificationType.email.rawValue),
      Field(
        NotificationKey.shouldSendToContact, "To the contact", .toggle,
        "Whether the booker gets it.",
        required: true),
      Field(
        NotificationKey.shouldSendToGuest, "To guests", .toggle,
        "Whether the booker's guests get it.",
        required: true),
      Field(
        NotificationKey.shouldSendToUser, "To the user", .toggle,
        "Whether the assigned user gets it.",
        required: true),
      Field(
        NotificationKey.shouldSendToSelectedUsers, "To selected users", .toggle,
        "Whether the addresses below get it.", required: true),
      Field(
        NotificationKey.selectedUsers, "Selected users", .text(.emailList),
        "E-mail addresses with commas between them.", required: true,
        example: "user1@testemail.com,user2@testemail.com",
        switchedBy: FieldSwitch(NotificationKey.shouldSendToSelectedUsers, off: false)),
    ])
}
