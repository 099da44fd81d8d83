import CalendarAPI
import NetworkTesting
import Sandbox
import Testing

@testable import CalendarTransport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite(.timeLimit(.minutes(240))) struct CertificateTests {
  /// Loads from a server with a certificate, trusting what stands in a file if any.
  private func load(
    _ certificate: String, trusting authority: String?, host: String = "127.0.0.1"
  ) async throws -> ServiceError? {
    let sandbox = try await Sandbox.start()
    let server = try await TLSServer(certificate: certificate, before: sandbox.port)
    let file = try authority.map { try TemporaryFile($0) }
    let transport = HTTPTransport(
      TransportConfiguration(
        connectTimeout: 100_000, deadline: 100_000, certificateFile: file?.path))
    let service = CalendarService(
      baseURL: try BaseURL("https://\(host):\(server.port)"), token: try Token("t-123"),
      transport: transport)
    let error = await service.failureOfLoading()
    #expect(sandbox.requests.count == (error == nil ? 1 : 0), "nothing goes out unprotected")
    await transport.shutdown()
    await server.stop()
    await sandbox.stop()
    file?.remove()
    return error
  }

  private func reason(_ error: ServiceError?) -> String? {
    if case .transport(.tls(let reason))? = error?.kind { reason } else { nil }
  }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func anAuthorityOfOnesOwnIsTrusted(_ host: String) async throws {
    let error = try await load(
      TestCertificates.right, trusting: TestCertificates.authority, host: host)
    #expect(error == nil)
  }

  @Test func anUnknownAuthorityIsSaid() async throws {
    let error = try await load(TestCertificates.right, trusting: nil)
    #expect(reason(error)?.contains("authority that this machine does not trust") == true)
    #expect(error?.advice.contains("--ca-file") == true)
  }

  @Test(arguments: [TestCertificates.authority, nil])
  func anExpiredCertificateIsSaid(_ authority: String?) async throws {
    let error = try await load(TestCertificates.expired, trusting: authority)
    #expect(reason(error)?.contains("expired") == true)
  }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func aCertificateForAnotherHostIsSaid(_ host: String) async throws {
    let error = try await load(
      TestCertificates.otherHost, trusting: TestCertificates.authority, host: host)
    #expect(reason(error)?.contains("not valid for \(host)") == true)
  }

  /// The TLS library alone would take it: the connection leads to that address.
  @Test func aCertificateForTheAddressIsNoneForTheName() async throws {
    let error = try await load(
      TestCertificates.addressOnly, trusting: TestCertificates.addressOnly, host: "localhost")
    #expect(reason(error)?.contains("not valid for localhost") == true)
    let right = try await load(
      TestCertificates.addressOnly, trusting: TestCertificates.addressOnly, host: "127.0.0.1")
    #expect(right == nil)
  }

  @Test(arguments: [
    ("a.example", "A.Example.", true), ("a.example.", "a.example", true),
    ("b.a.example", "*.a.example", true), ("b.a.example", "*.A.EXAMPLE", true),
    ("a.example", "*.example", false), ("c.b.a.example", "*.a.example", false),
    ("a.example", "*", false), ("a.example", "b.example", false), ("a.example", "", false),
    ("a.example", "example", false), ("xa.example", "a.example", false),
    ("b.a.example", "b*.a.example", false), ("b.a.example", "b.*.example", false),
  ])
  func namesMatchAsInTLS(_ host: String, _ name: String, _ matches: Bool) {
    #expect(HostCheck.matches(host, name) == matches)
  }

  @Test(arguments: ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"])
  func aFileWithoutCertificatesIsNamed(_ text: String) async throws {
    let file = try TemporaryFile(text)
    let transport = HTTPTransport(TransportConfiguration(certificateFile: file.path))
    let service = CalendarService(token: try Token("t-123"), transport: transport)
    let error = await service.failureOfLoading("x")
    #expect(
      error?.kind
        == .transport(
          .certificateFile(path: file.path, reason: "it holds no certificate in PEM form")))
    await transport.shutdown()
    file.remove()
  }
}

/// A file that a test needs for a moment.
private struct TemporaryFile {
  struct Failure: Error {}

  let path: String

  init(_ text: String) throws {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(directory)/caledit-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Failure() }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array(text.utf8)
    let count = write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard count == bytes.count else { throw Failure() }
  }

  func remove() { unlink(path) }
}
