import JSON

/// The values that each property with documented values has; API page, "Allowed values".
enum Choices {
  static let widgetType = WidgetType.choices
  static let eventType = Distribution.choices
  static let priority = Priority.choices
  static let locationKind = LocationKind.choices
  static let frequency = Frequency.choices
  static let bookingOption = BookingOption.choices
  static let overlapStatus = OverlapStatus.choices
  static let formSubmitType = FormSubmitType.choices
  static let availabilityType = AvailabilityType.choices
  static let guestType = GuestType.choices
  static let notificationType = NotificationType.choices

  static let shortUnits = [TimeUnit.mins, .hours].map(\.choice)
  static let noticeUnits = TimeUnit.allCases.map { unit in
    unit.choice.only(in: .needed(for: unit))
  }
  static let horizonUnits = [TimeUnit.days, .weeks, .months].map(\.choice)

  static let days = [
    Choice(0, "Sun", "Sunday"), Choice(1, "Mon", "Monday"), Choice(2, "Tue", "Tuesday"),
    Choice(3, "Wed", "Wednesday"), Choice(4, "Thu", "Thursday"), Choice(5, "Fri", "Friday"),
    Choice(6, "Sat", "Saturday"),
  ]

  /// The names of the weekdays, Sunday first.
  static let weekdays = days.map(\.meaning)
}
