import CalendarAPI

/// Which call of the API a request makes, read from its method and its path.
package struct SandboxCall: Sendable, Hashable {
  /// The kinds of calls that a sandbox knows.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `GET /calendars/?locationId=`.
    case list
    /// `GET /calendars/{id}`.
    case load
    /// `PUT /calendars/{id}` and `PUT /calendars/{id}/free-slots`, also where a path takes none.
    case save
    /// `GET /calendars/{id}/free-slots`.
    case freeSlots
    /// `GET /calendars/groups?locationId=`.
    case groups
    /// `GET /calendars/schedules/search?locationId=`.
    case scheduleSearch
    /// `GET /calendars/schedules/{id}`.
    case schedule
    /// `GET /users/?locationId=`.
    case users
    /// `GET /forms/?locationId=`.
    case forms
    /// `GET /locations/{id}`.
    case location
  }

  package let kind: Kind
  /// The calendar, schedule or sub-account in the path; nil where the path names none.
  package let id: String?
  /// What stands behind the id of a calendar in the path of an update.
  let suffix: String?

  /// Reads a method and a target; nil for what is no call of the API.
  init?(method: String, target: String) {
    let segments = target.prefix { $0 != "?" }.split(separator: "/").map {
      PercentCoding.decoded($0) ?? String($0)
    }
    suffix = method == "PUT" && segments.count == 3 ? segments[2] : nil
    switch (method, segments.first, segments.count) {
    case ("GET", "calendars", 1): (kind, id) = (.list, nil)
    case ("GET", "calendars", 2) where segments[1] == "groups": (kind, id) = (.groups, nil)
    case ("GET", "calendars", 2): (kind, id) = (.load, segments[1])
    case ("GET", "calendars", 3) where segments[1...] == ["schedules", "search"]:
      (kind, id) = (.scheduleSearch, nil)
    case ("GET", "calendars", 3) where segments[1] == "schedules":
      (kind, id) = (.schedule, segments[2])
    case ("GET", "calendars", 3) where segments[2] == "free-slots":
      (kind, id) = (.freeSlots, segments[1])
    case ("PUT", "calendars", 2...3): (kind, id) = (.save, segments[1])
    case ("GET", "users", 1): (kind, id) = (.users, nil)
    case ("GET", "forms", 1): (kind, id) = (.forms, nil)
    case ("GET", "locations", 2): (kind, id) = (.location, segments[1])
    default: return nil
    }
  }
}

extension SandboxCall.Kind {
  /// Whether the path names a calendar.
  var isAboutCalendar: Bool { [.load, .save, .freeSlots].contains(self) }

  /// Whether it is a call around the calendar, for which a token may lack the scope.
  var isLookUp: Bool { self != .load && self != .save }

  /// Whether the call has the version of the account and not that of calendars.
  var isOfAccount: Bool { [.users, .forms, .location].contains(self) }
}
