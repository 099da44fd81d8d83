import CalendarAPI
import CalendarTransport
import JSON
import NIOCore
import NIOPosix
import NetworkTesting
import Sandbox
import TestSupport
import Testing

/// Real requests to a sandbox.
///
/// What is to come at once is shown by limits of a day: a test that waited for one would meet its own
/// time limit. How long a busy machine lets a test wait for its turn says nothing.
@Suite(.timeLimit(.minutes(240))) struct TransportTests {
  static let short = TransportConfiguration(connectTimeout: 100_000, deadline: 0.4)

  private func duration(_ body: () async throws -> Void) async rethrows -> Duration {
    try await ContinuousClock().measure { try await body() }
  }

  @Test func aServerThatDoesNotAnswerTimesOut() async throws {
    try await withSandbox(SandboxOptions(), Self.short) { sandbox, service in
      sandbox.inject(.delay(milliseconds: 100_000_000))
      let time = await duration {
        let error = await service.failureOfLoading()
        #expect(error?.kind == .transport(.timedOut(seconds: 0.4)))
      }
      #expect(time > .seconds(0.35))
    }
  }

  @Test func aBodyThatStallsTimesOut() async throws {
    try await withSandbox(SandboxOptions(), Self.short) { sandbox, service in
      sandbox.inject(.stallBody)
      let time = await duration {
        let error = await service.failureOfLoading()
        #expect(error?.kind == .transport(.timedOut(seconds: 0.4)))
      }
      #expect(time > .seconds(0.35))
    }
  }

  @Test func aTimeOutOfASaveIsNotRepeated() async throws {
    // On a busy machine the time may be over before the request has come.
    for deadline in [0.4, 4, 40, 400] {
      let count = try await withSandbox(
        SandboxOptions(), TransportConfiguration(connectTimeout: 100_000, deadline: deadline)
      ) { sandbox, service in
        sandbox.inject(.delay(milliseconds: 100_000_000))
        let error = await failure { () async throws(ServiceError) in
          try await service.saveCalendar(id: Sandbox.demoCalendarID, body: ["name": "n"])
        }
        #expect(error?.mayHaveBeenSaved == true)
        try await Task.sleep(for: .milliseconds(100))
        return sandbox.requests.count
      }
      #expect(count <= 1)
      if count == 1 { return }
    }
    Issue.record("the request never came")
  }

  @Test(arguments: [SandboxFault.close, .closeAfterwards, .cutBody])
  func aDroppedConnectionIsSaidAndNotRepeated(_ fault: SandboxFault) async throws {
    try await withSandbox { sandbox, service in
      sandbox.inject(fault)
      let error = await failure { () async throws(ServiceError) in
        try await service.saveCalendar(id: Sandbox.demoCalendarID, body: ["name": "n"])
      }
      #expect(error?.kind == .transport(.connectionClosed))
      #expect(error?.mayHaveBeenSaved == true)
      #expect(sandbox.requests.count == 1)
      let name = sandbox.calendar(Sandbox.demoCalendarID)?[key: "name"]?.text
      #expect((name == "n") == (fault != .close))
      _ = try await service.loadCalendar(id: Sandbox.demoCalendarID)
    }
  }

  @Test(arguments: [SandboxFault.delay(milliseconds: 100_000_000), .stallBody])
  func cancellingEndsAtOnce(_ fault: SandboxFault) async throws {
    try await withSandbox { sandbox, service in
      sandbox.inject(fault)
      let task = Task { await service.failureOfLoading() }
      while sandbox.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      try await Task.sleep(for: .milliseconds(50))
      task.cancel()
      let error = await task.value
      #expect(error?.kind == .transport(.cancelled))
    }
  }

  @Test func aTaskThatIsCancelledAlreadySendsNothing() async throws {
    try await withSandbox { sandbox, service in
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return await service.failureOfLoading()
      }
      task.cancel()
      #expect(await task.value?.kind == .transport(.cancelled))
      #expect(sandbox.requests.isEmpty)
    }
  }

  @Test func aRefusedConnectionIsSaidFast() async throws {
    let held = try HeldPort()
    let transport = HTTPTransport(
      TransportConfiguration(connectTimeout: 100_000, deadline: 100_000))
    let service = CalendarService(
      baseURL: try BaseURL("http://127.0.0.1:\(held.port)"), token: try Token("t-123"),
      transport: transport)
    let error = await service.failureOfLoading()
    #expect(error?.kind == .transport(.refused))
    await transport.shutdown()
    held.release()
  }

  @Test func aHostWithoutAddressIsSaid() async throws {
    let transport = HTTPTransport()
    let service = CalendarService(
      baseURL: try BaseURL("https://no-such-host.invalid"), token: try Token("t-123"),
      transport: transport)
    let error = await service.failureOfLoading()
    #expect(error?.kind == .transport(.hostNotFound(host: "no-such-host.invalid")))
    await transport.shutdown()
  }

  @Test func anAnswerThatIsTooLongIsNotTaken() async throws {
    let small = TransportConfiguration(deadline: 100_000, maxBodySize: 1000)
    try await withSandbox(SandboxOptions(), small) { sandbox, service in
      let error = await service.failureOfLoading()
      #expect(error?.kind == .transport(.tooLarge(limit: 1000)))
      // Without a length in the head the body is counted.
      let body = String(repeating: "x", count: 5000)
      sandbox.inject(.raw("HTTP/1.1 200 OK\r\n\r\n" + body))
      let uncounted = await service.failureOfLoading()
      #expect(uncounted?.kind == .transport(.tooLarge(limit: 1000)))
    }
  }

  @Test func redirectsAreNotFollowed() async throws {
    try await withSandbox { other, _ in
      try await withSandbox { sandbox, service in
        let target = other.baseURL + "/calendars/x"
        sandbox.inject(.answer(status: 302, body: "", headers: ["Location": target]))
        let error = await service.failureOfLoading()
        #expect(error?.kind == .redirected(location: target))
        #expect(other.requests.isEmpty)
        #expect(sandbox.requests.count == 1)
      }
    }
  }

  @Test func answersThatAreNotHTTPAreSaid() async throws {
    try await withSandbox { sandbox, service in
      sandbox.inject(.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"))
      guard case .transport? = await service.failureOfLoading()?.kind else {
        Issue.record("an answer that is no HTTP was taken")
        return
      }
    }
  }

  @Test func aServerWithoutTLSIsSaid() async throws {
    try await withSandbox { sandbox, _ in
      let transport = HTTPTransport(
        TransportConfiguration(connectTimeout: 100_000, deadline: 100_000))
      let service = CalendarService(
        baseURL: try BaseURL("https://127.0.0.1:\(sandbox.port)"), token: try Token("t-123"),
        transport: transport)
      let error = await service.failureOfLoading()
      guard case .transport(.tls(let reason))? = error?.kind else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(!reason.isEmpty)
      await transport.shutdown()
    }
  }

  @Test func aCertificateFileThatIsMissingIsNamed() async throws {
    let path = "/nonexistent/authority.pem"
    let transport = HTTPTransport(TransportConfiguration(certificateFile: path))
    let service = CalendarService(token: try Token("t-123"), transport: transport)
    let error = await service.failureOfLoading()
    #expect(
      error?.kind
        == .transport(.certificateFile(path: path, reason: "there is no such file")))
    #expect(error?.title.contains(path) == true)
    await transport.shutdown()
  }

  @Test func aServerThatIsSilentInTheHandshakeTimesOut() async throws {
    let silent = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(silent.localAddress?.port)
    let transport = HTTPTransport(
      TransportConfiguration(connectTimeout: 100_000, deadline: 0.4))
    let service = CalendarService(
      baseURL: try BaseURL("https://127.0.0.1:\(port)"), token: try Token("t-123"),
      transport: transport)
    let error = await service.failureOfLoading()
    #expect(error?.kind == .transport(.timedOut(seconds: 0.4)))
    // Nobody waits for the connection that is still being made.
    await transport.shutdown()
    try await silent.close()
  }

  static let proxyAnswers: [(Int, String)] = [
    (403, "the proxy did not open a connection"),
    (407, "the proxy wants a user name and password"),
  ]

  @Test(arguments: proxyAnswers)
  func theTokenIsNotShownToAProxy(_ status: Int, _ words: String) async throws {
    try await withSandbox { proxy, _ in
      proxy.inject(.answer(status: status, body: ""))
      let setting = ProxySetting(
        host: "127.0.0.1", port: proxy.port, credentials: .init(user: "u", password: "p"))
      let transport = HTTPTransport(TransportConfiguration(deadline: 100_000, proxy: setting))
      let service = CalendarService(token: try Token("t-123"), transport: transport)
      let error = await service.failureOfLoading()
      #expect(error?.kind == .transport(.other(words)))
      let request = try #require(proxy.requests.first)
      #expect(request.method == "CONNECT")
      #expect(request.target == "services.leadconnectorhq.com:443")
      #expect(request.header("Authorization") == nil)
      #expect(request.header("Proxy-Authorization") == "Basic [token]")
      #expect(proxy.requests.count == 1)
      await transport.shutdown()
    }
  }

  @Test func aClientThatStallsBlocksNobody() async throws {
    try await withSandbox { sandbox, service in
      let loops = MultiThreadedEventLoopGroup.singleton
      var stuck: [any Channel] = []
      for _ in 0..<8 {
        let channel = try await ClientBootstrap(group: loops)
          .connect(host: "127.0.0.1", port: sandbox.port).get()
        // On a busy machine the sandbox may have given it up already.
        try? await channel.writeAndFlush(ByteBuffer(string: "PUT /calendars/x HTTP/1.1\r\nHo"))
        stuck.append(channel)
      }
      let names = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<20 {
          group.addTask {
            try await service.loadCalendar(id: Sandbox.demoCalendarID).calendar[key: "name"]?.text
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(names.count == 20)
      #expect(Set(names).count == 1)
      for channel in stuck { try? await channel.close() }
    }
  }

  @Test func aBodyThatIsTooLongIsNotTaken() async throws {
    try await withSandbox(SandboxOptions(maxBodySize: 1000)) { sandbox, service in
      let before = sandbox.calendar(Sandbox.demoCalendarID)
      let error = await failure { () async throws(ServiceError) in
        try await service.saveCalendar(
          id: Sandbox.demoCalendarID,
          body: ["notes": .text(String(repeating: "x", count: 5000))])
      }
      #expect(error?.kind == .unexpected(status: 413))
      #expect(sandbox.calendar(Sandbox.demoCalendarID) == before)
      _ = try await service.loadCalendar(id: Sandbox.demoCalendarID)
    }
  }

  @Test func afterShutdownNothingIsSent() async throws {
    try await withSandbox { sandbox, _ in
      let transport = HTTPTransport()
      await transport.shutdown()
      await #expect(throws: TransportError.self) {
        try await transport.send(HTTPRequest(method: "GET", url: sandbox.baseURL))
      }
      await transport.shutdown()
      #expect(sandbox.requests.isEmpty)
    }
  }
}
