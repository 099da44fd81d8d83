import JSON

/// Words that people look for and that stand neither in a label nor in a help.
package enum SearchSynonyms {
  /// By the keys of the field.
  private static let words: [String: String] = [
    CalendarKey.isActive.rawValue: "inactive draft disable disabled off pause paused publish",
    CalendarKey.slug.rawValue: "url link address",
    CalendarKey.widgetSlug.rawValue: "url link address",
    CalendarKey.eventTitle.rawValue: "subject meeting name",
    CalendarKey.eventColor.rawValue: "color colour",
    CalendarKey.calendarCoverImage.rawValue: "picture photo logo",
    CalendarKey.locationId.rawValue: "timezone zone utc clock account location",
    CalendarKey.eventType.rawValue: "round robin fair equal",
    CalendarKey.teamMembers.rawValue: "staff people users hosts employees",
    CalendarKey.locationConfigurations.rawValue: "place address where zoom meet teams phone",
    CalendarKey.openHours.rawValue:
      "weekday weekend week lunch break opening business working office schedule",
    CalendarKey.availabilities.rawValue:
      "holiday holidays vacation christmas closed exception override blackout days off",
    CalendarKey.slotDuration.rawValue: "length meeting minutes",
    CalendarKey.slotInterval.rawValue: "step grid every",
    CalendarKey.slotBuffer.rawValue: "pause gap break travel",
    CalendarKey.preBuffer.rawValue: "pause gap break travel",
    CalendarKey.allowBookingAfter.rawValue: "lead advance earliest last minute",
    CalendarKey.allowBookingFor.rawValue: "window range advance latest future",
    CalendarKey.appoinmentPerDay.rawValue: "limit maximum max cap daily",
    CalendarKey.appoinmentPerSlot.rawValue: "maximum max seats capacity",
    CalendarKey.enableRecurring.rawValue: "repeat series weekly",
    CalendarKey.formId.rawValue: "questions survey",
    CalendarKey.isLivePaymentMode.rawValue: "money price stripe pay",
    CalendarKey.consentLabel.rawValue: "gdpr privacy terms checkbox",
    CalendarKey.formSubmitType.rawValue: "redirect url website thanks page",
    CalendarKey.pixelId.rawValue: "facebook tracking analytics",
    CalendarKey.autoConfirm.rawValue: "approve approval automatic",
    CalendarKey.allowReschedule.rawValue: "move change postpone",
    CalendarKey.allowCancellation.rawValue: "cancel",
    CalendarKey.notifications.rawValue: "reminder reminders sms email mail",
    CalendarKey.alertEmail.rawValue: "mail notify",
    CalendarKey.shouldSendAlertEmailsToAssignedMember.rawValue: "mail notify",
  ]

  /// Other words for a field.
  package static func of(_ keys: [String]) -> String { words[keys.joined(separator: ".")] ?? "" }

  /// The fields that have some; for the test that each is one.
  package static var keys: [String] { Array(words.keys) }
}
