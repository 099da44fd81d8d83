import CalendarAPI

/// How an ``HTTPTransport`` connects and how long it waits.
public struct TransportConfiguration: Sendable, Hashable {
  /// Seconds to wait for a connection; positive.
  public var connectTimeout: Double
  /// Seconds for a whole request, from the call to the last byte of the answer; positive.
  public var deadline: Double
  /// The longest body of an answer, in bytes.
  public var maxBodySize: Int
  /// A file of PEM certificates to trust besides those of the system.
  public var certificateFile: String?
  /// What the program calls itself; gateways turn away programs without a name.
  public var userAgent: String
  /// The proxy for `https`; nil connects directly.
  public var proxy: ProxySetting?

  public init(
    connectTimeout: Double = 10, deadline: Double = 30, maxBodySize: Int = 8 * 1024 * 1024,
    certificateFile: String? = nil, proxy: ProxySetting? = nil, userAgent: String = "caledit"
  ) {
    self.connectTimeout = connectTimeout
    self.deadline = deadline
    self.maxBodySize = maxBodySize
    self.certificateFile = certificateFile
    self.proxy = proxy
    self.userAgent = userAgent
  }
}
