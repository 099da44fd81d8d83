import CalendarModel
import Testing

@Suite("The chosen day of a month")
struct DateCursorTests {
  static func cursor(_ text: String) -> DateCursor { DateCursor(CalendarDate(text)!) }

  @Test func movesByDaysWeeksAndMonths() {
    var cursor = Self.cursor("2026-12-31")
    cursor.move(days: 1)
    #expect(cursor.date.description == "2027-01-01")
    cursor.move(weeks: -1)
    #expect(cursor.date.description == "2026-12-25")
    cursor.move(months: 2)
    #expect(cursor.date.description == "2027-02-25")
    cursor.move(months: -26)
    #expect(cursor.date.description == "2024-12-25")
  }

  @Test func monthsReturnToTheirDay() {
    var cursor = Self.cursor("2026-12-31")
    var seen: [String] = []
    for _ in 0..<4 {
      cursor.move(months: 1)
      seen.append(cursor.date.description)
    }
    #expect(seen == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"])
    cursor.move(days: -1)
    cursor.move(months: 1)
    #expect(cursor.date.description == "2027-05-29")
  }

  @Test func staysWithinTheYears() {
    var cursor = Self.cursor("0001-01-15")
    cursor.move(months: -1)
    #expect(cursor.date.description == "0001-01-15")
    cursor.move(weeks: -3)
    #expect(cursor.date.description == "0001-01-01")
    cursor.move(days: .min)
    #expect(cursor.date.description == "0001-01-01")
    cursor.move(days: .max)
    #expect(cursor.date.description == "9999-12-31")
    cursor.move(months: 5)
    #expect(cursor.date.description == "9999-12-31")
    #expect(Self.cursor("0000-05-05").date.description == "0001-01-01")
  }

  @Test func marksARunInEitherDirection() {
    var cursor = Self.cursor("2026-12-24")
    #expect(cursor.count == 1 && cursor.dates.map(\.description) == ["2026-12-24"])
    cursor.mark()
    cursor.move(weeks: 1)
    #expect(cursor.count == 8)
    #expect(cursor.selection == cursor.anchor!...cursor.date)
    cursor.move(weeks: -2)
    #expect(cursor.selection.lowerBound.description == "2026-12-17")
    #expect(cursor.selection.upperBound.description == "2026-12-24")
    cursor.unmark()
    #expect(cursor.anchor == nil && cursor.count == 1)
    cursor.mark(CalendarDate("2026-12-24")!...CalendarDate("2026-12-31")!)
    #expect(cursor.count == 8 && cursor.date.description == "2026-12-31")
  }
}
