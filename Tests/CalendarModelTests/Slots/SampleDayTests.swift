import JSON
import Testing

@testable import CalendarModel

@Suite("The effect on a sample day")
struct SampleDayTests {
  private func sample(_ changes: [String: JSONValue?] = [:]) -> SampleDay? {
    SampleDay(Calendars.full(changes), now: CalendarMoment(Calendars.today, minute: 0))
  }

  /// Today is Sunday, 22 November 2026, and the week is open from Monday to Friday.
  @Test func itIsTheNextDayThatOffersSomething() throws {
    let none: [String: JSONValue?] = ["allowBookingAfter": nil, "allowBookingFor": nil]
    let monday = try #require(sample(none))
    #expect(monday == SampleDay(date: Calendars.date(2026, 11, 23), count: 16))
    #expect(monday.name == "Mon 23 Nov")
    #expect(sample()?.date == Calendars.date(2026, 11, 23), "one day's notice")
    #expect(sample(["allowBookingAfter": 3])?.date == Calendars.date(2026, 11, 25))
    var dates = none
    dates["availabilityType"] = .some(1)
    #expect(sample(dates)?.date == Calendars.date(2027, 1, 4))
    #expect(sample(["openHours": [], "availabilityType": 0]) == nil)
  }

  /// Notice is counted from now, as in the preview: at noon less is left of the day that it ends on.
  @Test func itCountsFromNow() throws {
    let day: [String: JSONValue?] = [
      "allowBookingAfter": 1, "allowBookingAfterUnit": "days", "allowBookingFor": nil,
    ]
    for minute in [0, 600, 720, 900] {
      let now = CalendarMoment(Calendars.today, minute: minute)
      let sample = try #require(SampleDay(Calendars.full(day), now: now))
      let preview = SlotPreview(calendar: Calendars.full(day), now: now)
      #expect(sample.count == preview.day(sample.date).starts.count, "\(minute)")
    }
  }

  @Test func whatLookBusyDoesToIt() {
    let day = SampleDay(date: Calendars.date(2026, 11, 30), count: 16)
    let on = { LookBusyEffect(isOn: true, percentage: $0) }
    #expect(
      on(40).sentence(on: day) == "Mon 30 Nov: 6 of 16 start times hidden, 10 offered.")
    #expect(on(0).sentence(on: day) == "Mon 30 Nov: 0 of 16 start times hidden, 16 offered.")
    #expect(
      LookBusyEffect(isOn: false, percentage: 40).sentence(on: day)
        == "Mon 30 Nov: off, nothing is hidden and all 16 start times are offered.")
    #expect(on(nil).sentence(on: day).contains("no percentage is set, so nothing is hidden"))
    #expect(
      on(50).sentence(on: nil)
        == "On a day of 16 start times: 8 of 16 start times hidden, 8 offered.")
    #expect(
      on(100).sentence(on: SampleDay(date: Calendars.date(2026, 11, 30), count: 1))
        == "Mon 30 Nov: 1 of 1 start time hidden, 0 offered.")
  }
}
