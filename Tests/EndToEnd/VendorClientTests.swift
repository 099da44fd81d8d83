import Foundation
import JSON
import Sandbox
import Testing

/// The vendor's own client against the sandbox, so that the sandbox is not only what we think.
@Suite(
  .enabled(
    if: VendorClient.isInstalled,
    "python3 has no gohighlevel-api-client; pip install gohighlevel-api-client brings it"),
  .timeLimit(.minutes(240)))
struct VendorClientTests {
  private static let id = Sandbox.calendarIDs[4]

  @Test func loadsListsAndUpdates() throws {
    let sandbox = try Sandbox.startBlocking()
    defer { sandbox.stopBlocking() }
    let before = try #require(sandbox.calendar(Self.id))
    let said = try VendorClient.run(
      """
      listed = await client.calendars.get_calendars(location_id=location)
      loaded = await client.calendars.get_calendar(calendar_id=calendar)
      saved = await client.calendars.update_calendar(
          calendar_id=calendar,
          request_body={"name": "By the vendor", "allowBookingAfterUnit": "mins"})
      schedules = await client.calendars.get_all_schedules(
          location_id=location, user_id="c7NxTzB2kIuE8rWaPl1j", calendar_id=calendar)
      say([[one["id"] for one in listed["calendars"]], loaded, saved, schedules])
      """, sandbox.baseURL, Self.id)
    #expect(said.error == "")
    let answers = try #require(said.json?.array)
    #expect(answers[0] == .array(Sandbox.calendarIDs.map(JSONValue.text)))
    #expect(answers[1][key: "calendar"]?.isEquivalent(to: before) == true)
    let after = try #require(sandbox.calendar(Self.id))
    #expect(after[key: "name"] == "By the vendor" && after[key: "allowBookingAfterUnit"] == "mins")
    #expect(after[key: "openHours"] == before[key: "openHours"])
    #expect(answers[2][key: "calendar"]?.isEquivalent(to: after) == true)
    #expect(answers[3]["schedules[0].name"] == "Coaching hours")
    let requests = sandbox.requests
    #expect(requests.map(\.method) == ["GET", "GET", "PUT", "GET"])
    #expect(requests.allSatisfy { $0.header("Version") == "v3" })
    #expect(requests[2].path == "/calendars/\(Self.id)")
  }

  /// What the sandbox refuses is a refusal to the vendor's client too.
  @Test func isRefusedInItsOwnWords() throws {
    var options = SandboxOptions()
    for (versions, status, message) in [
      (SandboxOptions.Versions.both, 400, "Calendar not found"),
      (.page, 401, "version header is invalid"),
    ] {
      options.versions = versions
      let sandbox = try Sandbox.startBlocking(options: options)
      defer { sandbox.stopBlocking() }
      let said = try VendorClient.run(
        """
        try:
            await client.calendars.get_calendar(calendar_id=calendar)
        except GHLError as error:
            say([error.status_code, str(error)])
        """, sandbox.baseURL, "nobody")
      #expect(said.json?.array?.first?.int == status, "\(said)")
      #expect(said.json?.array?.last?.text?.contains(message) == true, "\(said)")
    }
  }
}

/// Runs scripts with the vendor's client for Python.
private enum VendorClient {
  struct Output {
    let json: JSONValue?
    let error: String
  }

  /// Whether the client is there, asked once.
  static let isInstalled = (try? python(["-c", "import highlevel"]))?.status == 0

  /// Runs the body of a script; `say` in it writes a value as JSON.
  static func run(_ script: String, _ baseURL: String, _ calendar: String) throws -> Output {
    let body = script.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    \($0)" }.joined(separator: "\n")
    let whole = """
      import asyncio, json, sys
      from highlevel import HighLevel
      from highlevel.error import GHLError
      base_url, location, calendar, token = sys.argv[1:]
      HighLevel.BASE_URL = base_url
      def say(value): print(json.dumps(value))
      async def main():
          client = HighLevel(private_integration_token=token, log_level="error")
      \(body)
      asyncio.run(main())
      """
    let result = try python([
      "-c", whole, baseURL, Sandbox.locationID, calendar, Sandbox.demoToken,
    ])
    // The client logs errors to the same output, before.
    let last = result.output.split(separator: "\n").last ?? ""
    return Output(
      json: (try? JSONDocument(parsing: Array(last.utf8)))?.value, error: result.error)
  }

  private static func python(
    _ arguments: [String]
  ) throws -> (status: Int32, output: String, error: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "NO_PROXY": "127.0.0.1", "PYTHONWARNINGS": "ignore",
    ]) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let texts = [output, error].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }
}
