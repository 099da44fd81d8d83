import NIOCore
import NIOPosix
import Synchronization

/// A proxy that opens tunnels, all of them to one port of this machine, and notes what it sees.
package final class ConnectProxy: Sendable {
  private let channel: any Channel
  private let seen: Seen

  package var port: Int { channel.localAddress?.port ?? 0 }
  /// The first line of every request for a tunnel.
  package var requests: [String] { seen.heads.withLock { $0 } }
  /// Everything that clients have sent, that in the tunnels too.
  package var received: [UInt8] { seen.bytes.withLock { $0 } }

  private init(_ channel: any Channel, _ seen: Seen) {
    self.channel = channel
    self.seen = seen
  }

  /// Starts one from a thread that does not await.
  package static func startBlocking(before port: Int) throws -> ConnectProxy {
    let seen = Seen()
    let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Opening(to: port, seen))
        }
      }
      .bind(host: "127.0.0.1", port: 0).wait()
    return ConnectProxy(channel, seen)
  }

  package func stopBlocking() { try? channel.close().wait() }

  fileprivate final class Seen: Sendable {
    let heads = Mutex<[String]>([])
    let bytes = Mutex<[UInt8]>([])
  }

  /// Reads the request for a tunnel, and lets everything else through.
  private final class Opening: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let port: Int
    private let seen: Seen
    private var head = ByteBuffer()
    private var isOpen = false

    init(to port: Int, _ seen: Seen) {
      self.port = port
      self.seen = seen
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      var buffer = unwrapInboundIn(data)
      seen.bytes.withLock { $0 += buffer.readableBytesView }
      if isOpen { return context.fireChannelRead(data) }
      head.writeBuffer(&buffer)
      let text = String(buffer: head)
      guard text.contains("\r\n\r\n") else { return }
      isOpen = true
      let line = text.prefix { $0 != "\r\n" }
      seen.heads.withLock { $0.append(String(line)) }
      guard line.hasPrefix("CONNECT "),
        (try? context.pipeline.syncOperations.addHandler(Relay(to: port))) != nil
      else { return context.close(promise: nil) }
      // A client says nothing in the tunnel before it is told that it is open.
      context.writeAndFlush(
        wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n")), promise: nil)
    }
  }
}
