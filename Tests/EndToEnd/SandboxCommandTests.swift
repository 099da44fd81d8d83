import CalendarAPI
import CalendarTransport
import Foundation
import JSON
import Sandbox
import TerminalTesting
import Testing

/// The sandbox as a program of its own, with its options.
@Suite(.waits, .timeLimit(.minutes(40))) struct SandboxCommandTests {
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

  /// The help and the README list the same options with the same values.
  @Test func everyOptionIsInTheReadme() throws {
    let result = try Shell("caledit sandbox --help", in: try Scratch())
    #expect(result.status == .status(0))
    let options = result.output.matches(of: /--[a-z-]+(?= <)/).map { String($0.0) }
    #expect(options.count == 13)
    let readme = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
          "README.md"),
      encoding: .utf8)
    let start = try #require(readme.range(of: "## The sandbox"))
    let rest = readme[start.upperBound...]
    let section = rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
    for option in options {
      #expect(section.contains("`\(option) ") || section.contains("\(option) 8080"))
    }
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
    ]
    for (option, values) in values {
      #expect(section.contains("`--\(option) \(values.joined(separator: "\\|"))`"), "\(option)")
    }
  }
}
