/// A property of the calendar by its name in the JSON; API page, "Body".
///
/// The schema has a field for each. Whoever reads a property by itself names it by this, so that its
/// spelling stands here alone.
package enum CalendarKey: String, NamedKey {
  case id, locationId, name, description, isActive, calendarType, slug, groupId
  case widgetSlug, widgetType, eventTitle, eventColor, calendarCoverImage
  case eventType, teamMembers
  case locationConfigurations, meetingLocation
  case availabilityType, openHours, availabilities
  case slotDuration, slotDurationUnit, slotInterval, slotIntervalUnit
  case slotBuffer, slotBufferUnit, preBuffer, preBufferUnit
  case allowBookingAfter, allowBookingAfterUnit, allowBookingFor, allowBookingForUnit
  case appoinmentPerSlot, appoinmentPerDay
  case lookBusyConfig
  case enableRecurring, recurring
  case formId, stickyContact, guestType, consentLabel, isLivePaymentMode
  case formSubmitType, formSubmitRedirectURL, formSubmitThanksMessage, pixelId
  case autoConfirm, allowReschedule, allowCancellation, googleInvitationEmails, notes
  case shouldAssignContactToTeamMember, shouldSkipAssigningContactForExisting
  case shouldSendAlertEmailsToAssignedMember, alertEmail, notifications
}

extension CalendarSchema {
  /// The field of a property.
  package static func field(_ key: CalendarKey) -> Field? { field(key.rawValue) }
}
