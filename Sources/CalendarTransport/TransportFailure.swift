import AsyncHTTPClient
import CalendarAPI
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The meaning of an error of the HTTP library.
enum TransportFailure {
  case known(TransportError)
  /// The certificate names another host.
  case wrongHost
  /// The library refused the certificate and does not say why.
  case certificateRefused
  /// Anything else, with the library's words.
  case unknown(String)

  init(_ error: any Error, configuration: TransportConfiguration) {
    switch error {
    case is CancellationError: self = .known(.cancelled)
    case let error as HTTPClientError: self = .init(client: error, configuration: configuration)
    case let error as NIOConnectionError:
      self = .init(connection: error, configuration: configuration)
    case let error as IOError: self = .init(io: error)
    case let error as NIOSSLExtraError:
      self = error == .failedToValidateHostname ? .wrongHost : .certificateRefused
    case let error as NIOSSLError: self = .init(tls: error)
    case is BoringSSLError: self = .known(.tls(reason: TransportTexts.handshake))
    case let error as ChannelError:
      if case .connectTimeout(let amount) = error {
        self = .known(.timedOut(seconds: Double(amount.nanoseconds) / 1e9))
      } else {
        self = .known(.connectionClosed)
      }
    case let error as HTTPParserError:
      let isEnd = error == .invalidEOFState || error == .closedConnection
      self = .known(isEnd ? .connectionClosed : .other(TransportTexts.badAnswer))
    default: self = .unknown(String(describing: type(of: error)))
    }
  }

  private init(client error: HTTPClientError, configuration: TransportConfiguration) {
    switch error {
    case .cancelled, .requestStreamCancelled: self = .known(.cancelled)
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout,
      .httpProxyHandshakeTimeout, .socksHandshakeTimeout:
      self = .known(.timedOut(seconds: configuration.connectTimeout))
    case .readTimeout, .writeTimeout, .deadlineExceeded:
      self = .known(.timedOut(seconds: configuration.deadline))
    case .remoteConnectionClosed, .uncleanShutdown: self = .known(.connectionClosed)
    case .alreadyShutdown: self = .known(.other(TransportTexts.isShutDown))
    case .invalidProxyResponse: self = .known(.other(TransportTexts.proxyAnswer))
    case .proxyAuthenticationRequired: self = .known(.other(TransportTexts.proxyLogin))
    case .invalidURL, .emptyHost, .emptyScheme: self = .known(.other(TransportTexts.badAddress))
    default: self = .unknown(error.shortDescription)
    }
  }

  private init(connection error: NIOConnectionError, configuration: TransportConfiguration) {
    guard !error.connectionErrors.isEmpty else {
      self = .known(.hostNotFound(host: error.host))
      return
    }
    // Of several addresses one may refuse and another be out of reach: the refusal says more.
    let failures = error.connectionErrors.map { Self($0.error, configuration: configuration) }
    let refusal = failures.first {
      if case .known(.refused) = $0 { true } else { false }
    }
    self = refusal ?? failures[0]
  }

  private init(io error: IOError) {
    switch error.errnoCode {
    case ECONNREFUSED: self = .known(.refused)
    case ECONNRESET, EPIPE, ECONNABORTED: self = .known(.connectionClosed)
    case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, ENETDOWN:
      self = .known(.other(TransportTexts.unreachable))
    default: self = .unknown(error.localizedWords)
    }
  }

  private init(tls error: NIOSSLError) {
    switch error {
    case .handshakeFailed(let reason):
      let isVerdict = String(describing: reason).contains("CERTIFICATE_VERIFY_FAILED")
      self = isVerdict ? .certificateRefused : .known(.tls(reason: TransportTexts.handshake))
    case .unableToValidateCertificate: self = .certificateRefused
    case .noCertificateToValidate: self = .known(.tls(reason: TransportTexts.noCertificate))
    case .failedToLoadCertificate, .noSuchFilesystemObject:
      self = .known(.tls(reason: TransportTexts.noTrustStore))
    case .uncleanShutdown, .readInInvalidTLSState, .writeDuringTLSShutdown, .shutdownFailed:
      self = .known(.connectionClosed)
    default: self = .known(.tls(reason: TransportTexts.handshake))
    }
  }

  /// The error that the caller sees; it names only the host of the address.
  func error(url: String) -> TransportError {
    switch self {
    case .known(let error): return error
    case .certificateRefused: return .tls(reason: TransportTexts.refusedCertificate)
    case .wrongHost:
      let host = (try? BaseURL(String(url.prefix { $0 != "?" })))?.host ?? ""
      return .tls(reason: TransportTexts.wrongHost(host))
    case .unknown(let words): return .other(words)
    }
  }
}

extension IOError {
  /// The system's words for the error number.
  fileprivate var localizedWords: String { String(cString: strerror(errnoCode)) }
}
