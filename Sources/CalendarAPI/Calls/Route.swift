import Synchronization

/// One of the two paths that the update call is known by.
package enum Route: String, Sendable, Hashable, CaseIterable {
  /// `PUT /calendars/{calendarId}/free-slots`, as the API page prints it.
  case documented
  /// `PUT /calendars/{calendarId}`, as the public OpenAPI description has it.
  case resource

  /// The end of the path, behind the calendar's id.
  package var suffix: String { self == .documented ? "/free-slots" : "" }

  /// The path with a placeholder for the id, for people to read.
  package var template: String { "/calendars/{calendarId}" + suffix }

  var other: Route { self == .documented ? .resource : .documented }
}

/// Which path a save goes to.
package enum RouteSetting: String, Sendable, Hashable, CaseIterable {
  /// The documented path first; the other one only when the service says that there is no such
  /// route.
  case auto
  /// The documented path and no other.
  case documented
  /// The path without suffix and no other.
  case resource
}

/// Remembers which path worked, for each base address.
package protocol RouteMemory: Sendable {
  /// The path that worked last at this address; nil when none is known.
  func route(for base: BaseURL) async -> Route?
  /// Notes that a path works at this address.
  func remember(_ route: Route, for base: BaseURL) async
}

/// A ``RouteMemory`` that lasts as long as the process.
package final class InMemoryRouteMemory: RouteMemory {
  private let routes: Mutex<[BaseURL: Route]>

  package init(_ routes: [BaseURL: Route] = [:]) { self.routes = Mutex(routes) }

  package func route(for base: BaseURL) -> Route? { routes.withLock { $0[base] } }
  package func remember(_ route: Route, for base: BaseURL) { routes.withLock { $0[base] = route } }
}

extension HTTPResponse {
  /// Whether the server says that it has no such route, so that it carried nothing out.
  ///
  /// It says so in three ways: 404 with a message that begins with "Cannot PUT " (for another
  /// method, its name), 405, and 401 or 403 with the gateway's words for a route it does not know.
  func saysNoSuchRoute(method: String) -> Bool {
    switch status {
    case 405: true
    case 404: ErrorBody(self).texts.first?.text.hasPrefix("Cannot \(method) ") ?? false
    case 401, 403:
      ErrorBody(self).texts.contains {
        $0.text.contains("route is not yet supported by the IAM Service")
      }
    default: false
    }
  }
}
