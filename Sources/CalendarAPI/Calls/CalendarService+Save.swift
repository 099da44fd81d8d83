import JSON

extension CalendarService {
  /// Saves an update of a calendar.
  ///
  /// Under ``RouteSetting/auto`` the first request goes to the path that worked last at this
  /// address, or to the documented one. The same body goes to the other path only when the server
  /// answers that it has no such route: nothing was saved then. After a time-out or a dropped
  /// connection the save may have happened, so nothing is sent again. ``APIVersion/v3`` has one path
  /// only.
  package func saveCalendar(
    id: String, body: JSONValue
  ) async throws(ServiceError) -> SavedCalendar {
    let calendar = try segment(id)
    let bytes = Array(body.printed().utf8)
    let routes = await routesToTry()
    for route in routes {
      let path = "/calendars/\(calendar)\(route.suffix)"
      let call = call("PUT", path, version: .calendars)
      let request = request("PUT", path, version: .calendars, body: bytes)
      let response = try await send(request, call)
      if response.saysNoSuchRoute(method: "PUT"), route != routes.last { continue }
      return try await result(of: response, call, calendar: id, at: route)
    }
    throw ServiceError(.noSuchRoute)
  }

  private func routesToTry() async -> [Route] {
    if apiVersion == .v3 { return [.resource] }
    switch routeSetting {
    case .documented: return [.documented]
    case .resource: return [.resource]
    case .auto:
      let first = await routeMemory.route(for: baseURL) ?? .documented
      return [first, first.other]
    }
  }

  private func result(
    of response: HTTPResponse, _ call: ServiceCall, calendar id: String, at route: Route
  ) async throws(ServiceError) -> SavedCalendar {
    // Only the call itself answers with these statuses, so the path exists.
    let isKnown = (200...299).contains(response.status) || response.status == 422
    // The path of another version says nothing of the path of this one.
    if isKnown, apiVersion == .dated {
      await routeMemory.remember(route, for: baseURL)
    }
    guard (200...299).contains(response.status) else {
      // "See other" follows a request that was carried out; other redirects ask for it again.
      throw ServiceError(
        response, kind: ServiceError.kind(of: response, method: "PUT", token: token), token: token,
        mayHaveBeenSaved: response.status >= 500 || response.status == 303
          || ServiceError.statusesOfWaiting.contains(response.status), of: call)
    }
    var calendar: JSONValue?
    var why: String?
    var duplicates: [JSONPath] = []
    do {
      let document = try JSONDocument(parsing: response.body)
      switch CalendarAnswer(document.value, of: id) {
      case .calendar(let value): calendar = value
      case .otherCalendar(let other): why = APITexts.isOtherCalendar(other)
      case .none(let reason): why = reason
      }
      duplicates = Self.duplicates(in: document)
    } catch {
      why = Self.whyNotJSON(response, error)
    }
    return SavedCalendar(
      calendar: calendar, duplicateKeys: duplicates, whyMissing: why.map(inShort), route: route,
      status: response.status,
      rateLimit: RateLimit(response))
  }
}
