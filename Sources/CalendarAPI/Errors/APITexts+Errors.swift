import CalendarModel

/// The texts of errors: what happened, and what to do about it.
extension APITexts {
  // MARK: Errors of the service

  static func title(of error: ServiceError) -> String {
    let status = error.status.map { " (\($0))" } ?? ""
    switch error.kind {
    case .badRequest: return "The service refused the request\(status)"
    case .unauthorized: return "The service did not accept the token\(status)"
    case .forbidden: return "The token may not do this\(status)"
    case .missingScope:
      return "The token lacks \(error.call.map { "the scope \($0.scope)" } ?? "a scope")\(status)"
    case .foreignCalendar(let its, let own):
      return "The calendar is in \(its), and not in \(own)"
    case .otherAccount: return "The token has no access to this sub-account\(status)"
    case .agencyToken: return "The token is not one of a sub-account\(status)"
    case .versionRefused: return "The service does not accept the API version\(status)"
    case .notFound: return "The service did not find it\(status)"
    case .noSuchRoute: return "The server does not know this call\(status)"
    case .invalid:
      if error.call?.sendsValues == false { return "The service refused the request\(status)" }
      let count = error.messages.count
      return count > 1
        ? "The service refused \(count) values\(status)" : "The service refused the values\(status)"
    case .rateLimited: return "Too many requests\(status)"
    case .redirected(let location):
      return "The server redirects to \(location ?? "another address")\(status)"
    case .server(let code) where ServiceError.proxyStatuses.contains(code):
      return "A proxy got no usable answer from the service\(status)"
    case .server: return "The service failed\(status)"
    case .unexpected: return "The service gave an unexpected answer\(status)"
    case .unreadable(let why): return "The answer cannot be read: \(why)"
    case .otherCalendar(let asked, let got):
      return "The service sent another calendar: \(got) instead of \(asked)"
    case .unusableID(let id): return id.isEmpty ? "The id is empty" : "\"\(id)\" cannot be an id"
    case .transport(let error): return title(of: error)
    }
  }

  static func title(of error: TransportError) -> String {
    switch error {
    case .refused: "The connection was refused"
    case .hostNotFound(let host): "The host \(host) was not found"
    case .timedOut(let seconds): "No answer within \(duration(seconds))"
    case .tls(let reason): "No secure connection: \(reason)"
    case .certificateFile(let path, let reason):
      "The certificate file \(path) cannot be used: \(reason)"
    case .connectionClosed: "The connection closed before the answer was complete"
    case .cancelled: "Cancelled"
    case .tooLarge(let limit): "The answer is longer than \(limit / 1024 / 1024) MiB"
    case .other(let reason): "The connection failed: \(reason)"
    }
  }

  static func advice(for error: ServiceError) -> String {
    let advice = plainAdvice(for: error)
    guard error.isHTML else { return advice }
    return "The answer is a web page, so it comes from a proxy or gateway in between, not from the "
      + "calendar service. " + advice
  }

