import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server that shows a certificate and passes what it is told on to another one on this machine.
public final class TLSServer: Sendable {
  private let channel: any Channel
  private let clients: Clients

  public var port: Int { channel.localAddress?.port ?? 0 }

  public init(certificate: String, before port: Int) async throws {
    clients = Clients()
    channel = try await Self.bootstrap(certificate, port, clients)
      .bind(host: "127.0.0.1", port: 0).get()
  }

  private init(_ channel: any Channel, _ clients: Clients) {
    self.channel = channel
    self.clients = clients
  }

  /// Starts one from a thread that does not await.
  ///
  /// - Parameter own: the port that it listens at; 0 lets the system choose one.
  public static func startBlocking(
    certificate: String, before port: Int, at own: Int = 0
  ) throws -> TLSServer {
    let clients = Clients()
    let channel = try bootstrap(certificate, port, clients)
      .bind(host: "127.0.0.1", port: own).wait()
    return TLSServer(channel, clients)
  }

  public func stop() async {
    try? await channel.close().get()
    clients.closeAll()
  }

  public func stopBlocking() {
    try? channel.close().wait()
    clients.closeAll()
  }

  private static func bootstrap(
    _ certificate: String, _ port: Int, _ clients: Clients
  ) throws -> ServerBootstrap {
    let configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: [
        .certificate(try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem))
      ],
      privateKey: .privateKey(
        try NIOSSLPrivateKey(bytes: Array(TestCertificates.key.utf8), format: .pem)))
    let context = try NIOSSLContext(configuration: configuration)
    return ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        clients.add(channel)
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(NIOSSLServerHandler(context: context))
          try pipeline.addHandler(Relay(to: port))
        }
      }
  }
}

/// The connections that have been made, which outlive their listener otherwise.
private final class Clients: Sendable {
  private let channels = Mutex<[any Channel]>([])

  func add(_ channel: any Channel) { channels.withLock { $0.append(channel) } }
  func closeAll() { for channel in channels.withLock({ $0 }) { channel.close(promise: nil) } }
}
