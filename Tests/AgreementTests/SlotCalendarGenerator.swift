import JSON
import TestSupport

/// Makes calendars whose hours, dates and numbers are stored in every way that is seen in the field.
struct SlotCalendarGenerator: RandomMaker {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A calendar with entries for dates from the first of January 2027 on.
  mutating func calendar() -> JSONValue {
    var object = JSONObject([])
    object["isActive"] =
      chance(percent: 90) ? pick([true, .null, "true"]) : pick([false, "false"])
    object["availabilityType"] = pick([nil, .null, 0, 1, "0", "1", 2, ""])
    object["openHours"] = chance(percent: 95) ? .array(week()) : pick([nil, .null, [], "odd"])
    object["availabilities"] =
      chance(percent: 95) ? .array(dates()) : pick([nil, .null, [], "odd"])
    setLength("slotDuration", &object)
    setLength("slotInterval", &object)
    setReach("allowBookingAfter", &object)
    setReach("allowBookingFor", &object)
    object["lookBusyConfig"] = pick([
      nil, .null, ["enabled": "true", "LookBusyPercentage": "40"],
      ["enabled": true, "LookBusyPercentage": "0"],
    ])
    return .object(object)
  }

  private mutating func setLength(_ key: String, _ object: inout JSONObject) {
    object[key] =
      chance(percent: 90)
      ? pick([15, 20, 30, 45, 60, 90, "30", " 45 ", "60.0"])
      : pick([nil, .null, "", " ", 0, -5, 22.5, "abc", true, [], 1.5, 2, "1e1"])
    object[key + "Unit"] =
      chance(percent: 80)
      ? pick(["mins", "mins", nil, "hours"]) : pick([.null, "", "days", "fortnights", 7])
    // A calendar that gives only the unit has the default in minutes.
    if chance(percent: 8) {
      object[key] = nil
      object[key + "Unit"] = "hours"
    }
  }

  private mutating func setReach(_ key: String, _ object: inout JSONObject) {
    object[key] =
      chance(percent: 60)
      ? nil : pick([.null, 0, -1, 1, 2, 3, 5, "2", "", "abc", 0.5, 1.25, [], 400])
    object[key + "Unit"] = pick([
      nil, .null, "mins", "hours", "hours", "days", "days", "weeks", "months", "years", "",
    ])
  }

  // MARK: Hours

  private mutating func week() -> [JSONValue] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      if chance(percent: 4) { return pick([.null, "odd", [:], ["daysOfTheWeek": "1"]]) }
      var days = (0..<7).filter { _ in chance(percent: 50) }.map { JSONValue.integer($0) }
      if chance(percent: 10) { days.append(pick([7, -1, "2", 1.5, .null, 3])) }
      return ["daysOfTheWeek": .array(days), "hours": hours()]
    }
  }

  private mutating func hours() -> JSONValue {
    if chance(percent: 4) { return pick([.null, "9-5", [:]]) }
    if chance(percent: 8) { return [range(0, 0)] }
    var ranges = (0..<Int.random(in: 0...3, using: &random)).map { _ in range() }
    // One that touches or overlaps the one before it, and one that stands twice.
    if let last = ranges.last, chance(percent: 40) {
      let close = (last[key: "closeHour"]?.int ?? 9) * 60 + (last[key: "closeMinute"]?.int ?? 0)
      ranges.append(range(max(0, close - pick([0, 0, 10, 60])), close + pick([30, 90])))
    }
    if let last = ranges.last, chance(percent: 10) { ranges.append(last) }
    if chance(percent: 15) {
      ranges.append(pick([range(0, 0), range(1320, 360), range(600, 600)]))
    }
    if chance(percent: 6) {
      ranges.append(pick([.null, [:], "9-12", ["openHour": "9"], range(0, 1500)]))
    }
    return .array(ranges)
  }

  private mutating func range() -> JSONValue {
    if chance(percent: 10) {
      return ["openHour": 22, "openMinute": 0, "closeHour": 23, "closeMinute": 60]
    }
    if chance(percent: 6) {
      return ["openHour": 8, "openMinute": 60, "closeHour": 10, "closeMinute": 60]
    }
    let open = Int.random(in: 0..<22, using: &random) * 60 + pick([0, 0, 15, 30])
    return range(open, open + pick([30, 45, 60, 120, 195, 480]))
  }

  /// A range in minutes after midnight; what lies beyond the day is written as it is.
  private func range(_ open: Int, _ close: Int) -> JSONValue {
    [
      "openHour": .integer(open / 60), "openMinute": .integer(open % 60),
      "closeHour": .integer(close / 60), "closeMinute": .integer(close % 60),
    ]
  }

  // MARK: Dates

  private mutating func dates() -> [JSONValue] {
    (0..<Int.random(in: 0...9, using: &random)).map { index in
      if chance(percent: 4) { return pick([.null, "2027-01-05", 7, ["hours": []]]) }
      let day = Int.random(in: 1...18, using: &random)
      let date = "2027-01-\(day < 10 ? "0" : "")\(day)"
      var entry: JSONObject = JSONObject([])
      entry["date"] = .text(
        date + pick(["T00:00:00.000Z", "T00:00:00.000Z", "T05:00:00.000Z", "", "T23:00:00+05:30"]))
      if chance(percent: 4) { entry["date"] = pick(["2027-02-30", "05.01.2027", "", .null]) }
      entry["hours"] = chance(percent: 96) ? hours() : nil
      switch pick([0, 0, 1, 2]) {
      case 0: entry["id"] = .text("d\(index)")
      case 1: entry["_id"] = .text("d\(index)")
      default: break
      }
      if chance(percent: 15) { entry["deleted"] = pick([true, false, .null, "true"]) }
      return .object(entry)
    }
  }
}
