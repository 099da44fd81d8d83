import NIOCore
import NIOPosix

/// Passes on what comes over a connection to a server on this machine, and its answers back.
final class Relay: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let port: Int
  private var server: (any Channel)?
  /// What came before the server could be reached.
  private var waiting: [ByteBuffer] = []

  init(to port: Int) { self.port = port }

  func handlerAdded(context: ChannelHandlerContext) {
    let client = context.channel
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    ClientBootstrap(group: context.eventLoop)
      .channelInitializer { server in
        server.eventLoop.makeCompletedFuture {
          try server.pipeline.syncOperations.addHandler(RelayBack(to: client))
        }
      }
      .connect(host: "127.0.0.1", port: port)
      .whenComplete { result in
        switch result {
        case .success(let server): bound.value.begin(server)
        case .failure: client.close(promise: nil)
        }
      }
  }

  private func begin(_ server: any Channel) {
    self.server = server
    for buffer in waiting { server.writeAndFlush(buffer, promise: nil) }
    waiting = []
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    if let server { server.writeAndFlush(buffer, promise: nil) } else { waiting.append(buffer) }
  }

  func channelInactive(context: ChannelHandlerContext) { server?.close(promise: nil) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// The way back.
private final class RelayBack: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let client: any Channel

  init(to client: any Channel) { self.client = client }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    client.writeAndFlush(unwrapInboundIn(data), promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { client.close(promise: nil) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
