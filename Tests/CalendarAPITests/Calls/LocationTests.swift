import CalendarAPI
import CalendarModel
import JSON
import TestSupport
import Testing

/// The sub-account, for its time zone.
@Suite struct LocationTests {
  @Test func theZoneIsRead() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"location":{"id":"l&c","name":"Studio","timezone":"Europe/Berlin"}}"#),
      .json(200, #"{"location":{"id":"l&c","timezone":""}}"#),
      .json(200, #"{"location":{"timezone":null}}"#),
    ])
    let service = try service(transport)
    let known = SubAccount(id: "l&c", timezone: "Europe/Berlin", name: "Studio")
    #expect(try await service.location(id: "l&c") == known)
    for _ in 0..<2 {
      #expect(try await service.location(id: "l&c") == SubAccount(id: "l&c", timezone: nil))
    }
    let request = try #require(transport.requests.first)
    #expect(request.method == "GET")
    #expect(request.url == "https://services.leadconnectorhq.com/locations/l%26c")
    #expect(request.header("Version") == "2021-07-28")
    #expect(request.header("Authorization") == "Bearer \(secret)")
  }

  @Test(arguments: [
    "{}", "[]", "", "{\"location\":[]}", "{\"timezone\":\"Europe/Berlin\"}",
    "{\"location\":{\"id\":\"another\",\"timezone\":\"Europe/Berlin\"}}",
  ])
  func whatIsNoSubAccountIsRefused(_ body: String) async throws {
    let service = try service(ScriptedTransport([.json(200, body)]))
    let error = await failure { () throws(ServiceError) in try await service.location(id: "l") }
    #expect(error != nil)
  }

  @Test func aRefusalIsAnError() async throws {
    let service = try service(ScriptedTransport([.json(403, #"{"message":"no access"}"#)]))
    let error = await failure { () throws(ServiceError) in try await service.location(id: "l") }
    #expect(error?.title.isEmpty == false)
  }
}
