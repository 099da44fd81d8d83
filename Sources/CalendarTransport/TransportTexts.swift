/// Every text of this module that a person reads; parts of sentences, for errors in words.
enum TransportTexts {
  static let expired = "the server's certificate has expired"
  static let notYetValid = "the server's certificate is not valid yet"
  static let unknownAuthority =
    "the server's certificate comes from an authority that this machine does not trust"
  static let noCertificate = "the server showed no certificate"
  static let refusedCertificate = "the server's certificate could not be verified"
  static let handshake = "the server does not speak TLS, or only versions that are not safe"
  static let noTrustStore = "no certificate authorities were found on this machine"
  static let proxyAnswer = "the proxy did not open a connection"
  static let proxyLogin = "the proxy wants a user name and password"
  static let unreachable = "the host cannot be reached from this network"
  static let isShutDown = "the connection was already shut down"
  static let badAddress = "the address is not usable"
  static let badAnswer = "the answer is not HTTP"

  static func wrongHost(_ host: String) -> String {
    "the server's certificate is not valid for \(host)"
  }

  static let fileMissing = "there is no such file"
  static let fileUnreadable = "this user is not allowed to read it"
  static let fileNotPEM = "it holds no certificate in PEM form"
}
