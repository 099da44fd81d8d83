import JSON

/// A call that is refused.
struct SandboxRefusal: Error {
  let answer: SandboxAnswer

  init(_ answer: SandboxAnswer) { self.answer = answer }
}

/// Which token opens which sub-account, and what a call is about.
extension SandboxState {
  /// The token of an `Authorization` header; nil where it holds none.
  static func token(in header: String?) -> String? {
    guard let header, header.lowercased().hasPrefix("bearer ") else { return nil }
    let token = header.dropFirst(7)
    return token.contains { $0 != " " } ? String(token) : nil
  }

  /// Whether a token opens a sub-account.
  func opens(_ token: String, _ account: Int) -> Bool {
    let own = accounts[account].tokens
    guard own.isEmpty else { return own.contains(token) }
    return !accounts.contains { $0.tokens.contains(token) }
  }

  /// Whether a token opens anything.
  func isKnown(_ token: String) -> Bool { accounts.indices.contains { opens(token, $0) } }

  func account(ofLocation id: String) -> Int? { accounts.firstIndex { $0.id == id } }

  /// The sub-account that a value names; the first one where it names none that is there.
  func account(of value: JSONValue) -> Int {
    value[key: "locationId"]?.text.flatMap(account(ofLocation:)) ?? 0
  }

  /// A request with what the sandbox knows about it.
  func request(
    method: String, target: String, headers: [SandboxRequest.Header], body: [UInt8],
    authorization: String?
  ) -> SandboxRequest {
    let token = Self.token(in: authorization)
    let location = SandboxCall(method: method, target: target).flatMap {
      locationID(of: $0, Query(target))
    }
    let account = location.flatMap(account(ofLocation:))
    return SandboxRequest(
      method: method, target: target, headers: headers, body: body, token: token,
      locationID: location,
      isMisdirected: account.map { account in token.map { !opens($0, account) } ?? true } ?? false)
  }

  private func locationID(of call: SandboxCall, _ query: Query) -> String? {
    switch call.kind {
    case .load, .save, .freeSlots:
      call.id.flatMap(index(ofCalendar:)).map { accounts[calendars[$0].account].id }
    case .schedule:
      call.id.flatMap(index(ofSchedule:)).map { accounts[account(of: schedules[$0])].id }
    case .location: call.id
    case .list, .groups, .scheduleSearch, .users, .forms: query["locationId"]
    }
  }

  // MARK: What a call is about

  /// What a call is about.
  struct Subject {
    /// The place of the sub-account.
    var account: Int
    /// The place of the calendar or of the schedule; 0 where the call is about neither.
    var row = 0
  }

  /// What a call is about, when its token may make it.
  func subject(
    of call: SandboxCall, _ query: Query, _ token: String
  ) throws(SandboxRefusal) -> Subject {
    if call.kind.isLookUp, let refusal = lookupRefusal { throw SandboxRefusal(refusal) }
    let subject = try self.subject(of: call, query)
    guard opens(token, subject.account) else {
      let isHidden = call.kind.isAboutCalendar && options.otherCalendar == .unknown
      throw SandboxRefusal(isHidden ? noCalendar : .otherLocation)
    }
    guard !accounts[subject.account].missingScopes.contains(call.kind) else {
      throw SandboxRefusal(.missingScope)
    }
    return subject
  }

  private func subject(
    of call: SandboxCall, _ query: Query
  ) throws(SandboxRefusal) -> Subject {
    switch call.kind {
    case .load, .save, .freeSlots:
      guard let row = call.id.flatMap(index(ofCalendar:)) else { throw SandboxRefusal(noCalendar) }
      return Subject(account: calendars[row].account, row: row)
    case .schedule:
      if let refusal = scheduleRefusal { throw SandboxRefusal(refusal) }
      guard let row = call.id.flatMap(index(ofSchedule:)) else {
        throw SandboxRefusal(.notFound("Schedule not found"))
      }
      return Subject(account: account(of: schedules[row]), row: row)
    case .location:
      if let refusal = locationRefusal { throw SandboxRefusal(refusal) }
      return try subject(ofLocation: call.id ?? "")
    case .list, .groups, .scheduleSearch, .users, .forms:
      guard let location = query["locationId"], !location.isEmpty else {
        throw SandboxRefusal(.invalid(["locationId should not be empty"]))
      }
      return try subject(ofLocation: location)
    }
  }

  private func subject(ofLocation id: String) throws(SandboxRefusal) -> Subject {
    guard let account = account(ofLocation: id) else { throw SandboxRefusal(.otherLocation) }
    return Subject(account: account)
  }
}
