import CalendarAPI
import CalendarModel
import TextUI
import UserConfiguration

/// Asks for everything that the editor asks for in a sub-account.
struct AccountCheck: Sendable {
  /// What one call came to.
  struct Finding: Sendable {
    enum Outcome: Sendable {
      case works(String)
      case failed(String, advice: [String])
      /// It was not asked, and why; nothing is wrong with it by itself.
      case notAsked(String)
    }

    let what: String
    let outcome: Outcome

    init(_ what: String, _ outcome: Outcome) {
      self.what = what
      self.outcome = outcome
    }

    var isWell: Bool {
      if case .failed = outcome { false } else { true }
    }

    /// As they are shown: a mark in words, what it is, and under it what to do.
    ///
    /// - Parameter width: of the terminal; nil wraps nothing.
    func lines(width: Int?) -> [String] {
      let (mark, text, advice): (String, String, [String]) =
        switch outcome {
        case .works(let text): ("ok", text, [])
        case .failed(let text, let advice): ("FAILS", text, advice)
        case .notAsked(let text): ("-", text, [])
        }
      let start = "  " + Self.padded(mark, 7) + Self.padded(what, 13)
      let hanging = String(repeating: " ", count: Self.column)
      func wrapped(_ text: String) -> [String] {
        width.map { TextWrap.lines(text, width: max(20, $0 - Self.column)) } ?? [text]
      }
      let said = wrapped(text)
      return [start + (said.first ?? "")]
        + (said.dropFirst() + advice.flatMap(wrapped)).map { hanging + $0 }
    }

    /// Where what was found out begins.
    private static let column = 22

    private static func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
  }

  let connection: Connection
  let profile: Profile

  /// Everything in turn; the most important call comes first, and what makes the others fail as well
  /// ends them.
  func findings() async -> [Finding] {
    var findings = [
      Finding("token", .works("from \(TokenSource(of: profile).place), for \(profile.host)"))
    ]
    guard let location = profile.location else {
      findings.append(
        Finding(
          "location",
          .failed(
            "nobody says which sub-account it is",
            advice: ["Write location in the profile, or give --location."])))
      return findings
    }
    do throws(ServiceError) {
      let service = try await connection.connected()
      let calendars = await result { () throws(ServiceError) in
        try await service.calendars(locationID: location)
      }
      findings.append(Finding("calendars", outcome(calendars) { Self.count($0) }))
      if case .failure(let error) = calendars, error.endsAll {
        findings.append(
          Finding("the rest", .notAsked("not asked, as it would fail in the same way")))
      } else {
        findings += await others(service, location, (try? calendars.get()) ?? [])
      }
    } catch {
      findings.append(Finding("service", failed(error)))
    }
    await connection.shutdown()
    return findings
  }

  /// What the editor can do without.
  private func others(
    _ service: CalendarService, _ location: String, _ calendars: [LookUpResult]
  ) async -> [Finding] {
    var findings: [Finding] = []
    let account = await result { () throws(ServiceError) in try await service.location(id: location)
    }
    findings.append(
      Finding(
        "location",
        outcome(account) {
          [$0.name ?? $0.id, $0.timezone ?? "no time zone"].joined(separator: ", ")
        }
      ))
    // One user is enough to see whether the service answers for schedules.
    var user: [String] = []
    for kind in LookUp.allCases {
      let list = await result { () throws(ServiceError) in
        try await service.list(kind, locationID: location)
      }
      if kind == .users { user = ((try? list.get()) ?? []).prefix(1).map(\.id) }
      findings.append(Finding(kind.noun, outcome(list) { Self.count($0) }))
    }
    if let calendar = calendars.first {
      let schedules = await result { () throws(ServiceError) in
        try await service.schedules(
          locationID: location, calendarID: calendar.id, userIDs: user)
      }
      findings.append(
        Finding("schedules", outcome(schedules) { _ in "can be looked at" }))
    } else {
      findings.append(Finding("schedules", .notAsked("not asked, as there is no calendar")))
    }
    let saving =
      profile.isReadOnly
      ? "the profile is read-only"
      : "not tried; it needs the scope \(ServiceCall.writingScope), which only a save shows"
    return findings + [Finding("saving", .notAsked(saving))]
  }

  private static func count(_ entries: [LookUpResult]) -> String {
    entries.isEmpty ? "none" : "\(entries.count)"
  }

  private func outcome<Value>(
    _ result: Result<Value, ServiceError>, _ words: (Value) -> String
  ) -> Finding.Outcome {
    switch result {
    case .success(let value): .works(words(value))
    case .failure(let error): failed(error)
    }
  }

  private func failed(_ error: ServiceError) -> Finding.Outcome {
    // The words of the call are for somebody who edits a calendar.
    let advice =
      error.kind == .otherAccount
      ? "Use a token of this sub-account, and check its id: \(profile.location ?? "")."
      : error.advice
    return .failed(error.title, advice: [advice])
  }
}

extension ServiceError {
  /// Whether every other call of the same token and address fails as well.
  fileprivate var endsAll: Bool {
    switch kind {
    case .unauthorized, .otherAccount, .agencyToken, .versionRefused, .transport, .redirected: true
    default: false
    }
  }
}
