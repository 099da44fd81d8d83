import CalendarModel
import JSON

/// The calls of the calendar service that the editor needs.
///
/// It sends each request once. Only a save under ``RouteSetting/auto`` goes to a second path, and
/// only after the service said that it does not know the first.
package struct CalendarService: Sendable {
  package let baseURL: BaseURL
  package let routeSetting: RouteSetting
  /// The version of the calendar calls.
  package let apiVersion: APIVersion
  let token: Token
  let transport: any Transport
  let routeMemory: any RouteMemory

  package init(
    baseURL: BaseURL = .live, token: Token, transport: any Transport,
    routeSetting: RouteSetting = .auto, routeMemory: any RouteMemory = InMemoryRouteMemory(),
    apiVersion: APIVersion = .dated
  ) {
    self.baseURL = baseURL
    self.token = token
    self.transport = transport
    self.routeSetting = routeSetting
    self.routeMemory = routeMemory
    self.apiVersion = apiVersion
  }

  /// Loads a calendar (`GET /calendars/{calendarId}`, section 4).
  ///
  /// - Throws: ``ServiceError/Kind/otherCalendar(asked:got:)`` for a calendar that has another id.
  ///   Whoever edited it would save one calendar's settings onto the other.
  package func loadCalendar(id: String) async throws(ServiceError) -> LoadedCalendar {
    let response = try await get("/calendars/\(try segment(id))", version: .calendars)
    let document = try document(of: response)
    let calendar: JSONValue
    switch CalendarAnswer(document.value, of: id) {
    case .calendar(let value): calendar = value
    case .otherCalendar(let other):
      throw ServiceError(
        response, kind: .otherCalendar(asked: id, got: inShort(other)), token: token)
    case .none(let why): throw unreadable(response, why)
    }
    return LoadedCalendar(
      calendar: calendar, duplicateKeys: Self.duplicates(in: document),
      rateLimit: RateLimit(response))
  }

  /// The places in the calendar of an answer whose key stands twice in one object.
  static func duplicates(in document: JSONDocument) -> [JSONPath] {
    document.duplicateKeys.compactMap { duplicate in
      guard duplicate.path.topKey == "calendar", duplicate.path.count > 1 else { return nil }
      return JSONPath(Array(duplicate.path.components.dropFirst()))
    }
  }

  // MARK: Requests

  /// Which `Version` header a call has (section 4).
  enum Version {
    /// The version that the user chose.
    case calendars
    /// The only one that these calls allow.
    case usersAndForms
  }

  private func header(_ version: Version) -> String {
    switch version {
    case .calendars: apiVersion.rawValue
    case .usersAndForms: "2021-07-28"
    }
  }

  /// What a request wants, for the words of its errors.
  func call(_ method: String, _ path: String, version: Version) -> ServiceCall {
    ServiceCall(method: method, path: path, version: header(version))
  }

  func request(
    _ method: String, _ path: String, query: [(name: String, value: String)] = [],
    version: Version, body: [UInt8]? = nil
  ) -> HTTPRequest {
    var url = baseURL.description + path
    for (index, item) in query.enumerated() {
      url += (index == 0 ? "?" : "&") + item.name + "=" + PercentCoding.encoded(item.value)
    }
    var headers = [
      HTTPField("Authorization", token.authorization),
      HTTPField("Version", header(version)),
      HTTPField("Accept", "application/json"),
    ]
    if body != nil { headers.append(HTTPField("Content-Type", "application/json")) }
    return HTTPRequest(method: method, url: url, headers: headers, body: body)
  }

  func get(
    _ path: String, query: [(name: String, value: String)] = [], version: Version
  ) async throws(ServiceError) -> HTTPResponse {
    let call = call("GET", path, version: version)
    let response = try await send(request("GET", path, query: query, version: version), call)
    guard (200...299).contains(response.status) else {
      throw ServiceError(
        response, kind: ServiceError.kind(of: response, method: "GET", token: token), token: token,
        of: call)
    }
    return response
  }

  func send(
    _ request: HTTPRequest, _ call: ServiceCall
  ) async throws(ServiceError) -> HTTPResponse {
    do {
      return try await transport.send(request)
    } catch {
      throw ServiceError(
        .transport(error.redacted(by: token)),
        mayHaveBeenSaved: call.sendsValues && error.mayHaveArrived, of: call)
    }
  }

  /// Writes an id as a segment of a path; throws where it cannot be one.
  func segment(_ id: String) throws(ServiceError) -> String {
    guard !id.isEmpty, id != ".", id != ".." else { throw ServiceError(.unusableID(id)) }
    return PercentCoding.encoded(id)
  }

  // MARK: Answers

  func document(of response: HTTPResponse) throws(ServiceError) -> JSONDocument {
    do {
      return try JSONDocument(parsing: response.body)
    } catch {
      throw unreadable(response, Self.whyNotJSON(response, error))
    }
  }

  func unreadable(_ response: HTTPResponse, _ why: String) -> ServiceError {
    ServiceError(response, kind: .unreadable(why: inShort(why)), token: token)
  }

  /// The beginning of a text that holds words of the service, without the token.
  func inShort(_ text: String) -> String { APITexts.shortened(token.redacted(text)) }

  static func whyNotJSON(_ response: HTTPResponse, _ error: JSONSyntaxError) -> String {
    if response.body.isEmpty { return APITexts.isEmpty }
    if response.isCompressed { return APITexts.isCompressed }
    if ErrorBody(response).isHTML { return APITexts.isPage }
    return "\(APITexts.notJSON) (\(error))"
  }
}

extension TransportError {
  /// The error without the token, in case the text of a library holds it.
  func redacted(by token: Token) -> TransportError {
    switch self {
    case .tls(let reason): .tls(reason: token.redacted(reason))
    case .other(let text): .other(token.redacted(text))
    case .hostNotFound(let host): .hostNotFound(host: token.redacted(host))
    case .certificateFile(let path, let reason):
      .certificateFile(path: token.redacted(path), reason: token.redacted(reason))
    case .refused, .timedOut, .connectionClosed, .cancelled, .tooLarge: self
    }
  }
}
