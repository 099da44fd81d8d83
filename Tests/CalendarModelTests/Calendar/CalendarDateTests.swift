import CalendarModel
import Foundation
import Testing

@Suite("Dates")
struct CalendarDateTests {
  /// Every day of 400 years and a bit, against another implementation of the Gregorian calendar.
  @Test(.timeLimit(.minutes(240)))
  func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let start = try #require(calendar.date(from: DateComponents(year: 1890, month: 12, day: 25)))
    let first = Int((start.timeIntervalSince1970 / 86_400).rounded())
    var last: CalendarDate?
    for offset in 0..<147_000 {
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: start.addingTimeInterval(Double(offset) * 86_400))
      let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
      let date = try #require(CalendarDate(year: year, month: month, day: day))
      guard date.daysSinceEpoch == first + offset, date.weekday + 1 == parts.weekday,
        last.map({ $0 < date }) ?? true
      else {
        Issue.record("\(date): \(date.daysSinceEpoch), weekday \(date.weekday)")
        return
      }
      last = date
    }
    #expect(last?.year == 2293)
  }

  @Test(arguments: [
    ("2027-01-04", 1), ("2000-02-29", 2), ("1970-01-01", 4), ("1969-12-31", 3), ("0000-02-29", 2),
    ("9999-12-31", 5),
  ])
  func weekdays(_ text: String, _ weekday: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.weekday == weekday)
    #expect(date.description == text)
    #expect(date.wire == text + "T00:00:00.000Z")
    #expect(CalendarDate(wire: date.wire) == date)
  }

  @Test(arguments: [
    "", "2027", "2027-1-4", "2027-01-4", "27-01-04", "2027/01/04", "2027-01-32", "2027-02-29",
    "2100-02-29", "2027-00-10", "2027-13-10", "2027-01-00", " 2027-01-04", "2027-01-04 ",
    "2027-01-0٤", "-027-01-04", "+027-01-04", "2027-01-04T00:00:00.000Z",
  ])
  func noDates(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    "2027-01-04", "2027-01-04T00:00:00Z", "2027-01-04T00:00:00.001Z", "2027-02-29T00:00:00.000Z",
    "2027-01-04T00:00:00.000z", "2027-01-04T00:00:00.000Z ", "2027-01-04T00:00:00.000+00:00",
  ])
  func notAsTheServiceWrites(_ text: String) {
    #expect(CalendarDate(wire: text) == nil)
  }

  @Test func limits() {
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: -1, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 2028, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2027, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: Int.max, month: Int.max, day: Int.max) == nil)
  }
}
