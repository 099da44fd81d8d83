/// Carries a request to a server and brings the answer back.
package protocol Transport: Sendable {
  /// Sends one request, once, and waits for the whole answer.
  ///
  /// Every status is an answer, redirects included. A transport never repeats a request: the caller
  /// could not tell how often the server carried it out.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

/// Why no answer came.
package enum TransportError: Error, Sendable, Hashable {
  /// Nothing listens at the address.
  case refused
  /// The name of the host, or of the proxy, has no address.
  case hostNotFound(host: String)
  /// No connection or no whole answer came in time.
  case timedOut(seconds: Double)
  /// No protected connection could be made; the reason is in words.
  case tls(reason: String)
  /// The file with certificates to trust cannot be used.
  case certificateFile(path: String, reason: String)
  /// The connection ended before the answer did.
  case connectionClosed
  /// The task that asked was cancelled.
  case cancelled
  /// The answer is longer than the transport takes.
  case tooLarge(limit: Int)
  /// Anything else, in words.
  case other(String)

  /// What happened, in one line.
  package var title: String { APITexts.title(of: self) }

  /// Whether the request may have reached the service all the same.
  package var mayHaveArrived: Bool {
    switch self {
    case .refused, .hostNotFound, .tls, .certificateFile: false
    case .timedOut, .connectionClosed, .cancelled, .tooLarge, .other: true
    }
  }
}
