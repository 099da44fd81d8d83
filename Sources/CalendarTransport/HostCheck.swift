import AsyncHTTPClient
import CalendarAPI
import NIOCore
import NIOSSL

/// Checks that a verified certificate names the host.
///
/// The TLS library also accepts a certificate for the IP address at the other end, whatever the host
/// is called. Somebody who redirects the connection, with a proxy or a forged answer about the name,
/// could show a certificate for an address of their own, which is easy to get.
enum HostCheck {
  /// Checks each new connection before anything is sent; nil where the host has no name.
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
          // A connection whose certificate cannot be read is closed, like one with a wrong name.
        }
        channel.close(promise: nil)
        return channel.eventLoop.makeFailedFuture(NIOSSLExtraError.failedToValidateHostname)
      }
    }
  }

  /// Whether a certificate names the host; one without IP addresses was verified by name already.
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

  /// Whether a name is that of the host; `*` stands for its first label.
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
