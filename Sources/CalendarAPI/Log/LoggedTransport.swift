import Synchronization

/// A transport that records everything it carries in a log, without the token.
package final class LoggedTransport: Transport {
  private let transport: any Transport
  private let token: Token
  private let log: any ExchangeLog

  /// - Parameter token: the secret that the log must not hold.
  package init(_ transport: any Transport, token: Token, log: any ExchangeLog) {
    self.transport = transport
    self.token = token
    self.log = log
  }

  /// Counts the requests of all transports of this run together.
  private static let count = Atomic(0)

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    log.record(
      .request(
        method: request.method, url: token.redacted(request.url),
        bodySize: request.body?.count ?? 0, body: request.body.flatMap(text)),
      ofRequest: number)
    let start = ContinuousClock.now
    do {
      let response = try await transport.send(request)
      log.record(
        .answer(
          status: response.status, milliseconds: Self.milliseconds(since: start),
          headers: recorded(response.headers), bodySize: response.body.count,
          body: text(response.body)),
        ofRequest: number)
      return response
    } catch {
      log.record(
        .failure(error.redacted(by: token), milliseconds: Self.milliseconds(since: start)),
        ofRequest: number)
      throw error
    }
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Int {
    Int((ContinuousClock.now - start) / .milliseconds(1))
  }

  // MARK: What is recorded

  /// The longest part of a body that is recorded, in bytes.
  static let longestBody = 1 << 16

  /// The start of a body; nil where it is empty, or the log wants no bodies.
  private func text(_ body: [UInt8]) -> String? {
    guard log.wantsBodies, !body.isEmpty else { return nil }
    let isCut = body.count > Self.longestBody
    let text = token.redacted(
      String(decoding: body.prefix(Self.longestBody), as: UTF8.self), isCut: isCut)
    return isCut ? text + "…" : text
  }

  /// Headers that say when to try again and where, and those that help the vendor find the call.
  private static let recordedHeaders: Set<String> = [
    "content-type", "location", "retry-after", "x-request-id", "x-trace-id", "cf-ray",
    "x-ratelimit-max", "x-ratelimit-remaining", "x-ratelimit-interval-milliseconds",
    "x-ratelimit-limit-daily", "x-ratelimit-daily-remaining",
  ]

  private func recorded(_ headers: [HTTPField]) -> [HTTPField] {
    headers.filter { Self.recordedHeaders.contains($0.name.lowercased()) }
      .map { HTTPField($0.name.lowercased(), token.redacted($0.value)) }
  }
}
