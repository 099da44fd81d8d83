import CalendarModel
import JSON
import Sandbox
import TerminalTesting
import Testing

/// What people come for, from the overview to the review, in few keys.
@Suite(.waits, .timeLimit(.minutes(240))) struct TaskTests {
  /// Does a task and returns what the review would send.
  ///
  /// - Parameters:
  ///   - keys: to the review, Ctrl-S included.
  ///   - limit: how many keys it may take.
  ///   - free: how many keys of them are the value itself, and do not count.
  private func body(
    of keys: String, atMost limit: Int, free: Int = 0, calendar: Int = 1,
    prepare: (Sandbox) -> Void = { _ in }
  ) throws -> JSONValue {
    let program = try Program.opened(Sandbox.calendarIDs[calendar], prepare: prepare)
    #expect(program.session.text.contains("How long"), "it starts on the overview")
    let count = try program.strokes(keys)
    #expect(count - free <= limit, "\(count) keys")
    try program.wait(for: "Review: ")
    program.session.control("s")
    try program.session.wait("the save", seconds: Program.patience) { !program.puts.isEmpty }
    let request = try #require(program.puts.first)
    return try #require(request.json)
  }

  private func range(_ open: Int, _ close: Int) -> JSONValue {
    [
      "openHour": .integer(open), "openMinute": 0, "closeHour": .integer(close), "closeMinute": 0,
    ]
  }

  @Test func slotDurationTo45Minutes() throws {
    let body = try body(of: "Down Enter Ctrl-U \"45\" Ctrl-S", atMost: 12)
    #expect(body == ["slotDuration": 45])
  }

  @Test func mondayToFriday9To12And13To17() throws {
    let body = try body(of: "Down Down Down Enter \"9-12,13-17\" Alt-W Ctrl-S", atMost: 40)
    let hours: JSONValue = [range(9, 12), range(13, 17)]
    let week = WeekHours(body["openHours"])
    for day in 1...5 {
      #expect(
        week[day].ranges == [HourRange(open: 540, close: 720), .init(open: 780, close: 1020)])
    }
    #expect(body.object?.count == 1)
    #expect(body["openHours"]?.array?.allSatisfy { $0[key: "hours"] == hours } == true)
  }

  @Test func close24To31December() throws {
    let body = try body(
      of: "Down Down Down Down Enter \"12-24..31 closed\" Enter Ctrl-S", atMost: 35)
    let entries = body["availabilities"]?.array ?? []
    for day in 24...31 {
      let entry = entries.first {
        $0[key: "date"]?.text?.hasSuffix("-12-\(day)T00:00:00.000Z") == true
      }
      #expect(entry?[key: "hours"] == [], "\(day) December")
      #expect(entry?[key: "deleted"] != true)
    }
    #expect(body.object?.count == 1)
  }

  @Test func addAMemberByNameAndMakeItPrimary() throws {
    let body = try body(
      of: "Down Down Down Down Down Enter Ctrl-N \"mei\" Enter Space Ctrl-S", atMost: 25,
      calendar: 3
    ) { $0.replaceSchedules(with: []) }
    let members = body["teamMembers"]?.array ?? []
    #expect(members.count == 4)
    #expect(members.map { $0[key: "isPrimary"] == true } == [false, false, false, true])
    #expect(body.object?.count == 1)
  }

  @Test func lookBusyAt40Percent() throws {
    let body = try body(
      of: "\"look\" Enter Space Tab Ctrl-U \"40\" Ctrl-S", atMost: 15, calendar: 0)
    #expect(body == ["lookBusyConfig": ["enabled": true, "LookBusyPercentage": 40]])
  }

  @Test func weeklyRecurrence8Times() throws {
    let body = try body(
      of: "\"recur\" Enter Space Tab \"w\" Tab Ctrl-U \"8\" Ctrl-S", atMost: 25, calendar: 4
    ) { sandbox in
      let id = Sandbox.calendarIDs[4]
      guard var calendar = sandbox.calendar(id) else { return }
      _ = calendar.update(at: "enableRecurring") { $0 = false }
      _ = calendar.update(at: "recurring") { $0 = ["freq": "MONTHLY", "count": 4] }
      sandbox.replaceCalendar(id, with: calendar)
    }
    #expect(body == ["enableRecurring": true, "recurring": ["freq": "WEEKLY", "count": 8]])
  }

  @Test func secondMembersLocationToAPhoneNumber() throws {
    let number = "+14445550132"
    let body = try body(
      of:
        "Down Down Down Down Down Enter Down Down Enter Down Down Down Down Enter \"in\" Tab Ctrl-U "
        + "\"\(number)\" Ctrl-S", atMost: 35)
    let second = body["teamMembers"]?.array?[1]
    let location = second?[key: "locationConfigurations"]?.array?.first
    #expect(location?[key: "kind"] == "inbound_call")
    #expect(location?[key: "location"] == .text(number))
    #expect(body.object?.count == 1)
  }

  @Test func redirectToAnAddressAfterBooking() throws {
    let address = "https://example.com/thanks"
    let body = try body(
      of: "\"after\" Enter \"r\" Tab Ctrl-U \"\(address)\" Ctrl-S", atMost: 30,
      free: address.count)
    #expect(
      body == ["formSubmitType": "RedirectURL", "formSubmitRedirectURL": .text(address)])
  }

  @Test func pixelId() throws {
    let body = try body(
      of: "\"pixel\" Enter Ctrl-U \"1234567890\" Ctrl-S", atMost: 15, free: 10)
    #expect(body == ["pixelId": "1234567890"])
  }
}
