import CalendarModel
import Testing

@Suite("Weekdays of dates")
struct WeekdayTests {
  @Test func names() {
    let monday = Calendars.date(2027, 1, 4)
    #expect(monday.weekdayName == "Monday")
    #expect(monday.shortWeekdayName == "Mon")
    #expect(monday.adding(days: -1).weekdayName == "Sunday")
    #expect(monday.adding(days: -4).description == "2026-12-31")
    #expect(monday.adding(days: 5).shortWeekdayName == "Sat")
  }

  @Test func everyDateHasAWeekday() {
    for days in [-719_528, -4, -1, 0, 3, 2_932_896] {
      #expect(!CalendarDate(daysSinceEpoch: days).weekdayName.isEmpty)
    }
  }
}