  private static func plainAdvice(for error: ServiceError) -> String {
    switch error.kind {
    case .badRequest, .invalid:
      switch error.call?.sendsValues {
      case true? where error.messages.isEmpty:
        "The service does not say what is wrong. Read the whole answer, and check the values."
      case true?: "Correct what the messages name, and save again."
      case false?:
        "None of your values was sent. Check the id of the calendar and the base URL."
      case nil: "Read what the service says."
      }
    case .unauthorized:
      "The token is wrong or has expired. Check where it is read from; access tokens last one day, "
        + "Private Integration Tokens 90 days."
    case .forbidden:
      "Check that the token belongs to this sub-account and has the scope for it: "
        + scopes(for: error.call) + "."
    case .missingScope:
      "Add that scope to the token under Private Integrations in the sub-account's "
        + "settings, or use another token. caledit needs \(scopes(for: error.call))."
    case .foreignCalendar(let its, _):
      "Nothing of it is shown or sent. Open it with the profile of \(its)."
    case .otherAccount:
      "Use a token of the sub-account that the calendar is in, and check the id of the calendar."
    case .agencyToken:
      "It looks like a token of the agency, which cannot read calendars. Use a Private Integration "
        + "Token that was made inside the sub-account, or its access token."
    case .versionRefused: versionAdvice(error.call)
    case .notFound:
      "Check the id, and that the token belongs to the sub-account that the calendar is in."
    case .noSuchRoute:
      error.call?.sendsValues == false
        ? "Check the base URL: the service loads a calendar at /calendars/ and its id."
        : "Check the base URL. If it is right, set the route to auto, documented or resource."
    case .rateLimited(let seconds): waitAdvice(error, asked: seconds)
    case .redirected:
      "caledit follows no redirects, so that the token stays with one server. If the new address is "
        + "right, make it the base URL."
    case .server:
      withSaveNote(
        error.isFromProxy
          ? "A proxy in front of the service says this. Try again in a moment."
          : "Try again in a moment.", error)
    case .unexpected: withSaveNote("Read the whole answer, and check the base URL.", error)
    case .unreadable:
      withSaveNote(
        error.raw.isEmpty
          ? "Check the base URL." : "Check the base URL; you can read the whole answer.",
        error)
    case .otherCalendar:
      "Try again; if it happens again, check the base URL: a proxy or a cache may mix "
        + "up the answers."
    case .unusableID: "Type the id as the service gives it."
    case .transport(let transport): withSaveNote(advice(for: transport), error)
    }
  }

  /// The scopes that a token needs, for loading and saving unless the call is another one.
  private static func scopes(for call: ServiceCall?) -> String {
    let (writing, reading) = (ServiceCall.writingScope, ServiceCall.readingScope)
    if let scope = call?.scope, ![writing, reading].contains(scope) { return scope }
    return "\(writing) to save, \(reading) to load"
  }

  private static func versionAdvice(_ call: ServiceCall?) -> String {
    let choices = APIVersion.allCases.map(\.rawValue).filter { $0 != call?.version }
      .joined(separator: " or ")
    guard let call else { return "Choose the version with --api-version: \(choices)." }
    return call.hasChosenVersion
      ? "The request used version \(call.version). Choose another with --api-version: \(choices)."
      : "The request used \(call.version), the only one that this call has. Check whether a proxy "
        + "changes the header Version."
  }

  private static func waitAdvice(_ error: ServiceError, asked seconds: Int?) -> String {
    let wait = seconds.map { seconds in
      seconds <= longestWait
        ? "Wait \(duration(Double(seconds))), then try again."
        : "The service asks for a wait of more than a year, which nobody means; try again in a while."
    }
    guard error.isUsedUpToday else {
      return wait ?? "Wait a while, then try again; there is also a limit per day."
    }
    let count = error.rateLimit?.dailyLimit.map { "all \($0) of them" }
    return "Today's requests are used up\(count.map { ", \($0)" } ?? ""). "
      + (wait ?? "Waiting a moment does not help: try again tomorrow.")
  }

  /// The longest wait that is taken for what is meant, in seconds: a year.
  private static let longestWait = 366 * 86_400

  private static func withSaveNote(_ advice: String, _ error: ServiceError) -> String {
    error.mayHaveBeenSaved
      ? "It is not known whether it was saved: load again to see. " + advice : advice
  }

  private static func advice(for error: TransportError) -> String {
    switch error {
    case .refused: "Check the base URL and its port, and whether a firewall is in the way."
    case .hostNotFound: "Check the spelling of the address, and the network connection."
    case .timedOut: "Check the network connection, or set a longer --timeout."
    case .tls:
      "Check the clock and the base URL. If the certificate comes from your own authority, "
        + "name its file with --ca-file."
    case .certificateFile: "Name a readable file of PEM certificates with --ca-file."
    case .connectionClosed: "Try again; if it happens again, a proxy or firewall may be the cause."
    case .cancelled: "Nothing more is needed."
    case .tooLarge: "Check the base URL: a calendar is not that long."
    case .other: "Check the network connection and the base URL."
    }
  }

  private static func duration(_ seconds: Double) -> String {
    guard seconds >= 1, seconds < 1e9 else { return "\(seconds) seconds" }
    let whole = Int(seconds)
    guard Double(whole) == seconds else { return "\(seconds) seconds" }
    return whole == 1 ? "1 second" : "\(whole) seconds"
  }
}
