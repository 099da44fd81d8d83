import JSON

/// A property of the calendar that the program reads by itself, by its name in the JSON.
///
/// What is only shown and edited goes through the fields of ``CalendarSchema``.
package enum CalendarKey: String, Sendable, CaseIterable {
  case name, calendarType, isActive, widgetType
  case eventType, teamMembers, locationConfigurations
  case availabilityType, openHours, availabilities
  case slotDuration, slotInterval, slotBuffer, preBuffer
  case allowBookingAfter, allowBookingFor
  case appoinmentPerSlot, appoinmentPerDay
  case lookBusyConfig, enableRecurring, recurring
  case formSubmitType, formSubmitRedirectURL, formSubmitThanksMessage
  case autoConfirm, allowReschedule, allowCancellation
  case shouldSendAlertEmailsToAssignedMember, alertEmail, notifications

  /// Where the property stands.
  package var path: JSONPath { JSONPath([.key(rawValue)]) }
}

/// A property of an object inside the calendar that the program reads by itself.
enum MemberKey: String {
  case userId, isPrimary, locationConfigurations
}

enum LocationKey: String {
  case kind, location
}

enum RecurringKey: String, CaseIterable {
  case freq, count, bookingOption, bookingOverlapDefaultStatus
}

enum LookBusyKey: String {
  case enabled
  case percentage = "LookBusyPercentage"
}

enum NotificationKey: String {
  case shouldSendToContact, shouldSendToGuest, shouldSendToUser, shouldSendToSelectedUsers
}

extension JSONValue {
  /// The value of a calendar's property; nil where it is absent.
  package subscript(key: CalendarKey) -> JSONValue? { self[key: key.rawValue] }

  /// The value of a property of an object inside the calendar; nil where it is absent.
  subscript<Key: RawRepresentable<String>>(member key: Key) -> JSONValue? {
    self[key: key.rawValue]
  }
}

extension CalendarSchema {
  /// The field of a property.
  package static func field(_ key: CalendarKey) -> Field? { field(key.rawValue) }
}
