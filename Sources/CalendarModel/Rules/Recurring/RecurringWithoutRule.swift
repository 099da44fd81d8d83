import JSON

extension Rule {
  /// Recurring bookings that do not say how often.
  static let recurringWithoutRule = Rule("recurring.withoutRule", .warning) { calendar in
    guard calendar.held(.enableRecurring) == true,
      calendar.held(.recurring)?[member: RecurringKey.freq].isNothing ?? true
    else { return [] }
    return [
      Finding(
        "Recurring bookings are on, but the rule has no frequency; choose one.",
        at: CalendarKey.recurring.path.appending(RecurringKey.freq))
    ]
  }
}
