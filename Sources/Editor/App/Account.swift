/// Names a sub-account that calendars are opened from: the name of its profile.
package struct AccountID: Sendable, Hashable {
  package let name: String

  package init(_ name: String) { self.name = name }
}

/// A sub-account that calendars are opened from, as a profile or the arguments describe it.
package struct Account: Sendable {
  /// Where its calendars are.
  package enum Origin: Sendable, Hashable {
    /// At a service, as it is shown: its host.
    case service(String)
    /// In the sandbox inside the process.
    case demo
  }

  package let id: AccountID
  package let origin: Origin
  /// The id of the sub-account; nil where it is known only from a calendar of it.
  package internal(set) var locationID: String?
  package let terms: AccountTerms

  package init(
    _ name: String, at origin: Origin, locationID: String?, _ terms: AccountTerms = AccountTerms()
  ) {
    id = AccountID(name)
    (self.origin, self.locationID, self.terms) = (origin, locationID, terms)
  }

  /// A calendar of the sub-account as a source.
  func source(
    of calendarID: String, output: String? = nil, replacesOutput: Bool = false
  ) -> Source {
    let kind: Source.Kind =
      switch origin {
      case .service(let host): .service(calendarID: calendarID, origin: host)
      case .demo: .demo(calendarID: calendarID)
      }
    return Source(kind, output: output, replacesOutput: replacesOutput)
  }
}
