import CalendarModel
import JSON
import TestSupport

/// Calendars with everything that is seen in the field around dates and hours, and worse.
struct OddCalendar: RandomMaker {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let days = 1...12

  static func date(_ day: Int) -> CalendarDate { Calendars.date(2027, 3, day) }

  mutating func calendar() -> JSONValue {
    Calendars.full([
      "availabilities": chance(12) ? pick([nil, .null, []]) : dates(),
      "openHours": chance(12) ? pick([nil, .null, [], "9-5"]) : week(),
      "availabilityType": pick([nil, .null, 0, 1, .null, "0", 2]),
      "slotDuration": pick([nil, 30, 45, 90, "60", 1.5]),
      "slotDurationUnit": pick([nil, "mins", "hours", "mins"]),
      "slotInterval": pick([nil, 15, 30, 60]), "slotIntervalUnit": pick([nil, "mins", "hours"]),
      "allowBookingAfter": nil, "allowBookingFor": nil,
    ])
  }

  mutating func dates() -> JSONValue {
    .array((0..<Int.random(in: 0...8, using: &random)).map { _ in entry() })
  }

  private mutating func entry() -> JSONValue {
    if chance(20) { return pick([.null, "2027-03-01", 7, []]) }
    var row = JSONObject()
    let date = Self.date(Int.random(in: Self.days, using: &random))
    if !chance(15) {
      row["date"] = .text(
        pick([
          date.wire, date.wire, date.wire, "\(date)", "\(date)T05:00:00.000Z", "\(date) 23:00",
          "\(date.day) March", "2027-02-30", "",
        ]))
    }
    if !chance(12) { row["hours"] = hours() }
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1, 2: row["id"] = .text("x\(Int.random(in: 0...30, using: &random))")
    case 3: row["_id"] = .text("y\(Int.random(in: 0...30, using: &random))")
    case 4: row["id"] = ""
    default: break
    }
    if chance(5) { row["deleted"] = pick([true, false, .null]) }
    if chance(6) { row["note"] = 1 }
    return .object(row)
  }

  private mutating func week() -> JSONValue {
    .array(
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        if chance(20) { return pick([.null, 3, [:]]) }
        let days: [JSONValue] = (0...6).filter { _ in chance(3) }.map { .integer($0) }
        return [
          "daysOfTheWeek": chance(15) ? pick([.null, [7], ["Mon"], [1, 1]]) : .array(days),
          "hours": hours(),
        ]
      })
  }

  private mutating func hours() -> JSONValue {
    if chance(15) { return pick([.null, "9-12", [:]]) }
    return .array(
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        pick([
          Calendars.hour(9, 12), Calendars.hour(12, 17), Calendars.hour(9, 17),
          Calendars.hour(10, 11), Calendars.hour(0, 0), Calendars.hour(22, 6),
          Calendars.hour(9, 9), Calendars.hour(9, 0), Calendars.hour(20, 23, 60),
          Calendars.hour(9, 12, 15), ["openHour": 9], "9-12",
        ])
      })
  }
}
