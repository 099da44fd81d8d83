/// A property of a team member; API page, `teamMembers[]`.
package enum MemberKey: String, NamedKey {
  case userId, priority, isPrimary, locationConfigurations
}

/// A property of a meeting location; API page, `locationConfigurations[]`.
package enum LocationKey: String, NamedKey {
  case kind, location, meetingId
}

/// A property of an entry of the weekly hours; API page, `openHours[]`.
package enum WeekEntryKey: String, NamedKey {
  case daysOfTheWeek, hours
}

/// A property of a date-specific entry; API page, `availabilities[]`.
package enum DateEntryKey: String, NamedKey {
  case date, hours, deleted, id
  /// The id, as some answers spell it.
  case underscoreID = "_id"
}

/// A property of a range of hours; API page, `hours[]`.
package enum HourKey: String, NamedKey {
  case openHour, openMinute, closeHour, closeMinute
}

/// A property of the rule by which bookings repeat; API page, `recurring`.
package enum RecurringKey: String, NamedKey {
  case freq, count, bookingOption, bookingOverlapDefaultStatus
}

/// A property of "look busy"; API page, `lookBusyConfig`.
package enum LookBusyKey: String, NamedKey {
  case enabled
  case percentage = "LookBusyPercentage"
}

/// A property of a notification; API page, `notifications[]`.
package enum NotificationKey: String, NamedKey {
  case type, shouldSendToContact, shouldSendToGuest, shouldSendToUser
  case shouldSendToSelectedUsers, selectedUsers
}
