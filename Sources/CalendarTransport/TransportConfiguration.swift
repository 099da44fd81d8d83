import CalendarAPI

/// How an ``HTTPTransport`` connects and how long it waits.
package struct TransportConfiguration: Sendable, Hashable {
  /// Seconds to wait for a connection; positive.
  package var connectTimeout: Double
  /// Seconds for a whole request, from the call to the last byte of the answer; positive.
  package var deadline: Double
  /// The longest body of an answer, in bytes.
  package var maxBodySize: Int
  /// A file of PEM certificates to trust besides those of the system.
  package var certificateFile: String?
  /// What the program calls itself; gateways turn away programs without a name.
  package var userAgent: String
  /// The proxy for `https`; nil connects directly.
  package var proxy: ProxySetting?

  package init(
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
