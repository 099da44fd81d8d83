import JSON
import Testing

@testable import Sandbox

/// Faults that are for one calendar, one kind of call or one sub-account.
@Suite struct AimedFaultTests {
  private static let accounts = Sandbox.accounts(count: 2, calendars: 12, now: 1_796_000_000)
  private static let token = accounts[0].tokens[0]
  private static let ids = accounts[0].calendarIDs

  /// A look before each save, the save, and a look after it, as a client does.
  private func save(_ id: String, in sandbox: Sandbox) -> (looks: [RawAnswer], save: RawAnswer) {
    let before = sandbox.get("/calendars/\(id)", token: Self.token)
    let saved = sandbox.put(id, ["notes": "mine"], token: Self.token)
    return ([before, sandbox.get("/calendars/\(id)", token: Self.token)], saved)
  }

  @Test func ofTenSavesFourGoWrongEachInItsWay() throws {
    try withSandbox(accounts: Self.accounts) { sandbox in
      sandbox.inject(.invalid(["name must be a string"]), call: .save, calendar: Self.ids[2])
      sandbox.inject(.invalidToken, call: .save, calendar: Self.ids[4])
      sandbox.inject(.change(["name": "Theirs"]), call: .load, calendar: Self.ids[5])
      sandbox.inject(.closeAfterwards, call: .save, calendar: Self.ids[8])
      let saves = Self.ids.prefix(10).map { save($0, in: sandbox) }
      #expect(
        saves.map(\.save.status) == [200, 200, 422, 200, 401, 200, 200, 200, 0, 200])
      #expect(saves[2].save.message == ["name must be a string"])
      #expect(saves[4].save.message == "Invalid token: access token is invalid")
      #expect(saves.allSatisfy { $0.looks.allSatisfy { $0.status == 200 } })
      for (place, save) in saves.enumerated() {
        let isStored = place != 2 && place != 4
        #expect(save.looks[1].calendar?[key: "notes"] == (isStored ? "mine" : ""), "\(place)")
        let name = save.looks[0].calendar?[key: "name"]
        #expect((name == "Theirs") == (place == 5))
      }
      // Each happened once.
      #expect(Self.ids.prefix(10).allSatisfy { save($0, in: sandbox).save.status == 200 })
    }
  }

  /// Before a look the change is seen; after it, only the answer of the save shows it.
  @Test func somebodyElseChangesBeforeOrAfterALook() throws {
    try withSandbox(accounts: Self.accounts) { sandbox in
      let id = Self.ids[0]
      let version = sandbox.calendar(id)?[key: "version"]?.int ?? 0
      sandbox.inject(.changeAfterwards(["name": "Theirs", "slotBuffer": 7]), call: .load)
      let look = sandbox.get("/calendars/\(id)", token: Self.token).calendar
      #expect(look?[key: "name"] == Self.accounts[0].calendars[0][key: "name"])
      #expect(sandbox.calendar(id)?[key: "version"]?.int == version + 1)
      let saved = sandbox.put(id, ["slotBuffer": 9], token: Self.token).calendar
      #expect(saved?[key: "name"] == "Theirs" && saved?[key: "slotBuffer"] == 9)
      sandbox.inject(.change(["name": "Again"]), call: .save)
      #expect(sandbox.put(id, [:], token: Self.token).calendar?[key: "name"] == "Again")
      // A call without a calendar, a value that is no object and an id that is nobody's.
      let before = sandbox.accounts
      sandbox.inject(.change(["name": "x"]), call: .list)
      #expect(
        sandbox.get("/calendars/?locationId=\(Self.accounts[0].id)", token: Self.token).status
          == 200)
      sandbox.inject(.change("x"), call: .load)
      sandbox.inject(.change(["name": "x"]), call: .load, calendar: "nobody")
      #expect(sandbox.get("/calendars/\(id)", token: Self.token).status == 200)
      #expect(sandbox.get("/calendars/nobody", token: Self.token).status == 400)
      sandbox.changeCalendar("nobody", ["name": "x"])
      #expect(sandbox.accounts == before)
    }
  }

  /// Each aim lets by every request but its own.
  @Test func everyAimFitsItsOwnOnly() throws {
    let (location, id) = (Self.accounts[0].id, Self.ids[1])
    let schedule = try #require(Self.accounts[0].schedules[0][key: "id"]?.text)
    let slots = "?startDate=1796000000000&endDate=1796086400000"
    let calls: [(kind: SandboxCall.Kind, method: String, target: String, version: String)] = [
      (.list, "GET", "/calendars/?locationId=\(location)", "v3"),
      (.load, "GET", "/calendars/\(id)", "v3"), (.save, "PUT", "/calendars/\(id)", "v3"),
      (.freeSlots, "GET", "/calendars/\(id)/free-slots\(slots)", "v3"),
      (.groups, "GET", "/calendars/groups?locationId=\(location)", "v3"),
      (
        .scheduleSearch, "GET",
        "/calendars/schedules/search?locationId=\(location)&calendarId=\(id)", "v3"
      ),
      (.schedule, "GET", "/calendars/schedules/\(schedule)", "v3"),
      (.users, "GET", "/users/?locationId=\(location)", "2021-07-28"),
      (.forms, "GET", "/forms/?locationId=\(location)", "2021-07-28"),
      (.location, "GET", "/locations/\(location)", "2021-07-28"),
    ]
    #expect(Set(calls.map(\.kind)) == Set(SandboxCall.Kind.allCases))
    try withSandbox(accounts: Self.accounts) { sandbox in
      func statuses() -> [Int] {
        calls.map { call in
          let body: JSONValue? = call.method == "PUT" ? ["notes": "n"] : nil
          return sandbox.send(
            call.method, call.target, version: call.version, body, token: Self.token
          ).status
        }
      }
      #expect(statuses() == calls.map { _ in 200 })
      for (place, call) in calls.enumerated() {
        sandbox.inject(.answer(status: 599, body: ""), call: call.kind)
        #expect(statuses() == calls.indices.map { $0 == place ? 599 : 200 }, "\(call.kind)")
        #expect(sandbox.requests[place].call?.kind == call.kind)
        #expect(sandbox.requests[place].locationID == location)
      }
      let about: [SandboxCall.Kind] = [.load, .save, .freeSlots, .scheduleSearch]
      sandbox.inject(.answer(status: 599, body: ""), times: about.count, calendar: id)
      #expect(statuses() == calls.map { about.contains($0.kind) ? 599 : 200 })
      sandbox.inject(.answer(status: 599, body: ""), times: 10, location: Self.accounts[1].id)
      sandbox.inject(.answer(status: 599, body: ""), times: 10, calendar: Self.ids[2])
      #expect(statuses() == calls.map { _ in 200 })
      let other = Self.accounts[1]
      #expect(
        sandbox.get("/calendars/\(other.calendarIDs[0])", token: other.tokens[0]).status == 599)
      // The older aims go along with the new ones.
      sandbox.inject(
        .close, method: "GET", path: "/calendars/", call: .load, calendar: Self.ids[3])
      #expect(statuses() == calls.map { _ in 200 })
      #expect(sandbox.get("/calendars/\(Self.ids[3])", token: Self.token).status == 0)
    }
  }
}
