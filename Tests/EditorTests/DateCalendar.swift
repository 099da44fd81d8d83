import JSON

/// The sample calendar with dates of every sort: with an id, with `_id`, without one, past, odd.
let dateCalendar: JSONValue = {
  func hours(_ ranges: (Int, Int)...) -> JSONValue {
    .array(
      ranges.map { open, close in
        [
          "openHour": .integer(open), "openMinute": 0, "closeHour": .integer(close),
          "closeMinute": 0,
        ]
      })
  }
  func date(_ text: String) -> JSONValue { .text(text + "T00:00:00.000Z") }
  var calendar = sampleCalendar
  _ = calendar.update(at: "availabilities") {
    $0 = [
      ["date": date("2026-12-31"), "hours": hours((9, 12)), "id": "a1"],
      ["date": date("2026-10-03"), "hours": [], "id": "a2"],
      ["date": date("2026-12-24"), "hours": [], "id": "a3"],
      ["date": date("2026-12-07"), "hours": hours((9, 12), (13, 17)), "_id": "a4"],
      ["date": date("2026-12-08"), "hours": hours((10, 14))],
      ["date": "soon", "hours": [], "id": "a5"],
      ["date": date("2026-11-02"), "hours": [], "id": "a6"],
      ["date": date("2027-01-06"), "hours": [], "id": "a7", "deleted": false],
    ]
  }
  return calendar
}()
