/// Errors that somebody else finds out.
extension ServiceError {
  /// The error of a service that could not even be called.
  ///
  /// - Parameter why: the reason, as it is shown.
  package static func notReached(_ why: String) -> ServiceError {
    ServiceError(.transport(.other(why)))
  }

  /// The error of a success that does not say what it should.
  ///
  /// - Parameter why: the reason, as it is shown; nil when it brought another calendar.
  package static func unreadable(_ why: String?) -> ServiceError {
    ServiceError(.unreadable(why: why ?? APITexts.isOtherCalendar))
  }
}
