/// Errors that the callers of the service find.
extension ServiceError {
  /// The error of a call that could not even be made.
  ///
  /// - Parameter why: the reason, as a person reads it.
  package static func notReached(_ why: String) -> ServiceError {
    ServiceError(.transport(.other(why)))
  }

  /// The error of a success that cannot be used.
  ///
  /// - Parameter why: the reason, as a person reads it; nil when the service sent another calendar.
  package static func unreadable(_ why: String?) -> ServiceError {
    ServiceError(.unreadable(why: why ?? APITexts.isOtherCalendar))
  }
}
