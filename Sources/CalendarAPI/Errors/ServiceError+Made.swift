/// Errors that the callers of the service find.
extension ServiceError {
  /// The error of a call that could not even be made.
  ///
  /// - Parameter why: the reason, as a person reads it.
  package static func notReached(_ why: String) -> ServiceError {
    ServiceError(.transport(.other(why)))
  }

  /// The error of a calendar that is of another sub-account than the one that was meant.
  ///
  /// - Parameters:
  ///   - its: the sub-account of the calendar, by name or id.
  ///   - own: the one that the token is used for.
  package static func foreignCalendar(its: String, own: String) -> ServiceError {
    ServiceError(.foreignCalendar(its: its, own: own))
  }

  /// The error of a success that cannot be used.
  ///
  /// - Parameter why: the reason, as a person reads it; nil when the service sent another calendar.
  package static func unreadable(_ why: String?) -> ServiceError {
    ServiceError(.unreadable(why: why ?? APITexts.isOtherCalendar))
  }
}
