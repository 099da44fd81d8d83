/// Every text of this module that a person reads.
enum APITexts {
  // MARK: Errors of the service

  static func title(of error: ServiceError) -> String {
    let status = error.status.map { " (\($0))" } ?? ""
    switch error.kind {
    case .badRequest: return "The service refused the request\(status)"
    case .unauthorized: return "The service did not accept the token\(status)"
    case .forbidden: return "The token may not do this\(status)"
    case .notFound: return "The service did not find it\(status)"
    case .noSuchRoute: return "The server does not know this call\(status)"
    case .invalid:
      let count = error.messages.count
      return count > 1
        ? "The service refused \(count) values\(status)" : "The service refused the values\(status)"
    case .rateLimited: return "Too many requests\(status)"
    case .redirected(let location):
      return "The server points to \(location ?? "another address")\(status)"
    case .server: return "The service failed\(status)"
    case .unexpected: return "The service gave an unexpected answer\(status)"
    case .unreadable(let why): return "The answer cannot be read: \(why)"
    case .unusableID(let id): return id.isEmpty ? "The id is empty" : "“\(id)” cannot be an id"
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
    case .connectionClosed: "The connection ended before the answer did"
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
    case .badRequest, .invalid: "Correct what the messages name, and save again."
    case .unauthorized:
      "The token is wrong or has expired. Check where it is read from; access tokens last one day."
    case .forbidden:
      "Check that the token belongs to this sub-account and has the scope for it: calendars.write "
        + "to save, calendars.readonly to load."
    case .notFound:
      "Check the id, and that the token belongs to the sub-account that the calendar is in."
    case .noSuchRoute:
      "Check the base address. If it is right, set the route to auto, documented or resource."
    case .rateLimited(let seconds):
      seconds.map { "Wait \(duration(Double($0))), then try again." }
        ?? "Wait a while, then try again; there is also a limit per day."
    case .redirected:
      "Redirects are not followed, so that the token stays with one server. If the new address is "
        + "right, make it the base address."
    case .server: withSaveNote("Try again in a moment.", error)
    case .unexpected: "Read the whole answer, and check the base address."
    case .unreadable:
      withSaveNote(
        error.raw.isEmpty
          ? "Check the base address." : "Check the base address; the answer is kept for reading.",
        error)
    case .unusableID: "Type the id as the service gives it."
    case .transport(let transport): withSaveNote(advice(for: transport), error)
    }
  }

  private static func withSaveNote(_ advice: String, _ error: ServiceError) -> String {
    error.mayHaveBeenSaved
      ? "It is not known whether it was saved: load again to see. " + advice : advice
  }

  private static func advice(for error: TransportError) -> String {
    switch error {
    case .refused: "Check the base address and its port, and whether a firewall is in the way."
    case .hostNotFound: "Check the spelling of the address, and the network connection."
    case .timedOut: "Check the network connection, or allow more time."
    case .tls:
      "Check the clock and the base address. If the certificate comes from your own authority, "
        + "name its file with --ca-file."
    case .certificateFile: "Name a readable file of PEM certificates with --ca-file."
    case .connectionClosed: "Try again; if it stays so, a proxy or firewall may be the cause."
    case .cancelled: "Nothing more is needed."
    case .tooLarge: "Check the base address: a calendar is not that long."
    case .other: "Check the network connection and the base address."
    }
  }

  private static func duration(_ seconds: Double) -> String {
    guard seconds >= 1, seconds < 1e9 else { return "\(seconds) seconds" }
    let whole = Int(seconds)
    guard Double(whole) == seconds else { return "\(seconds) seconds" }
    return whole == 1 ? "1 second" : "\(whole) seconds"
  }

  // MARK: Answers that cannot be read

  static let notJSON = "it is not JSON"
  static let isPage = "it is a web page"
  static let isEmpty = "it is empty"
  static let isCompressed = "it is compressed, although the request asked for it plain"
  static let compressedMessage =
    "The answer is compressed, although the request asked for it plain."
  static let isOtherCalendar = "it is not this calendar"

  static func memberMissing(_ name: String, _ kind: String) -> String {
    "it has no “\(name)” that is \(kind)"
  }

  static func otherLocation(_ id: String) -> String { "it is the sub-account \(id)" }

  static func notAnObject(_ kind: String) -> String { "it is \(kind) and no object" }

  // MARK: Settings

  static func message(of problem: BaseURL.Problem) -> String {
    switch problem {
    case .empty: "The base address is empty."
    case .scheme(nil): "The base address must begin with https://."
    case .scheme(let scheme?): "The base address must begin with https://, not \(scheme)://."
    case .credentials: "The base address must not hold a user name or password."
    case .host(let host): "“\(host)” is not the name or address of a host."
    case .port(let port): "“\(port)” is not a port: it must be a number from 1 to 65535."
    case .path(let path): "The base address cannot have the path “\(path)”."
    case .queryOrFragment: "The base address must not hold ? or #."
    case .plainTextOutsideLoopback(let host):
      "Plain http is allowed to this machine only: \(host) needs https://, so that the token is "
        + "not sent in the open."
    }
  }

  static func message(of problem: Token.Problem) -> String {
    switch problem {
    case .empty: "The token is empty."
    case .lineBreak: "The token holds a line break: it must be one line."
    case .character: "The token holds a space or a character that is not plain ASCII."
    }
  }

  static func message(of problem: ProxySetting.Problem) -> String {
    switch problem {
    case .unreadable(let variable): "The proxy address in \(variable) cannot be read."
    case .scheme(let variable, let scheme):
      "The proxy in \(variable) is of kind \(scheme)://; only http:// proxies are supported."
    case .addressInNumbers(let host):
      "The certificate of \(host) cannot be verified through a proxy, as it is an address in "
        + "numbers. Name the host, or except it with NO_PROXY."
    }
  }
}
