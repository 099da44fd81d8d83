import JSON
import Testing

@testable import CalendarModel

@Suite("Queries about governed hours") struct QueryScheduleTests {
  private static let calendar = ListedCalendar(Calendars.full)!

  private static func context(_ answer: ScheduleAnswer?) -> QueryContext {
    QueryContext(today: Calendars.today, schedules: answer.map { ["c1": $0] } ?? [:])
  }

  private func truth(_ text: String, _ answer: ScheduleAnswer?) -> Truth {
    Query(text).truth(Self.calendar, Self.context(answer))
  }

  @Test func aScheduleThatGovernsDecides() {
    let sundays = Schedules.listed(
      Schedules.entry(rules: [
        Schedules.weekday("sunday", ("10:00", "12:00")),
        Schedules.date("2026-12-24", ("9:00", "10:00")),
        Schedules.date("2026-11-29"),
      ]))
    #expect(truth("open on mon", nil) == .yes)
    #expect(truth("open on mon", sundays) == .no)
    #expect(truth("open on sun", sundays) == .yes)
    #expect(truth("closed on sun", sundays) == .no)
    #expect(truth("open on 29 nov", sundays) == .no)
    #expect(truth("open on 24 dec", sundays) == .yes)
    #expect(truth("open on 25 dec", sundays) == .no)
    #expect(truth("governed", sundays) == .yes)
    #expect(truth("not governed", Schedules.listed()) == .yes)
    #expect(truth("governed", nil) == .unknown)
    for words in ["by schedule", "By schedules", "bySchedule"] {
      #expect(truth(words, sundays) == .yes && truth("not \(words)", sundays) == .no, "\(words)")
      #expect(truth("not \(words)", Schedules.listed()) == .yes, "\(words)")
    }
  }

  /// Those of the team without a schedule keep the calendar's own hours.
  @Test func othersKeepTheirHours() {
    let both = ListedCalendar(
      Calendars.full(["teamMembers": [["userId": "u1"], ["userId": "u2"]]]))!
    let closed = Schedules.listed(Schedules.entry(rules: []))
    #expect(Query("open on mon").truth(both, Self.context(closed)) == .yes)
    #expect(truth("open on mon", closed) == .no)
  }

  @Test func theAnswerSaysWhoseHoursCount() {
    func remarks(_ text: String, _ answer: ScheduleAnswer?) -> [String] {
      Query(text).query.result(in: [Self.calendar], Self.context(answer)).remarks
    }
    #expect(remarks("open on mon", nil).first?.hasPrefix("By the calendars' own hours") == true)
    #expect(remarks("open on mon", .unknown(reason: "no right")).count == 1)
    #expect(remarks("open on mon", Schedules.listed()).isEmpty)
    #expect(remarks("open on mon", Schedules.answer).isEmpty)
    #expect(remarks("draft", nil).isEmpty)
  }

  @Test func unknownEntriesAreCounted() {
    let result = Query("look busy on").query.result(in: Listed.calendars, Query.context)
    #expect(result.matches == [0])
    #expect(result.unknown == [4])
    #expect(
      result.remarks
        == ["1 calendar came without look busy, so it may fit too; open it to find out."])
  }

  /// What the list leaves out is named, and its column says that nobody knows it.
  @Test func whatIsLeftOutIsNamed() {
    let result = Query("no members and slot duration > 5").query.result(
      in: Listed.calendars, Query.context)
    #expect(result.unknown == [4])
    #expect(
      result.remarks.first?.contains("came without team members") == true,
      "\(result.remarks)")
    #expect([0, 1, 2, 4].map { Listed.calendars[$0].memberCount } == ["1", "2", "0", "?"])
  }

  @Test func theBestComesFirst() {
    let names = ["Call intro", "intro", "Introduction", "The intro", "in the room"]
    let calendars = names.enumerated().compactMap { index, name in
      ListedCalendar(["id": .text("\(index)"), "name": .text(name)])
    }
    let result = Query("intro").query.result(in: calendars, Query.context)
    #expect(result.matches == [1, 2, 0, 3, 4])
    let strict = Query("intro", isFuzzy: false).query.result(in: calendars, Query.context)
    #expect(strict.matches == [1, 2, 0, 3])
  }
}
