import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server that shows a certificate and passes what it is told on to another one on this machine.
package final class TLSServer: Sendable {
  private let channel: any Channel
  private let front: Front

  package var port: Int { channel.localAddress?.port ?? 0 }

  package init(certificate: String, before port: Int) async throws {
    front = try Front(certificate)
    channel = try await Self.bootstrap(front, port).bind(host: "127.0.0.1", port: 0).get()
  }

  private init(_ channel: any Channel, _ front: Front) {
    self.channel = channel
    self.front = front
  }

  /// Starts one from a thread that does not await.
  package static func startBlocking(certificate: String, before port: Int) throws -> TLSServer {
    let front = try Front(certificate)
    return TLSServer(try bootstrap(front, port).bind(host: "127.0.0.1", port: 0).wait(), front)
  }

  /// Ends the connections that are open, and shows another certificate to new ones.
  package func change(to certificate: String) throws {
    try front.change(to: certificate)
    front.endAll()
  }

  package func stop() async {
    try? await channel.close().get()
    front.closeAll()
  }

  package func stopBlocking() {
    try? channel.close().wait()
    front.closeAll()
  }

  private static func bootstrap(_ front: Front, _ port: Int) -> ServerBootstrap {
    ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(NIOSSLServerHandler(context: front.context(for: channel)))
          try pipeline.addHandler(Relay(to: port))
        }
      }
  }
}

/// What is shown, and to whom it has been.
private final class Front: Sendable {
  private let context: Mutex<NIOSSLContext>
  private let channels = Mutex<[any Channel]>([])

  init(_ certificate: String) throws {
    context = Mutex(try Self.context(certificate))
  }

  func change(to certificate: String) throws {
    let new = try Self.context(certificate)
    context.withLock { $0 = new }
  }

  func context(for channel: any Channel) -> NIOSSLContext {
    channels.withLock { $0.append(channel) }
    return context.withLock { $0 }
  }

  /// A connection outlives its listener otherwise.
  func closeAll() { for channel in channels.withLock({ $0 }) { channel.close(promise: nil) } }

  /// Closes them and waits for it: a request may go out over one until it has ended.
  func endAll() { for channel in channels.withLock({ $0 }) { try? channel.close().wait() } }

  private static func context(_ certificate: String) throws -> NIOSSLContext {
    let chain = [
      NIOSSLCertificateSource.certificate(
        try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem))
    ]
    let key = try NIOSSLPrivateKey(bytes: Array(TestCertificates.key.utf8), format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: chain, privateKey: .privateKey(key)))
  }
}
