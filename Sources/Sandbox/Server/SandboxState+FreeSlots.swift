import CalendarModel
import JSON

extension SandboxState {
  /// Answers a call for the start times that a calendar offers.
  func freeSlots(_ subject: Subject, _ query: Query) -> SandboxAnswer {
    var problems: [String] = []
    func milliseconds(_ name: String) -> Int {
      guard let number = query[name].flatMap({ Int($0) }), (0..<1 << 50).contains(number) else {
        problems.append("\(name) must be a number conforming to the specified constraints")
        return 0
      }
      return number
    }
    let start = milliseconds("startDate")
    let end = milliseconds("endDate")
    guard problems.isEmpty else { return .invalid(problems) }
    let home = accounts[subject.account].timezone.flatMap(ZoneOffsets.init(systemZone:))
    let named = query["timezone"]
    guard let zone = named.map(ZoneOffsets.init(systemZone:)) ?? (home ?? .utc) else {
      return .invalid(["timezone must be a valid IANA time-zone"])
    }
    guard start < end else { return .badRequest("endDate must be after startDate") }
    guard end - start <= 31 * 86_400_000 else {
      return .badRequest("The date range must not be longer than 31 days")
    }
    let calendar = calendars[subject.row].value
    let plan = SlotPlan(
      calendar: calendar, zone: zone, home: home ?? zone, now: now,
      schedules: options.hours == .calendar ? [] : schedules(governing: calendar))
    let days = plan.days(from: start / 1000, to: end / 1000)
    var answer = JSONObject(
      days.map { day in
        JSONObject.Member(
          key: day.date.description, value: ["slots": .array(day.slots.map(JSONValue.text))])
      })
    answer["traceId"] = .text(SandboxAnswer.traceID)
    return SandboxAnswer(200, .object(answer))
  }
}
