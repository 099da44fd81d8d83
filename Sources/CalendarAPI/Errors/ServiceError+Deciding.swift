import JSON

/// What a job asks an error before it goes on.
extension ServiceError {
  /// Whether the service refused the token, so that another token can help.
  package var isTokenRefused: Bool {
    switch kind {
    case .unauthorized, .missingScope, .otherAccount, .agencyToken: true
    default: false
    }
  }

  /// Whether the answer is about another calendar, or does not say which one it is about.
  package var isOtherCalendar: Bool {
    switch kind {
    case .otherCalendar: true
    case .unreadable(let why): why == APITexts.isOtherCalendar
    default: false
    }
  }

  /// The places of the properties that the service said should not exist.
  package var refusedKeys: [JSONPath] {
    guard status == 422 || status == 400 else { return [] }
    return messages.filter(\.isUnknownProperty).compactMap(\.path)
  }

  /// The seconds to wait before the same request may succeed; nil where waiting does not help.
  ///
  /// An answer that names no time is waited for as long as an interval of the documented limit
  /// (section 3), except when today's requests are used up.
  package var retryAfter: Int? {
    guard case .rateLimited(let seconds) = kind else { return nil }
    if let seconds { return seconds }
    return isUsedUpToday ? nil : Self.usualWait
  }

  /// Whether no request is left for today.
  package var isUsedUpToday: Bool {
    guard case .rateLimited = kind else { return false }
    return rateLimit?.isUsedUpToday == true
  }

  /// The length of an interval of the documented limit, in seconds.
  private static let usualWait = 10

  /// Whether the answer came from a proxy that had none from the service in time, or none that it
  /// could use.
  var isFromProxy: Bool {
    guard case .server(let status) = kind else { return false }
    return status == 502 || status == 504 || Self.proxyStatuses.contains(status)
  }

  /// The statuses below 500 of something in front of the service that did not wait for its answer:
  /// like those above, they say nothing about whether a save was carried out.
  ///
  /// Request Timeout, Too Early, and those of load balancers for a closed connection (460, 499).
  static let statusesOfWaiting: Set<Int> = [408, 425, 460, 499]

  /// The statuses of the proxy in front of the service (section 8).
  static let proxyStatuses = 520...524
}
