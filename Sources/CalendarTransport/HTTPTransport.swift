import AsyncHTTPClient
import CalendarAPI
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization

/// A ``Transport`` over real connections.
///
/// Threads, connections and the trust store are made with the first request, so that creating a
/// transport is quick. It retries nothing, follows no redirect and unpacks no answer. Call
/// ``shutdown()`` at the end.
package final class HTTPTransport: Transport {
  private enum State {
    /// The clients so far, by scheme and host: each verifies the name of its own host.
    case open([String: HTTPClient])
    case shutDown
  }

  package let configuration: TransportConfiguration
  private let state = Mutex(State.open([:]))

  package init(_ configuration: TransportConfiguration = TransportConfiguration()) {
    self.configuration = configuration
  }

  deinit {
    // In debug builds a client traps when it is freed without having been shut down.
    guard case .open(let clients) = state.withLock({ $0 }) else { return }
    for client in clients.values { client.shutdown { _ in } }
  }

  /// Closes all connections; requests under way fail, later ones do too.
  ///
  /// It does not wait for a connection that is still being made: on a silent network the program
  /// would hang at its end.
  package func shutdown() async {
    let clients: [HTTPClient] = state.withLock { state in
      defer { state = .shutDown }
      if case .open(let clients) = state { return Array(clients.values) }
      return []
    }
    for client in clients { await shutdown(client) }
  }

  private func shutdown(_ client: HTTPClient) async {
    let loop = client.eventLoopGroup.any()
    let done = loop.makePromise(of: Void.self)
    client.shutdown { _ in done.succeed(()) }
    let giveUp = loop.scheduleTask(in: .milliseconds(250)) { done.succeed(()) }
    try? await done.futureResult.get()
    giveUp.cancel()
  }

  /// Sends one request and waits for the whole answer, no longer than the deadline.
  ///
  /// Cancelling the task ends it at once with ``TransportError/cancelled``.
  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    if Task.isCancelled { throw .cancelled }
    let client = try client(for: request.url)
    let outcome = await withTaskGroup(of: Result<HTTPResponse, TransportError>.self) { group in
      group.addTask { await self.exchange(request, client) }
      group.addTask { [seconds = configuration.deadline] in
        do {
          try await Task.sleep(for: .seconds(seconds))
          return .failure(.timedOut(seconds: seconds))
        } catch {
          return .failure(.cancelled)
        }
      }
      let first = await group.next()
      group.cancelAll()
      return first ?? .failure(.cancelled)
    }
    return try outcome.get()
  }

  private func client(for url: String) throws(TransportError) -> HTTPClient {
    guard let base = try? BaseURL(String(url.prefix { $0 != "?" })) else {
      throw .other(TransportTexts.badAddress)
    }
    let result = state.withLock { state -> Result<HTTPClient, TransportError> in
      switch state {
      case .shutDown: return .failure(.other(TransportTexts.isShutDown))
      case .open(var clients):
        let origin = "\(base.scheme.rawValue)://\(base.host)"
        if let client = clients[origin] { return .success(client) }
        return Result { () throws(TransportError) in
          let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: try makeConfiguration(for: base))
          clients[origin] = client
          state = .open(clients)
          return client
        }
      }
    }
    return try result.get()
  }

  private func makeConfiguration(
    for base: BaseURL
  ) throws(TransportError) -> HTTPClient.Configuration {
    var client = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .milliseconds(Int64(configuration.connectTimeout * 1000))),
      decompression: .disabled)
    client.httpVersion = .http1Only
    client.http1_1ConnectionDebugInitializer = HostCheck.initializer(for: base)
    // Without this the client tries a refused connection again until the timeout is over.
    client.connectionPool.retryConnectionEstablishment = false
    client.connectionPool.idleTimeout = .seconds(20)
    if let file = configuration.certificateFile {
      client.tlsConfiguration = try TrustFile(path: file).tlsConfiguration()
    }
    if let proxy = configuration.proxy {
      let login = proxy.credentials.map {
        HTTPClient.Authorization.basic(username: $0.user, password: $0.password)
      }
      client.proxy = .server(host: proxy.host, port: proxy.port, authorization: login)
    }
    return client
  }

  // MARK: One request

  private func exchange(
    _ request: HTTPRequest, _ client: HTTPClient
  ) async -> Result<HTTPResponse, TransportError> {
    do {
      let answer = try await client.execute(
        clientRequest(request), deadline: .now() + .seconds(24 * 60 * 60))
      let headers = answer.headers.map { HTTPField($0.name, $0.value) }
      let body = try await body(of: answer)
      // A cancelled read may end early without an error, and half a body must not pass for one.
      if Task.isCancelled { return .failure(.cancelled) }
      return .success(
        HTTPResponse(status: Int(answer.status.code), headers: headers, body: body))
    } catch {
      return .failure(await transportError(error, url: request.url))
    }
  }

  private func clientRequest(_ request: HTTPRequest) -> HTTPClientRequest {
    var out = HTTPClientRequest(url: request.url)
    out.method = HTTPMethod(rawValue: request.method)
    for field in request.headers { out.headers.add(name: field.name, value: field.value) }
    if !out.headers.contains(name: "User-Agent"), !configuration.userAgent.isEmpty {
      out.headers.add(name: "User-Agent", value: configuration.userAgent)
    }
    // The transport unpacks nothing, so it asks for plain answers.
    if !out.headers.contains(name: "Accept-Encoding") {
      out.headers.add(name: "Accept-Encoding", value: "identity")
    }
    if let body = request.body { out.body = .bytes(ByteBuffer(bytes: body)) }
    return out
  }

  private struct TooLarge: Error {}

  private func body(of answer: HTTPClientResponse) async throws -> [UInt8] {
    let limit = configuration.maxBodySize
    if let length = answer.headers.first(name: "Content-Length").flatMap({ Int($0) }),
      length > limit
    {
      throw TooLarge()
    }
    var bytes: [UInt8] = []
    for try await part in answer.body {
      guard bytes.count + part.readableBytes <= limit else { throw TooLarge() }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return bytes
  }

  private func transportError(_ error: any Error, url: String) async -> TransportError {
    if Task.isCancelled { return .cancelled }
    if error is TooLarge { return .tooLarge(limit: configuration.maxBodySize) }
    let failure = TransportFailure(error, configuration: configuration)
    guard case .certificateRefused = failure else { return failure.error(url: url) }
    let address = String(url.prefix { $0 != "?" })
    guard configuration.proxy == nil, let base = try? BaseURL(address) else {
      return .tls(reason: TransportTexts.refusedCertificate)
    }
    // This cannot be cancelled, so it is short.
    let reason = await CertificateDiagnosis.reason(
      host: base.host, port: base.port, timeout: min(configuration.connectTimeout, 3))
    return Task.isCancelled ? .cancelled : .tls(reason: reason)
  }
}
