extension SlotPreview {
  /// What the preview takes for granted, one sentence each.
  ///
  /// The service documents the properties and not how it makes slots of them.
  package static let assumptions: [String] = [
    "No appointments are known: buffers, busy times of linked calendars and bookings made are "
      + "not applied.",
    "Times are those of the calendar's own clock; its time zone is not known, and \"now\" is the "
      + "time of this computer. Changes of the clock in spring and autumn are left out.",
    "Open ranges of a day that overlap or touch are one stretch. Start times are counted from its "
      + "beginning, and a slot ends within it.",
    "A range that closes at 0:00, before it opens or at once opens nothing; midnight at the end of "
      + "the day is 23:60.",
    "With both kinds of hours, an entry for a date replaces the weekly hours of that date; of "
      + "several entries for a date the first that is not deleted counts.",
    "Duration and interval are 30 minutes where the number is absent, whatever its unit says, and "
      + "minutes where the unit is absent.",
    "Minimum notice and booking horizon are counted from now, to the minute: a slot exactly at the "
      + "end of the notice is offered, one exactly at the horizon is not. Without a unit they are "
      + "days; 0 means none; months are calendar months.",
    "Bookings per day limit how many are taken, and nothing is booked yet: all starts are offered.",
    "Look busy hides its share of each day, rounded to the nearest number; which slots it picks is "
      + "not known, so they are only counted.",
    "The hours of the team members' own calendars are not known; the calendar's hours count for "
      + "everybody.",
    "A draft is shown as if it were active.",
  ]
}

extension SlotComparison {
  /// What the comparison with the service's own answer takes for granted, one sentence each.
  package static let assumptions: [String] = [
    "What is offered after saving is what the service offers now, with the starts that the changes "
      + "add and without those that they take away. Whether a gained start is still free is not "
      + "known.",
    "A start that the settings give and the service does not offer is booked, busy or hidden; "
      + "saving does not bring it back.",
    "The times of the service are taken as it writes them, without moving them to another zone.",
  ]
}
