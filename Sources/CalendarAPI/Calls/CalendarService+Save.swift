import JSON

extension CalendarService {
  /// Saves an update of a calendar.
  ///
  /// Under ``RouteSetting/auto`` the first request goes to the path that worked last at this
  /// address, or to the documented one. The same body goes to the other path only when the server
  /// answers that it has no such route: nothing was saved then. After a time-out or a dropped
  /// connection the save may have happened, so nothing is sent again.
  package func saveCalendar(
    id: String, body: JSONValue
  ) async throws(ServiceError) -> SavedCalendar {
    let calendar = try segment(id)
    let bytes = Array(body.printed().utf8)
    let routes = await routesToTry()
    for route in routes {
      let request = request(
        "PUT", "/calendars/\(calendar)\(route.suffix)", version: .calendars, body: bytes)
      let response = try await send(request, isSave: true)
      if response.saysNoSuchRoute(method: "PUT"), route != routes.last { continue }
      return try await result(of: response, at: route)
    }
    throw ServiceError(.noSuchRoute)
  }

  private func routesToTry() async -> [Route] {
    switch routeSetting {
    case .documented: return [.documented]
    case .resource: return [.resource]
    case .auto:
      let first = await routeMemory.route(for: baseURL) ?? .documented
      return [first, first.other]
    }
  }

  private func result(
    of response: HTTPResponse, at route: Route
  ) async throws(ServiceError) -> SavedCalendar {
    // Only the call itself answers with these statuses, so the path exists.
    if (200...299).contains(response.status) || response.status == 422 {
      await routeMemory.remember(route, for: baseURL)
    }
    guard (200...299).contains(response.status) else {
      // "See other" follows a request that was carried out; other redirects ask for it again.
      throw ServiceError(
        response, kind: ServiceError.kind(of: response, method: "PUT", token: token), token: token,
        mayHaveBeenSaved: response.status >= 500 || response.status == 303)
    }
    let calendar: JSONValue?
    let why: String?
    var duplicates: [JSONPath] = []
    do {
      let document = try JSONDocument(parsing: response.body)
      let value = document.value
      duplicates = Self.duplicates(in: document)
      calendar = value[key: "calendar"].flatMap { $0.object == nil ? nil : $0 }
      why = calendar == nil ? Self.whyNoCalendar(value) : nil
    } catch {
      calendar = nil
      why = Self.whyNotJSON(response, error)
    }
    return SavedCalendar(
      calendar: calendar, duplicateKeys: duplicates, whyMissing: why, route: route, status: response.status,
      rateLimit: RateLimit(response))
  }
}
