import NIOCore
import NIOHTTP1

/// Sends bytes straight to the socket, past the HTTP encoder.
extension SandboxHandler {
  /// The head of an answer as it goes over the wire.
  func bytes(ofHead answer: SandboxAnswer) -> [UInt8] {
    guard case .head(let head) = head(of: answer, closes: true) else { return [] }
    let lines = ["HTTP/1.1 \(head.status)"] + head.headers.map { "\($0.name): \($0.value)" }
    return Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
  }

  /// Sends a stream and closes the connection after it.
  func play(_ stream: SandboxStream, _ context: ChannelHandlerContext) {
    then(write(stream.start, context), context) { $0.play(stream, from: 0, $1) }
  }

  private func play(_ stream: SandboxStream, from part: Int, _ context: ChannelHandlerContext) {
    guard stream.count.map({ part < $0 }) ?? true else {
      return close(context, after: write(stream.end, context))
    }
    // The next part waits until this one is sent, so that unread bytes do not pile up here.
    let sent = write(stream.part, context)
    let pause = context.eventLoop.flatScheduleTask(in: .milliseconds(Int64(stream.milliseconds))) {
      sent
    }
    then(pause.futureResult, context) { $0.play(stream, from: part + 1, $1) }
  }

  /// Sends byte after byte.
  func trickle(_ bytes: ArraySlice<UInt8>, _ milliseconds: Int, _ context: ChannelHandlerContext) {
    guard let byte = bytes.first else { return context.close(promise: nil) }
    let sent = write([byte], context)
    let pause = context.eventLoop.flatScheduleTask(in: .milliseconds(Int64(milliseconds))) { sent }
    then(pause.futureResult, context) { $0.trickle(bytes.dropFirst(), milliseconds, $1) }
  }

  /// Goes on when something is done, unless the connection has ended.
  private func then(
    _ done: EventLoopFuture<Void>, _ context: ChannelHandlerContext,
    _ next: @escaping @Sendable (SandboxHandler, ChannelHandlerContext) -> Void
  ) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    done.whenSuccess {
      let (handler, context) = bound.value
      if context.channel.isActive { next(handler, context) }
    }
  }

  private func write(
    _ bytes: [UInt8], _ context: ChannelHandlerContext
  ) -> EventLoopFuture<Void> {
    let pipeline = context.pipeline.syncOperations
    guard let encoder = try? pipeline.context(handlerType: HTTPResponseEncoder.self) else {
      context.close(promise: nil)
      return context.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
    }
    let done = context.eventLoop.makePromise(of: Void.self)
    encoder.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes)), promise: done)
    return done.futureResult
  }
}
