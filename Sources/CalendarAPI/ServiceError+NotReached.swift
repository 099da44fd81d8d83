extension ServiceError {
  /// The error of a service that could not even be called.
  ///
  /// - Parameter why: the reason, as it is shown.
  public static func notReached(_ why: String) -> ServiceError {
    ServiceError(.transport(.other(why)))
  }
}
