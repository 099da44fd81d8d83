import CalendarModel
import JSON
import Testing

@testable import Sandbox

/// Hours that are sent where a schedule governs, and the hours that count then.
@Suite struct GovernedHoursTests {
  private static let law = Sandbox.calendarIDs[1]
  private static let panel = Sandbox.calendarIDs[3]
  private static let coach = Sandbox.calendarIDs[4]
  private static let week: JSONValue = [
    [
      "daysOfTheWeek": [1],
      "hours": [["openHour": 6, "openMinute": 0, "closeHour": 7, "closeMinute": 0]],
    ]
  ]
  private static let dates: JSONValue = [["date": "2031-01-02T00:00:00.000Z", "hours": []]]
  private static let bodies: [JSONValue] = [
    ["openHours": week, "name": "n"], ["availabilities": dates, "name": "n"],
    ["openHours": week, "availabilities": dates, "name": "n"],
  ]

  /// Availabilities without the ids that the service gave them.
  private static func hours(_ calendar: JSONValue?) -> [JSONValue?] {
    let dates = calendar?[key: "availabilities"]?.array?.map { $0.without("id") }
    return [calendar?[key: "openHours"], dates.map(JSONValue.array)]
  }

  @Test(
    arguments: SandboxOptions.GovernedHours.allCases, [law, panel, coach])
  func areStoredOrNot(_ hours: SandboxOptions.GovernedHours, _ id: String) throws {
    for body in Self.bodies {
      try withSandbox {
        $0.hours = hours
      } _: { sandbox in
        let before = try #require(sandbox.calendar(id))
        let schedules = sandbox.schedules
        let isGoverned = id != Self.law
        let answer = sandbox.put(id, body)
        #expect(answer.status == 200)
        let after = try #require(sandbox.calendar(id))
        #expect(answer.calendar == after)
        #expect(after[key: "name"] == "n")
        let isStored = hours != .ignored || !isGoverned
        #expect(Self.hours(after) == Self.hours(isStored ? before.with(body) : before))
        #expect(
          after.without("name", "openHours", "availabilities", "dateUpdated", "version")
            == before.without("name", "openHours", "availabilities", "dateUpdated", "version"))
        let gone = schedules.filter { !sandbox.schedules.contains($0) }
        let names = [Self.panel: ["Interviews", "Evenings"], Self.coach: ["Coaching hours"]]
        #expect(
          gone.compactMap { $0[key: "name"]?.text } == (hours == .deletes ? names[id] ?? [] : []))
      }
    }
  }

  @Test(arguments: SandboxOptions.GovernedHours.allCases)
  func anUpdateWithoutHoursLeavesTheSchedules(_ hours: SandboxOptions.GovernedHours) throws {
    try withSandbox {
      $0.hours = hours
    } _: { sandbox in
      let before = sandbox.schedules
      for id in Sandbox.calendarIDs { #expect(sandbox.put(id, ["name": "n"]).status == 200) }
      #expect(sandbox.schedules == before)
      // Hours that are refused do nothing.
      #expect(sandbox.put(Self.coach, ["openHours": 1]).status == 422)
      #expect(sandbox.schedules == before)
    }
  }

  /// Also where the rest of the calendar is replaced.
  @Test func ignoredHoursAreNotTakenAwayEither() throws {
    try withSandbox {
      $0.hours = .ignored
      $0.put = .replace
    } _: { sandbox in
      let before = try #require(sandbox.calendar(Self.coach))
      #expect(sandbox.put(Self.coach, ["openHours": Self.week]).status == 200)
      let after = try #require(sandbox.calendar(Self.coach))
      #expect(after[key: "openHours"] == before[key: "openHours"])
      #expect(after[key: "availabilities"] == nil && after[key: "slotDuration"] == nil)
    }
  }

  /// An echo says nothing of it: it repeats hours that were not stored.
  @Test func anEchoShowsHoursThatAreIgnored() throws {
    try withSandbox {
      $0.hours = .ignored
      $0.answer = .echo
    } _: { sandbox in
      let before = sandbox.calendar(Self.coach)
      let answer = sandbox.put(Self.coach, ["openHours": Self.week])
      #expect(answer.calendar?[key: "openHours"] == Self.week)
      #expect(sandbox.calendar(Self.coach)?[key: "openHours"] == before?[key: "openHours"])
    }
  }

  // MARK: What bookers are offered

  // Monday, 2 November 2026, 0:00 UTC.
  private static let now = 20_759 * 86_400

  /// The starts of five weeks, in UTC.
  private func slots(_ sandbox: Sandbox, _ id: String) -> [String] {
    [(0, 25), (25, 35)].flatMap { first, last -> [String] in
      let start = Self.now + first * 86_400
      let end = Self.now + last * 86_400
      let answer = sandbox.get(
        "/calendars/\(id)/free-slots?startDate=\(start)000&endDate=\(end)000&timezone=UTC")
      #expect(answer.status == 200)
      return (answer.json?.object?.members ?? []).flatMap {
        $0.value[key: "slots"]?.array?.compactMap(\.text) ?? []
      }
    }
  }

  @Test func theHoursThatCountAreOffered() throws {
    func offered(
      _ hours: SandboxOptions.GovernedHours, _ id: String, after body: JSONValue? = nil
    ) throws -> Set<String> {
      var found: [String] = []
      try withSandbox {
        $0.hours = hours
        $0.now = Self.now
      } _: { sandbox in
        if let body { #expect(sandbox.put(id, body).status == 200) }
        found = slots(sandbox, id)
      }
      #expect(Set(found).count == found.count)
      return Set(found)
    }
    // Where nothing governs, the option changes nothing.
    let law = try SandboxOptions.GovernedHours.allCases.map { try offered($0, Self.law) }
    #expect(Set(law).count == 1 && law[0].count > 50)

    let own = try offered(.calendar, Self.coach)
    let scheduled = try offered(.ignored, Self.coach)
    #expect(try offered(.deletes, Self.coach) == scheduled)
    #expect(own != scheduled && !own.isEmpty && !scheduled.isEmpty)
    // Tuesday 3 November in London is UTC: 8–12 and 15–20, an hour every 30 minutes, 12 h of notice.
    #expect(
      scheduled.filter { $0.hasPrefix("2026-11-03") }.sorted().map { $0.dropFirst(11).prefix(5) }
        == [
          "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "15:00", "15:30", "16:00",
          "16:30", "17:00", "17:30", "18:00", "18:30", "19:00",
        ])
    // The date 9 days ahead has hours of its own, 8 days ahead is closed; Berlin's week begins 6:30.
    #expect(scheduled.contains("2026-11-11T10:00:00+00:00"))
    #expect(!scheduled.contains { $0.hasPrefix("2026-11-10") })
    #expect(own.contains("2026-11-04T06:30:00+00:00"))

    // Hours that are sent: they count, they do not, they count instead of the schedule.
    let body: JSONValue = ["openHours": Self.week, "availabilities": []]
    let sent = Set(
      (1...4).map { "2026-11-\(2 + $0 * 7 < 10 ? "0" : "")\(2 + $0 * 7)T05:00:00+00:00" }.prefix(4))
    #expect(try offered(.calendar, Self.coach, after: body) == sent)
    #expect(try offered(.ignored, Self.coach, after: body) == scheduled)
    #expect(try offered(.deletes, Self.coach, after: body) == sent)
  }

  /// All three are free: Amira in Berlin, Priya in Kolkata, Tomasz in the calendar's own hours.
  @Test func aCollectiveCalendarNeedsEverybody() throws {
    try withSandbox {
      $0.hours = .ignored
      $0.now = Self.now
    } _: { sandbox in
      let found = slots(sandbox, Self.panel)
      // From 10 November: Tuesdays 13:00–16:30 in Berlin; Thursday the 12th Amira is away.
      #expect(
        found.prefix(6).map { String($0.prefix(16)) } == [
          "2026-11-10T12:00", "2026-11-10T13:00", "2026-11-10T14:00", "2026-11-17T12:00",
          "2026-11-17T13:00", "2026-11-17T14:00",
        ])
    }
  }

  /// Own hours are those of the sub-account's zone, in whatever zone the answer is.
  @Test func ownHoursAreInTheZoneOfTheSubAccount() throws {
    for zone in ["Europe/Berlin", "America/New_York", nil] {
      try withSandbox {
        $0.timezone = zone
        $0.now = Self.now
      } _: { sandbox in
        let start = Self.now + 3 * 86_400
        let range = "startDate=\(start)000&endDate=\(start + 86_400)000"
        func first(_ query: String) -> String? {
          let answer = sandbox.get("/calendars/\(Self.law)/free-slots?\(range)\(query)")
          return answer.json?.object?.members.first?.value[key: "slots"]?.array?.first?.text
        }
        // Thursday, 5 November, from 8:30.
        let expected: [String?] =
          switch zone {
          case "Europe/Berlin":
            ["2026-11-05T08:30:00+01:00", "2026-11-05T13:00:00+05:30", "2026-11-05T07:30:00+00:00"]
          case "America/New_York":
            ["2026-11-05T08:30:00-05:00", "2026-11-05T19:00:00+05:30", "2026-11-05T13:30:00+00:00"]
          default:
            ["2026-11-05T08:30:00+00:00", "2026-11-05T08:30:00+05:30", "2026-11-05T08:30:00+00:00"]
          }
        #expect([first(""), first("&timezone=Asia/Kolkata"), first("&timezone=UTC")] == expected)
        #expect(
          sandbox.get("/calendars/\(Self.law)/free-slots?\(range)&timezone=Nowhere").status == 422)
      }
    }
  }
}
