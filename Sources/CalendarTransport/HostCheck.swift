import AsyncHTTPClient
import CalendarAPI
import NIOCore
import NIOSSL

/// A second look at a certificate that was verified: whether it is made out for the host by name.
///
/// The TLS library is content with a certificate for the address that the connection leads to,
/// whatever the host is called. Whoever leads it astray, a proxy or a wrong answer about the name,
/// could show one for an address of their own, which is easily had.
enum HostCheck {
  /// What is done with every new connection, before anything is sent; nil where there is no name.
  static func initializer(
    for base: BaseURL
  ) -> (@Sendable (any Channel) -> EventLoopFuture<Void>)? {
    guard base.scheme == .https, !base.isAddressInNumbers else { return nil }
    return { channel in
      channel.eventLoop.flatSubmit {
        do {
          let certificate = try channel.pipeline.syncOperations.nioSSL_peerCertificate()
          if certificate.map({ isMadeOut($0, for: base.host) }) ?? false {
            return channel.eventLoop.makeSucceededVoidFuture()
          }
        } catch {
          // Without the certificate there is nothing to rely on.
        }
        channel.close(promise: nil)
        return channel.eventLoop.makeFailedFuture(NIOSSLExtraError.failedToValidateHostname)
      }
    }
  }

  /// Only a certificate with addresses can have been taken for one of them.
  private static func isMadeOut(_ certificate: NIOSSLCertificate, for host: String) -> Bool {
    var hasAddress = false
    for name in certificate._subjectAlternativeNames() {
      switch name.nameType {
      case .ipAddress: hasAddress = true
      case .dnsName where matches(host, String(decoding: name.contents, as: UTF8.self)): return true
      default: break
      }
    }
    return !hasAddress
  }

  /// Whether a host is the one that is named, or one right below `*.` and the name.
  static func matches(_ host: String, _ name: String) -> Bool {
    let (host, name) = (labels(host), labels(name))
    guard host.count == name.count, let first = name.first else { return false }
    return (host.first == first || first == "*" && host.count > 2)
      && host.dropFirst() == name.dropFirst()
  }

  private static func labels(_ name: String) -> [Substring] {
    let name = name.lowercased()
    return (name.hasSuffix(".") ? name.dropLast() : name[...])
      .split(separator: ".", omittingEmptySubsequences: false)
  }
}
