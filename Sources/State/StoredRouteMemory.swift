import CalendarAPI
import JSON
import Synchronization

/// Remembers which path of the update works at which address, in `routes.json` of the state folder.
///
/// A file that cannot be read counts as empty. One that cannot be written costs one more request
/// next time.
package final class StoredRouteMemory: RouteMemory {
  private let path: String
  /// Nil until the file was read.
  private let routes = Mutex<[BaseURL: Route]?>(nil)

  package init(in folder: StateFolder) { path = folder.path + "/routes.json" }

  package func route(for base: BaseURL) -> Route? {
    routes.withLock { routes in
      let known = routes ?? Self.read(path)
      routes = known
      return known[base]
    }
  }

  package func remember(_ route: Route, for base: BaseURL) {
    routes.withLock { routes in
      if routes?[base] == route { return }
      // Another caledit may have written to the file since.
      var known = Self.read(path)
      let isNew = known[base] != route
      known[base] = route
      routes = known
      if isNew { try? AtomicFile.write(Self.text(of: known), to: path, mode: 0o600) }
    }
  }

  private static func read(_ path: String) -> [BaseURL: Route] {
    guard let bytes = try? DraftFile.read(path, limit: 1 << 20),
      let members = try? JSONDocument(parsing: bytes).value.object?.members
    else { return [:] }
    var routes: [BaseURL: Route] = [:]
    for member in members {
      guard let base = try? BaseURL(member.key) else { continue }
      routes[base] = member.value.text.flatMap(Route.init(rawValue:))
    }
    return routes
  }

  private static func text(of routes: [BaseURL: Route]) -> String {
    let members = routes.map { ($0.description, $1.rawValue) }.sorted { $0.0 < $1.0 }
      .map { JSONObject.Member(key: $0, value: .text($1)) }
    return JSONValue.object(JSONObject(members))
      .printed(JSONLayout(indent: "  ", endsWithNewline: true))
  }
}
