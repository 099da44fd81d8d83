import CalendarAPI
import CalendarModel
import JSON

/// The calls of the API, answered from the state.
extension SandboxState {
  private static let pageVersion = "2021-04-15"
  private static let newVersion = "v3"
  private static let accountVersions = ["2021-07-28"]

  /// The versions that the calendar calls take.
  private var calendarVersions: [String] {
    switch options.versions {
    case .both: [Self.pageVersion, Self.newVersion]
    case .page: [Self.pageVersion]
    case .v3: [Self.newVersion]
    }
  }

  /// Carries out a request and gives its answer.
  mutating func answer(
    method: String, target: String, headers: (String) -> String?, body: [UInt8]
  ) -> SandboxAnswer {
    plainAnswer(method: method, target: target, headers: headers, body: body)
      .shaped(options.errors)
  }

  private mutating func plainAnswer(
    method: String, target: String, headers: (String) -> String?, body: [UInt8]
  ) -> SandboxAnswer {
    guard isAuthorized(headers("Authorization")) else { return .unauthorized() }
    let query = Query(target)
    let path = String(target.prefix { $0 != "?" })
    let segments = path.split(separator: "/").map { PercentCoding.decoded($0) ?? String($0) }
    let version = headers("Version")

    switch (method, segments.first, segments.count) {
    case ("GET", "calendars", 1):
      return lookup(version, calendarVersions, query) { state in
        ["calendars": .array(state.calendars.indices.map(state.shown))]
      }
    case ("GET", "calendars", 2) where segments[1] == "groups":
      return lookup(version, calendarVersions, query) { _ in
        ["groups": .array(DemoAccount.groups)]
      }
    case ("GET", "calendars", 2):
      return checked(version, calendarVersions) { state in
        guard let index = state.index(ofCalendar: segments[1]) else { return state.noCalendar }
        return SandboxAnswer(200, ["calendar": state.shown(index)])
      }
    case ("GET", "calendars", 3) where segments[1...] == ["schedules", "search"]:
      return account(version, calendarVersions, query) { $0.scheduleSearch(query) }
    case ("GET", "calendars", 3) where segments[1] == "schedules":
      return checked(version, calendarVersions) { $0.schedule(segments[2]) }
    case ("GET", "calendars", 3) where segments[2] == "free-slots":
      return checked(version, calendarVersions) { $0.freeSlots(segments[1], query) }
    case ("PUT", "calendars", 2...3) where takesUpdate(segments, version):
      return checked(version, calendarVersions) { $0.update(segments[1], headers, body) }
    case ("PUT", "calendars", 2...3):
      return missingRoute(method, path)
    case ("GET", "users", 1):
      return lookup(version, Self.accountVersions, query) { _ in
        ["users": .array(DemoAccount.users)]
      }
    case ("GET", "forms", 1): return forms(version, query)
    case ("GET", "locations", 2):
      return checked(version, Self.accountVersions) { $0.location(segments[1]) }
    default: return .notFound("Cannot \(method) \(path)")
    }
  }

  // MARK: Around every call

  var noCalendar: SandboxAnswer {
    switch options.unknownCalendar {
    case .badRequest: .badRequest("Calendar not found")
    case .notFound: .notFound("Calendar not found")
    }
  }

  private func isNew(_ version: String?) -> Bool {
    version == Self.newVersion && calendarVersions.contains(Self.newVersion)
  }

  /// Whether a path takes updates; the new version has one path for them.
  private func takesUpdate(_ segments: [String], _ version: String?) -> Bool {
    if segments.count == 2 { return isNew(version) || options.routes != .documentedOnly }
    return segments[2] == "free-slots" && !isNew(version) && options.routes != .resourceOnly
  }

  private func isAuthorized(_ header: String?) -> Bool {
    guard let header, header.lowercased().hasPrefix("bearer ") else { return false }
    let token = header.dropFirst(7)
    return options.acceptedToken.map { $0 == token } ?? token.contains { $0 != " " }
  }

