import CalendarAPI
import Testing

@Suite struct BaseURLTests {
  static let good: [(String, String)] = [
    ("https://services.leadconnectorhq.com", "https://services.leadconnectorhq.com"),
    ("HTTPS://Services.LeadConnectorHQ.com/", "https://services.leadconnectorhq.com"),
    ("https://example.org:443/v1//", "https://example.org/v1"),
    ("https://example.org:8443/a/b", "https://example.org:8443/a/b"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("http://127.9.8.7", "http://127.9.8.7"),
    ("http://localhost:80/x", "http://localhost/x"),
    ("http://[::1]:9000", "http://[::1]:9000"),
    ("https://[2001:DB8::1]", "https://[2001:db8::1]"),
  ]

  @Test(arguments: good) func isRead(_ text: String, _ normal: String) throws {
    let base = try BaseURL(text)
    #expect(base.description == normal)
    #expect(try BaseURL(normal) == base)
  }

  @Test func partsAreRead() throws {
    let base = try BaseURL("https://example.org:8443/a/b/")
    #expect((base.scheme, base.host, base.port, base.path) == (.https, "example.org", 8443, "/a/b"))
    #expect(BaseURL.live.description == "https://services.leadconnectorhq.com")
  }

  static let bad: [(String, BaseURL.Problem)] = [
    ("", .empty), ("example.org", .scheme(nil)), ("ftp://example.org", .scheme("ftp")),
    ("https://user:pw@example.org", .credentials), ("https://@example.org", .credentials),
    ("https://", .host("")), ("https://:80", .host(":80")), ("https://exa mple", .host("exa mple")),
    ("https://müller.example", .host("müller.example")), ("https://[::1", .host("[::1")),
    ("https://a..b", .host("a..b")),
    ("https://example.org:0", .port("0")), ("https://example.org:65536", .port("65536")),
    ("https://example.org:", .port("")), ("https://example.org:+80", .port("+80")),
    ("https://example.org?x", .queryOrFragment), ("https://example.org/#x", .queryOrFragment),
    ("https://example.org/a b", .path("/a b")), ("https://example.org/../x", .path("/../x")),
    ("https://example.org\\@evil.example", .path("\\@evil.example")),
    ("http://example.org", .plainTextOutsideLoopback(host: "example.org")),
    ("http://127.evil.example", .plainTextOutsideLoopback(host: "127.evil.example")),
    ("http://127.0.0.1.evil.example", .plainTextOutsideLoopback(host: "127.0.0.1.evil.example")),
    ("http://127.0.0.256", .plainTextOutsideLoopback(host: "127.0.0.256")),
    ("http://127.1", .plainTextOutsideLoopback(host: "127.1")),
    ("http://localhost.evil.example", .plainTextOutsideLoopback(host: "localhost.evil.example")),
    ("http://0.0.0.0", .plainTextOutsideLoopback(host: "0.0.0.0")),
  ]

  @Test(arguments: bad) func isRefused(_ text: String, _ problem: BaseURL.Problem) {
    #expect(throws: problem) { try BaseURL(text) }
    #expect(problem.message.hasSuffix("."))
  }

  @Test func credentialsAreNotRepeated() {
    #expect(!BaseURL.Problem.credentials.message.contains("pw"))
  }
}
