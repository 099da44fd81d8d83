import Synchronization

/// A transport that tells a log of everything it carries, without the token.
package final class LoggedTransport: Transport {
  private let transport: any Transport
  private let token: Token
  private let log: any ExchangeLog

  /// - Parameter token: what is not to be told.
  package init(_ transport: any Transport, token: Token, log: any ExchangeLog) {
    self.transport = transport
    self.token = token
    self.log = log
  }

  /// Several transports, one after another or beside each other, number their requests together.
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
          headers: told(of: response), bodySize: response.body.count, body: text(response.body)),
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

  // MARK: What is told

  /// The longest part of a body that is told, in bytes.
  static let longestBody = 1 << 16

  /// The start of a body; nil where it is empty, or not wanted.
  private func text(_ body: [UInt8]) -> String? {
    guard log.wantsBodies, !body.isEmpty else { return nil }
    let isCut = body.count > Self.longestBody
    let text = token.redacted(
      String(decoding: body.prefix(Self.longestBody), as: UTF8.self), isCut: isCut)
    return isCut ? text + "…" : text
  }

  /// Headers that say when to come back, where to go, and by what the service finds the call.
  private static let namesTold: Set<String> = [
    "content-type", "location", "retry-after", "x-request-id", "x-trace-id", "cf-ray",
    "x-ratelimit-max", "x-ratelimit-remaining", "x-ratelimit-interval-milliseconds",
    "x-ratelimit-limit-daily", "x-ratelimit-daily-remaining",
  ]

  private func told(of response: HTTPResponse) -> [HTTPField] {
    response.headers.filter { Self.namesTold.contains($0.name.lowercased()) }
      .map { HTTPField($0.name.lowercased(), token.redacted($0.value)) }
  }
}
