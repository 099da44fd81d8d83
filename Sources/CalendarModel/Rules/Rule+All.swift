extension Rule {
  /// Every rule there is, in the order in which their findings are listed; a test holds this list
  /// against the files.
  static let all: [Rule] = [
    // Values
    valueType, valueFinite, valueRange, valueMost, valueSensible, valueWhole, valueChoice,
    valueRequired,
    // Texts
    email, emailList, webAddress, color, chosen, blankName, slugLetters,
    // Hours
    weekdays, hourOrder, overlapInEntry, noDay,
    // Dates
    noDate, dateSpelling, deletedWithoutID,
    // Locations
    locationNotApplicable, phoneNumber, link, conferenceInEvent,
    // Team
    oneLocationPerMember, teamRequired, personalExactlyOne, onePrimary, collectivePrimary,
    severalLocations, sameUser,
    // Recurring
    recurringOneMember, recurringWithoutRule,
    // Slots
    slotTooLong, intervalTooLong, noticeUnit,
    // Hours and dates of the whole calendar
    overlapOfEntries, sameDate, pastDates, newPastDate, deletionRefused, hoursGoverned,
    neverOpen,
    // Effect
    redirectWithoutURL, selectedUsersMissing, lookBusyInClass, noEffect, unset, typeUnknown,
  ]
}
