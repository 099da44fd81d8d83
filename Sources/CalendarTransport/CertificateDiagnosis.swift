import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds out why the certificate of a server was refused.
///
/// The TLS library says only that verification failed. So the program connects once more, looks at
/// the certificates that the server shows, and breaks off the handshake without sending anything.
enum CertificateDiagnosis {
  /// Why the certificate of a server was refused, in words.
  static func reason(host: String, port: Int, timeout: Double) async -> String {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let certificates = loop.makePromise(of: [NIOSSLCertificate].self)
    do {
      let context = try NIOSSLContext(configuration: .makeClientConfiguration())
      let name = host.contains(":") || host.allSatisfy({ $0.isNumber || $0 == "." }) ? nil : host
      let bootstrap = ClientBootstrap(group: loop)
        .connectTimeout(.milliseconds(Int64(timeout * 1000)))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let handler = try NIOSSLClientHandler(context: context, serverHostname: name) {
              (shown: [NIOSSLCertificate], verdict: EventLoopPromise<NIOSSLVerificationResult>) in
              certificates.succeed(shown)
              verdict.succeed(.failed)
            }
            try channel.pipeline.syncOperations.addHandler(handler)
          }
        }
      let channel = try await bootstrap.connect(host: host, port: port).get()
      let giveUp = loop.scheduleTask(in: .milliseconds(Int64(timeout * 1000))) {
        certificates.succeed([])
      }
      channel.closeFuture.whenComplete { _ in certificates.succeed([]) }
      let shown = try await certificates.futureResult.get()
      giveUp.cancel()
      channel.close(promise: nil)
      return reason(for: shown)
    } catch {
      certificates.succeed([])
      return TransportTexts.refusedCertificate
    }
  }

  private static func reason(for chain: [NIOSSLCertificate]) -> String {
    guard !chain.isEmpty else { return TransportTexts.refusedCertificate }
    let now = time_t(time(nil))
    if chain.contains(where: { $0.notValidAfter < now }) { return TransportTexts.expired }
    if chain.contains(where: { $0.notValidBefore > now }) { return TransportTexts.notYetValid }
    return TransportTexts.unknownAuthority
  }
}
