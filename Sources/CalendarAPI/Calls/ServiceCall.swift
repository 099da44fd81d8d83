import CalendarModel

/// What a request wanted, as far as the words of its errors depend on it.
package struct ServiceCall: Sendable, Hashable {
  /// Whether the request sent values that somebody can correct: an update does, a load does not.
  package let sendsValues: Bool
  /// The scope that a token needs for it, such as `calendars.write` (section 4).
  package let scope: String
  /// What the header `Version` said.
  package let version: String

  /// - Parameter path: the path behind the base address.
  init(method: String, path: String, version: String) {
    sendsValues = method != "GET"
    self.version = version
    let scopes = [
      ("/calendars/groups", "calendars/groups.readonly"), ("/users/", "users.readonly"),
      ("/forms/", "forms.readonly"), ("/locations/", "locations.readonly"),
    ]
    scope =
      sendsValues
      ? "calendars.write"
      : scopes.first { path.hasPrefix($0.0) }?.1 ?? "calendars.readonly"
  }

  /// Whether the version of the call is the one that `--api-version` chooses.
  var hasChosenVersion: Bool { APIVersion(rawValue: version) != nil }
}
