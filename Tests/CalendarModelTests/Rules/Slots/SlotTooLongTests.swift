import JSON
import TestSupport
import Testing

@testable import CalendarModel

@Suite("slots.tooLong")
struct SlotTooLongTests {
  static let cases: [RuleCase] = [
    .init("slotDuration", accepts: 480, rejects: 481),
    .init("slotDuration", accepts: "480", rejects: "481", besides: ["value.type"]),
    .init("slotDurationUnit", at: "slotDuration", accepts: "mins", rejects: "hours"),
    .init("slotDuration", accepts: 150, rejects: 151, with: ["availabilityType": 1]),
    .init("slotDuration", accepts: 150, rejects: 151, with: ["availabilityType": "1"]),
    .init("slotDuration", accepts: 480, rejects: 481, with: ["availabilityType": 0]),
    .init(
      "slotDuration", accepts: 1440, rejects: 1441,
      with: ["openHours": [Calendars.week([1], Calendars.hour(0, 23, 60))]]),
    // Ranges that touch are one stretch, also where different entries have them.
    .init(
      "slotDuration", accepts: 120, rejects: 121,
      with: [
        "openHours": [Calendars.week([1], Calendars.hour(9, 10), Calendars.hour(10, 11))],
        "availabilities": nil,
      ]),
    .init(
      "slotDuration", accepts: 120, rejects: 121,
      with: [
        "openHours": [
          Calendars.week([1, 2], Calendars.hour(9, 10)),
          Calendars.week([2], Calendars.hour(10, 11)),
        ],
        "availabilities": nil,
      ]),
    .init(
      "slotDuration", accepts: 120, rejects: 121,
      with: [
        "availabilityType": 1,
        "availabilities": [date("2027-01-01", Calendars.hour(9, 10), Calendars.hour(10, 11))],
      ]),
    // Without a duration it is 30 minutes, whatever the unit says.
    .init(
      "openHours[0].hours[0].closeMinute", at: "slotDuration", accepts: 30, rejects: 29,
      with: [
        "slotDuration": nil, "slotDurationUnit": "hours", "availabilities": [],
        "openHours": [Calendars.week([1], Calendars.hour(9, 9, 59))], "slotInterval": nil,
      ]),
    // A day that has passed offers nothing, and of two entries for a day the first one counts.
    .init(
      "slotDuration", accepts: 60, rejects: 61,
      with: [
        "availabilityType": 1,
        "availabilities": [
          date("2026-01-01", Calendars.hour(9, 17)), date("2027-01-01", Calendars.hour(9, 10)),
          date("2027-01-01", Calendars.hour(9, 17)),
        ],
      ]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.slotTooLong) }

  private static func date(_ day: String, _ hours: JSONValue...) -> JSONValue {
    ["date": .text(day + "T00:00:00.000Z"), "hours": .array(hours)]
  }

  /// Over generated weeks: the rule warns where the preview finds no day with a slot.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func itSaysTheSameAsThePreview(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let entries = (0..<number(1...4)).map { _ -> JSONValue in
      Calendars.week(
        (0...6).filter { _ in number(0...2) == 0 }, Calendars.hour(number(0...12), number(0...12)),
        Calendars.hour(number(0...12), number(12...23), number(0...60)))
    }
    let calendar = Calendars.full([
      "openHours": .array(entries), "availabilities": nil, "allowBookingAfter": nil,
      "allowBookingFor": nil, "slotDuration": number(0...3) == 0 ? nil : .integer(number(1...12)),
      "slotDurationUnit": number(0...1) == 0 ? "hours" : nil,
    ])
    let document = Calendars.document(calendar)
    let now = CalendarMoment(Calendars.today, minute: 0)
    let preview = SlotPreview(calendar: calendar, now: now)
      .days(from: Calendars.today.adding(days: 1), count: 7)
    let isOpen = preview.contains { !$0.open.stretches.isEmpty }
    let hasSlots = preview.contains { !$0.starts.isEmpty }
    #expect(document.problems("slots.tooLong").isEmpty == (hasSlots || !isOpen))
  }
}
