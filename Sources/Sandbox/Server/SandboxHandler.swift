import NIOCore
import NIOHTTP1
import Synchronization

/// One connection: collects a request, asks the state, writes the answer.
///
/// Everything happens on the connection's event loop and nothing blocks it, so that a client that
/// stalls does not hold up others.
final class SandboxHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let state: SandboxStore
  private let maxBodySize: Int
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var isTooLarge = false

  init(_ state: SandboxStore, maxBodySize: Int) {
    self.state = state
    self.maxBodySize = maxBodySize
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
      isTooLarge = false
    case .body(let part):
      guard !isTooLarge else { return }
      if body.count + part.readableBytes > maxBodySize {
        isTooLarge = true
        body = []
        write(.tooLarge(), context, closes: true)
      } else {
        body.append(contentsOf: part.readableBytesView)
      }
    case .end:
      guard let head, !isTooLarge else { return }
      self.head = nil
      respond(to: head, context)
      body = []
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func respond(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let authorization = head.headers.first(name: "Authorization")
    let (method, target, headers) = (head.method.rawValue, head.uri, Self.recorded(head.headers))
    let (closes, body) = (!head.isKeepAlive, body)
    let (exchange, fault) = state.withLock { state -> (Exchange, SandboxFault?) in
      let request = state.request(
        method: method, target: target, headers: headers, body: body,
        authorization: authorization)
      state.record(request)
      let rate = state.count(request)
      state.options.onRequest?(request, rate.isRefused)
      let exchange = Exchange(
        request: request, authorization: authorization, closes: closes, rate: rate)
      // A fault waits for a request that is let through.
      return (exchange, rate.isRefused ? nil : state.nextFault(for: request))
    }
    if let fault {
      fail(exchange, fault, context)
    } else {
      write(answer(exchange), context, closes: exchange.closes)
    }
  }

  /// A request that is complete, and what else its answer needs.
  struct Exchange: Sendable {
    let request: SandboxRequest
    /// The header as it came.
    let authorization: String?
    /// Whether the connection closes after the answer.
    let closes: Bool
    let rate: RateCount.Verdict
  }

  /// Carries a request out, unless it is one too many.
  func answer(
    _ exchange: Exchange,
    _ carryOut: (inout SandboxState, Exchange) -> SandboxAnswer = { $0.answer($1) }
  ) -> SandboxAnswer {
    var answer = state.withLock { state in
      exchange.rate.isRefused
        ? SandboxAnswer.tooManyRequests().shaped(state.options.errors) : carryOut(&state, exchange)
    }
    answer.headers += exchange.rate.headers
    return answer
  }

  private static func recorded(_ headers: HTTPHeaders) -> [SandboxRequest.Header] {
    headers.map { name, value in
      let isSecret = name.lowercased().hasSuffix("authorization")
      let kind = value.prefix { $0 != " " }
      return .init(name: name, value: isSecret ? "\(kind) [token]" : value)
    }
  }

  // MARK: Writing

  func head(of answer: SandboxAnswer, closes: Bool) -> HTTPServerResponsePart {
    var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
    headers.replaceOrAdd(name: "Content-Length", value: "\(answer.body.count)")
    if closes { headers.replaceOrAdd(name: "Connection", value: "close") }
    return .head(
      HTTPResponseHead(
        version: .http1_1, status: .init(statusCode: answer.status), headers: headers))
  }

  func write(_ answer: SandboxAnswer, _ context: ChannelHandlerContext, closes: Bool) {
    context.write(wrapOutboundOut(head(of: answer, closes: closes)), promise: nil)
    if !answer.body.isEmpty {
      context.write(
        wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    }
    let done = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if closes { close(context, after: done) }
  }

  func writeHalf(
    _ answer: SandboxAnswer, _ context: ChannelHandlerContext, thenCloses: Bool
  ) {
    context.write(wrapOutboundOut(head(of: answer, closes: false)), promise: nil)
    let half = answer.body.prefix(answer.body.count / 2)
    let done = context.writeAndFlush(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: half)))))
    if thenCloses { close(context, after: done) }
  }

  func close(_ context: ChannelHandlerContext, after done: EventLoopFuture<Void>) {
    let channel = context.channel
    done.whenComplete { _ in channel.close(promise: nil) }
  }
}

/// The state behind all connections.
final class SandboxStore: Sendable {
  private let state: Mutex<SandboxState>

  init(_ state: sending SandboxState) { self.state = Mutex(state) }

  func withLock<R: Sendable>(_ body: (inout SandboxState) -> R) -> R {
    state.withLock { body(&$0) }
  }
}
