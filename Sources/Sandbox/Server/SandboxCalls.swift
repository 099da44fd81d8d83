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
    guard let token = Self.token(in: headers("Authorization")), isKnown(token) else {
      return .unauthorized()
    }
    let path = String(target.prefix { $0 != "?" })
    guard let call = SandboxCall(method: method, target: target) else {
      return .notFound("Cannot \(method) \(path)")
    }
    let version = headers("Version")
    if call.kind == .save, !takesUpdate(call, version) { return missingRoute(method, path) }
    let query = Query(target)
    do throws(SandboxRefusal) {
      try check(version, of: call.kind)
      let subject = try subject(of: call, query, token)
      return answer(call.kind, subject, query, headers, body)
    } catch {
      return error.answer
    }
  }

  private mutating func answer(
    _ kind: SandboxCall.Kind, _ subject: Subject, _ query: Query, _ headers: (String) -> String?,
    _ body: [UInt8]
  ) -> SandboxAnswer {
    let account = accounts[subject.account]
    switch kind {
    case .list: return list(of: subject.account)
    case .load: return SandboxAnswer(200, ["calendar": shown(subject.row)])
    case .save: return update(subject.row, headers, body)
    case .freeSlots: return freeSlots(subject, query)
    case .groups: return SandboxAnswer(200, ["groups": .array(account.groups)])
    case .scheduleSearch: return scheduleSearch(subject.account, query)
    case .schedule: return SandboxAnswer(200, ["schedule": schedules[subject.row]])
    case .users: return SandboxAnswer(200, ["users": .array(account.users)])
    case .forms: return forms(account.forms, query)
    case .location: return SandboxAnswer(200, ["location": account.location])
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
  private func takesUpdate(_ call: SandboxCall, _ version: String?) -> Bool {
    guard let suffix = call.suffix else {
      return isNew(version) || options.routes != .documentedOnly
    }
    return suffix == "free-slots" && !isNew(version) && options.routes != .resourceOnly
  }

  private func check(_ version: String?, of kind: SandboxCall.Kind) throws(SandboxRefusal) {
    guard let version else {
      throw SandboxRefusal(.unauthorized("version header was not found."))
    }
    let expected = kind.isOfAccount ? Self.accountVersions : calendarVersions
    guard expected.contains(version) else {
      throw SandboxRefusal(.unauthorized("version header is invalid"))
    }
  }

  var lookupRefusal: SandboxAnswer? { Self.refusal(options.lookups) }

  var locationRefusal: SandboxAnswer? { Self.refusal(options.location) }

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

  /// Answers with all calendars of a sub-account.
  ///
  /// Each is printed once, so that a list of thousands is quick the second time.
  private mutating func list(of account: Int) -> SandboxAnswer {
    var body = Array(#"{"calendars":["#.utf8)
    var isFirst = true
    for index in calendars.indices where calendars[index].account == account {
      let printed = calendars[index].printed ?? Array(shown(index).printed().utf8)
      calendars[index].printed = printed
      if !isFirst { body.append(UInt8(ascii: ",")) }
      isFirst = false
      body += printed
    }
    body += Array("]}".utf8)
    return SandboxAnswer(200, printed: body)
  }

  private mutating func update(
    _ index: Int, _ headers: (String) -> String?, _ body: [UInt8]
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

  private func forms(_ all: [JSONValue], _ query: Query) -> SandboxAnswer {
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
    let page = Array(all.dropFirst(skip).prefix(limit))
    return SandboxAnswer(200, ["forms": .array(page), "total": .integer(all.count)])
  }
}
