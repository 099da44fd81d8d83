import CalendarAPI
import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of certificates to trust in addition to those of the system.
struct TrustFile {
  let path: String

  /// Reads the file.
  ///
  /// - Throws: ``TransportError/certificateFile(path:reason:)`` that says what is wrong with it.
  func tlsConfiguration() throws(TransportError) -> TLSConfiguration {
    guard access(path, F_OK) == 0 else { throw problem(TransportTexts.fileMissing) }
    guard access(path, R_OK) == 0 else { throw problem(TransportTexts.fileUnreadable) }
    guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else {
      throw problem(TransportTexts.fileNotPEM)
    }
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.additionalTrustRoots = [.certificates(certificates)]
    return configuration
  }

  private func problem(_ reason: String) -> TransportError {
    .certificateFile(path: path, reason: reason)
  }
}
