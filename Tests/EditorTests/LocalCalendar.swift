import CalendarModel
import JSON

@testable import Editor

extension LocalFormat {
  /// As most users in the United States read times and weeks.
  static let american = LocalFormat(clock: .twelve, weekStart: .sunday)
  static let mondayFirst = LocalFormat(clock: .twentyFour, weekStart: .monday)
}

/// A calendar with hours of every sort after noon.
let afternoonCalendar: JSONValue = {
  func hours(_ ranges: (Double, Double)...) -> JSONValue {
    .array(ranges.map { HourRange(open: Int($0 * 60), close: Int($1 * 60)).json })
  }
  func date(_ text: String) -> JSONValue { .text(text + "T00:00:00.000Z") }
  var calendar = dateCalendar
  _ = calendar.update(at: "openHours") {
    $0 = [
      ["daysOfTheWeek": [1, 2, 3], "hours": hours((9, 12), (13.5, 17.25))],
      ["daysOfTheWeek": [0, 6], "hours": hours((14, 24))],
      ["daysOfTheWeek": [4], "hours": hours((15, 18), (16, 20), (22, 13))],
      ["daysOfTheWeek": [], "hours": hours((18, 14))],
    ]
  }
  _ = calendar.update(at: "availabilities") {
    let odd: [JSONValue] = [
      ["date": date("2026-12-09"), "hours": hours((13, 17.5), (18, 22)), "id": "b1"],
      ["date": date("2026-12-10"), "hours": hours((17, 14)), "id": "b2"],
      ["date": date("2026-12-11"), "hours": [["openHour": 14]], "id": "b3"],
    ]
    $0 = .array(odd + ($0.array ?? []))
  }
  for (key, value) in [("allowBookingAfter", JSONValue.integer(5)), ("allowBookingFor", 20)] {
    _ = calendar.update(at: JSONPath([.key(key)])) { $0 = value }
  }
  _ = calendar.update(at: "allowBookingAfterUnit") { $0 = "hours" }
  return calendar
}()

/// The calendar with schedules, at half past four in the afternoon.
func makeAfternoon(
  _ format: LocalFormat, rows: Int = 24, columns: Int = 80
) -> TestApp {
  var model = makeModel(afternoonCalendar, rows: rows, columns: columns, format: format)
  _ = model.update(.clock(CalendarMoment(today, minute: 990)))
  _ = model.update(.schedules(1, ScheduleTests.listed(ScheduleTests.ana, ScheduleTests.ben)))
  return model
}
