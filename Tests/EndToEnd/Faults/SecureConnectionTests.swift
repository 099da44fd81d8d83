import NetworkTesting
import Sandbox
import TerminalTesting
import Testing

/// TLS and proxies, from the command line to the wire.
@Suite(.waits, .timeLimit(.minutes(240))) struct SecureConnectionTests {
  /// A sandbox behind TLS, with a proxy that leads to it, and a home.
  private final class Place {
    let sandbox: Sandbox
    let server: TLSServer
    let proxy: ConnectProxy
    let folder: Scratch
    let authority: String

    init(_ certificate: String) throws {
      sandbox = try Sandbox.startBlocking()
      server = try TLSServer.startBlocking(certificate: certificate, before: sandbox.port)
      proxy = try ConnectProxy.startBlocking(before: server.port)
      folder = try Scratch()
      authority = try folder.write(TestCertificates.authority, to: "authority.pem")
    }

    deinit {
      proxy.stopBlocking()
      server.stopBlocking()
      sandbox.stopBlocking()
    }

    func start(
      _ base: String, _ arguments: [String] = [], environment: [String: String] = [:]
    ) throws -> Program {
      try Program(
        [Program.calendarID, "--base-url", base] + arguments, folder: folder, sandbox: sandbox,
        environment: ["HIGHLEVEL_TOKEN": Program.token].merging(environment) { $1 }, rows: 30,
        columns: 100)
    }
  }

  private func expectRefused(_ program: Program, _ reason: String) throws {
    try program.wait(forSentence: "No secure connection: \(reason)")
    try program.wait(forSentence: "name its file with --ca-file")
    #expect(program.sandbox?.requests.isEmpty == true, "nothing was sent")
    try program.expectNoToken("after a certificate that is refused")
    try program.quit()
  }

  private func expectSaved(_ program: Program) throws {
    try program.waitUntilLoaded()
    try program.changeDuration()
    try program.save(properties: 1)
    #expect(program.puts.count == 1)
    try program.expectNoToken("after a save")
    try program.quit()
  }

  @Test func withAnAuthorityOfOnesOwn() throws {
    let place = try Place(TestCertificates.right)
    let base = "https://127.0.0.1:\(place.server.port)"
    try expectSaved(place.start(base, ["--ca-file", place.authority]))
  }

  @Test func withAnAuthorityFromTheEnvironment() throws {
    let place = try Place(TestCertificates.right)
    let base = "https://localhost:\(place.server.port)"
    try expectSaved(place.start(base, environment: ["SSL_CERT_FILE": place.authority]))
  }

  @Test func anUnknownAuthority() throws {
    let place = try Place(TestCertificates.right)
    try expectRefused(
      place.start("https://127.0.0.1:\(place.server.port)"),
      "the server's certificate comes from an authority that this machine does not trust")
  }

  @Test func anExpiredCertificate() throws {
    let place = try Place(TestCertificates.expired)
    try expectRefused(
      place.start("https://127.0.0.1:\(place.server.port)", ["--ca-file", place.authority]),
      "the server's certificate has expired")
  }

  @Test func aCertificateForAnotherHost() throws {
    let place = try Place(TestCertificates.otherHost)
    try expectRefused(
      place.start("https://localhost:\(place.server.port)", ["--ca-file", place.authority]),
      "the server's certificate is not valid for localhost")
  }

  /// The certificate goes bad between the load and the save: nothing is sent, the edit stays.
  @Test func aCertificateThatIsNotTheOneAnyMore() throws {
    let place = try Place(TestCertificates.right)
    let program = try place.start(
      "https://127.0.0.1:\(place.server.port)", ["--ca-file", place.authority, "--no-check"])
    try program.waitUntilLoaded()
    try program.changeDuration()
    try place.server.change(to: TestCertificates.expired)
    try program.save()
    try program.wait(forSentence: "the server's certificate has expired")
    #expect(program.puts.isEmpty)
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
  }

  @Test(arguments: ["", "no certificate"])
  func aFileThatHoldsNone(text: String) throws {
    let place = try Place(TestCertificates.right)
    let path = try place.folder.write(text, to: "empty.pem")
    let program = try place.start(
      "https://127.0.0.1:\(place.server.port)", ["--ca-file", path])
    try program.wait(forSentence: "it holds no certificate in PEM form")
    #expect(place.sandbox.requests.isEmpty)
    try program.quit()
  }

  // MARK: Proxies

  @Test(arguments: ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
  func throughATunnel(variable: String) throws {
    let place = try Place(TestCertificates.otherHost)
    let program = try place.start(
      "https://other.example", ["--ca-file", place.authority],
      environment: [variable: "http://me:pass@127.0.0.1:\(place.proxy.port)"])
    try expectSaved(program)
    #expect(!place.proxy.requests.isEmpty)
    #expect(place.proxy.requests.allSatisfy { $0 == "CONNECT other.example:443 HTTP/1.1" })
    let seen = String(decoding: place.proxy.received, as: UTF8.self)
    #expect(seen.contains("Basic bWU6cGFzcw=="), "the proxy has its password")
    #expect(!seen.contains(Program.token.suffix(12)), "and nothing else")
    #expect(!seen.contains("Bearer"))
    #expect(!program.session.hasWritten("me:pass"))
  }

  /// This machine under an address that is not known to be its own.
  @Test(arguments: ["0.0.0.0", "example.com, 0.0.0.0", "*"])
  func pastTheProxy(exceptions: String) throws {
    let place = try Place(TestCertificates.right)
    let program = try place.start(
      "https://0.0.0.0:\(place.server.port)", ["--ca-file", place.authority],
      environment: [
        "HTTPS_PROXY": "http://127.0.0.1:\(place.proxy.port)", "NO_PROXY": exceptions,
      ])
    try program.waitUntilLoaded()
    #expect(place.proxy.requests.isEmpty)
    try program.quit()
  }

  /// The proxy cannot put itself in the place of the service.
  @Test func aWrongCertificateBehindTheProxy() throws {
    let place = try Place(TestCertificates.right)
    let program = try place.start(
      "https://other.example", ["--ca-file", place.authority],
      environment: ["HTTPS_PROXY": "http://127.0.0.1:\(place.proxy.port)"])
    try expectRefused(program, "the server's certificate is not valid for other.example")
    #expect(place.proxy.requests == ["CONNECT other.example:443 HTTP/1.1"])
    let seen = String(decoding: place.proxy.received, as: UTF8.self)
    #expect(!seen.contains(Program.token.suffix(12)))
  }

  @Test(arguments: [
    ("other.example", "socks5://127.0.0.1:1", "socks5://; only http:// proxies are supported"),
    ("other.example", "http://me:pass@not a host", "in HTTPS_PROXY cannot be read"),
    // Its certificate would be compared with the address of the proxy.
    ("10.0.0.1", "http://me:pass@127.0.0.1:1", "10.0.0.1 cannot be verified through a proxy"),
    ("[2001:db8::1]", "http://me:pass@127.0.0.1:1", "cannot be verified through a proxy"),
  ])
  func aProxyThatCannotBeUsed(host: String, proxy: String, message: String) throws {
    let result = try Shell(
      "caledit someID --base-url 'https://\(host)'", in: try Scratch(),
      environment: ["HIGHLEVEL_TOKEN": Program.token, "HTTPS_PROXY": proxy])
    #expect(result.status == .status(1))
    #expect(result.error.contains(message), "\(result.error)")
    #expect(!result.error.contains("me:pass"))
  }

  /// Plain http would show the token to everybody on the way.
  @Test(arguments: [
    "http://10.0.0.1", "http://calendars.example.com", "http://127.0.0.1.example.com",
    "http://0.0.0.0", "http://localhost.example.com:80", "http://[::2]", "http://2130706433",
    "HTTP://169.254.1.1",
  ])
  func plainHTTPStaysOnThisMachine(url: String) throws {
    for environment in [["HIGHLEVEL_BASE_URL": url], [:]] {
      let option = environment.isEmpty ? "--base-url '\(url)'" : ""
      let result = try Shell(
        "caledit someID \(option)", in: try Scratch(),
        environment: environment.merging(["HIGHLEVEL_TOKEN": Program.token]) { $1 })
      #expect(result.status == .status(1))
      #expect(result.error.contains("Plain http is allowed to this machine only"))
      #expect(!result.error.contains(Program.token.suffix(12)))
    }
  }
}
