import CalendarAPI
import Testing

@Suite struct ProxySettingTests {
  private func proxy(
    _ environment: [String: String], _ base: String = "https://api.example.org"
  ) throws -> ProxySetting? {
    try ProxySetting(environment: environment, for: try BaseURL(base))
  }

  @Test func noVariableMeansNoProxy() throws {
    #expect(try proxy([:]) == nil)
    #expect(try proxy(["HTTPS_PROXY": ""]) == nil)
    #expect(try proxy(["http_proxy": "http://p:1", "HTTP_PROXY": "http://p:1"]) == nil)
  }

  static let good: [(String, String, Int)] = [
    ("http://proxy.example:3128", "proxy.example", 3128),
    ("proxy.example:8080/", "proxy.example", 8080),
    ("http://proxy.example", "proxy.example", 80), ("http://[::1]:3128", "::1", 3128),
    ("http://[fe80::1]", "fe80::1", 80),
  ]

  @Test(arguments: good) func isRead(_ text: String, _ host: String, _ port: Int) throws {
    let setting = try #require(try proxy(["HTTPS_PROXY": text]))
    #expect((setting.host, setting.port) == (host, port))
    #expect(setting.credentials == nil)
  }

  @Test func firstVariableThatIsSetCounts() throws {
    let all = ["https_proxy": "a:1", "HTTPS_PROXY": "b:2", "all_proxy": "c:3", "ALL_PROXY": "d:4"]
    #expect(try proxy(all)?.host == "a")
    #expect(try proxy(["https_proxy": "", "ALL_PROXY": "d:4"])?.host == "d")
  }

  @Test func credentialsAreReadAndNeverPrinted() throws {
    let setting = try #require(try proxy(["HTTPS_PROXY": "http://me:p%40ss%3Aw@proxy.example:1"]))
    #expect(setting.credentials?.user == "me")
    #expect(setting.credentials?.password == "p@ss:w")
    var dumped = ""
    dump(setting, to: &dumped)
    for text in [dumped, "\(setting)", String(reflecting: setting)] {
      #expect(!text.contains("p@ss"))
    }
  }

  @Test(arguments: ["socks5://p:1", "https://p:1"]) func otherKindsAreRefused(_ text: String) {
    #expect(throws: ProxySetting.Problem.self) { try proxy(["HTTPS_PROXY": text]) }
  }

  @Test(arguments: ["http://", "http://p:x", "http://a b", "http://u:%zz@p:1"])
  func brokenAddressesAreRefusedWithoutRepeatingThem(_ text: String) {
    let problem = ProxySetting.Problem.unreadable(variable: "ALL_PROXY")
    #expect(throws: problem) { try proxy(["ALL_PROXY": text]) }
    #expect(problem.message.contains("ALL_PROXY"))
  }

  static let exceptions: [(String, Bool)] = [
    ("*", true), ("api.example.org", true), ("example.org", true), (".example.org", true),
    ("*.example.org", true), ("EXAMPLE.ORG", true), ("a.test, example.org", true),
    ("example.org:443", true), ("example.org:8443", false), ("ample.org", false),
    ("api.example.org.evil", false), ("", false), (",,", false), (".", false),
    ("other.test api.example.org", true),
  ]

  @Test(arguments: exceptions) func exceptionsCount(_ list: String, _ isDirect: Bool) throws {
    for name in ["no_proxy", "NO_PROXY"] {
      let setting = try proxy(["https_proxy": "p:1", name: list])
      #expect((setting == nil) == isDirect)
    }
  }

  /// An empty variable is one that is not set, whichever of the two it is.
  @Test func anEmptyListHidesNoOther() throws {
    let names = ["no_proxy", "NO_PROXY"]
    for (empty, set) in [(names[0], names[1]), (names[1], names[0])] {
      let environment = ["https_proxy": "p:1", empty: "", set: "*"]
      #expect(try proxy(environment) == nil, "\(environment)")
    }
    #expect(try proxy(["https_proxy": "p:1", names[0]: "", names[1]: ""])?.host == "p")
    #expect(try proxy(["https_proxy": "p:1", names[0]: "x.example", names[1]: "*"])?.host == "p")
  }

  /// Through a tunnel, its certificate would be compared with the address of the proxy.
  @Test(arguments: ["https://10.0.0.1", "https://[2001:db8::1]:8443", "https://0.0.0.0"])
  func anAddressInNumbersIsNotReachedThroughAProxy(_ base: String) throws {
    #expect(throws: ProxySetting.Problem.self) { try proxy(["https_proxy": "p:1"], base) }
    #expect(try proxy(["https_proxy": "p:1", "no_proxy": "*"], base) == nil)
    #expect(try proxy([:], base) == nil)
  }

  @Test(arguments: [
    "https://10.0.0.example", "https://10.0.1", "https://1.2.3.4.5", "https://256.1.1.1",
  ])
  func namesOfDigitsAreNames(_ base: String) throws {
    #expect(try proxy(["https_proxy": "p:1"], base)?.host == "p")
  }

  @Test(arguments: ["http://127.0.0.1:8080", "https://localhost", "https://[::1]:8443"])
  func loopbackIsDirect(_ base: String) throws {
    #expect(try proxy(["https_proxy": "p:1", "all_proxy": "p:1"], base) == nil)
  }
}
