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
    scope =
      sendsValues
      ? Self.writing : Self.reading.first { path.hasPrefix($0.path) }?.scope ?? Self.usual
  }

  private static let writing = "calendars.write"
  private static let usual = "calendars.readonly"
  /// The scopes of the calls that only help, by the beginning of their path.
  private static let reading: [(path: String, scope: String)] = [
    ("/calendars/groups", "calendars/groups.readonly"), ("/users/", "users.readonly"),
    ("/forms/", "forms.readonly"), ("/locations/", "locations.readonly"),
  ]

  /// Every scope that some call needs, those without which nothing works first (section 4).
  package static let scopes = [usual, writing] + reading.map(\.scope)

  /// Whether the version of the call is the one that `--api-version` chooses.
  var hasChosenVersion: Bool { APIVersion(rawValue: version) != nil }
}
