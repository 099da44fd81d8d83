extension SandboxOptions {
  /// Which paths take an update.
  package enum Routes: Sendable, Hashable, CaseIterable {
    case both
    /// `PUT /calendars/{id}/free-slots` only.
    case documentedOnly
    /// `PUT /calendars/{id}` only.
    case resourceOnly
  }

  /// How a path that does not take an update answers.
  package enum MissingRouteAnswer: Sendable, Hashable, CaseIterable {
    /// 404 with `Cannot PUT /calendars/…`.
    case notFound
    /// 401 with the words of the live gateway.
    case gatewayUnauthorized
    /// 405.
    case methodNotAllowed
  }

  /// Which values of the `Version` header the calendar calls take; all others are answered 401.
  ///
  /// With `v3` an update goes to `PUT /calendars/{id}` only, and its `allowBookingAfterUnit` may be
  /// `mins` as well.
  package enum Versions: String, Sendable, Hashable, CaseIterable {
    case both
    /// `2021-04-15` only, the value that the API page allows.
    case page
    /// `v3` only: the service has dropped `2021-04-15`.
    case v3
  }

  /// How look-ups (lists, users, groups, forms, free slots) are answered.
  package enum LookupAnswer: String, Sendable, Hashable, CaseIterable {
    case allowed
    /// 401, as for a token without the scope.
    case unauthorized
    /// 403.
    case forbidden
  }

  /// How a calendar that does not exist is answered.
  package enum UnknownCalendar: String, Sendable, Hashable, CaseIterable {
    /// 400 with `Calendar not found`.
    case badRequest = "400"
    /// 404 with the same words.
    case notFound = "404"
  }

  /// What the body of a refusal looks like.
  package enum ErrorShape: String, Sendable, Hashable, CaseIterable {
    /// `{"statusCode", "message", "error"}`, as the API page has it.
    case plain
    /// `{"status", "message", "name": "HttpException", "traceId"}`.
    case exception
    /// `message` is an object that has the message.
    case nested
  }
}
