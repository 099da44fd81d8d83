import CalendarModel
import JSON
import Testing

@Suite("Ranges of hours")
struct HourRangeTests {
  static func json(
    _ openHour: JSONValue, _ openMinute: JSONValue, _ closeHour: JSONValue,
    _ closeMinute: JSONValue
  ) -> JSONValue {
    [
      "openHour": openHour, "openMinute": openMinute, "closeHour": closeHour,
      "closeMinute": closeMinute,
    ]
  }

  @Test(arguments: [
    (json(9, 0, 17, 30), 540, 1050, "09:00–17:30"), (json(0, 0, 23, 60), 0, 1440, "00:00–24:00"),
    (json(9.0, 5, 9, 4), 545, 544, "09:05–09:04"),
  ])
  func reads(_ value: JSONValue, _ open: Int, _ close: Int, _ words: String) throws {
    let range = try #require(HourRange(value))
    #expect(range == HourRange(open: open, close: close))
    #expect(range.length == close - open)
    #expect(range.description == words)
  }

  @Test(
    arguments: [
      json(24, 0, 24, 0), json(9, 61, 10, 0), json(-1, 0, 2, 0), json("9", 0, 10, 0),
      json(9.5, 0, 10, 0), json(.null, 0, 1, 0), ["openHour": 9], [], "9-17",
    ] as [JSONValue])
  func refuses(_ value: JSONValue) {
    #expect(HourRange(value) == nil)
  }

  @Test func overlaps() {
    let range = HourRange(open: 540, close: 720)
    #expect(range.overlaps(HourRange(open: 719, close: 800)))
    #expect(!range.overlaps(HourRange(open: 720, close: 800)))
    #expect(range.overlaps(HourRange(open: 600, close: 610)))
    #expect(range.overlaps(range))
    #expect(!range.overlaps(HourRange(open: 0, close: 540)))
  }
}
