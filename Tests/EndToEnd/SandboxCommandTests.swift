import CalendarAPI
import CalendarTransport
import Foundation
import JSON
import Sandbox
import TerminalTesting
import Testing

/// The sandbox as a program of its own, with its options.
@Suite(.waits, .timeLimit(.minutes(240))) struct SandboxCommandTests {
  /// Starts it with options, and makes a client of it.
  private func withServer(
    _ options: [String], _ test: (CalendarService) async throws -> Void
  ) async throws {
    let server = try TerminalSession(Program.binary, ["sandbox", "--port", "0"] + options)
    try server.wait(for: "The sandbox listens on http://127.0.0.1:", seconds: Program.patience)
    let address = try #require(server.line(0).firstMatch(of: /http:\/\/[0-9.:]+/)?.0)
    let transport = HTTPTransport(TransportConfiguration(deadline: 20))
    let service = CalendarService(
      baseURL: try BaseURL(String(address)), token: try Token(Sandbox.demoToken),
      transport: transport, routeSetting: .resource)
    try await test(service)
    await transport.shutdown()
    server.control("c")
    _ = try server.waitForExit(seconds: Program.patience)
  }

  @Test func behavesAsItsOptionsSay() async throws {
    let id = Sandbox.calendarIDs[4]
    try await withServer([
      "--put", "replace", "--answer", "short", "--redirect-spelling", "service",
      "--hours", "ignored", "--undocumented", "accept",
    ]) { service in
      let before = try await service.loadCalendar(id: id).calendar
      #expect(before[key: "formSubmitRedirectUrl"] != nil)
      let saved = try await service.saveCalendar(
        id: id, body: ["name": "n", "openHours": [], "recurring": ["interval": 2]])
      #expect(saved.calendar?.object?.keys.sorted() == ["id", "locationId", "name"])
      let after = try await service.loadCalendar(id: id).calendar
      #expect(after[key: "openHours"] == before[key: "openHours"])
      #expect(after[key: "recurring"] == ["interval": 2] && after[key: "slotDuration"] == nil)
    }
    try await withServer(["--versions", "v3"]) { service in
      await #expect(throws: ServiceError.self) { try await service.loadCalendar(id: id) }
    }
    try await withServer(["--lookups", "forbidden", "--unknown-calendar", "404"]) { service in
      _ = try await service.loadCalendar(id: id)
      let unknown = await #expect(throws: ServiceError.self) {
        try await service.loadCalendar(id: "nobody")
      }
      #expect(unknown?.kind == .notFound)
      await #expect(throws: ServiceError.self) {
        try await service.users(locationID: Sandbox.locationID)
      }
    }
  }

  /// The start names the token of each sub-account, and no token opens another one.
  @Test func printsTheTokenOfEachSubAccount() async throws {
    for (options, accounts) in [
      (["--demo"], Sandbox.demoAccounts()),
      (["--accounts", "2", "--calendars", "70"], Sandbox.accounts(count: 2, calendars: 70)),
    ] {
      let server = try TerminalSession(
        Program.binary, ["sandbox", "--port", "0", "--token-per-account"] + options, rows: 60,
        columns: 120)
      let last = try #require(accounts.last)
      try server.wait(for: last.calendars.count > 60 ? last.name : "Trade Open Day", seconds: 60)
      let address = try #require(server.line(0).firstMatch(of: /http:\/\/[0-9.:]+/)?.0)
      for account in accounts {
        let line = server.lines.first { $0.hasPrefix(account.id) }
        #expect(line?.contains(account.name) == true && line?.contains(account.tokens[0]) == true)
        let transport = HTTPTransport(TransportConfiguration(deadline: 20))
        let service = CalendarService(
          baseURL: try BaseURL(String(address)), token: try Token(account.tokens[0]),
          transport: transport, routeSetting: .resource)
        for other in accounts {
          let loaded = try? await service.loadCalendar(id: other.calendarIDs[0])
          #expect((loaded != nil) == (other.id == account.id))
        }
        await transport.shutdown()
      }
      server.control("c")
      _ = try server.waitForExit(seconds: Program.patience)
    }
  }

  @Test(arguments: ["--demo --accounts 2", "--accounts 0", "--calendars -1", "--rate-limit 0"])
  func wrongOptionsAreRefused(_ options: String) throws {
    let result = try Shell("caledit sandbox --port 0 \(options)", in: try Scratch())
    #expect(result.status != .status(0))
  }

  /// The page of the manual lists every way in which accounts differ, with its values.
  @Test func everyBehaviourIsInTheManual() throws {
    let page = try Shell("caledit help sandbox", in: try Scratch()).output
      .split { " \n".contains($0) }.joined(separator: " ")
    let values: [(String, [String])] = [
      ("put", SandboxOptions.PutReading.allCases.map(\.rawValue)),
      ("answer", SandboxOptions.PutAnswer.allCases.map(\.rawValue)),
      ("hours", SandboxOptions.GovernedHours.allCases.map(\.rawValue)),
      ("schedules", SandboxOptions.ScheduleSearch.allCases.map(\.rawValue)),
      ("location", SandboxOptions.LookupAnswer.allCases.map(\.rawValue)),
      ("lookups", SandboxOptions.LookupAnswer.allCases.map(\.rawValue)),
      ("redirect-spelling", SandboxOptions.RedirectSpelling.allCases.map(\.rawValue)),
      ("undocumented", SandboxOptions.NestedKeys.allCases.map(\.rawValue)),
      ("versions", SandboxOptions.Versions.allCases.map(\.rawValue)),
      ("unknown-calendar", SandboxOptions.UnknownCalendar.allCases.map(\.rawValue)),
      ("errors", SandboxOptions.ErrorShape.allCases.map(\.rawValue)),
      ("rate-window", SandboxOptions.RateLimit.Window.allCases.map(\.rawValue)),
    ]
    for (option, values) in values {
      let about = try #require(page.components(separatedBy: "--\(option) <").last)
      let own = about.components(separatedBy: " --").first ?? ""
      for value in values { #expect(own.contains(value), "\(option) \(value)") }
    }
  }
}