  private mutating func checked(
    _ version: String?, _ expected: [String], _ call: (inout SandboxState) -> SandboxAnswer
  ) -> SandboxAnswer {
    guard let version else { return .unauthorized("version header was not found.") }
    guard expected.contains(version) else { return .unauthorized("version header is invalid") }
    return call(&self)
  }

  /// A call about the account: it may be forbidden, and must name the account.
  private mutating func lookup(
    _ version: String?, _ expected: [String], _ query: Query,
    _ call: (SandboxState) -> JSONValue
  ) -> SandboxAnswer {
    account(version, expected, query) { SandboxAnswer(200, call($0)) }
  }

  private mutating func account(
    _ version: String?, _ expected: [String], _ query: Query,
    _ call: (SandboxState) -> SandboxAnswer
  ) -> SandboxAnswer {
    checked(version, expected) { state in
      if let refusal = state.lookupRefusal { return refusal }
      guard let location = query["locationId"], !location.isEmpty else {
        return .invalid(["locationId should not be empty"])
      }
      guard location == DemoAccount.locationID else {
        return .otherLocation
      }
      return call(state)
    }
  }

  var lookupRefusal: SandboxAnswer? { Self.refusal(options.lookups) }

  private static func refusal(_ answer: SandboxOptions.LookupAnswer) -> SandboxAnswer? {
    switch answer {
    case .allowed: nil
    case .unauthorized: .missingScope
    case .forbidden: .otherLocation
    }
  }

  private func missingRoute(_ method: String, _ path: String) -> SandboxAnswer {
    switch options.missingRouteAnswer {
    case .notFound: .notFound("Cannot \(method) \(path)")
    case .gatewayUnauthorized:
      .unauthorized(
        "This route is not yet supported by the IAM Service. Please update the IAM config.")
    case .methodNotAllowed: .methodNotAllowed()
    }
  }

  // MARK: Calls

  private mutating func update(
    _ id: String, _ headers: (String) -> String?, _ body: [UInt8]
  ) -> SandboxAnswer {
    guard headers("Content-Type")?.lowercased().hasPrefix("application/json") == true else {
      return .badRequest("Content-Type must be application/json")
    }
    let value: JSONValue
    do {
      value = try JSONDocument(parsing: body).value
    } catch {
      return .badRequest("Unexpected token in JSON at \(error)")
    }
    guard let index = index(ofCalendar: id) else { return noCalendar }
    let strictness = Strictness(
      takesNestedKeys: options.undocumented == .accept,
      takesMinutesOfNotice: isNew(headers("Version")))
    switch SandboxValidator.verdict(
      onUpdate: value, of: stored(index), strictness)
    {
    case .refused(let text): return .badRequest(text)
    case .invalid(let messages): return .invalid(messages)
    case .accepted(let update): return store(update, at: index)
    }
  }

  private mutating func forms(_ version: String?, _ query: Query) -> SandboxAnswer {
    func number(_ name: String, _ standard: Int) -> Int? {
      guard let text = query[name] else { return standard }
      return Int(text)
    }
    guard let skip = number("skip", 0), skip >= 0 else {
      return .invalid(["skip must not be less than 0"])
    }
    guard let limit = number("limit", 10), limit >= 1 else {
      return .invalid(["limit must not be less than 1"])
    }
    guard limit <= 50 else { return .invalid(["limit must not be greater than 50"]) }
    return lookup(version, Self.accountVersions, query) { state in
      let all = DemoAccount.forms(extra: state.options.extraForms)
      let page = Array(all.dropFirst(skip).prefix(limit))
      return ["forms": .array(page), "total": .integer(all.count)]
    }
  }

  private func location(_ id: String) -> SandboxAnswer {
    if let refusal = lookupRefusal ?? Self.refusal(options.location) { return refusal }
    guard id == DemoAccount.locationID else { return .otherLocation }
    return SandboxAnswer(200, ["location": DemoAccount.location(timezone: options.timezone)])
  }
}
