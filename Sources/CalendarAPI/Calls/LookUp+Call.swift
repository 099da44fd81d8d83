import CalendarModel

/// How each kind of thing that can be chosen by name is asked for; a new kind needs an answer to each.
extension LookUp {
  /// What is listed: "users".
  package var noun: String {
    switch self {
    case .users: "users"
    case .groups: "groups"
    case .forms: "forms"
    }
  }

  /// Where the service lists them (section 4).
  package var path: String {
    switch self {
    case .users: "/users/"
    case .groups: "/calendars/groups"
    case .forms: "/forms/"
    }
  }

  /// The scope that a token needs for the list (section 4).
  package var scope: String {
    switch self {
    case .users: "users.readonly"
    case .groups: "calendars/groups.readonly"
    case .forms: "forms.readonly"
    }
  }
}

extension CalendarService {
  /// Lists what can be chosen by name in a sub-account.
  package func list(
    _ kind: LookUp, locationID: String
  ) async throws(ServiceError) -> [LookUpResult] {
    switch kind {
    case .users: try await users(locationID: locationID)
    case .groups: try await groups(locationID: locationID)
    case .forms: try await forms(locationID: locationID)
    }
  }
}
