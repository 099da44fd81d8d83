import JSON

/// The documented values of the properties that have some; API page, "Allowed values".
enum Choices {
  static let widgetType = [
    Choice("default", "Neo", "The neo layout."),
    Choice("classic", "Classic", "The classic layout."),
  ]

  static let eventType = [
    Choice(
      "RoundRobin_OptimizeForAvailability", "Optimise for availability",
      "Whoever is free, so that the most slots are offered."),
    Choice(
      "RoundRobin_OptimizeForEqualDistribution", "Equal distribution",
      "Bookings are spread evenly over the team."),
  ]

  static let priority = [
    Choice(0, "Low", "Offered after the others."),
    Choice(0.5, "Medium", "The default."),
    Choice(1, "High", "Offered before the others."),
  ]

  static let locationKind = [
    Choice("custom", "Custom", "Any text: a place or a link."),
    Choice("zoom_conference", "Zoom", "A Zoom meeting made by the service."),
    Choice("google_conference", "Google Meet", "A Google Meet made by the service."),
    Choice("inbound_call", "Inbound call", "The booker calls this phone number."),
    Choice("outbound_call", "Outbound call", "The booker is called."),
    Choice("physical", "Address", "A postal address."),
    Choice("booker", "Ask the booker", "The booker says where."),
    Choice("ms_teams_conference", "MS Teams", "A Teams meeting made by the service."),
  ]

  static let shortUnits = [Choice("mins", "minutes"), Choice("hours", "hours")]

  static let noticeUnits = [
    Choice("hours", "hours"), Choice("days", "days"), Choice("weeks", "weeks"),
    Choice("months", "months"),
  ]

  static let horizonUnits = [
    Choice("days", "days"), Choice("weeks", "weeks"), Choice("months", "months"),
  ]

  static let days = [
    Choice(0, "Sun", "Sunday"), Choice(1, "Mon", "Monday"), Choice(2, "Tue", "Tuesday"),
    Choice(3, "Wed", "Wednesday"), Choice(4, "Thu", "Thursday"), Choice(5, "Fri", "Friday"),
    Choice(6, "Sat", "Saturday"),
  ]

  /// The names of the weekdays, Sunday first.
  static let weekdays = days.map(\.meaning)

  static let frequency = [
    Choice("DAILY", "Daily"), Choice("WEEKLY", "Weekly"), Choice("MONTHLY", "Monthly"),
  ]

  static let bookingOption = [
    Choice("skip", "Skip", "That one is left out."),
    Choice("continue", "Continue", "It is booked all the same."),
    Choice("book_next", "Book the next one", "The next free slot is taken."),
  ]

  static let overlapStatus = [
    Choice("confirmed", "Confirmed", "It counts at once."),
    Choice("new", "New", "Somebody confirms it."),
  ]

  static let formSubmitType = [
    Choice("RedirectURL", "Redirect", "The booker is sent to the redirect URL."),
    Choice("ThankYouMessage", "Thank-you message", "The booker reads the message."),
  ]

  static let availabilityType = [
    Choice(.null, "Both", "Weekly and date-specific hours both count (null)."),
    Choice(0, "Weekly hours only", "Date-specific hours are ignored."),
    Choice(1, "Date-specific hours only", "Weekly hours are ignored."),
  ]

  static let guestType = [
    Choice("count_only", "Number only", "The booker says how many guests come."),
    Choice("collect_detail", "Details", "The booker names each guest."),
  ]

  static let notificationType = [Choice("email", "E-mail")]
}
