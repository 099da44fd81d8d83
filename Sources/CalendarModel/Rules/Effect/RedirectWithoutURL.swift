import JSON

extension Rule {
  /// A redirect that leads nowhere; API page, `formSubmitType`.
  static let redirectWithoutURL = Rule("afterBooking.redirectWithoutURL", .warning) { calendar in
    guard FormSubmitType(reading: calendar.held(.formSubmitType)) == .redirect,
      calendar.held(.formSubmitRedirectURL).isNothing
    else { return [] }
    return [
      Finding(
        "A redirect is chosen, but no URL is given; enter one.",
        at: CalendarKey.formSubmitRedirectURL.path)
    ]
  }
}
