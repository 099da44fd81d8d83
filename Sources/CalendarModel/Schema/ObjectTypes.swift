import JSON

/// The objects that stand inside the update body; API page, the nested parts of "Body".
enum ObjectTypes {
  static let teamMember = ObjectType(
    .teamMember, "team member", template: ["userId": "", "priority": Priority.medium.json],
    rows: .keyed,
    key: RowKey.ofMember,
    [
      Field(
        "userId", "User", .text(.id(.users)), "The person, by the id of the user.", required: true,
        example: "ocQHyuzHvysMo5N5VsXc"),
      Field(
        "priority", "Priority", .choice(Choices.priority),
        "Who is offered first when several are free.", default: Priority.medium.json),
      Field(
        "isPrimary", "Primary", .toggle,
        "The main person; a collective calendar needs one, and only one can be."),
      Field(
        "locationConfigurations", "Meeting locations", .list(location),
        "Where this person meets bookers. Several only while there is a single team member."),
    ])

  static let location = ObjectType(
    .location, "location", template: ["kind": LocationKind.custom.json], key: RowKey.ofLocation,
    answerOnlyKeys: ["meetingId"], isOneThing: true,
    [
      Field(
        "kind", "Kind", .choice(Choices.locationKind),
        "What sort of place it is. The conferences are not for event calendars.", required: true,
        example: LocationKind.custom.rawValue),
      Field(
        "location", "Location", .text(.meetingPlace),
        "The address, phone number or link. Not used with the three conferences.",
        example: "+14455550132"),
    ])

  static let hour = ObjectType(
    .hour, "range of hours",
    template: ["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0], rows: .ranges,
    [
      Field(
        "openHour", "Opens, hour", .number(.init(allowed: 0...23)), "0 to 23.", required: true),
      Field(
        "openMinute", "Opens, minute", .number(.init(allowed: 0...60)), "0 to 59.", required: true),
      Field(
        "closeHour", "Closes, hour", .number(.init(allowed: 0...23)),
        "0 to 23. Midnight at the end of a day is hour 23, minute 60.", required: true),
      Field(
        "closeMinute", "Closes, minute", .number(.init(allowed: 0...60)),
        "0 to 60. Midnight at the end of a day is hour 23, minute 60.", required: true),
    ])

  static let openHours = ObjectType(
    .openHours, "entry",
    template: [
      "daysOfTheWeek": [1],
      "hours": [["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]],
    ], rows: .days, key: RowKey.ofWeekEntry,
    [
      Field(
        "daysOfTheWeek", "Days", .choices(Choices.days), "The weekdays that these hours are for.",
        required: true),
      Field("hours", "Hours", .list(hour), "The ranges in which it is open.", required: true),
    ])

  static let availability = ObjectType(
    .availability, "date", template: ["date": "", "hours": []], rows: .keyed,
    key: RowKey.ofDate, secondKey: RowKey.ofDay, deletionMark: "deleted", id: ("id", "_id"),
    answerOnlyKeys: ["_id"], hasOrder: false,
    [
      Field(
        "date", "Date", .text(.date),
        "The date, as YYYY-MM-DD. It is a calendar date and never shifts with a time zone.",
        required: true, example: "2023-09-24T00:00:00.000Z"),
      Field(
        "hours", "Hours", .list(hour), "The ranges in which it is open; none is closed all day.",
        required: true),
      Field(
        "deleted", "Deleted", .toggle, "Yes: the service removes this entry when it is saved.",
        default: false),
      Field(
        "id", "Entry id", .text(.plain),
        "Given by the service. Needed to change or delete an entry; a new one has none."),
    ])

  static let recurring = ObjectType(
    .recurring, "rule",
    [
      Field("freq", "Frequency", .choice(Choices.frequency), "How often the booking repeats."),
      Field(
        "count", "Recurrences", .number(.init(most: 24, sensible: 1...24)),
        "How many times, at most 24."),
      Field(
        "bookingOption", "If a slot is taken", .choice(Choices.bookingOption),
        "What happens when one of the repeated slots is unavailable."),
      Field(
        "bookingOverlapDefaultStatus", "Overlap status", .choice(Choices.overlapStatus),
        "The status that a booking gets when its repeated slot overlaps another."),
    ])

  static let lookBusy = ObjectType(
    .lookBusy, "look busy setting",
    [
      Field(
        "enabled", "Switched on", .toggle, "Whether part of the slots is hidden.", default: false,
        required: true, example: "true"),
      Field(
        "LookBusyPercentage", "Percent hidden", .number(.init(sensible: 0...100)),
        "The percentage of slots that will be hidden.", required: true,
        otherSpellings: ["lookBusyPercentage"],
        switchedBy: FieldSwitch("enabled", off: false)),
    ])

  static let notification = ObjectType(
    .notification, "notification",
    template: [
      "type": NotificationType.email.json, "shouldSendToContact": true, "shouldSendToGuest": false,
      "shouldSendToUser": true, "shouldSendToSelectedUsers": false, "selectedUsers": "",
    ],
    [
      Field(
        "type", "Type", .choice(Choices.notificationType), "How it is sent.",
        default: NotificationType.email.json, example: NotificationType.email.rawValue),
      Field(
        "shouldSendToContact", "To the contact", .toggle, "Whether the booker gets it.",
        required: true),
      Field(
        "shouldSendToGuest", "To guests", .toggle, "Whether the booker's guests get it.",
        required: true),
      Field(
        "shouldSendToUser", "To the user", .toggle, "Whether the assigned user gets it.",
        required: true),
      Field(
        "shouldSendToSelectedUsers", "To selected users", .toggle,
        "Whether the addresses below get it.", required: true),
      Field(
        "selectedUsers", "Selected users", .text(.emailList),
        "E-mail addresses with commas between them.", required: true,
        example: "user1@testemail.com,user2@testemail.com",
        switchedBy: FieldSwitch("shouldSendToSelectedUsers", off: false)),
    ])
}
