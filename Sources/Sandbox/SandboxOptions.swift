/// How a sandbox behaves.
package struct SandboxOptions: Sendable {
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

  /// How look-ups (lists, users, groups, forms, free slots) are answered.
  package enum LookupAnswer: Sendable, Hashable, CaseIterable {
    case allowed
    /// 401, as for a token without the scope.
    case unauthorized
    /// 403.
    case forbidden
  }

  package var routes: Routes
  package var missingRouteAnswer: MissingRouteAnswer
  package var lookups: LookupAnswer
  /// The only token that is taken; nil takes every token that is not empty.
  package var acceptedToken: String?
  /// The longest body that is taken, in bytes; a longer one is answered 413.
  package var maxBodySize: Int
  /// Forms besides those of the demo account, for paging.
  package var extraForms: Int
  /// The instant that dates are counted from, in seconds since 1970; nil is the clock's.
  package var now: Int?

  package init(
    routes: Routes = .both, missingRouteAnswer: MissingRouteAnswer = .notFound,
    lookups: LookupAnswer = .allowed, acceptedToken: String? = nil,
    maxBodySize: Int = 2 * 1024 * 1024, extraForms: Int = 0, now: Int? = nil
  ) {
    self.routes = routes
    self.missingRouteAnswer = missingRouteAnswer
    self.lookups = lookups
    self.acceptedToken = acceptedToken
    self.maxBodySize = maxBodySize
    self.extraForms = extraForms
    self.now = now
  }
}
