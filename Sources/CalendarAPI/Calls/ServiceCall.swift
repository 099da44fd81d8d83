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
    let helping = Self.reading.first { path.hasPrefix($0.path) }?.scope
    scope = sendsValues ? Self.writingScope : helping ?? Self.readingScope
  }

  /// The scope of an update (section 4).
  package static let writingScope = "calendars.write"
  /// The scope of loading calendars, their schedules and their slots (section 4).
  package static let readingScope = "calendars.readonly"
  /// The scopes of the calls that only help, by the beginning of their path.
  private static let reading: [(path: String, scope: String)] =
    LookUp.allCases.map { ($0.path, $0.scope) } + [("/locations/", "locations.readonly")]

  /// Every scope that some call needs, those without which nothing works first (section 4).
  package static let scopes = [readingScope, writingScope] + reading.map(\.scope)

  /// Whether the version of the call is the one that `--api-version` chooses.
  var hasChosenVersion: Bool { APIVersion(rawValue: version) != nil }
}
