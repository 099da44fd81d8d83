import CalendarModel
import CalendarWork

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
  /// Whether nothing may be sent.
  package let isReadOnly: Bool
  /// Whether a calendar is loaded again before each save.
  package let checksBeforeSaving: Bool
  /// What updates name.
  package let updates: UpdateSetting
  /// The version of the calls.
  package let version: APIVersion
  /// Whether the token can be read again from where it came.
  package let tokenOrigin: TokenOrigin

  package init(
    _ name: String, at origin: Origin, locationID: String?, isReadOnly: Bool = false,
    checksBeforeSaving: Bool = true, updates: UpdateSetting = .auto, version: APIVersion = .dated,
    tokenOrigin: TokenOrigin = .readable
  ) {
    id = AccountID(name)
    self.origin = origin
    self.locationID = locationID
    self.isReadOnly = isReadOnly
    self.checksBeforeSaving = checksBeforeSaving
    self.updates = updates
    self.version = version
    self.tokenOrigin = tokenOrigin
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
